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

/// Folds subjects on all processors, the caller's among them once it asks for the result.
final class ParallelFolding: Sendable {
  private static let sliceSize = 64

  private let slices: [ArraySlice<[StoredFact]>]
  private let taken = Atomic<Int>(0)
  private let results: Mutex<[Result<[FoldedSubject], any Error>?]>
  private let helpers = DispatchGroup()

  init(_ subjects: [[StoredFact]]) {
    slices = stride(from: 0, to: subjects.count, by: Self.sliceSize).map {
      subjects[$0..<min($0 + Self.sliceSize, subjects.count)]
    }
    results = Mutex(Array(repeating: nil, count: slices.count))
  }

  /// Sets the other processors to work.
  func start() {
    for _ in 1..<max(2, ProcessInfo.processInfo.activeProcessorCount) {
      DispatchQueue.global().async(group: helpers) { self.work() }
    }
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
