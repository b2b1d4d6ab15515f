import Casework

/// Proof that an action is durable.
public struct Receipt: Sendable, Hashable {
  /// The subject it acted on or made.
  public let reference: Reference
  /// The journal number of its fact.
  public let seq: Int64
  /// The subject's version after it.
  public let version: Int
  /// The sender's key was known: this is the receipt of the first delivery, nothing new was written.
  public let isRepeat: Bool
  /// What the officer should know of it: no rule was against it, and it may be a mistake.
  public var remarks: [Phrase] = []
}

/// The subject has moved on since the version an action was made against. Nothing was written.
public struct Conflict: Error, Sendable {
  /// The subject.
  public let reference: Reference
  /// The version the action was made against.
  public let expected: Int
  /// The version that stands.
  public let version: Int
  /// What has happened since, newest first.
  public let changes: [HistoryEntry]

  /// Who changed what, and what to do.
  public var message: Phrase {
    guard !changes.isEmpty else {
      return Phrase(
        sv: "\(reference) har version \(version), inte \(expected). Inget sparades.",
        en: "\(reference) has version \(version), not \(expected). Nothing was saved.")
    }
    let sv = changes.reversed().map { $0.summary.sv }.joined(
      separator: "; ")
    let en = changes.reversed().map { $0.summary.en }.joined(
      separator: "; ")
    return Phrase(
      sv: "\(reference) ändrades under tiden – \(sv). Inget sparades; se efter och spara igen.",
      en: "\(reference) was changed meanwhile – \(en). Nothing was saved; look and save again.")
  }
}

/// One action of an all-or-nothing batch could not be recorded, so none was.
public struct BatchStopped: Error, Sendable {
  /// Which, counted from 0.
  public let index: Int
  /// Why: ``Refusal`` or ``Conflict``.
  public let error: any Error
}
