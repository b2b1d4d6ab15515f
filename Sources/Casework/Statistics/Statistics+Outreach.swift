extension Statistics {
  /// A pass is counted on the day it ended, those who were met on the day they were met.
  mutating func add(_ pass: Pass) {
    if let endedAt = pass.endedAt {
      count(.fieldReports, at: endedAt)
      count(.fieldHours, at: endedAt, by: pass.minutes ?? 0)
    }
    for sighting in pass.sightings {
      count(.adultsMet, at: sighting.happenedAt, by: sighting.adults)
      count(.childrenMet, at: sighting.happenedAt, by: sighting.children)
    }
  }

  /// A person: proved to be an adult, and concern reported without a case.
  mutating func add(_ person: Person) {
    if let assessed = person.adultAssessment, let from = assessed.number("assessedFrom") {
      count(
        .provedAdult, at: assessed.happenedAt,
        ["age": [Self.aboutTwenty.contains(from) ? "aboutTwenty" : "older"]])
    }
    for entry in person.record.all(ConcernReport.factName) { addConcern(entry, about: person) }
  }

  /// Years: an assumed child assessed to be at least that old proved to be "about 20".
  static let aboutTwenty = 18...22

  /// A concern report; one that does not say which unit made it is the emergency unit's.
  mutating func addConcern(_ entry: Record.Entry, about person: Person?) {
    let isOutreach = entry.choice("unit") == Unit.outreach.rawValue
    count(
      isOutreach ? .concernsByOutreach : .concernsByEmergency, at: entry.happenedAt,
      [
        "about": [ConcernLabel(entry, about: person).key],
        "purpose": entry.choices("suspected"),
      ])
  }

  mutating func addMeeting(_ record: Record) {
    for entry in record.all("held") {
      count(.meetings, at: entry.happenedAt, ["party": entry.choices("parties")])
    }
  }
}

/// What a concern report was about, as the project named its own: "pojke 15 år, tiggeri".
struct ConcernLabel: Hashable {
  let sex: Sex?
  let age: Int?
  let purposes: [Purpose]
  let basis: ConcernBasis
  let isParent: Bool

  init(_ entry: Record.Entry, about person: Person?) {
    sex = person?.sex
    age = person?.age(on: Stockholm.civil(entry.happenedAt).date)
    let suspected: [Purpose] = entry.terms("suspected")
    purposes = Purpose.allCases.filter { suspected.contains($0) }
    basis = entry.term("restsOn") ?? .met
    isParent = entry.flag("ownChild") ?? false
  }

  /// "male-15-begging-met": what stands in the files of the report.
  var key: String {
    [
      sex?.rawValue ?? "child", age.map(String.init) ?? "unknown",
      purposes.isEmpty ? "none" : purposes.map(\.rawValue).joined(separator: "+"), basis.rawValue,
    ].joined(separator: "-") + (isParent ? "-parent" : "")
  }

  init?(key: String) {
    let parts = key.split(separator: "-").map(String.init)
    guard parts.count >= 4, let basis = ConcernBasis(rawValue: parts[3]) else { return nil }
    sex = Sex(rawValue: parts[0])
    age = Int(parts[1])
    purposes = parts[2].split(separator: "+").compactMap { Purpose(rawValue: String($0)) }
    self.basis = basis
    isParent = parts.count > 4
  }

  var title: Phrase {
    let who = sex?.childTitle ?? Phrase(sv: "barn", en: "child")
    var parts = [
      age.map { Phrase(sv: "\(who.sv) \($0) år", en: "\(who.en) of \($0)") } ?? who
    ]
    parts += purposes.map(\.title)
    if isParent {
      parts.append(Phrase(sv: "med eget litet barn", en: "with a small child of its own"))
    }
    if basis != .met { parts.append(basis.title) }
    return .list(parts)
  }
}

extension Person {
  /// The age in whole years on a day, for the figures: by the day of birth, or as it was claimed, or
  /// the least it was estimated to be. Nil where nobody has said.
  func age(on day: CivilDate) -> Int? {
    birthDate?.years(until: day) ?? claimedAge ?? estimatedAge.from ?? estimatedAge.to
  }
}
