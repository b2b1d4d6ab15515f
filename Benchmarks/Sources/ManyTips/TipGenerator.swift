import Casework
import Demo

/// Tips of years, in the words of the demonstration, made chunk by chunk.
struct TipGenerator: Sequence {
  /// Some days' tips and what officers do with them.
  struct Chunk {
    let until: Instant
    let officers: [Action]
    let tips: [Action]
    /// What is done with the tips, in order of time.
    let later: [DemoEvent]
  }

  /// The tips of one chunk; a few hundred open ones remain of each.
  static let chunkSize = 5000
  /// A chunk every other day, five weeks behind each.
  private static let minutesBetween = 2 * 24 * 60

  let tips: Int
  let until: Instant

  private var chunks: Int { (tips + Self.chunkSize - 1) / Self.chunkSize }

  /// When the first officer registers.
  var start: Instant { end(of: 0).adding(minutes: -60 * 24 * 60) }

  private func end(of chunk: Int) -> Instant {
    until.adding(minutes: -(chunks - 1 - chunk) * Self.minutesBetween)
  }

  func makeIterator() -> AnyIterator<Chunk> {
    var next = 0
    return AnyIterator {
      guard next < chunks else { return nil }
      defer { next += 1 }
      return chunk(next)
    }
  }

  private func chunk(_ index: Int) -> Chunk {
    let count = Swift.min(Self.chunkSize, tips - index * Self.chunkSize)
    let end = end(of: index)
    // Notes would be a third of all facts and say nothing new of speed.
    let events = DemoData.tips(until: end, count: count, seed: UInt64(index + 1))
      .filter { $0.action.id != "tip.note" }
    let officers = index == 0 ? DemoData.registrations(from: start).map(\.action) : []
    return Chunk(
      until: end, officers: officers, tips: events.filter(\.receivesTip).map(\.action),
      later: events.filter { !$0.receivesTip })
  }
}
