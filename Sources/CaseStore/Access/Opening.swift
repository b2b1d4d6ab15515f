import Casework
import Foundation
import GRDB

/// A subject with its history, newest first: what is shown of it opened.
public struct SubjectContent: Sendable {
  /// Its reference.
  public let reference: Reference
  /// The subject.
  public let state: SubjectState
  /// Its latest facts, newest first.
  public let history: [HistoryEntry]
  /// What it refers to and what refers to it.
  public let links: [Reference]
  /// What a handover that refers to something protected is filled in from; nil for all else. It shows
  /// nothing that is masked before it is given the reasons (``HandoverMaterial/under(_:)``).
  public private(set) var material: HandoverMaterial?

  /// How many facts of its history are handed out.
  public static let historyLength = 500

  /// Takes the parts as they are.
  public init(
    _ reference: Reference, state: SubjectState, history: [HistoryEntry], links: [Reference]
  ) {
    self.reference = reference
    self.state = state
    self.history = history
    self.links = links
  }

  /// The same with what it is filled in from.
  func filling(_ material: HandoverMaterial?) -> SubjectContent {
    var copy = self
    copy.material = material
    return copy
  }
}

extension CaseStore {
  /// Opens a subject for an officer: who opens what, why and in what way is in the access log before
  /// anything is handed out (SoLPuL 2001:454 10 §). Nil where there is no such subject.
  ///
  /// The desk need not wait for the disk: what it opens without having to give a reason outlasts the
  /// program at once, and a power cut after ``settle()``, which the desk calls when it has shown it.
  /// All else waits.
  ///
  /// `earlier` are the reasons under which it stands open already; nil: it is opened now. Throws
  /// ``ReasonNeeded`` where a restricted case is asked for without a reason, and ``StoreError``,
  /// also where the log can't be written; then nothing is to be shown. Throws ``Refusal`` where the
  /// subject has been erased.
  public func open(
    _ reference: Reference, as officer: Officer, reasons: AccessReasons = AccessReasons(),
    earlier: AccessReasons? = nil, way: AccessWay
  ) throws -> SubjectContent? {
    guard let content = try opening(reference, as: officer, reasons, earlier, way) else {
      return nil
    }
    let filled = try filling(content, as: officer)
    guard reasons.masked != nil, earlier?.masked == nil, let current = try current(officer) else {
      return filled
    }
    // What is shown in it of other subjects for the reason is logged as theirs.
    for source in filled.referredSources {
      try log([AccessGround(.masked, reasons.masked)], source, by: current, way: way)
    }
    return filled
  }

  /// Opens and logs one subject by itself, with nothing filled in.
  func opening(
    _ reference: Reference, as officer: Officer, _ reasons: AccessReasons,
    _ earlier: AccessReasons?, _ way: AccessWay
  ) throws -> SubjectContent? {
    let read = try read { db in
      let current = try permitted(to: reference.kind, officer, db)
      guard let content = try content(of: reference, for: officer, db) else {
        if let erased = try History(db).erasure(of: reference) { throw erased }
        return (SubjectContent, Officer)?.none
      }
      return (content, current)
    }
    guard let (content, current) = read else { return nil }
    var grounds = earlier == nil ? [AccessGround(.ordinary)] : []
    switch content.state {
    case .officer: return content
    case .tip: break
    case .record(let record):
      let view = RecordView(record, for: current, now: clock.now(), reasons: reasons)
      guard !view.needsReason else { throw ReasonNeeded(reference) }
      grounds = view.grounds(earlier: earlier)
    }
    try log(grounds, reference, by: current, way: way)
    return content
  }

  /// A subject that stands open, read again after a change: no new opening, so nothing is logged.
  /// Throws ``StoreError``.
  public func content(of reference: Reference, as officer: Officer) throws -> SubjectContent? {
    try read(of: reference, as: officer).map { try filling($0, as: officer) }
  }

  /// The same with nothing filled in.
  func read(of reference: Reference, as officer: Officer) throws -> SubjectContent? {
    try read(reference.kind, as: officer) { try content(of: reference, for: officer, $0) }
  }

  /// All parts as they stand at one moment.
  private func content(of reference: Reference, for officer: Officer, _ db: Database) throws
    -> SubjectContent?
  {
    let coder = FactCoder()
    guard let state = try subject(reference, db, coder) else { return nil }
    return SubjectContent(
      reference, state: state,
      history: try History(db, coder).entries(
        of: reference, after: 0, limit: SubjectContent.historyLength),
      links: try links(of: reference, for: officer, db))
  }

  /// The officer with the roles held now, also where the store is shown as it stood before.
  func current(_ officer: Officer) throws -> Officer? {
    try read { try current(officer, $0) }
  }

  /// Takes to the disk what the desk has written in the access log, and waits for it. Throws
  /// ``StoreError``.
  public func settle() throws {
    do {
      try today.sync()
    } catch let error as StoreError where [.io, .full].contains(error.kind) {
      throw StoreError.notSettled(error)
    }
  }

  /// Writes what is about to be shown or to leave. Throws ``StoreError``: then it must not.
  func log(
    _ grounds: [AccessGround], _ reference: Reference? = nil, by officer: Officer, way: AccessWay
  ) throws {
    guard !grounds.isEmpty else { return }
    // What was known before is read now: the log is the present store's.
    let store = today
    let now = store.clock.now()
    let isBreakGlass = grounds.contains { $0.basis.isBreakGlass }
    do {
      try store.write(way == .desk && !isBreakGlass ? .settled : .durable, ringing: isBreakGlass) {
        db in
        for ground in grounds {
          try AccessLog(db).add(ground, reference, by: officer, way: way, at: now)
        }
      }
    } catch let error as StoreError {
      throw StoreError.notLogged(error)
    }
  }
}
