import GRDB

/// What may still lie in the files of a store though it is gone from its tables. The store's own header
/// remembers it (`user_version`), in the transaction that leaves it there.
struct Traces: Equatable {
  /// What is left in the files.
  struct Kinds: OptionSet {
    let rawValue: Int

    /// Something that is erased, until the files are swept.
    static let ofErased = Kinds(rawValue: 1)
    /// Lists as they were before a rebuild, until the file is written anew: what is erased later may
    /// be in them.
    static let ofLists = Kinds(rawValue: 2)
  }

  private(set) var kinds: Kinds
  /// Another each time that something is left, so that a sweep knows what was left before it.
  private var number: Int

  /// Those of a store.
  init(_ db: Database) throws {
    let value = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    kinds = Kinds(rawValue: value & 3)
    number = value >> 2
  }

  static func add(_ kinds: Kinds, _ db: Database) throws {
    var traces = try Traces(db)
    traces.kinds.formUnion(kinds)
    traces.number = (traces.number + 1) & 0xFFFF
    try traces.write(db)
  }

  /// The files are swept of these. Nothing is left then, but where a file that is not written anew has
  /// the lists of before a rebuild, or something was left meanwhile.
  func sweep(compacting: Bool, _ db: Database) throws {
    guard compacting || !kinds.contains(.ofLists), try Traces(db) == self else { return }
    var swept = self
    swept.kinds = []
    try swept.write(db)
  }

  private func write(_ db: Database) throws {
    try db.execute(sql: "PRAGMA user_version = \(number << 2 | kinds.rawValue)")
  }
}
