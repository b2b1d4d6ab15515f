// What the rules and forms of the program use, told as entries: nothing is written twice.
extension HandbookEntry {
  /// The day whose law the program's rules follow.
  static let lawAsOf = "2026-08-22"

  /// Manual steps, clocks, indicators and districts.
  public static let ofTheProgram: [HandbookEntry] =
    ManualStep.allCases.map(\.handbookEntry) + DeadlineRule.all.map(\.handbookEntry)
    + Indicator.allCases.map(\.handbookEntry) + District.all.map(\.handbookEntry)

  fileprivate init(
    _ section: Handbook.Section, _ name: String, _ title: Phrase, _ lines: [Line]
  ) {
    self.init(ID(section, name), title: title, passages: [Passage(lines: lines)])
  }
}

extension ManualStep {
  /// Where the handbook tells of the step.
  public var handbookID: HandbookEntry.ID { HandbookEntry.ID(.manual, rawValue) }

  fileprivate var handbookEntry: HandbookEntry {
    let number = (Self.allCases.firstIndex(of: self) ?? 0) + 1
    let place = Phrase(
      sv: "Steg \(number) av \(Self.allCases.count) i manualens akuta del.",
      en: "Step \(number) of \(Self.allCases.count) in the acute part of the manual.")
    return HandbookEntry(
      .manual, rawValue,
      Phrase(sv: "\(number). \(title.sv)", en: "\(number). \(title.en)"),
      [.init(place)] + (guidance.map { [.init(Phrase(sv: "Tänk på", en: "Mind"), $0)] } ?? []))
  }
}

extension Indicator {
  fileprivate var handbookEntry: HandbookEntry {
    HandbookEntry(
      .indicators, rawValue, title,
      [
        .init(
          Phrase(
            sv: "Antecknas i ärendet med sin källa, aldrig som poäng.",
            en: "Noted in the case with its source, never as a score."))
      ])
  }
}

extension District {
  fileprivate var handbookEntry: HandbookEntry {
    var lines: [HandbookEntry.Line] = []
    if let validFrom {
      lines.append(
        .init(Phrase(sv: "Finns från", en: "There from"), Phrase(same: "\(validFrom)")))
    }
    if let validTo {
      lines.append(.init(Phrase(sv: "Fanns till", en: "There until"), Phrase(same: "\(validTo)")))
    }
    if let successor {
      lines.append(.init(Phrase(sv: "Nu", en: "Now"), Phrase(same: successor)))
    }
    if validFrom == nil, validTo == nil {
      lines.append(
        .init(
          Phrase(
            sv: "Stadsdelsförvaltning, fanns redan 2011.",
            en: "City district, there already in 2011.")))
    }
    return HandbookEntry(.districts, name, title, lines)
  }
}

extension DeadlineRule {
  /// Where the handbook tells of the rule.
  public var handbookID: HandbookEntry.ID { HandbookEntry.ID(.laws, id.rawValue) }

  fileprivate var handbookEntry: HandbookEntry {
    HandbookEntry(
      .laws, id.rawValue,
      Phrase(
        sv: "\(law ?? "Rutin"): \(act.sv)", en: "\(law ?? "Routine"): \(act.en)"),
      [
        .init(
          Phrase(sv: "Lagrum", en: "Law"),
          law.map { Phrase(same: $0) }
            ?? Phrase(
              sv: "inget; enhetens rutin, en inställning", en: "none; the unit's routine, a setting"
            )),
        .init(
          Phrase(sv: "Löper från", en: "Runs from"),
          .alternatives(starts.map(\.title))),
        .init(Phrase(sv: "Längd", en: "Length"), term.title),
        .init(Phrase(sv: "Stoppas av", en: "Stopped by"), .alternatives(stops.map(\.title))),
        .init(Phrase(sv: "Annars", en: "Otherwise"), consequence.title),
      ]
        + cautions)
  }

  private var cautions: [HandbookEntry.Line] {
    guard counting == .statutory else { return [] }
    let safe = HandbookEntry.Line(
      Phrase(
        sv: "Larmet följer den säkra dagen, sista arbetsdagen till och med den nominella dagen.",
        en: "The alarm follows the safe day, the last working day on or before the nominal day."))
    let disputed = HandbookEntry.Line(
      Phrase(
        sv: "Om lag (1930:173) förlänger denna tid är omtvistat i praktiken.",
        en: "Whether lag (1930:173) extends this time is disputed in practice."))
    return law == Self.submission.law ? [safe, disputed] : [safe]
  }
}

extension DeadlineRule.Consequence {
  /// What follows, in words.
  public var title: Phrase {
    switch self {
    case .overdue: Phrase(sv: "försenad; det sena gäller ändå", en: "overdue; late is still done")
    case .overdueOnly:
      Phrase(
        sv: "visas som försenad; lagen anger ingen följd",
        en: "shown as overdue; the law attaches nothing to it")
    case .custodyCeases: Phrase(sv: "omhändertagandet upphör", en: "the custody decision ceases")
    case .ends: Phrase(sv: "tiden är slut", en: "the period ends")
    case .reminder:
      Phrase(
        sv: "stadsdelen påminns; ansvaret ligger kvar",
        en: "the district is reminded; responsibility stays")
    case .agenda:
      Phrase(
        sv: "anmälan kommer på dagordningen för mötet med gränspolisen",
        en: "the report goes on the agenda for the meeting with the border police")
    }
  }
}

extension Phrase {
  fileprivate static func alternatives(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      sv: phrases.map(\.sv).joined(separator: " eller "),
      en: phrases.map(\.en).joined(separator: " or "))
  }
}
