import CaseStore
import Casework
import Foundation
import Synchronization
import Testing

/// A store in a directory of its own that goes when the value does, with a clock that the test sets.
final class TestStore {
  let directory: String
  let path: String
  let store: CaseStore
  let founder: Officer
  let time: TestTime
  private let isTemporary: Bool

  /// 2026-11-21T20:00:00+01:00, a Saturday night.
  ///
  /// In a directory that is given it stays when the value goes.
  init(at start: Int64 = 1_795_287_600_000, in given: String? = nil) throws {
    directory = try given ?? Self.makeDirectory()
    isTemporary = given == nil
    path = directory + "/store.sqlite"
    time = TestTime(Instant(milliseconds: start))
    store = try CaseStore.create(
      at: path, training: true,
      founder: Founder(login: "chefen", name: "Charlotta Påhittad", unit: .emergency),
      clock: time.clock)
    guard let founder = try store.officer(login: "chefen") else {
      throw CocoaError(.featureUnsupported)
    }
    self.founder = founder
  }

  deinit {
    guard isTemporary else { return }
    try? FileManager.default.removeItem(atPath: directory)
  }

  static func makeDirectory() throws -> String {
    var template = Array("\(NSTemporaryDirectory())/samjour-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func officer(_ login: String, _ roles: [Role], unit: Casework.Unit = .outreach) throws -> Officer
  {
    _ = try store.record(
      Action(
        "officer.register",
        fields: [
          "login": .text(login), "name": .text(login.capitalized + " Påhittad"),
          "unit": .text(unit.rawValue), "roles": .list(roles.map { .text($0.rawValue) }),
        ]), by: founder)
    guard let officer = try store.officer(login: login) else {
      throw CocoaError(.featureUnsupported)
    }
    return officer
  }

  @discardableResult
  func tip(
    _ text: String = "Två barn tigger vid ingången", key: String? = nil, acute: String? = nil
  )
    throws -> Receipt
  {
    var fields: [String: FieldValue] = ["channel": .text("web"), "text": .text(text)]
    if let acute { fields["acute"] = .text(acute) }
    return try store.record(
      Action("tip.receive", fields: fields, sourceKey: key), by: founder)
  }

  @discardableResult
  func act(
    _ id: String, _ reference: Reference, _ fields: [String: FieldValue], expects: Int? = nil,
    by officer: Officer? = nil
  ) throws -> Receipt {
    try store.record(
      Action(id, subject: reference, expects: expects, fields: fields), by: officer ?? founder)
  }

  /// Makes a subject.
  func make(_ id: String, _ fields: [String: FieldValue], by officer: Officer? = nil) throws
    -> Reference
  {
    try store.record(Action(id, fields: fields), by: officer ?? founder).reference
  }

  func assess(_ reference: Reference) throws {
    try act(
      "tip.assess", reference, ["outcome": .text("investigate"), "ground": .text("Påhittad grund")])
  }
}

extension Period {
  /// From one day to another, both as ISO 8601 has them.
  static func days(_ from: String, _ to: String) throws -> Period {
    let first = try #require(CivilDate(iso8601: from))
    let last = try #require(CivilDate(iso8601: to))
    return try #require(Period(from: first, to: last))
  }
}

/// A clock that stands still until it is moved.
final class TestTime: Sendable {
  private let instant: Mutex<Instant>

  init(_ start: Instant) {
    instant = Mutex(start)
  }

  var clock: StoreClock { StoreClock { [self] in instant.withLock { $0 } } }

  var now: Instant { instant.withLock { $0 } }

  func set(_ moment: Instant) { instant.withLock { $0 = moment } }

  func advance(minutes: Int) {
    instant.withLock { $0 = $0.adding(minutes: minutes) }
  }
}

extension StoreError {
  /// The kind of the error that is thrown; nil where none is, or another.
  static func kind(_ body: () throws -> Void) -> Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.kind
    }
  }
}
