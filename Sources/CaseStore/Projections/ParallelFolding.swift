import Casework
import Dispatch
import Foundation
import GRDB
import Synchronization

/// A subject's current state, ready to be written.
enum FoldedSubject: Sendable {
  case tip(TipImage)
  case officer(Officer, version: Int64, number: Int64)
  case record(Casework.Record, version: Int64, number: Int64)

  /// Nil where the facts make no subject that this program knows.
  init?(_ facts: [StoredFact], _ folding: Folding) throws {
    guard let first = facts.first, let last = facts.last else { return nil }
    switch try folding.state(nil, after: facts) {
    case .tip(let tip)?:
      self = .tip(TipImage(tip, version: last.version, number: first.seq))
    case .officer(let officer)?:
      self = .officer(officer, version: last.version, number: first.seq)
    case .record(let record)?:
      self = .record(record, version: last.version, number: first.seq)
    case nil: return nil
    }
  }
}

/// Processors that fold chunks in the order they are given.
final class Folders: Sendable {
  private let queues: [DispatchQueue]

  /// All processors of the machine but those that `others` threads keep busy.
  init(besides others: Int) {
    queues = (0..<max(0, ProcessInfo.processInfo.activeProcessorCount - others)).map {
      DispatchQueue(label: "samjour.folding.\($0 + 1)")
    }
  }

  /// Sets them to work on a chunk, once they are done with those before it.
  func fold(_ chunk: JournalChunk) -> ParallelFolding {
    let folding = ParallelFolding(chunk)
    for queue in queues { folding.start(on: queue) }
    return folding
  }
}

/// Folds a chunk's subjects on several processors, that of who asks for the result among them once it
/// does.
final class ParallelFolding: Sendable {
  private static let sliceSize = 64

  /// How many facts are folded.
  let facts: Int64
  /// Whether one of them has lost its body.
  let hasErased: Bool
  private let slices: [ArraySlice<[StoredFact]>]
  private let taken = Atomic<Int>(0)
  private let results: Mutex<[Result<[FoldedSubject], any Error>?]>
  private let helpers = DispatchGroup()

  fileprivate init(_ chunk: JournalChunk) {
    facts = chunk.facts
    hasErased = chunk.hasErased
    slices = stride(from: 0, to: chunk.subjects.count, by: Self.sliceSize).map {
      chunk.subjects[$0..<min($0 + Self.sliceSize, chunk.subjects.count)]
    }
    results = Mutex(Array(repeating: nil, count: slices.count))
  }

  fileprivate func start(on queue: DispatchQueue) {
    queue.async(group: helpers) { self.work() }
  }

  /// To be called before another thread may ask for the result, by who will ``help()``.
  func promiseHelp() { helpers.enter() }

  /// Takes part until all is folded or taken by others.
  func help() {
    work()
    helpers.leave()
  }

  /// Takes part until all is folded; the subjects in the order they were given.
  func finish() throws -> [FoldedSubject] {
    work()
    helpers.wait()
    return try results.withLock { $0 }.flatMap { try $0?.get() ?? [] }
  }

  private func work() {
    let folding = Folding()
    while true {
      let index = taken.add(1, ordering: .relaxed).oldValue
      guard index < slices.count else { return }
      let result = Result {
        try slices[index].compactMap { try FoldedSubject($0, folding) }
      }
      results.withLock { $0[index] = result }
    }
  }
}

/// The journal that one connection both reads and writes beside, some chunks ahead of who takes them.
struct ChunksAhead {
  private static let ahead = 4

  private let chunks: JournalChunks
  private let folders = Folders(besides: 1)
  private var folded: ArraySlice<ParallelFolding> = []

  /// For one thread, inside one transaction.
  init(_ db: Database) throws {
    chunks = try JournalChunks(db)
  }

  /// The next chunk; nil at the end.
  mutating func next() throws -> ParallelFolding? {
    while folded.count < Self.ahead, let chunk = try chunks.next() {
      folded.append(folders.fold(chunk))
    }
    return folded.popFirst()
  }
}
