import Casework
import Demo
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Random actions on every kind of subject, valid or not, by officers of every role.
@Suite("Random actions")
struct RandomActionTests {
  @Test("the lists are what the journal gives, now and at every moment before", arguments: 1...4)
  func lists(seed: UInt64) throws {
    let night = try RandomNight(seed: seed)
    try night.play(actions: 600, looks: 5)
    #expect(night.recorded > 150)
    try night.expectListsFromJournal()
    try night.expectWhatWasKnown()
  }

  @Test("redacting all there is leaves lists, figures and what can still be done", arguments: 5...6)
  func redacted(seed: UInt64) throws {
    let night = try RandomNight(seed: seed)
    try night.play(actions: 500, looks: 1)
    try night.redactAll()
    try night.expectListsFromJournal()
    try night.play(actions: 100, looks: 1)
    try night.expectListsFromJournal()
  }

  /// `make soak`: as many actions as the environment says.
  @Test(
    "the same holds for very many actions",
    .enabled(if: RandomNight.soakActions != nil, "SAMJOUR_ACTIONS says how many"))
  func soak() throws {
    let night = try RandomNight(seed: 2026)
    try night.play(actions: RandomNight.soakActions ?? 0, looks: 20)
    try night.expectListsFromJournal()
    try night.expectWhatWasKnown()
    night.report()
  }
}

/// A store on which random actions are taken, with pictures of its lists at moments between.
private final class RandomNight {
  static let soakActions = ProcessInfo.processInfo.environment["SAMJOUR_ACTIONS"].flatMap {
    Int($0)
  }

  let test: TestStore
  private(set) var recorded = 0
  private var actions: RandomActions
  private var officers: [String: Officer] = [:]
  private var pictures: [(Instant, StorePicture)] = []
  private var refused: [String: Int] = [:]
  private var accepted: [String: Int] = [:]

  init(seed: UInt64) throws {
    test = try TestStore()
    actions = RandomActions(seed: seed)
    for action in RandomActions.registrations {
      _ = try test.store.record(action, by: test.founder)
    }
    for row in try test.store.officers() {
      actions.spare(row.reference)
      officers[row.officer.login] = row.officer
    }
  }

  /// Takes actions, each at a later moment than the one before, and looks at the lists in between.
  func play(actions count: Int, looks: Int) throws {
    for index in 1...count {
      test.time.advance(minutes: actions.pause() + 1)
      let step = actions.next(now: test.time.now)
      try take(step.action, as: try #require(officers[step.login]))
      if index % max(1, count / looks) == 0 {
        pictures.append((test.time.now, try StorePicture(test.store)))
      }
    }
  }

  private func take(_ action: Action, as officer: Officer) throws {
    do {
      let receipt = try test.store.record(action, by: officer)
      recorded += 1
      accepted[action.id, default: 0] += 1
      actions.learn(receipt.reference, version: receipt.version, by: action.id)
      try read(receipt.reference, as: officer)
    } catch let refusal as Refusal {
      expectWords(refusal.message, action)
      refused[refusal.kind.rawValue, default: 0] += 1
    } catch let conflict as Conflict {
      expectWords(conflict.message, action)
      refused["conflict", default: 0] += 1
    }
  }

  /// Reads what a screen shows of it: to each role something or nothing, in both languages.
  private func read(_ reference: Reference, as officer: Officer) throws {
    guard let state = try test.store.subject(reference, as: test.founder) else {
      Issue.record("\(reference) was recorded and is not there")
      return
    }
    _ = state.clocksToMind(at: test.time.now)
    guard case .record(let record) = state else { return }
    let view = RecordView(record, for: officer, now: test.time.now)
    for section in view.sections { #expect(!section.title.sv.isEmpty && !section.rows.isEmpty) }
    _ = (view.title(.sv), view.title(.en), view.nextStep, view.status)
    for entry in record.entries.suffix(3) {
      let kind = "\(record.kind.rawValue).\(entry.name)"
      _ = view.words(of: RecordedFact(kind: kind, values: entry.values))
    }
  }

  private func expectWords(_ words: Phrase, _ action: Action) {
    guard words.sv.count < 8 || words.en.count < 8 || words.sv == words.en else { return }
    Issue.record("a refusal without words in both languages: \(words) to \(action)")
  }

  /// Redacts every entry that has words; the figures must not move.
  func redactAll() throws {
    let years = try Period.days("2000-01-01", "2050-01-01")
    let before = try test.store.statistics(years, as: test.founder)
    let facts = try test.store.facts(after: 0, limit: 10_000)
    var redacted = 0
    for fact in facts where fact.reference.kind != .officer {
      let action = Action(
        "\(fact.reference.kind.rawValue).redact", subject: fact.reference,
        fields: ["entry": .number(fact.version), "reason": .text("provas")])
      do {
        try test.store.write { db in
          let recorder = Recorder(db, now: test.time.now, officer: test.founder)
          _ = try recorder.record(action)
        }
        redacted += 1
      } catch let refusal as Refusal { expectWords(refusal.message, action) }
    }
    #expect(redacted > 80)
    let after = try test.store.statistics(years, as: test.founder)
    #expect(after.counts == before.counts)
    #expect(try test.store.verify().erased >= Int64(redacted))
    for fact in facts where fact.version == 1 { try read(fact.reference, as: test.founder) }
  }

  func expectListsFromJournal() throws {
    let live = try StorePicture(test.store)
    let head = try test.store.head()
    #expect(try test.store.rebuild() == head.seq)
    try StorePicture(test.store).expectSame(as: live, "rebuilt")
    #expect(try test.store.head() == head)
    #expect(try test.store.verify().fault == nil)
  }

  func expectWhatWasKnown() throws {
    for (moment, picture) in pictures {
      let past = try test.store.asOf(moment, in: test.directory)
      try StorePicture(past).expectSame(as: picture, "as of \(moment.iso8601)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.directory).count <= 4)
  }

  func report() {
    let never = ActionRegistry.all.map(\.id).filter { accepted[$0] == nil }
    print("recorded \(recorded), refused \(refused), never let through: \(never)")
  }
}

/// Every row of every list, and the states read through the journal.
struct StorePicture {
  private var tables: [String: [String]] = [:]

  init(_ store: CaseStore) throws {
    tables = try store.read { db in
      var tables: [String: [String]] = [:]
      for table in Schema.projectionTables where table != "tip_words" {
        tables[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map {
          "\($0)"
        }
      }
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, tip_words, instance)")
      tables["tip_words"] = try Row.fetchAll(
        db, sql: "SELECT term, doc FROM temp.words ORDER BY term, doc"
      ).map { "\($0)" }
      try db.execute(sql: "DROP TABLE temp.words")
      return tables
    }
    let head = try store.head()
    tables["head"] = ["\(head.seq) \(head.digest)"]
  }

  func expectSame(as other: StorePicture, _ when: String) throws {
    for (table, rows) in other.tables {
      let own = tables[table] ?? []
      guard own != rows else { continue }
      let missing = Set(rows).subtracting(own).sorted().prefix(3)
      let wrong = Set(own).subtracting(rows).sorted().prefix(3)
      Issue.record("\(when), \(table): \(Array(missing)) became \(Array(wrong))")
    }
  }
}
