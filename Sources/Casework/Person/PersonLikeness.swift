import Foundation
import TextSafety

/// Persons that may be the same as another, with reasons in words.
///
/// It proposes and merges nothing: an officer does. What is compared is names, numbers, ages and
/// what staff wrote down to recognise somebody by; never origin or language, by which persons may
/// not be searched (förordning 2001:637 15 §). The weights are for the order of the list alone.
public struct PersonLikeness: Sendable {
  /// A person that may be the same.
  public struct Match: Hashable, Sendable {
    /// The person.
    public let reference: Reference
    /// Why it may be the same, the strongest first; never empty. Protected data are not told.
    public let reasons: [Phrase]
    /// 0…1, for the order only.
    public let strength: Double
  }

  /// The most matches that are shown.
  public static let most = 8

  /// The score from which a person is shown: one strong reason, or several weak ones.
  private static let threshold = 1.8

  private let candidates: [(reference: Reference, traits: PersonTraits)]
  /// In how many candidates a word stands.
  private let counts: [String: Int]

  /// Reads the candidates once. Those that are merged stand under another and are left out.
  public init(candidates: [(Reference, Person)]) {
    self.candidates = candidates.filter { $0.1.mergedInto == nil }.map { ($0, PersonTraits($1)) }
    var counts: [String: Int] = [:]
    for word in self.candidates.flatMap(\.traits.words.keys) { counts[word, default: 0] += 1 }
    self.counts = counts
  }

  /// Who may be the same as a person that is on record; not those who are its siblings.
  public func matches(for reference: Reference, _ person: Person) -> [Match] {
    matches(PersonTraits(person), reference)
  }

  /// Who may be the same as one whose form is being filled in.
  public func matches(forValues values: [String: FieldValue]) -> [Match] {
    matches(PersonTraits(isProtected: false) { values[$0] }, nil)
  }

  private func matches(_ traits: PersonTraits, _ own: Reference?) -> [Match] {
    var found: [(score: Double, reference: Reference, reasons: [PersonReason])] = []
    for (reference, other) in candidates where reference != own {
      guard !traits.siblings.contains(reference),
        !(own.map(other.siblings.contains) ?? false)
      else { continue }
      var reasons = [
        traits.sameNumber(as: other), traits.sameName(as: other), traits.sameBirth(as: other),
        traits.sameSiblings(as: other), sharedWords(traits, other),
      ].compactMap { $0 }
      // That both are girls of that age is no reason of its own.
      guard !reasons.isEmpty else { continue }
      if let alike = traits.sameLook(as: other) { reasons.append(alike) }
      let score = reasons.reduce(0) { $0 + $1.weight } - traits.contradiction(of: other)
      if score >= Self.threshold { found.append((score, reference, reasons)) }
    }
    found.sort { ($0.score, $0.reference.number) > ($1.score, $1.reference.number) }
    return found.prefix(Self.most).map { score, reference, reasons in
      Match(
        reference: reference, reasons: reasons.sorted { $0.weight > $1.weight }.map(\.words),
        strength: 1 - exp(-score / 4))
    }
  }

  /// A word weighs more the fewer have it; one that more than one in twenty have weighs nothing.
  private func sharedWords(_ traits: PersonTraits, _ other: PersonTraits) -> PersonReason? {
    let common = max(4, candidates.count / 20)
    var shared: [(weight: Double, word: String)] = []
    for (stem, word) in traits.words where other.words[stem] != nil {
      guard let count = counts[stem], count <= common else { continue }
      shared.append((min(1.2, log(Double(candidates.count + 4) / Double(count)) / 3), word))
    }
    guard !shared.isEmpty else { return nil }
    let rarest = shared.sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }.prefix(4)
    return traits.reason(
      min(3.6, rarest.reduce(0) { $0 + $1.weight }), "samma kännetecken", "same marks",
      rarest.map(\.word).joined(separator: ", "), with: other)
  }
}
