import Casework
import Foundation
import GRDB
import Testing
import TextSafety

@testable import CaseStore

@Suite("Redaction of one fact")
struct RedactionTests {
  private let text = "Elena Hemligsson bor på Gömda gatan"

  private func redact(_ test: TestStore, _ reference: Reference, _ version: Int) throws {
    try test.act(
      "\(reference.kind.rawValue).redact", reference,
      ["entry": .number(version), "reason": .text("fel barn")])
  }

  private func files(of test: TestStore) throws -> Data {
    let names = try FileManager.default.contentsOfDirectory(atPath: test.directory)
    return try names.reduce(Data()) {
      try $0 + Data(contentsOf: URL(filePath: "\(test.directory)/\($1)"))
    }
  }

  @Test("A tip's words go from every fact that repeats them, from the search and from the files")
  func tip() throws {
    let test = try TestStore()
    let tip = try test.tip(text, acute: "hotas av Farlige Farbrorn").reference
    try test.act("tip.correct", tip, ["place": .text("Slussen"), "reason": .text("hördes fel")])
    try test.assess(tip)
    let lead = OfficerID(test.founder.id)
    for (key, words) in [("a", text), ("b", "egna ord")] {
      let body = try JSONEncoder().encode(["subject": tip.description, "text": words])
      try test.store.save(Draft(officer: lead, key: key, body: body, updatedAt: test.time.now))
    }
    #expect(try files(of: test).range(of: Data(text.utf8)) != nil)
    try redact(test, tip, 1)
    let bytes = try files(of: test)
    for words in [text, "Hemligsson", "Farlige", "hemligsson", "farbrorn"] {
      #expect(bytes.range(of: Data(words.utf8)) == nil, "\(words)")
    }
    #expect(try test.store.search(tips: "hemligsson", as: test.founder).isEmpty)
    #expect(try test.store.search(tips: "slussen", as: test.founder).count == 1)
    #expect(try test.store.drafts(of: lead).map(\.key) == ["b"])
    guard case .tip(let stands)? = try test.store.subject(tip, as: test.founder) else {
      Issue.record("the tip is gone")
      return
    }
    #expect(stands.report.text.raw == Redaction.marker)
    #expect(stands.report.place?.raw == "Slussen")
    #expect(stands.isAcute && stands.assessment != nil && stands.version == 4)
    let history = try test.store.history(of: tip, as: test.founder)
    #expect(history.map(\.version) == [4, 3, 2, 1])
    #expect(history[3].removal?.words.sv == "borttaget av Charlotta Påhittad, med skälet: fel barn")
    #expect(history[2].removal != nil && history[1].removal == nil)
    let verdict = try test.store.verify()
    #expect(verdict.fault == nil && verdict.erased == 2)
  }

  @Test("A redacted correction leaves what it did not change")
  func correction() throws {
    let test = try TestStore()
    let tip = try test.tip("Två barn vid ingången").reference
    try test.act("tip.correct", tip, ["place": .text(text), "reason": .text("hördes fel")])
    try redact(test, tip, 2)
    guard case .tip(let stands)? = try test.store.subject(tip, as: test.founder) else { return }
    #expect(stands.report.text.raw == "Två barn vid ingången")
    #expect(stands.report.place?.raw == Redaction.marker)
  }

  @Test("A record keeps its events, clocks and numbering; corrections still find their entry")
  func record() throws {
    let test = try TestStore()
    let report = try test.make("policeReport.draft", ["what": .text(text)])
    try test.act("policeReport.note", report, ["text": .text(text)])
    try test.act("policeReport.note", report, ["text": .text("en annan anteckning")])
    try redact(test, report, 2)
    try test.act(
      "policeReport.correct", report,
      [
        "entry": .number(3), "field": .text("text"), "value": .text("rättad anteckning"),
        "reason": .text("felskrivet"),
      ])
    guard case .record(let record)? = try test.store.subject(report, as: test.founder) else {
      Issue.record("the report is gone")
      return
    }
    #expect(record.version == 5)
    #expect(
      record.all("noted").map { $0.text("text")?.raw } == [
        Redaction.marker, "rättad anteckning",
      ])
    let lists = try StorePicture(test.store)
    _ = try test.store.rebuild()
    try StorePicture(test.store).expectSame(as: lists, "rebuilt")
  }

  @Test("Only a lead redacts, with a reason, what has words, once")
  func refusals() throws {
    let test = try TestStore()
    let duty = try test.officer("duty", [.dutyOfficer])
    let tip = try test.tip(text).reference
    try test.act("tip.prioritise", tip, ["priority": .text("high")])
    func refusal(_ fields: [String: FieldValue], by officer: Officer? = nil) -> String? {
      do {
        try test.act("tip.redact", tip, fields, by: officer)
        return nil
      } catch { return (error as? Refusal)?.message.sv }
    }
    let fields: [String: FieldValue] = ["entry": .number(1), "reason": .text("fel barn")]
    #expect(refusal(fields, by: duty) == "”Ta bort uppgift” kräver rollen arbetsledare")
    #expect(refusal(["entry": .number(1)]) == "”Skäl” måste fyllas i (reason)")
    #expect(refusal(["entry": .number(9), "reason": .text("x")])?.contains("ingen sådan") == true)
    #expect(refusal(["entry": .number(2), "reason": .text("x")])?.contains("inga ord") == true)
    #expect(refusal(fields) == nil)
    #expect(refusal(fields)?.contains("redan borttagen") == true)
    #expect(refusal(["entry": .number(3), "reason": .text("x")])?.contains("inga ord") == true)
  }

  @Test("A body that is gone with no entry to say so is a fault")
  func tampering() throws {
    let test = try TestStore()
    let tip = try test.tip(text)
    try test.tip("ett annat")
    try redact(test, tip.reference, 1)
    #expect(try test.store.verify().fault == nil)
    try test.store.write {
      try $0.execute(
        sql: "UPDATE journal SET body = NULL, salt = NULL WHERE seq = ?", arguments: [tip.seq + 1])
    }
    #expect(try test.store.verify().fault?.seq == tip.seq + 1)
  }

  @Test("As the store stood before, what has been redacted since is not there either")
  func past() throws {
    let test = try TestStore()
    let tip = try test.tip(text).reference
    let moment = test.time.now
    test.time.advance(minutes: 10)
    try redact(test, tip, 1)
    let past = try test.store.asOf(moment, in: test.directory)
    guard case .tip(let stood)? = try past.subject(tip, as: test.founder) else {
      Issue.record("the tip is not there")
      return
    }
    #expect(stood.report.text.raw == Redaction.marker)
    #expect(try past.search(tips: "hemligsson", as: test.founder).isEmpty)
  }
}
