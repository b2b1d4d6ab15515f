import TextSafety

/// The erasure of a subject when its time of keeping is over: the last of its facts, and the only
/// one with a body.
public struct Erasure: Hashable, Sendable, Codable {
  static let factName = "erased"

  /// The paragraph it rests on, "SoL 16:1".
  public let law: String
  /// Why an exception was made; nil where none was.
  public let reason: UntrustedText?
  /// What the subject adds to the figures: kinds, days and groups, nothing that says who.
  public let figures: [CountedFigure]

  /// Takes the parts as they are.
  public init(law: String, reason: UntrustedText?, figures: [CountedFigure]) {
    self.law = law
    self.reason = reason
    self.figures = figures
  }

  var words: FactWords {
    FactWords(
      title: Phrase(sv: "Gallrat enligt \(law)", en: "Erased under \(law)"),
      details: reason.map { [Reason($0).row] } ?? [])
  }
}

extension Fact {
  /// The erasure that the fact is; nil for any other.
  public var erasure: Erasure? {
    guard case .erased(_, let erasure) = self else { return nil }
    return erasure
  }

  /// Whether a fact of that name is a subject's erasure.
  public static func isErasure(_ kind: String) -> Bool {
    FactName(kind)?.name == Erasure.factName
  }

  /// Whether a fact of that name is the redaction of another.
  public static func isRedaction(_ kind: String) -> Bool {
    FactName(kind)?.name == Redaction.factName
  }
}
