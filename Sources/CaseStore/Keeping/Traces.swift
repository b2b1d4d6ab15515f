import GRDB

/// What may still lie in the files of a store though it is gone from its tables. The store's own header
/// remembers it (`user_version`), in the transaction that leaves it there.
struct Traces: OptionSet {
  let rawValue: Int

  /// Something that is erased since, until the files are swept.
  static let ofErased = Traces(rawValue: 1)
  /// Lists as they were before a rebuild, until the file is written anew: what is erased later may be
  /// in them.
  static let ofLists = Traces(rawValue: 2)

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Those of a store.
  init(_ db: Database) throws {
    rawValue = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  static func add(_ traces: Traces, _ db: Database) throws {
    try Traces(db).union(traces).write(db)
  }

  /// Notes what is left once the files are swept; a whole sweep leaves nothing.
  static func sweep(compacting: Bool, _ db: Database) throws {
    let traces = try Traces(db)
    try (compacting || !traces.contains(.ofLists) ? [] : traces).write(db)
  }

  private func write(_ db: Database) throws {
    try db.execute(sql: "PRAGMA user_version = \(rawValue)")
  }
}
