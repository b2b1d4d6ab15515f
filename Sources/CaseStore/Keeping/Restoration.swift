import Casework
import Foundation
import GRDB

/// What restoring a store came to.
public struct Restoration: Sendable {
  /// Where the journal ends now.
  public let head: JournalHead
  /// How many entries of a journal export were laid over the copy.
  public let laid: Int64
  /// Where the store that stood there is now; nil where there was none.
  public let aside: String?
  /// How many entries of its access log and how many drafts could be brought over from it.
  public let brought: Int
}

/// What is to be restored, where, and by whom.
public struct RestoreRequest: Sendable {
  /// A copy that `backup` made.
  public var copy: String
  /// The store.
  public var path: String
  /// Who restores: a lead or an administrator in the copy and, where that can be read, in the store.
  public var login: String
  /// Whether entries that only the old store has may be left in it.
  public var leavesLater: Bool
  /// Whether the copy must be a training store: the officer or the time was chosen.
  public var onlyTraining: Bool
  /// The time.
  public var clock: StoreClock

  /// Takes the parts as they are.
  public init(
    copy: String, path: String, login: String, leavesLater: Bool = false,
    onlyTraining: Bool = false, clock: StoreClock = .system
  ) {
    self.copy = copy
    self.path = path
    self.login = login
    self.leavesLater = leavesLater
    self.onlyTraining = onlyTraining
    self.clock = clock
  }
}

extension CaseStore {
  /// Makes a store again from a copy and the entries recorded after it, `later`, which gives those of
  /// a journal export in their order. Both are checked whole before anything is touched, and nobody
  /// may use the store. All or nothing; what stood there is set aside, not written over. Throws
  /// ``StoreError`` and what `later` throws; then nothing is changed.
  public static func restore(
    _ request: RestoreRequest,
    later: (_ each: (JournalEntry) throws -> Void) throws -> Void = { _ in }
  ) throws -> Restoration {
    let request = request.resolved
    try StoreFiles.requireFile(request.copy)
    let holders = StoreHolders.of(request.path)
    guard holders.isEmpty else { throw StoreError.inUse(request.path, holders) }
    let old = OldStore(request.path)
    let work = try workFile(beside: request.path)
    defer { StoreFiles.remove(work) }
    try StoreFiles.copy(request.copy, to: work)
    let queue = try StoreError.translate(request.copy) {
      try DatabaseQueue(path: work, configuration: configuration(busyTimeout: 5))
    }
    let (head, laid) = try StoreError.translate(request.copy) {
      try prepare(queue, request, old, later)
    }
    if let last = old.head, last > head.seq, !request.leavesLater {
      throw StoreError.laterEntries(request.path, from: head.seq, to: last)
    }
    let replacement = try StoreReplacement(request.path, now: request.clock.now())
    try replacement.setAside()
    do {
      let standing = replacement.aside.map { OldStore($0) }
      guard standing?.head == old.head else { throw StoreError.changedMeanwhile(request.path) }
      let brought = try StoreError.translate(request.path) {
        let brought = try standing?.bring(to: queue) ?? 0
        try queue.close()
        return brought
      }
      try replacement.put(work)
      return Restoration(head: head, laid: laid, aside: replacement.aside, brought: brought)
    } catch {
      replacement.putBack()
      throw error
    }
  }

  private static func prepare(
    _ queue: DatabaseQueue, _ request: RestoreRequest, _ old: OldStore,
    _ later: (_ each: (JournalEntry) throws -> Void) throws -> Void
  ) throws -> (JournalHead, Int64) {
    try queue.read { db in
      try check(db, request.copy)
      _ = try requireWhole(db, request.copy)
    }
    try Schema.migrator.migrate(queue)
    var laid: Int64 = 0
    try queue.write { db in
      let isTraining = try Bool.fetchOne(db, sql: "SELECT is_training FROM store") ?? false
      guard old.isTraining == nil || old.isTraining == isTraining,
        isTraining || !request.onlyTraining
      else { throw StoreError.otherKind(request.path) }
      guard let officer = try OfficerProjection(db).officer(login: request.login),
        officer.mayRestore, old.letsRestore(request.login)
      else { throw StoreError.noRestore }
      var laying = try JournalLaying(db)
      try later { try laying.lay($0) }
      try laying.finish()
      laid = laying.count
      try db.execute(sql: "DELETE FROM presence")
      let basis: AccessBasis = officer.holds([.lead]) ? .lead : .ordinary
      try AccessLog(db).add(
        AccessGround(basis), nil, by: officer, way: .restore, at: request.clock.now())
    }
    return (try queue.read { try requireWhole($0, request.copy) }, laid)
  }

  /// A file of the caller's alone where the store is to be, so that it can be given its name.
  private static func workFile(beside path: String) throws -> String {
    let directory = StoreFiles.directory(of: path)
    if StoreFiles.identity(of: directory) == nil {
      try? FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
      chmod(directory, StoreFiles.directoryMode)
    }
    return try StoreFiles.makeTemporary("\(path).restore-")
  }
}

extension RestoreRequest {
  /// With links followed, so that it is the store itself that is replaced.
  fileprivate var resolved: RestoreRequest {
    var request = self
    request.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return request
  }
}

extension Officer {
  fileprivate var mayRestore: Bool { isActive && holds([.lead, .administrator]) }
}

/// What can still be read of the store that is to be replaced. Nothing of it need be readable.
private struct OldStore {
  let path: String
  /// The number of its last entry; nil where that can't be read.
  let head: Int64?
  let isTraining: Bool?
  private let restorers: Set<String>?

  init(_ path: String) {
    self.path = path
    var (head, isTraining, restorers): (Int64?, Bool?, Set<String>?) = (nil, nil, nil)
    try? Self.read(path) { db in
      isTraining = try Bool.fetchOne(db, sql: "SELECT is_training FROM store")
      head = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM journal")
      restorers = Set(
        try OfficerProjection(db).all().map(\.officer).filter(\.mayRestore).map(\.login))
    }
    (self.head, self.isTraining, self.restorers) = (head, isTraining, restorers)
  }

  func letsRestore(_ login: String) -> Bool { restorers?.contains(login) ?? true }

  private static func read(_ path: String, _ body: (Database) throws -> Void) throws {
    try StoreFiles.requireFile(path)
    try StoreFiles.requireOwnFiles(path)
    var configuration = CaseStore.configuration(busyTimeout: 5)
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { db in
      try CaseStore.check(db, path)
      try body(db)
    }
    try queue.close()
  }

  /// Brings what is in no journal over to the new store, as far as it can be read: who has read what
  /// since the copy was made, and what is half typed. Returns how many rows.
  func bring(to queue: DatabaseQueue) throws -> Int {
    var rows: [String: [Row]] = [:]
    // The last is that of this restoring.
    let known = try queue.read {
      try Int64.fetchOne($0, sql: "SELECT max(id) - 1 FROM access_log")
    }
    try? Self.read(path) { db in
      rows["access_log"] = try Row.fetchAll(
        db,
        sql: """
          SELECT at, officer, login, name, number, kind, basis, reason, way FROM access_log
          WHERE id > ? ORDER BY id
          """, arguments: [known ?? 0])
      rows["drafts"] = try Row.fetchAll(
        db, sql: "SELECT officer, key, body, updated_at FROM drafts")
    }
    return try queue.write { db in
      for row in rows["access_log"] ?? [] {
        try db.execute(
          sql: """
            INSERT INTO access_log (at, officer, login, name, number, kind, basis, reason, way)
            VALUES (?,?,?,?,?,?,?,?,?)
            """, arguments: StatementArguments(row.databaseValues))
      }
      for row in rows["drafts"] ?? [] {
        try db.execute(
          sql: """
            INSERT INTO drafts VALUES (?,?,?,?) ON CONFLICT DO UPDATE
            SET body = excluded.body, updated_at = excluded.updated_at
            WHERE excluded.updated_at > updated_at
            """, arguments: StatementArguments(row.databaseValues))
      }
      return rows.values.map(\.count).reduce(0, +)
    }
  }
}
