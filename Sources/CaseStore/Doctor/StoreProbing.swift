import Casework
import Foundation
import GRDB

extension StoreProbe {
  /// Looks at a store and what belongs to it, and changes nothing. `scratch` is a directory where the
  /// lists are made anew to be compared, in a file that has lost its name; `rescue` is where a desk of
  /// this officer leaves drafts. Blocks; to be called where this process has no connection to the
  /// store. `progress` is told how many entries have been read now and then.
  public init(
    of path: String, thoroughness: Thoroughness, scratch: String, rescue: String?,
    clock: StoreClock = .system, progress: (Int64) -> Void = { _ in }
  ) {
    self.init(path: path, now: clock.now())
    store = File(path)
    isHidden = store == nil && errno == EACCES
    directory = File(StoreFiles.directory(of: path))
    wal = File(StoreFiles.wal(of: path), follows: false)
    index = File(StoreFiles.index(of: path), follows: false)
    bell = File(StoreFiles.doorbell(of: path), follows: false)
    header = Header(path)
    var system = statvfs()
    if statvfs(StoreFiles.directory(of: path), &system) == 0 {
      isReadOnlySystem = system.f_flag & UInt(ST_RDONLY) != 0
      free = Int64(clamping: UInt64(system.f_bavail) * UInt64(system.f_frsize))
    }
    holders = StoreHolders.of(path)
    isLogLost = store != nil && StoreFiles.isLogLost(path)
    canWatch = Self.canWatch(StoreFiles.directory(of: path))
    self.rescue = rescue.flatMap { File($0) == nil ? nil : $0 }
    guard let store, store.isRegular, store.isReadable, header?.isStore == true, !isLogLost,
      [wal, index].allSatisfy({ $0?.isRegular ?? true })
    else { return }
    do {
      content = .read(try Reading(path, thoroughness, scratch: scratch, clock, progress))
    } catch let error as StoreError {
      content = .unreadable(error)
    } catch {
      content = .notRead
    }
  }

  private static func canWatch(_ directory: String) -> Bool {
    let watch = inotify_init1(Int32(IN_CLOEXEC))
    guard watch >= 0 else { return false }
    defer { close(watch) }
    return inotify_add_watch(watch, directory, UInt32(IN_DELETE_SELF)) >= 0 || errno != ENOSPC
  }
}

extension StoreProbe.File {
  /// Nil, with `errno`, where there is none. A link that is not followed is no plain file.
  fileprivate init?(_ path: String, follows: Bool = true) {
    var status = stat()
    guard (follows ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    size = Int64(status.st_size)
    mode = Int(status.st_mode & 0o7777)
    group = status.st_gid
    isReadable = access(path, R_OK) == 0
    isWritable = access(path, W_OK) == 0
  }
}

extension StoreProbe.Header {
  /// Nil where nothing can be read.
  fileprivate init?(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let header = StoreHeader(file)
    isStore = header?.application == Int64(Schema.applicationID)
    bytes = header?.bytes ?? 0
  }
}

extension StoreProbe.Reading {
  fileprivate init(
    _ path: String, _ thoroughness: Thoroughness, scratch: String, _ clock: StoreClock,
    _ progress: (Int64) -> Void
  ) throws {
    let store = try CaseStore(at: path, clock: clock, readOnly: true)
    try store.read { db in
      isOlder = try !Schema.migrator.hasCompletedMigrations(db)
      let check = thoroughness == .full ? "integrity_check" : "quick_check"
      damage = try String.fetchAll(db, sql: "PRAGMA \(check)(10)").filter { $0 != "ok" }
      head = try CaseStore.head(db)
      latest = try Int64.fetchOne(
        db, sql: "SELECT recorded_at FROM journal ORDER BY seq DESC LIMIT 1"
      ).map(Instant.init(milliseconds:))
      if thoroughness == .full {
        fault = try CaseStore.verdict(db, progress: progress).fault
      }
      orphans = try Row.fetchAll(db, sql: "SELECT pid, started FROM presence").count {
        !DeskProcess(pid: $0[0], started: $0[1]).isAlive
      }
    }
    guard thoroughness == .full, damage.isEmpty, fault == nil, !isOlder else { return }
    differing = try store.differingLists(scratch: scratch, progress: progress)
  }
}
