import TextSafety

/// How long a file may be kept, and under what paragraph.
public enum RetentionLaw: String, Sendable, CaseIterable {
  /// A file is erased five years after the last note in it.
  case fiveYears = "SoL 16:1"
  /// The file of a child that was placed is never erased.
  case placed = "SoL 16:2"
  /// The investigation of a child is not erased before the person is thirty.
  case childInvestigation = "SoL 16:2 a"

  /// What the paragraph says, in a few words.
  public var title: Phrase {
    switch self {
    case .fiveYears:
      Phrase(sv: "fem år efter den sista anteckningen", en: "five years after the last note")
    case .placed: Phrase(sv: "barnet har varit placerat", en: "the child was placed")
    case .childInvestigation:
      Phrase(sv: "barnutredning, personen fyller 30", en: "child investigation, turning 30")
    }
  }
}

/// What the rules of keeping ask about a file (personakt): the subjects that belong together and are
/// erased together.
public struct RetentionFile: Hashable, Sendable {
  /// The civil day in Stockholm on which the last note in it was recorded.
  public var lastNote: CivilDate
  /// Whether a child in it was ever placed.
  public var isPlaced: Bool
  /// The latest day on which the youngest child that was investigated can have been born; nil where
  /// no child was.
  public var investigatedBorn: CivilDate?

  /// Takes the answers as they are.
  public init(lastNote: CivilDate, isPlaced: Bool, investigatedBorn: CivilDate?) {
    self.lastNote = lastNote
    self.isPlaced = isPlaced
    self.investigatedBorn = investigatedBorn
  }

  /// Reads the answers out of what stands. `firstNote` and `lastNote` are when the first and the
  /// last of the file's facts were recorded.
  public init(_ states: [SubjectState], firstNote: Instant, lastNote: Instant) {
    let records = states.compactMap { if case .record(let record) = $0 { record } else { nil } }
    let tips = states.compactMap { if case .tip(let tip) = $0 { tip } else { nil } }
    self.lastNote = Stockholm.civil(lastNote).date
    isPlaced = records.contains { [.case, .custody].contains($0.kind) && $0.has("placed") }
    guard Self.isInvestigated(records, tips) else {
      investigatedBorn = nil
      return
    }
    let persons = records.filter { $0.kind == .person }.map(Person.init)
    let unknown = Stockholm.civil(firstNote).date
    let children = persons.filter { !$0.isAssessedAdult }.map { $0.latestBirth ?? unknown }
    // Who was assessed to be an adult was no child; whom nobody has registered may be a newborn.
    investigatedBorn = persons.isEmpty ? Self.latestBirth(tips) ?? unknown : children.max()
  }

  /// An investigation was opened here or in a district, or a child was taken into custody, which no
  /// board does without one.
  private static func isInvestigated(_ records: [Record], _ tips: [Tip]) -> Bool {
    records.contains { record in
      switch record.kind {
      case .case: record.all("investigationAnswered").contains { $0.flag("opened") == true }
      case .custody: record.has("decided")
      default: false
      }
    } || tips.contains { $0.preliminary?.outcome == .opened }
  }

  private static func latestBirth(_ tips: [Tip]) -> CivilDate? {
    tips.flatMap { tip in
      (tip.report.children ?? []).map { child in
        Stockholm.civil(tip.receivedAt).date.years(earlier: child.ageFrom ?? 0)
      }
    }.max()
  }
}

/// What becomes of a file.
public enum RetentionRuling: Hashable, Sendable {
  /// It is never erased (SoL 16:2).
  case kept
  /// It is to be erased from that day on.
  case erasable(from: CivilDate, RetentionLaw)
}

extension RetentionFile {
  /// What the law says of the file.
  public var ruling: RetentionRuling {
    guard !isPlaced else { return .kept }
    // A time in years ends on the day of the same number (lag 1930:173); the day after, it is over.
    let fiveYears = lastNote.years(later: 5).adding(days: 1)
    guard let thirty = investigatedBorn?.birthday(30), thirty > fiveYears else {
      return .erasable(from: fiveYears, .fiveYears)
    }
    return .erasable(from: thirty, .childInvestigation)
  }
}

extension RetentionRuling {
  /// The one that keeps longer.
  public static func longer(_ a: RetentionRuling, _ b: RetentionRuling) -> RetentionRuling {
    guard case .erasable(let first, _) = a, case .erasable(let second, _) = b else { return .kept }
    return first >= second ? a : b
  }

  /// The paragraph it rests on.
  public var law: RetentionLaw {
    switch self {
    case .kept: .placed
    case .erasable(_, let law): law
    }
  }

  /// Decides whether a file may be erased on a day: when it is due, or before that with a reason for
  /// the exception. What is kept for ever is never erased. Throws ``Refusal``.
  public func confirm(on day: CivilDate, reason: UntrustedText?) throws(Refusal) {
    switch self {
    case .kept:
      throw Refusal(
        .rule,
        Phrase(
          sv: "akten gallras aldrig: \(law.title.sv)",
          en: "the file is never erased: \(law.title.en)"
        ), law: law.rawValue)
    case .erasable(let from, _):
      guard day < from, reason?.isBlank ?? true else { return }
      throw Refusal(
        .rule,
        Phrase(
          sv:
            "akten gallras tidigast \(from): \(law.title.sv); ett undantag kräver skäl (--reason)",
          en:
            "the file is erased \(from) at the earliest: \(law.title.en); an exception takes a reason"
        ), field: "reason", law: law.rawValue)
    }
  }
}

extension Person {
  /// The latest day on which the person can have been born, by what has been said of it; nil where
  /// nothing has. A claim of being older does not shorten the time.
  fileprivate var latestBirth: CivilDate? {
    let ages = ["claimedAge", "estimatedFrom"].compactMap { field -> CivilDate? in
      let said = record.entries.filter { $0.number(field) != nil }
        .max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
      return said.flatMap { entry in
        entry.number(field).map { Stockholm.civil(entry.happenedAt).date.years(earlier: $0) }
      }
    }
    return ([birthDate].compactMap(\.self) + ages).max()
  }
}

extension CivilDate {
  /// The day of the same number that many years later, or the month's last.
  func years(later years: Int) -> CivilDate {
    let (year, month, day) = components
    let last = CivilDate.daysIn(month: month, year: year + years)
    return CivilDate(year: year + years, month: month, day: min(day, last)) ?? self
  }

  func years(earlier years: Int) -> CivilDate { self.years(later: -years) }

  /// The day on which who was born on this one has turned so many years: born on 29 February, the
  /// 1 March of other years.
  fileprivate func birthday(_ years: Int) -> CivilDate {
    let (year, month, day) = components
    return CivilDate(year: year + years, month: month, day: day)
      ?? self.years(later: years).adding(days: 1)
  }
}
