import CaseStore
import Casework
import Demo
import Foundation
import Synchronization

/// The store that is measured: as many tips as ``tipCount``, made once and kept.
public enum ManyTipsStore {
  /// How many tips; `SAMJOUR_BENCH_TIPS`, else a million.
  public static var tipCount: Int {
    ProcessInfo.processInfo.environment["SAMJOUR_BENCH_TIPS"].flatMap { Int($0) } ?? 1_000_000
  }

  /// Where it is; `SAMJOUR_BENCH_STORE`, else in the user's cache, outside the repository.
  public static var path: String { path(tips: tipCount) }

  private static func path(tips: Int) -> String {
    let environment = ProcessInfo.processInfo.environment
    if tips == tipCount, let path = environment["SAMJOUR_BENCH_STORE"], !path.isEmpty {
      return path
    }
    let home = environment["HOME"] ?? "/tmp"
    let cache = environment["XDG_CACHE_HOME"] ?? home + "/.cache"
    return "\(cache)/samjour-bench/\(tips).sqlite"
  }

  /// The officer who measures: the founder, with every role.
  public static let login = DemoData.officers[0].login

  /// Opens the store with so many tips and its open clocks; makes first what is missing.
  public static func open(tips: Int = tipCount) throws -> (store: CaseStore, officer: Officer) {
    let path = path(tips: tips)
    if !FileManager.default.fileExists(atPath: path) {
      try fill(path, tips: tips) { made in
        FileHandle.standardError.write(Data("\(made) tips\n".utf8))
      }
    }
    let store = try CaseStore(at: path)
    guard let officer = try store.officer(login: login) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    try OpenClocks(store: store, officer: officer, now: StoreClock.system.now()).record()
    return (store, officer)
  }

  /// Makes a store of that many tips and what officers have done with them, the last of it now: the
  /// first are recorded one by one, the others are copies of them. It stands at `path` only when it
  /// is whole.
  public static func fill(
    _ path: String, tips: Int, progress: (Int) -> Void = { _ in }
  ) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let unfinished = path + ".unfinished"
    for suffix in ["", "-wal", "-shm", "-bell"] { unlink(unfinished + suffix) }
    let recorded = min(tips, mostRecorded)
    let copies = (tips + recorded - 1) / recorded - 1
    let now = StoreClock.system.now()
    try record(recorded, in: unfinished, until: now.adding(minutes: -copies * minutesBetween))
    progress(recorded)
    if copies > 0 {
      var journal = try JournalCopies(unfinished)
      for copy in 1...copies {
        try journal.append(copy: copy, later: Int64(copy * minutesBetween) * 60_000)
        progress(recorded * (copy + 1))
      }
    }
    _ = try CaseStore(at: unfinished).rebuild()
    try FileManager.default.moveItem(atPath: unfinished, toPath: path)
    unlink(unfinished + "-bell")
  }

  /// Tips recorded through the rules.
  private static let mostRecorded = 10_000
  /// Five days lie between one copy and the next: 500 days for a million tips.
  private static let minutesBetween = 5 * 24 * 60

  private static func record(_ tips: Int, in path: String, until: Instant) throws {
    let generator = TipGenerator(tips: tips, until: until)
    let time = SettableTime(generator.start)
    let founder = DemoData.officers[0]
    let store = try CaseStore.create(
      at: path, training: true,
      founder: Founder(login: founder.login, name: founder.name, unit: founder.unit),
      clock: StoreClock { time.now })
    guard let officer = try store.officer(login: founder.login) else { return }
    for chunk in generator {
      time.now = chunk.until
      try record(chunk, in: store, by: officer)
    }
  }

  /// First the tips: what is done with them needs their references.
  private static func record(_ chunk: TipGenerator.Chunk, in store: CaseStore, by officer: Officer)
    throws
  {
    try record(chunk.officers, in: store, by: officer)
    let receipts = try record(chunk.tips, in: store, by: officer)
    let references = Dictionary(
      uniqueKeysWithValues: receipts.enumerated().map { (DemoSubject.tip($0), $1.reference) })
    let later = chunk.later.compactMap { $0.action(references: references) }
    try record(later, in: store, by: officer)
  }

  @discardableResult
  private static func record(_ actions: [Action], in store: CaseStore, by officer: Officer) throws
    -> [Receipt]
  {
    var receipts: [Receipt] = []
    for start in stride(from: 0, to: actions.count, by: 5000) {
      let batch = Array(actions[start..<min(start + 5000, actions.count)])
      for result in try store.record(batch: batch, by: officer) {
        receipts.append(try result.get())
      }
    }
    return receipts
  }
}

/// A time that is set.
private final class SettableTime: Sendable {
  private let value: Mutex<Instant>

  init(_ start: Instant) {
    value = Mutex(start)
  }

  var now: Instant {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
