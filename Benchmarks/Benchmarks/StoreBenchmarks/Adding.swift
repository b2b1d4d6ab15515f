import Benchmark
import CaseStore
import Casework
import GRDB
import ManyTips

/// A tip through the rules, the journal and the projections, and the rows that it made through GRDB
/// alone, in turn on two copies of the store.
func measureAdding() {
  let adding = Budget("Add a tip, durable")
  let bare = Budget("The same rows through GRDB alone")
  Benchmark(
    "Add a tip, durable",
    configuration: .init(warmupIterations: 0, maxDuration: .seconds(20), maxIterations: 1)
  ) { benchmark in
    let (copy, other) = (try StoreCopy("add"), try StoreCopy("bare"))
    let store = try CaseStore(at: copy.path)
    guard let officer = try store.officer(login: ManyTipsStore.login) else { return }
    let (rows, writer) = (try AddedRows(copy.path), try BareWriter(other.path))
    for round in 0..<400 {
      let action = Action("tip.receive", fields: NewTip.fields(round))
      benchmark.startMeasurement()
      let receipt = try adding.time { try store.record(action, by: officer) }
      benchmark.stopMeasurement()
      guard case .tip(let tip)? = try store.subject(receipt.reference, as: officer) else {
        continue
      }
      let added = try rows.read(receipt, words: tip.searchText)
      try bare.time { try writer.write(added) }
    }
  } teardown: {
    adding.report()
    bare.report()
    let ratio = adding.percentile(0.5).seconds / bare.percentile(0.5).seconds
    Budget.report(
      "Add a tip against GRDB alone, medians", "\((ratio * 100).rounded() / 100) ×",
      budget: "1.5 ×", isWithin: ratio <= 1.5)
  }
}

/// A tip as the form sends it.
private enum NewTip {
  static func fields(_ round: Int) -> [String: FieldValue] {
    [
      "channel": .text("phone"), "place": .text("Sergels torg, vid rulltrapporna"),
      "text": .text(
        """
        En flicka i tioårsåldern sitter vid rulltrapporna och säljer tidningar. Det är kallt och hon \
        har tunna kläder. En man står på avstånd och tar emot pengarna. Tips nummer \(round).
        """),
      "children": .list([.object(["sex": .text("female"), "ageFrom": .number(9)])]),
      "adults": .number(1), "activity": .list([.text("selling")]),
      "reporterName": .text("Kim Påhittad"),
      "reporterPhone": .text("070-174 06 \(round % 90 + 10)"),
    ]
  }
}

/// The rows that one new tip is.
private struct TipRows {
  let journal: Row
  let tip: Row
  let words: String
  let head: Int64
}

private struct AddedRows {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func read(_ receipt: Receipt, words: String) throws -> TipRows {
    try queue.read { db in
      guard
        let journal = try Row.fetchOne(
          db, sql: "SELECT * FROM journal WHERE seq = ?", arguments: [receipt.seq]),
        let tip = try Row.fetchOne(
          db, sql: "SELECT * FROM tips WHERE number = ?", arguments: [receipt.reference.number])
      else { throw DatabaseError(resultCode: .SQLITE_NOTFOUND) }
      return TipRows(journal: journal, tip: tip, words: words, head: receipt.seq)
    }
  }
}

/// Inserts rows as they are, one transaction for each tip, under the same safety settings.
private struct BareWriter {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func write(_ rows: TipRows) throws {
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try insert(rows.journal, "journal", db)
        try insert(rows.tip, "tips", db)
        try db.cachedStatement(sql: "INSERT INTO tip_words (rowid, words) VALUES (?, ?)")
          .execute(arguments: [rows.tip["number"], rows.words])
        try db.cachedStatement(sql: "UPDATE store SET head_seq = ?, head_digest = ?")
          .execute(arguments: [rows.head, rows.journal["digest"]])
        for name in ["open", "unassessed"] {
          try db.cachedStatement(sql: "UPDATE counters SET value = value + 1 WHERE name = ?")
            .execute(arguments: [name])
        }
        return .commit
      }
    }
  }

  private func insert(_ row: Row, _ table: String, _ db: Database) throws {
    let marks = Array(repeating: "?", count: row.count).joined(separator: ",")
    try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      .execute(arguments: StatementArguments(row.databaseValues))
  }
}
