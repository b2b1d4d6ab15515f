import Casework
import Demo
import Foundation
import GRDB
import Testing
import TextSafety

@testable import CaseStore

@Suite("Erasure when the time of keeping is over")
struct ErasureTests {
  @Test("Of what is erased no word is left in any of the store's files, while others read")
  func files() throws {
    let project = try ProjectStore()
    let desk = try CaseStore(at: project.test.path, clock: project.test.time.clock)
    let feed = try ChangeFeed(desk)
    let all = try project.test.store.retentionDue(as: project.lead)
    #expect(all.count > 20)
    let due = Array(all.dropLast(5))
    let words = try project.words(onlyIn: Set(due.flatMap(\.references)))
    #expect(words.count > 20)
    #expect(try project.found(words).count == words.count)
    try project.draft(about: due[0].references[0], "utkast om Hemliga Vägen")
    try project.draft(about: nil, "utkast om annat")
    try project.erase(due)
    try project.test.store.sweep(compacting: true)
    let left = try project.found(words)
    #expect(left == [], "\(left)")
    #expect(try project.found(["Hemliga Vägen"]) == [])
    #expect(try project.found(["utkast om annat"]) == ["utkast om annat"])
    #expect(try !project.test.store.isToBeSwept())
    #expect(try feed.dataVersionChanged())
    let erased = Set(due.flatMap(\.references).map(\.number))
    #expect(try project.indexed().isDisjoint(with: erased))
    for reference in due.flatMap(\.references) {
      #expect(throws: Refusal.self) { try desk.open(reference, as: project.lead, way: .show) }
    }
  }

  @Test("A word that only what is erased had is not left in the index either, not by its end")
  func rareWords() throws {
    let test = try TestStore()
    let project = ProjectStore(test)
    // Words of an index are written by what differs from the word before: their ends are looked for.
    let words = ["kvittenxylofonq", "kvittenzebrafinkw", "kvittenålderskog", "kvittenöbrovakt"]
    let tips = try words.map { try test.tip("Vid \($0)").reference }
    for _ in 0..<30 { try test.tip("Vid torget och kvitten") }
    func left() throws -> [String] {
      try words.filter { word in
        try !project.found([String(SwedishFolding.fold(word).suffix(7))]).isEmpty
      }
    }
    try test.store.sweep(compacting: true)
    #expect(try left() == words)
    for tip in tips.prefix(3) {
      try test.act("tip.redact", tip, ["entry": .number(1), "reason": .text("fel barn")])
    }
    try test.store.sweep(compacting: true)
    #expect(try left() == [words[3]])
  }

  @Test("What is redacted after a rebuild may stand in pages of the old lists: it is to be swept")
  func afterRebuild() throws {
    let test = try TestStore()
    let project = ProjectStore(test)
    let words = ["kvittenxylofonq", "kvittenzebrafinkw"]
    let tips = try words.map { try test.tip("Vid \($0) " + String(repeating: "x", count: 900)) }
    func redact(_ tip: Receipt) throws {
      try test.act("tip.redact", tip.reference, ["entry": .number(1), "reason": .text("fel barn")])
    }
    _ = try test.store.rebuild()
    #expect(try !test.store.isToBeSwept())
    #expect(try test.store.write { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 1)
    try redact(tips[0])
    #expect(try test.store.isToBeSwept())
    try test.store.sweep(compacting: false)
    #expect(try test.store.isToBeSwept())
    try test.store.sweep(compacting: true)
    #expect(try !test.store.isToBeSwept())
    #expect(try project.found(Set(words)) == [words[1]])
    // A file that has been written anew needs no more than that its log is emptied.
    try redact(tips[1])
    #expect(try !test.store.isToBeSwept())
    #expect(try project.found(Set(words)) == [])
    // Lists that were wrong may have held what is erased.
    _ = try test.store.rebuild()
    #expect(try test.store.isToBeSwept())
  }

  @Test("What is left in the files while they are swept is swept the next time")
  func leftMeanwhile() throws {
    let test = try TestStore()
    let traces = try test.store.write { db in
      try Traces.add(.ofErased, db)
      return try Traces(db)
    }
    try test.store.write { try Traces.add(.ofLists, $0) }
    try test.store.write { try traces.sweep(compacting: true, $0) }
    #expect(try test.store.read { try Traces($0).kinds } == [.ofErased, .ofLists])
    try test.store.sweep(compacting: true)
    #expect(try test.store.read { try Traces($0).kinds } == [])
  }

  @Test("Where somebody reads on, a sweep says that it is not done, and is not called done")
  func blockedSweep() throws {
    let test = try TestStore()
    let store = try CaseStore(at: test.path, clock: test.time.clock, busyTimeout: 0.05)
    _ = try test.tip("Vid torget")
    try store.write { try Traces.add(.ofErased, $0) }
    let other = try DatabaseQueue(path: test.path)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN; SELECT * FROM tips")
      #expect(throws: StoreError.self) { try store.sweep(compacting: true) }
      try db.execute(sql: "COMMIT")
    }
    #expect(try store.isToBeSwept())
    try store.sweep(compacting: true)
    #expect(try !store.isToBeSwept())
  }

  @Test("The figures stay, the journal verifies, and rebuild gives the same lists")
  func remains() throws {
    let project = try ProjectStore()
    let periods = [("2011-01-01", "2011-12-31"), ("2011-08-01", "2011-12-31")]
    let before = try periods.map { try project.figures($0, $1) }
    let due = try project.test.store.retentionDue(as: project.lead)
    try project.erase(due)
    let after = try periods.map { try project.figures($0, $1) }
    for (old, new) in zip(before, after) {
      #expect(old.counts == new.counts)
      #expect(old.minutesToAssessment == new.minutesToAssessment)
      #expect(old.tipsByDay == new.tipsByDay)
      #expect(old.tipsByHour == new.tipsByHour)
    }
    #expect(
      try !before[0].counts.isEmpty && project.test.store.retentionDue(as: project.lead) == [])
    let verdict = try project.test.store.verify()
    #expect(verdict.fault == nil)
    #expect(verdict.erased > 100)
    let lists = try StorePicture(project.test.store)
    _ = try project.test.store.rebuild()
    try StorePicture(project.test.store).expectSame(as: lists, "rebuilt")
    #expect(try project.figures("2011-01-01", "2011-12-31").counts == before[0].counts)
  }

  @Test("What belongs to a placed child or a child under thirty is not due")
  func kept() throws {
    let project = try ProjectStore()
    let store = project.test.store
    let due = Set(try store.retentionDue(as: project.lead).flatMap(\.references))
    let cases = try store.records(
      RecordQuery(kind: .case, onlyOpen: false, limit: 100), as: project.lead)
    let placed = cases.rows.filter { $0.record.has("placed") }
    #expect(!placed.isEmpty)
    for row in placed {
      #expect(!due.contains(row.reference))
      let file = try #require(try store.retention(of: row.reference, as: project.lead))
      #expect(file.ruling == .kept)
      #expect(file.references.contains { $0.kind == .person })
      #expect(throws: Refusal.self) {
        try store.erase(row.reference, because: "ett undantag", by: project.lead)
      }
      #expect(due.isDisjoint(with: file.references))
    }
    #expect(try store.verify().erased == 0)
  }

  @Test("Only a lead is told what is due, and only a lead erases")
  func permission() throws {
    let test = try TestStore()
    let duty = try test.officer("duty", [.dutyOfficer])
    let tip = try test.tip().reference
    test.time.advance(minutes: 6 * 366 * 24 * 60)
    #expect(throws: StoreError.noRetention) { try test.store.retentionDue(as: duty) }
    #expect(throws: StoreError.noRetention) { try test.store.erase(tip, because: nil, by: duty) }
    #expect(try test.store.retentionDue(as: test.founder).map(\.references) == [[tip]])
  }

  @Test("A note starts the five years again; before that an exception takes a reason")
  func lastNote() throws {
    let test = try TestStore()
    let tip = try test.tip("Barnet heter Hemlige Persson", key: "<brev@example.org>").reference
    test.time.advance(minutes: 6 * 366 * 24 * 60)
    try test.act("tip.note", tip, ["text": .text("ringde igen")])
    #expect(try test.store.retentionDue(as: test.founder) == [])
    let refusal = #expect(throws: Refusal.self) {
      try test.store.erase(tip, because: nil, by: test.founder)
    }
    #expect(refusal?.law == "SoL 16:1")
    _ = try test.store.erase(tip, because: "nämndens beslut", by: test.founder)
    let gone = #expect(throws: Refusal.self) {
      try test.act("tip.note", tip, ["text": .text("mer")])
    }
    #expect(
      gone?.message.sv.contains("gallrat 2032-11-25 av Charlotta Påhittad [SoL 16:1]") == true)
    #expect(try test.store.facts(after: 0, limit: 10).last?.kind == "tip.erased")
    #expect(try test.tip("nytt", key: "<brev@example.org>").isRepeat == false)
  }

  @Test("The reasons in the access log go too; that it was opened stays")
  func accessLog() throws {
    let test = try TestStore()
    let person = try test.make("person.register", ["alias": .text("flicka")])
    try test.act("person.protect", person, ["protection": .text("marking")])
    let other = try test.make("person.register", ["alias": .text("pojke")])
    try test.act("person.protect", other, ["protection": .text("marking")])
    for reference in [person, other] {
      _ = try test.store.open(
        reference, as: test.founder, reasons: AccessReasons(AccessReason("hämtas i Hemligby")),
        way: .desk)
    }
    test.time.advance(minutes: 6 * 366 * 24 * 60)
    _ = try test.store.erase(person, because: nil, by: test.founder)
    let log = try test.store.accessLog(AccessQuery(limit: 10), as: test.founder)
    #expect(log.count == 4)
    #expect(log.filter { $0.reference == person }.allSatisfy { $0.reason == nil })
    #expect(log.contains { $0.reference == other && $0.reason != nil })
    #expect(throws: (any Error).self) {
      try test.store.write { try $0.execute(sql: "UPDATE access_log SET reason = NULL") }
    }
    #expect(throws: (any Error).self) {
      try test.store.write { try $0.execute(sql: "UPDATE access_log SET name = 'x'") }
    }
  }

  @Test("As the store stood before, what has been erased since is not there either")
  func before() throws {
    let project = try ProjectStore()
    let moment = project.test.time.now
    project.test.time.advance(minutes: 60)
    let due = try project.test.store.retentionDue(as: project.lead)
    let figures = try project.figures("2011-01-01", "2011-12-31")
    try project.erase(due)
    let past = try project.test.store.asOf(moment, in: project.test.directory)
    #expect(try past.subject(due[0].references[0], as: project.lead) == nil)
    let period = try Period.days("2011-01-01", "2011-12-31")
    #expect(try past.statistics(period, as: project.lead).counts == figures.counts)
    #expect(try past.head().seq < project.test.store.head().seq)
  }
}

/// A store with the project of 2011, in 2032: all but what the law keeps longer is due.
struct ProjectStore {
  let test: TestStore
  let lead: Officer

  init() throws {
    let end = Instant(milliseconds: 1_954_000_000_000)
    test = try TestStore(at: DemoData.project2011.first?.at.milliseconds ?? 0)
    var references: [DemoSubject: Reference] = [:]
    for event in DemoData.project2011 {
      test.time.set(event.at)
      let login = event.login == DemoData.officers[0].login ? "chefen" : event.login
      let officer = try #require(try test.store.officer(login: login), "\(event.login)")
      let action = try #require(event.action(references: references))
      let receipt = try test.store.record(action, by: officer)
      if let subject = event.makes { references[subject] = receipt.reference }
    }
    test.time.set(end)
    lead = test.founder
  }

  /// A store with something else in it.
  init(_ test: TestStore) {
    self.test = test
    lead = test.founder
  }

  func erase(_ due: [RetentionCase]) throws {
    for file in due { _ = try test.store.erase(file.references[0], because: nil, by: lead) }
  }

  func figures(_ from: String, _ to: String) throws -> Statistics {
    try test.store.statistics(.days(from, to), as: lead)
  }

  func draft(about reference: Reference?, _ text: String) throws {
    let body = ["action": "tip.note", "subject": reference?.description ?? "", "text": text]
    try test.store.save(
      Draft(
        officer: OfficerID(lead.id), key: "utkast \(text.count)",
        body: try JSONEncoder().encode(body), updatedAt: test.time.now))
  }

  /// The texts that stand in the facts of those subjects and nowhere else in the journal.
  func words(onlyIn references: Set<Reference>) throws -> Set<String> {
    let numbers = Set(references.map(\.number))
    return try test.store.read { db in
      var (own, others): (Set<String>, Set<String>) = ([], [])
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT first.seq, fact.body FROM journal fact
          JOIN journal first ON first.subject = fact.subject AND first.version = 1
          WHERE fact.body IS NOT NULL
          """)
      for row in rows {
        let texts = try JSONDecoder().decode(FieldValue.self, from: row[1]).texts
          .filter { $0.count > 11 && $0.contains(" ") }
        if numbers.contains(row[0]) { own.formUnion(texts) } else { others.formUnion(texts) }
      }
      let kept = others.joined(separator: "\n")
      return own.filter { !kept.contains($0) }
    }
  }

  /// Which of the texts stand in a file of the store, as bytes.
  func found(_ texts: Set<String>) throws -> Set<String> {
    var bytes = Data()
    let files = try FileManager.default.contentsOfDirectory(atPath: test.directory)
    for name in files { bytes += try Data(contentsOf: URL(filePath: "\(test.directory)/\(name)")) }
    return texts.filter { text in
      // As JSON has it, which is how bodies are stored.
      let written = (try? JSONEncoder().encode(text)).map { $0.dropFirst().dropLast() }
      return bytes.range(of: Data(text.utf8)) != nil
        || written.map { bytes.range(of: $0) != nil } ?? false
    }
  }

  /// The numbers of the tips that the search index knows words of.
  func indexed() throws -> Set<Int64> {
    try test.store.read { db in
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, tip_words, instance)")
      defer { try? db.execute(sql: "DROP TABLE temp.words") }
      return Set(try Int64.fetchAll(db, sql: "SELECT doc FROM temp.words"))
    }
  }
}
