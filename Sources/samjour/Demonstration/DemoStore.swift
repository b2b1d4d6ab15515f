import CaseStore
import Casework
import Demo
import Synchronization

/// Makes the training store of the demonstration.
enum DemoStore {
  /// The officers one may sit at the desk as.
  static var logins: String { DemoData.officers.map(\.login).joined(separator: ", ") }

  /// Makes a store with those events, each recorded at its own time.
  static func make(at path: String, _ events: [DemoEvent]) throws -> CaseStore {
    let time = SettableTime(events.first?.at ?? StoreClock.system.now())
    let founder = DemoData.officers[0]
    let store = try CaseStore.create(
      at: path, training: true,
      founder: Founder(login: founder.login, name: founder.name, unit: founder.unit),
      clock: StoreClock { time.now })
    var officers: [String: Officer] = [:]
    var references: [DemoSubject: Reference] = [:]
    for event in events {
      if officers[event.login] == nil {
        officers[event.login] = try store.officer(login: event.login)
      }
      guard let officer = officers[event.login], let action = event.action(references: references)
      else {
        throw Complaint(
          .badData,
          Phrase(sv: "övningens data går inte ihop", en: "the demonstration's data do not agree"))
      }
      time.now = event.at
      let receipt = try store.record(action, by: officer)
      if let subject = event.makes { references[subject] = receipt.reference }
    }
    // From here on it is a store like any other, with the time that it is.
    return try CaseStore(at: path)
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
