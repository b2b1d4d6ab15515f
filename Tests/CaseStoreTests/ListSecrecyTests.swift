import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite("What a list tells of what is restricted or protected")
struct ListSecrecyTests {
  /// Every title that the lists and the search for its reference show an officer.
  private func titles(_ test: TestStore, _ officer: Officer) throws -> [SubjectKind: [String]] {
    var titles: [SubjectKind: [String]] = [:]
    for kind: SubjectKind in [.case, .custody, .policeReport, .handover] {
      let page = try test.store.records(
        RecordQuery(kind: kind, onlyOpen: false, limit: 50), as: officer)
      titles[kind] = page.rows.map { row in
        let view = RecordView(row.record, for: officer, now: test.time.now)
        let next = view.nextStep?.sv ?? ""
        return "\(row.reference) \(view.title(.sv).raw)|\(next)"
      }
    }
    return titles
  }

  private struct Made {
    let girl: Reference
    let all: [SubjectKind: Reference]
  }

  private func make(_ test: TestStore, by officer: Officer, restricted: Bool) throws -> Made {
    let girl = try test.make("person.register", ["alias": .text("Hemlan")], by: officer)
    let about = try test.make(
      "case.open",
      [
        "alias": .text("Hemlan"), "children": .list([.text("\(girl)")]),
        "handler": .text(officer.login), "restricted": .flag(restricted),
      ], by: officer)
    let custody = try test.make(
      "custody.prepare", ["who": .text("Hemlan"), "case": .text("\(about)")], by: officer)
    let report = try test.make(
      "policeReport.draft", ["what": .text("Hemlan"), "case": .text("\(about)")], by: officer)
    let handover = try test.make(
      "handover.draft", ["case": .text("\(about)"), "district": .text("Södermalm")], by: officer)
    return Made(
      girl: girl,
      all: [.case: about, .custody: custody, .policeReport: report, .handover: handover])
  }

  @Test("What belongs to a restricted case is a reference alone to who may not open it")
  func restricted() throws {
    let test = try TestStore()
    let own = try test.officer("own", [.dutyOfficer], unit: .emergency)
    let other = try test.officer("other", [.dutyOfficer], unit: .emergency)
    let made = try make(test, by: own, restricted: true)
    let seen = try titles(test, own)
    for kind in [SubjectKind.case, .custody, .policeReport] {
      #expect(seen[kind]?.first?.contains("Hemlan") == true, "\(kind)")
    }
    let hidden = try titles(test, other)
    for (kind, reference) in made.all {
      let title = kind == .case ? "skyddat ärende" : "skyddad"
      #expect(hidden[kind] == ["\(reference) \(title)|"])
    }
    // The reference finds it, and tells no more.
    for reference in made.all.values {
      let hits = try test.store.search(records: "\(reference)", as: other)
      for hit in hits {
        let view = RecordView(hit.record, for: other, now: test.time.now)
        #expect(!"\(view.title(.sv)) \(view.sections)".contains("Hemlan"))
      }
    }
  }

  @Test("A list made before it knew who decides who sees others hides the same when it is opened")
  func migrated() throws {
    let test = try TestStore()
    let duty = try test.officer("duty", [.dutyOfficer], unit: .emergency)
    let other = try test.officer("other", [.dutyOfficer], unit: .emergency)
    let open = try make(test, by: duty, restricted: false)
    _ = try make(test, by: duty, restricted: true)
    try test.act("person.protect", open.girl, ["protection": .text("marking")], by: duty)
    let before = try titles(test, other)
    try DatabaseQueue(path: test.path).write { db in
      try db.execute(
        sql: """
          ALTER TABLE records DROP COLUMN guards_others;
          DELETE FROM grdb_migrations WHERE identifier LIKE '8 %';
          """)
    }
    _ = try CaseStore(at: test.path)
    #expect(try titles(test, other) == before)
    let hidden = before.filter { $0.key != .case }.flatMap(\.value)
    #expect(!hidden.joined().contains("Hemlan"), "\(hidden)")
    let marked = try test.store.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM records WHERE guards_others")
    }
    #expect(marked == 2)
  }

  @Test("Whose personal data are protected is named in no title, till a reason is given")
  func protected() throws {
    let test = try TestStore()
    let duty = try test.officer("duty", [.dutyOfficer], unit: .emergency)
    let made = try make(test, by: duty, restricted: false)
    #expect(try titles(test, duty)[.custody]?.first?.contains("Hemlan") == true)
    try test.act("person.protect", made.girl, ["protection": .text("marking")], by: duty)
    for titles in try titles(test, duty).values {
      #expect(!titles.joined().contains("Hemlan"), "\(titles)")
    }
    for reference in made.all.values where reference.kind != .handover {
      let content = try #require(
        try test.store.open(reference, as: duty, way: .desk))
      #expect(try !shown(content, duty, test, nil).contains("Hemlan"), "\(reference)")
      #expect(
        try shown(content, duty, test, "ska köra barnet dit").contains("Hemlan"), "\(reference)")
    }
  }

  /// All that an opened record shows.
  private func shown(
    _ content: SubjectContent, _ officer: Officer, _ test: TestStore, _ reason: String?
  ) throws -> String {
    guard case .record(let record) = content.state else { return "" }
    let reasons = AccessReasons(try reason.map { try AccessReason($0) })
    let view = RecordView(record, for: officer, now: test.time.now, reasons: reasons)
    let history = content.history.compactMap { entry -> FactWords? in
      guard case .record(let fact)? = entry.fact else { return nil }
      return view.words(of: fact)
    }
    return "\(view.title(.sv)) \(view.sections) \(history)"
  }
}
