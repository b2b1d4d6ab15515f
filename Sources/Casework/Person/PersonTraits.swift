import TextSafety

/// A reason why two may be the same, and what it weighs.
struct PersonReason: Sendable {
  let weight: Double
  let words: Phrase
}

/// What a person is recognised by, folded for comparing.
struct PersonTraits: Sendable {
  let isProtected: Bool
  let sex: Sex?
  let age: ClosedRange<Int>?
  let names: [[String]]
  let number: PersonalNumber?
  let birthDate: CivilDate?
  let siblings: [Reference]
  /// Stem and word of alias, marks and company.
  let words: [String: String]

  /// Text beyond this adds nothing to a comparison: bytes of UTF-8.
  private static let longest = 2000

  init(_ person: Person) {
    let record = person.record
    let siblings = record.references("siblings")
    self.init(isProtected: person.protection != nil, siblings: siblings) { record.value($0) }
  }

  init(isProtected: Bool, siblings: [Reference]? = nil, _ value: (String) -> FieldValue?) {
    func text(_ field: String) -> String? {
      guard case .text(let text)? = value(field) else { return nil }
      return String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
    }
    func number(_ field: String) -> Int? {
      guard case .number(let number)? = value(field) else { return nil }
      return number
    }
    func folded(_ field: String) -> [String] {
      SwedishFolding.fold(text(field) ?? "").split(separator: " ").map(String.init)
    }
    self.isProtected = isProtected
    sex = text("sex").flatMap(Sex.init(rawValue:))
    let (from, to) = (number("estimatedFrom"), number("estimatedTo"))
    age = from == nil && to == nil ? nil : min(from ?? 0, to ?? 120)...max(from ?? 0, to ?? 120)
    names = ["name", "claimedName"].map(folded).filter { !$0.isEmpty }
    self.number = text("personalNumber").flatMap { PersonalNumber($0) }
    birthDate = text("birthDate").flatMap { CivilDate(iso8601: $0) } ?? self.number?.birthDate
    self.siblings = siblings ?? Self.references(value("siblings"))
    var words: [String: String] = [:]
    for word in ["alias", "marks", "company", "otherSiblings"].flatMap(folded)
    where word.utf8.count >= 4 && !SwedishStem.isStopWord(word) {
      words[SwedishStem.of(word)] = word
    }
    self.words = words
  }

  private static func references(_ value: FieldValue?) -> [Reference] {
    guard case .list(let list)? = value else { return [] }
    return list.compactMap { if case .text(let text) = $0 { Reference(text) } else { nil } }
  }

  /// A reason with what is the same, left out where either person's data are protected.
  func reason(
    _ weight: Double, _ sv: String, _ en: String, _ detail: String, with other: PersonTraits
  ) -> PersonReason {
    guard !isProtected, !other.isProtected else {
      return PersonReason(weight: weight, words: Phrase(sv: sv, en: en))
    }
    let shown = SafeText(detail, limit: 60).string
    return PersonReason(weight: weight, words: Phrase(sv: "\(sv): \(shown)", en: "\(en): \(shown)"))
  }

  func sameNumber(as other: PersonTraits) -> PersonReason? {
    guard let number, number == other.number else { return nil }
    return PersonReason(
      weight: 6, words: Phrase(sv: "samma personnummer", en: "same personal number"))
  }

  func sameBirth(as other: PersonTraits) -> PersonReason? {
    guard let birthDate, birthDate == other.birthDate, number == nil || number != other.number
    else { return nil }
    return reason(2, "samma födelsedag", "same day of birth", birthDate.description, with: other)
  }

  /// The same name, or one that sounds nearly so: names are written by ear.
  func sameName(as other: PersonTraits) -> PersonReason? {
    for mine in names {
      for theirs in other.names where mine == theirs && mine.joined().count >= 3 {
        return reason(2.6, "samma namn", "same name", theirs.joined(separator: " "), with: other)
      }
    }
    for mine in names.joined() where mine.count >= 4 {
      for theirs in other.names.joined() where Self.isNear(mine, theirs) {
        return reason(1.4, "liknande namn", "similar name", "\(mine), \(theirs)", with: other)
      }
    }
    return nil
  }

  func sameSiblings(as other: PersonTraits) -> PersonReason? {
    let both = siblings.filter(other.siblings.contains)
    guard !both.isEmpty else { return nil }
    let names = both.map(\.description).joined(separator: ", ")
    return reason(1.8, "samma syskon", "same siblings", names, with: other)
  }

  /// Sex and age that fit; nil where one is unknown of either or speaks against.
  func sameLook(as other: PersonTraits) -> PersonReason? {
    guard let sex, sex == other.sex else { return nil }
    guard let age, let theirs = other.age, age.overlaps(theirs) else {
      return PersonReason(
        weight: 0.3,
        words: Phrase(sv: "också \(sex.childTitle.sv)", en: "also \(sex.childTitle.en)"))
    }
    return PersonReason(
      weight: 0.8,
      words: Phrase(
        sv: "också \(sex.childTitle.sv) i samma ålder",
        en: "also \(sex.childTitle.en) of the same age"))
  }

  /// What another sex, a far other age or another number takes from the score.
  func contradiction(of other: PersonTraits) -> Double {
    var weight = 0.0
    if let sex, let theirs = other.sex, sex != theirs { weight += 2 }
    if let number, let theirs = other.number, number != theirs { weight += 4 }
    if let age, let theirs = other.age {
      let apart = max(theirs.lowerBound - age.upperBound, age.lowerBound - theirs.upperBound)
      if apart > 2 { weight += 1.5 }
    }
    return weight
  }

  /// Whether at most one letter is changed, left out or put in.
  private static func isNear(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a), Array(b))
    guard abs(a.count - b.count) <= 1, b.count >= 4 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    return max(a.count, b.count) - start - end <= 1
  }
}
