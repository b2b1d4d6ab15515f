import Casework
import Dispatch
import Foundation
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

/// All processors but the caller's, which fold chunks in the order they are given.
final class Folders {
  private let queues = (1..<max(2, ProcessInfo.processInfo.activeProcessorCount)).map {
    DispatchQueue(label: "samjour.folding.\($0)")
  }

  /// Sets them to work on a chunk, once they are done with those before it.
  func fold(_ chunk: JournalChunk) -> ParallelFolding {
    let folding = ParallelFolding(chunk)
    folding.start(on: queues)
    return folding
  }
}

/// Folds a chunk's subjects on several processors, the caller's among them once it asks for the result.
final class ParallelFolding: Sendable {
  private static let sliceSize = 64

  /// How many facts are folded.
  let facts: Int64
  private let slices: [ArraySlice<[StoredFact]>]
  private let taken = Atomic<Int>(0)
  private let results: Mutex<[Result<[FoldedSubject], any Error>?]>
  private let helpers = DispatchGroup()

  fileprivate init(_ chunk: JournalChunk) {
    facts = chunk.facts
    slices = stride(from: 0, to: chunk.subjects.count, by: Self.sliceSize).map {
      chunk.subjects[$0..<min($0 + Self.sliceSize, chunk.subjects.count)]
    }
    results = Mutex(Array(repeating: nil, count: slices.count))
  }

  fileprivate func start(on queues: [DispatchQueue]) {
    for queue in queues { queue.async(group: helpers) { self.work() } }
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
