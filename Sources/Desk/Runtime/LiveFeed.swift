import CaseStore
import Casework
import Foundation
import Glibc
import Synchronization

/// Follows the journal on a thread of its own and posts what is new.
///
/// The doorbell wakes it within about a millisecond of a commit in any process; `data_version`,
/// asked when the bell has been quiet for a second, is the net under it (DESIGN, The store).
public final class LiveFeed: Sendable {
  private let store: CaseStore
  private let officer: Officer
  private let feed: ChangeFeed
  private let mailbox: Mailbox
  /// The facts read at once.
  private static let most = 500
  private let stopped = Atomic<Bool>(false)

  /// What is told besides facts.
  private struct Besides: Equatable {
    let breach: Int64?
    let routines: Routines
  }

  /// Whether something may have been recorded before the doorbell was watched.
  private let startsBehind: Bool

  /// Follows for an officer, whose roles say what is told: the present store, also where what is shown
  /// is how it stood before. Throws where the doorbell cannot be watched.
  public init(store: CaseStore, officer: Officer, mailbox: Mailbox) throws {
    self.store = store.today
    startsBehind = store.isPast
    self.officer = officer
    self.mailbox = mailbox
    feed = try ChangeFeed(self.store)
  }

  /// Starts to follow after that entry.
  public func start(after seq: Int64) {
    let thread = Thread { [self] in follow(after: seq) }
    thread.name = "samjour-feed"
    thread.stackSize = 512 << 10
    thread.start()
  }

  /// Asks the thread to end; it does within a second.
  public func stop() {
    stopped.store(true, ordering: .relaxed)
  }

  private func follow(after start: Int64) {
    var last = start
    var told: Problem?
    var checked: ContinuousClock.Instant?
    // A change that has been noticed is asked for until it has been read.
    var isPending = startsBehind
    // What the bell has told of is in the version that the net finds next.
    var hasRung = false
    var isKnown = false
    var besides: Besides?
    while !stopped.load(ordering: .relaxed) {
      var wait = pollfd(fd: feed.descriptor, events: Int16(POLLIN), revents: 0)
      let isRung = poll(&wait, 1, 1000) > 0
      var trouble = told
      var isTold = false
      do {
        // Where the bell has rung there is something to read: the net is asked when it is quiet.
        if isRung {
          feed.drain()
          isPending = true
          isKnown = false
          hasRung = true
        } else {
          feed.watch()
          if try feed.dataVersionChanged() {
            isKnown = hasRung && !isPending
            isPending = true
          }
          hasRung = false
        }
        isTold = isPending
        if isPending { last = try tell(after: last, unlessKnown: isKnown, &besides) }
        isPending = false
        // The file under the desk is looked at once a second, however often it rings.
        if checked.map({ $0.duration(to: .now) >= .seconds(1) }) ?? true {
          trouble = unsound
          checked = .now
        }
      } catch {
        trouble = unsound ?? EffectRunner.problem(error)
        // A store that answers with errors is asked again after a second, not at once.
        _ = poll(nil, 0, 1000)
      }
      // A change that is told takes the trouble from the screen.
      if trouble != told || (trouble != nil && isTold) {
        mailbox.post(.storeTrouble(trouble))
      }
      told = trouble
    }
  }

  /// Posts what has been recorded after an entry, and gives the last of it; nothing where `isKnown`
  /// and there is nothing more than what the bell has told of. `latest` is what was told last besides
  /// facts.
  private func tell(
    after start: Int64, unlessKnown isKnown: Bool, _ latest: inout Besides?
  ) throws -> Int64 {
    var last = start
    var changes: StoreChanges
    repeat {
      changes = try store.changes(after: last, limit: Self.most, as: officer)
      let besides = Besides(breach: changes.latestBreach, routines: changes.routines)
      if isKnown && besides == latest && changes.facts.isEmpty { break }
      latest = besides
      mailbox.post(.storeChanged(changes))
      last = changes.facts.last?.seq ?? last
    } while changes.facts.count == Self.most
    return last
  }

  /// What keeps the store from being used as it stands, or its clocks from being believed.
  private var unsound: Problem? {
    do {
      try store.requireSound()
      return nil
    } catch {
      return EffectRunner.problem(error)
    }
  }
}
