import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Search over cases, persons and custody decisions")
struct RecordSearchTests {
  /// Elena and a protected boy, in a case of both and a restricted case of dora's for Elena.
  private struct Archive {
    let test: TestStore
    let dora: Officer
    let ella: Officer
    let olle: Officer
    let elena: Reference
    let boy: Reference
    let shared: Reference
    let restricted: Reference
    let custody: Reference
    let hiddenCustody: Reference
    let police: Reference
    let handover: Reference

    init() throws {
      let test = try TestStore()
      self.test = test
      dora = try test.officer("dora", [.dutyOfficer], unit: .emergency)
      ella = try test.officer("ella", [.dutyOfficer], unit: .emergency)
      olle = try test.officer("olle", [.outreachWorker])
      elena = try test.make(
        "person.register",
        [
          "alias": .text("flicka, röd jacka"), "claimedName": .text("Élena Åkerö"),
          "origin": .text("Rumänien"), "languages": .text("romani"),
        ])
      try test.act("person.note", elena, ["text": .text("anteckningsord")])
      try test.act("person.identify", elena, Self.identity)
      boy = try test.make(
        "person.register",
        ["alias": .text("pojke, blå mössa"), "claimedName": .text("Dold Persson")])
      func open(_ alias: String, _ children: [Reference], _ more: [String: FieldValue] = [:]) throws
        -> Reference
      {
        let own: [String: FieldValue] = [
          "alias": .text(alias), "children": .list(children.map { .text($0.description) }),
          "description": .text("beskrivningsord"), "ground": .text("Rumänien"),
        ]
        return try test.make("case.open", own.merging(more) { $1 })
      }
      shared = try open("syskonen", [elena, boy])
      restricted = try open(
        "tyst ärende", [elena], ["restricted": .flag(true), "handler": .text("dora")])
      custody = try test.make(
        "custody.prepare",
        ["who": .text("Elena"), "person": .text(elena.description), "reasons": .text("skälsord")])
      hiddenCustody = try test.make(
        "custody.prepare", ["who": .text("Dold"), "person": .text(boy.description)])
      police = try test.make(
        "policeReport.draft",
        ["what": .text("innehållsord"), "case": .text(shared.description)], by: dora)
      try test.act("policeReport.file", police, Self.filing)
      try test.act("policeReport.number", police, ["kNumber": .text("5000-K123456-26")])
      handover = try test.make(
        "handover.draft",
        ["case": .text(shared.description), "district": .text("Södermalm")])
      try test.act("person.protect", boy, ["protection": .text("marking")])
    }

    private static let identity: [String: FieldValue] = [
      "identity": .text("claimed"), "personalNumber": .text("18900101-9802"),
      "ground": .text("passet"),
    ]
    private static let filing: [String: FieldValue] = [
      "authority": .text("borderPolice"), "offence": .text("trafficking"),
      "secrecyGround": .text("10:21"),
    ]

    func found(_ text: String, as officer: Officer) throws -> Set<Reference> {
      Set(try test.store.search(records: text, as: officer).map(\.reference))
    }
  }

  @Test("From those who have the name and from the newest record down the same is found")
  func ways() throws {
    let archive = try Archive()
    let test = archive.test
    let names = ["Anna Påhittad", "Annika Exempel", "Berta Påhittad"]
    for (number, name) in (names + names + names).enumerated() {
      let child = try test.make(
        "person.register", ["alias": .text("barn \(number)"), "claimedName": .text(name)])
      let other = try test.make("person.register", ["alias": .text("syskon \(number)")])
      let opened = try test.make(
        "case.open",
        [
          "alias": .text("ärende \(number)"),
          "children": .list([child, other].map { .text($0.description) }),
        ])
      _ = try test.make(
        "custody.prepare", ["who": .text("barn"), "person": .text(other.description)])
      _ = try test.make(
        "handover.draft", ["case": .text(opened.description), "district": .text("Södermalm")])
    }
    var most = 0
    for text in [
      "an", "anna", "anna p", "påhittad anna", "barn", "syskon 3", "ärende", "elena", "åkerö",
      "dold",
      "5000-K123456-26", "K123456", "18900101-9802", "3", "xyzzy", "flicka röd", "",
    ] {
      let query = NameQuery(text)
      let found = try NameProjection.Way.allCases.map { way in
        try test.store.read { db in
          var found: [NameProjection.Found] = []
          try NameProjection(db).found(query, way: way) {
            found.append($0)
            return true
          }
          return found
        }
      }
      #expect(found.allSatisfy { $0 == found[0] }, "\(text): \(found)")
      most = max(most, found[0].count)
    }
    #expect(most > 20)
  }

  @Test("Names, numbers and references find; each officer finds what the officer may see")
  func finds() throws {
    let archive = try Archive()
    let a = archive
    let ella: Set = [a.elena, a.shared, a.custody, a.handover]
    for text in ["elena", "ELENA åk", "élén", "röd jacka", "18900101-9802", "900101-9802"] {
      #expect(try a.found(text, as: a.ella) == ella, "\(text)")
      #expect(try a.found(text, as: a.dora) == ella.union([a.restricted]), "\(text)")
      #expect(try a.found(text, as: a.olle) == [a.elena, a.shared], "\(text)")
    }
    #expect(try a.found("syskon", as: a.ella) == [])
    #expect(try a.found("k123456-26", as: a.ella) == [a.police])
    #expect(try a.found("k123456-26", as: a.olle) == [])
    #expect(try a.found("\(a.shared)", as: a.olle) == [a.shared])
    #expect(try a.found("ä\(a.shared.number)", as: a.ella) == [a.shared])
    #expect(try a.found("\(a.custody)", as: a.olle) == [])
    #expect(try a.found("B\(a.shared.number)", as: a.ella) == [])
  }

  @Test(
    "A nationality, a language or a note's word finds no person, case or custody decision",
    arguments: [
      "rumänien", "rum", "romani", "anteckningsord", "beskrivningsord", "skälsord", "innehållsord",
      "södermalm", "akerö", "lena", "1890", "18900101", "123456", "e", "passet", "\"elena\" OR x*",
    ])
  func findsNot(_ text: String) throws {
    let archive = try Archive()
    let hits = try archive.found(text, as: archive.test.founder)
    #expect(text.contains("elena") || hits.isEmpty)
  }

  @Test("What is restricted or protected is not found by what it hides, not even by a lead")
  func hides() throws {
    let archive = try Archive()
    let a = archive
    for text in ["dold", "persson", "blå mössa", "pojke"] {
      for officer in [a.ella, a.dora, a.olle, a.test.founder] {
        #expect(try a.found(text, as: officer).isEmpty, "\(text)")
      }
    }
    #expect(try a.found("tyst ärende", as: a.ella).isEmpty)
    #expect(try a.found("tyst ärende", as: a.dora) == [a.restricted])
    #expect(try a.found("tyst ärende", as: a.test.founder) == [a.restricted])
    try a.test.act("person.unprotect", a.boy, ["ground": .text("hävt")])
    #expect(
      try a.found("persson", as: a.ella) == [a.boy, a.shared, a.hiddenCustody, a.handover])
  }

  @Test("A corrected name finds no more; rebuilding finds the same")
  func corrected() throws {
    let archive = try Archive()
    let a = archive
    try a.test.act(
      "person.correct", a.elena,
      [
        "entry": .number(1), "field": .text("claimedName"), "value": .text("Alina Ek"),
        "reason": .text("hördes fel"),
      ])
    #expect(try a.found("åkerö", as: a.ella).isEmpty)
    let alina = try a.found("alina", as: a.ella)
    #expect(alina == [a.elena, a.shared, a.custody, a.handover])
    _ = try a.test.store.rebuild()
    #expect(try a.found("alina", as: a.ella) == alina)
    #expect(try a.found("persson", as: a.ella).isEmpty)
  }

  @Test("Records stand before tips, and tips are found by their words")
  func mixed() throws {
    let archive = try Archive()
    let tip = try archive.test.tip("Elena från Rumänien sitter vid Skanstull").reference
    let hits = try archive.test.store.search("elena", as: archive.olle).map(\.reference)
    #expect(hits == [archive.shared, archive.elena, tip])
    let tips = try archive.test.store.search("rumänien", as: archive.olle).map(\.reference)
    #expect(tips == [tip])
  }

  @Test("A store made before there were names and an access log gets both")
  func migrated() throws {
    let archive = try Archive()
    let queue = try DatabaseQueue(path: archive.test.path)
    try queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE names; DROP TABLE access_log;
          DELETE FROM grdb_migrations WHERE identifier LIKE '4 %';
          """)
    }
    let store = try CaseStore(at: archive.test.path)
    let hits = try store.search(records: "elena", as: archive.olle).map(\.reference)
    #expect(Set(hits) == [archive.elena, archive.shared])
    #expect(try store.open(archive.elena, as: archive.olle, way: .show) != nil)
    #expect(try store.accessLog(AccessQuery(limit: 9), as: archive.test.founder).count == 1)
  }
}
