import TextSafety

/// A child, or somebody taken for one, as it stands, read out of its record.
public struct Person: Hashable, Sendable {
  /// Its facts.
  public let record: Record

  /// Reads a record of a person.
  public init(_ record: Record) {
    self.record = record
  }

  /// A sighting that was of this person.
  public struct Link: Hashable, Sendable {
    /// The pass.
    public let pass: Reference
    /// The sighting's number in the history of the pass.
    public let sighting: Int
    /// How certain it is.
    public let certainty: LinkCertainty
    /// By what the person was recognised.
    public let recognised: UntrustedText?
  }

  /// What it is called among the staff: "flicka, röd jacka".
  public var alias: UntrustedText? { record.text("alias") }

  /// As it was taken to be.
  public var sex: Sex? { record.choice("sex").flatMap(Sex.init(rawValue:)) }

  /// The name in papers, or otherwise the one that was claimed.
  public var name: UntrustedText? { record.text("name") ?? record.text("claimedName") }

  /// The personal identity number; nil where it is not known.
  public var personalNumber: PersonalNumber? {
    record.choice("personalNumber").flatMap { PersonalNumber($0) }
  }

  /// The day of birth, given or told by the personal number.
  public var birthDate: CivilDate? {
    record.choice("birthDate").flatMap { CivilDate(iso8601: $0) } ?? personalNumber?.birthDate
  }

  /// How certain it is who it is.
  public var identity: IdentityCertainty {
    record.choice("identity").flatMap(IdentityCertainty.init(rawValue:))
      ?? (name == nil ? .unknown : .claimed)
  }

  /// The estimated age, years; either end may be open.
  public var estimatedAge: (from: Int?, to: Int?) {
    (record.number("estimatedFrom"), record.number("estimatedTo"))
  }

  /// The claimed age, years.
  public var claimedAge: Int? { record.number("claimedAge") }

  /// The assessment as adult that stands; nil where there is none.
  public var adultAssessment: Record.Entry? {
    record.latest(of: "assessedAdult", "assessedChild").flatMap {
      $0.name == "assessedAdult" ? $0 : nil
    }
  }

  /// Whether it has been assessed to be 18 or older.
  public var isAssessedAdult: Bool { adultAssessment != nil }

  /// The least age that is established, years: of an assessment as adult, or of a day of birth where
  /// the identity is supported or verified. Nil where nothing is established; estimates and claims
  /// never count.
  public func establishedAge(on day: CivilDate) -> Int? {
    let assessed = adultAssessment?.number("assessedFrom")
    guard [.supported, .verified].contains(identity), let birthDate else { return assessed }
    let (born, today) = (birthDate.components, day.components)
    let isBefore = (today.month, today.day) < (born.month, born.day)
    return max(today.year - born.year - (isBefore ? 1 : 0), assessed ?? 0)
  }

  /// The least age there may be, years: the day of birth where the identity is supported or verified,
  /// else what was assessed and what was estimated at their lowest. Nil where nobody has said.
  public func lowestAge(on day: CivilDate) -> Int? {
    guard !hasEstablishedBirth else { return establishedAge(on: day) }
    return [establishedAge(on: day), estimatedAge.from].compactMap(\.self).max()
  }

  /// The highest age there may be, years; nil where nobody has said, or the day of birth is established.
  public func highestAge(on day: CivilDate) -> Int? {
    guard !hasEstablishedBirth else { return nil }
    return [adultAssessment?.number("assessedTo"), estimatedAge.to].compactMap(\.self).max()
  }

  private var hasEstablishedBirth: Bool {
    [.supported, .verified].contains(identity) && birthDate != nil
  }

  /// The one it was merged into and stands under now; nil where it stands alone.
  public var mergedInto: Reference? {
    record.latest(of: "merged", "split").flatMap {
      $0.name == "merged" ? $0.references("into").first : nil
    }
  }

  /// The protection of its personal data that stands; nil where there is none.
  public var protection: PersonalDataProtection? {
    record.present.latest(of: "protected", "unprotected").flatMap {
      $0.name == "protected"
        ? $0.choice("protection").flatMap(PersonalDataProtection.init(rawValue:)) ?? .unknown : nil
    }
  }

  /// The sightings that are linked now, in the order they were linked.
  public var links: [Link] {
    var links: [Link] = []
    for entry in record.entries where ["sightingLinked", "sightingUnlinked"].contains(entry.name) {
      guard let pass = entry.references("pass").first, let sighting = entry.number("sighting")
      else { continue }
      links.removeAll { $0.pass == pass && $0.sighting == sighting }
      guard entry.name == "sightingLinked" else { continue }
      let certainty = entry.choice("certainty").flatMap(LinkCertainty.init(rawValue:))
      links.append(
        Link(
          pass: pass, sighting: sighting, certainty: certainty ?? .possible,
          recognised: entry.text("recognised")))
    }
    return links
  }
}

extension Record {
  /// The choice given last for a field.
  func choice(_ field: String) -> String? {
    guard case .text(let text)? = value(field) else { return nil }
    return text
  }

  /// The number given last for a field.
  func number(_ field: String) -> Int? {
    guard case .number(let number)? = value(field) else { return nil }
    return number
  }
}
