import Casework
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The case store: one SQLite file that all terminals of a host share.
///
/// The journal is the truth; projections are written in the same transaction as the facts they show.
/// Every call blocks and may be made from any thread. Nothing is reported as saved before it is
/// committed with `synchronous = FULL`.
public final class CaseStore: Sendable {
  /// Where the store is.
  public let path: String
  /// A store for courses, tests and demonstrations, plainly marked.
  public let isTraining: Bool
  /// Where the time comes from.
  public let clock: StoreClock

  private let readers: Readers
  private let busyTimeout: Double
  private let isReadOnly: Bool
  /// Opened for the first thing that is written: a desk shows its lists before.
  private let writer: Mutex<DatabaseQueue?>
  /// The store itself, where this one shows how it stood before (``asOf(_:in:progress:)``): rights
  /// and secrecy are as they are there now.
  let live: CaseStore?
  /// The number of the present store's latest fact when it began to be looked back on; nil where this
  /// is the present store.
  public let lookedFrom: Int64?
  private let bell: Doorbell?
  let pressing = Pressing()
  private let identities: StoreFiles.Identities
  private let form = StoreForm()
  private let length = StoreLength()
  /// Whether the disk has refused a part of the log of writes (``sync()``).
  let isTorn = Atomic<Bool>(false)
  /// How many pages the log of writes had after a commit that is to be settled (``sync()``).
  private let unsettled = Atomic<Int32>(0)

  /// Opens a store and brings an older one up to date, which may take minutes: `updating` is called
  /// before that. `busyTimeout` is how many seconds to wait for others. Throws ``StoreError``.
  public init(
    at path: String, clock: StoreClock = .system, readOnly: Bool = false, busyTimeout: Double = 5,
    updating: () -> Void = {}
  ) throws {
    try StoreFiles.requireFile(path)
    try StoreFiles.requireOwnFiles(path)
    let opened = StoreFiles.identity(of: path)
    self.path = path
    self.clock = clock
    self.busyTimeout = busyTimeout
    isReadOnly = readOnly
    let (reader, writer, isTraining) = try StoreError.translate(path) {
      try Self.open(path, readOnly: readOnly, busyTimeout: busyTimeout, updating)
    }
    readers = Readers([reader], capacity: 3)
    self.writer = Mutex(writer)
    self.isTraining = isTraining
    live = nil
    lookedFrom = nil
    bell = readOnly ? nil : Doorbell(path)
    identities = StoreFiles.Identities(of: path)
    guard identities.store == opened else { throw StoreError.replaced(path) }
    try length.require(identities.size, path)
    retimeClocks(readOnly: readOnly)
  }

  /// Makes the table of clocks follow the site's routines where they have changed; desks that are open
  /// hear of it. A store that is busy or full, or opened for reading, opens all the same: then what
  /// it stands under holds here too, and the next opening tries again.
  private func retimeClocks(readOnly: Bool) {
    do {
      guard try read({ try ClockProjection($0).routines() }) != .inForce else { return }
      if !readOnly, (try? write { try ClockProjection($0).followRoutines() }) != nil { return }
      try read { _ = try ClockProjection($0).adoptRoutines() }
    } catch {
      // A store that cannot be read says so at the first question.
    }
  }

  /// The store as it stood at a moment, read from connections that know no present.
  init(
    past readers: [DatabaseQueue], at moment: Instant, of store: CaseStore, lookingFrom head: Int64
  ) {
    lookedFrom = head
    path = store.path
    isTraining = store.isTraining
    clock = StoreClock { moment }
    self.readers = Readers(readers, capacity: readers.count)
    busyTimeout = store.busyTimeout
    isReadOnly = true
    writer = Mutex(nil)
    live = store
    bell = nil
    identities = store.identities
  }

  /// Whether this is how the store stood at a moment before: nothing can be recorded.
  public var isPast: Bool { live != nil }

  /// The store as it is now: this one, but where it shows how it stood before.
  public var today: CaseStore { live ?? self }

  /// A connection that reads; and one that writes, where the store has had to be brought up to date.
  private static func open(
    _ path: String, readOnly: Bool, busyTimeout: Double, _ updating: () -> Void
  ) throws -> (DatabaseQueue, DatabaseQueue?, isTraining: Bool) {
    let reader = try reader(path, busyTimeout: busyTimeout)
    let isCurrent = try reader.read { db in
      try check(db, path)
      return try readOnly || Schema.migrator.hasCompletedMigrations(db)
    }
    var writer: DatabaseQueue?
    if !isCurrent {
      let opened = try self.writer(path, busyTimeout: busyTimeout)
      updating()
      try Schema.migrator.migrate(opened)
      writer = opened
    }
    let isTraining = try reader.read { db in
      try Bool.fetchOne(db, sql: "SELECT is_training FROM store") ?? false
    }
    return (reader, writer, isTraining)
  }

  private static func reader(_ path: String, busyTimeout: Double) throws -> DatabaseQueue {
    var configuration = configuration(busyTimeout: busyTimeout)
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func writer(_ path: String, busyTimeout: Double) throws -> DatabaseQueue {
    try DatabaseQueue(path: path, configuration: configuration(busyTimeout: busyTimeout))
  }

  static func check(_ db: Database, _ path: String) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard application == Schema.applicationID else { throw StoreError.notAStore(path) }
    guard try !Schema.migrator.hasBeenSuperseded(db) else { throw StoreError.newer(path) }
  }

  /// One connection: waits for others, forces every commit to the disk, keeps little in memory.
  static func configuration(busyTimeout: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = \(Durability.durable.synchronous);
          PRAGMA trusted_schema = OFF;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  /// Makes a store. Its founder becomes the first officer, with every role. Throws ``StoreError``,
  /// or a ``Refusal`` where the founder's login or name won't do; then no file is left.
  public static func create(
    at path: String, training: Bool, founder: Founder, clock: StoreClock = .system
  ) throws -> CaseStore {
    try StoreFiles.make(path)
    do {
      try StoreError.translate(path) {
        let queue = try DatabaseQueue(path: path, configuration: configuration(busyTimeout: 5))
        try queue.writeWithoutTransaction { db in
          try db.execute(
            sql: """
              PRAGMA application_id = \(Schema.applicationID);
              PRAGMA journal_mode = WAL;
              """)
        }
        try Schema.migrator.migrate(queue)
        try queue.write { db in
          try db.execute(
            sql: "INSERT INTO store VALUES (1, ?, 0, ?)",
            arguments: [training, JournalChain.origin])
          _ = try Recorder(db, now: clock.now(), officer: nil).record(founder.action)
        }
        try queue.close()
      }
    } catch {
      StoreFiles.remove(path)
      throw error
    }
    return try CaseStore(at: path, clock: clock)
  }

  // MARK: Access

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreError.translate(path) {
      try withReadingQueue { try $0.read(body) }
    }
  }

  private func openReader() throws -> DatabaseQueue {
    try requireSameFile()
    return try Self.reader(path, busyTimeout: busyTimeout)
  }

  /// The connection that writes. Throws ``StoreError`` where nothing can be written.
  private func openWriter() throws -> DatabaseQueue {
    try requireSameFile()
    guard !isPast else { throw StoreError.past }
    guard !isReadOnly else {
      throw StoreError(
        .readOnly,
        Phrase(sv: "Lagret är öppnat för läsning.", en: "The store is open for reading."))
    }
    return try writer.withLock { writer in
      if let writer { return writer }
      let opened = try StoreError.translate(path) {
        try Self.writer(path, busyTimeout: busyTimeout)
      }
      writer = opened
      return opened
    }
  }

  /// Whether the connection that writes is open.
  var hasWriter: Bool { writer.withLock { $0 != nil } }

  /// How long a commit outlasts.
  enum Durability {
    /// Also a power cut: the commit waits for the disk.
    case durable
    /// What ends with the processes anyway, such as who is at a desk: the next durable commit takes
    /// it to the disk, and a crash of the machine leaves the file as whole as before.
    case passing
    /// Also a power cut, once ``sync()`` has been called, as whoever shows something that it lets be
    /// shown does then: nothing that can be done later holds it up.
    case settled

    /// What SQLite calls it.
    fileprivate var synchronous: String { self == .durable ? "FULL" : "NORMAL" }
  }

  /// One immediate transaction; every open desk is told once it is committed, unless there is
  /// nothing in it for them.
  func write<Value>(
    _ durability: Durability = .durable, ringing: Bool = true, _ body: (Database) throws -> Value
  ) throws -> Value {
    let writer = try openWriter()
    let value = try StoreError.translate(path) {
      try writer.writeWithoutTransaction { db in
        try mend(db)
        // Said anew each time, so that no commit is less durable than it is meant to be and none
        // leaves what it deletes in the file, whatever a transaction before it did not put back.
        try db.execute(
          sql: "PRAGMA synchronous = \(durability.synchronous); PRAGMA secure_delete = ON")
        var value: Value?
        let pages = try db.leavingLog {
          try db.inTransaction(.immediate) {
            try form.require(db, path)
            value = try body(db)
            return .commit
          }
        }
        if ringing { bell?.ring() }
        if durability == .settled {
          unsettled.store(pages, ordering: .relaxed)
        } else if !db.shortenLog(of: pages), durability != .durable {
          isTorn.store(true, ordering: .relaxed)
        }
        return value
      }
    }
    guard let value else { throw StoreError.notAStore(path) }
    return value
  }

  /// Makes the commits durable that are not, whoever's they are, and shortens the log of writes. Throws
  /// ``StoreError``; then nothing more is saved before ``mend(_:)`` has gone well.
  func sync() throws {
    guard hasWriter else { return }
    try withWriter { db in
      var log: UnsafeMutablePointer<sqlite3_file>?
      // In this journal mode the file it gives is the write-ahead log.
      var code = sqlite3_file_control(db.sqliteConnection, nil, SQLITE_FCNTL_JOURNAL_POINTER, &log)
      if code == SQLITE_OK, let log, let methods = log.pointee.pMethods {
        code = methods.pointee.xSync(log, SQLITE_SYNC_NORMAL)
      }
      guard code == SQLITE_OK else {
        isTorn.store(true, ordering: .relaxed)
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
      _ = db.shortenLog(of: unsettled.exchange(0, ordering: .relaxed))
    }
  }

  /// What the disk did not take may be missing in the midst of the log of writes: a later commit, though
  /// on the disk, would end with it at a power cut. The log is brought into the store and begun anew.
  private func mend(_ db: Database) throws {
    guard isTorn.load(ordering: .relaxed) else { return }
    _ = try db.checkpoint(.truncate)
    isTorn.store(false, ordering: .relaxed)
  }

  /// The connection that writes, outside a transaction.
  func withWriter(_ body: (Database) throws -> Void) throws {
    let writer = try openWriter()
    try StoreError.translate(path) { try writer.writeWithoutTransaction(body) }
  }

  /// Wakes every open desk.
  func ringBell() {
    bell?.ring()
  }

  /// The connection that reads, outside a transaction.
  func withReader(_ body: (Database) throws -> Void) throws {
    try withReadingQueue { try $0.unsafeRead(body) }
  }

  /// A connection that reads, with nobody else using it, for another thread.
  func withReadingQueue<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    try readers.withOne(opening: openReader, body)
  }

  static func canRead(_ kind: SubjectKind, _ officer: Officer) -> Bool {
    switch kind {
    case .officer: officer.isActive
    case .tip: officer.holds(Role.readsTips)
    default: RecordKinds.of(kind).map { officer.holds($0.readers) } ?? false
    }
  }

  /// Reads as an officer, whose roles are looked up again each time: they may have been taken away
  /// since the desk was opened. Throws ``StoreError``.
  func read<Value>(
    _ kind: SubjectKind, as officer: Officer, _ body: (Database) throws -> Value
  ) throws -> Value {
    try read { db in
      _ = try permitted(to: kind, officer, db)
      return try body(db)
    }
  }

  /// The officer with the roles that stand now. Throws ``StoreError`` where they do not give subjects
  /// of the kind to read.
  func permitted(to kind: SubjectKind, _ officer: Officer, _ db: Database) throws -> Officer {
    guard let standing = try current(officer, db), Self.canRead(kind, standing) else {
      throw StoreError.notPermitted
    }
    return standing
  }

  /// The officer as registered now, also where this store shows how it stood before.
  func current(_ officer: Officer, _ db: Database) throws -> Officer? {
    if let live { return try live.read { try OfficerProjection($0).officer(id: officer.id) } }
    return try OfficerProjection(db).officer(id: officer.id)
  }

  /// Refuses to go on where the files at ``path`` are no longer those that were opened. Throws
  /// ``StoreError``.
  public func requireSameFile() throws {
    let now = StoreFiles.Identities(of: path)
    guard now != identities else { return try length.require(now.size, path) }
    guard now.store == identities.store else { throw StoreError.replaced(path) }
    // What is committed lies in a log that has lost its name: it is brought into the store itself,
    // unless somebody has begun a new one.
    if [nil, identities.wal].contains(now.wal), [nil, identities.index].contains(now.index) {
      let writer = writer.withLock(\.self)
      try? writer?.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    }
    throw StoreError.logLost(path)
  }

  /// As ``requireSameFile()``, and where a newer program has changed the store's form meanwhile, or
  /// the clock is before what was recorded last. Throws ``StoreError``.
  public func requireSound() throws {
    try requireSameFile()
    let latest = try read { db in
      try form.require(db, path)
      return try Int64.fetchOne(
        try db.cachedStatement(
          sql: "SELECT recorded_at FROM journal WHERE seq = (SELECT head_seq FROM store)"))
    }.map(Instant.init(milliseconds:))
    guard let latest, latest.since(clock.now()) > StoreClock.tolerance else { return }
    throw StoreError.clockBehind(latest)
  }
}

/// Who makes a store.
public struct Founder: Sendable {
  let action: Action

  /// The login is the operating system's.
  public init(login: String, name: String, unit: Casework.Unit) {
    action = Action(
      "officer.register",
      fields: [
        "login": .text(login), "name": .text(name), "unit": .text(unit.rawValue),
        "roles": .list(Role.allCases.map { .text($0.rawValue) }),
      ])
  }
}
