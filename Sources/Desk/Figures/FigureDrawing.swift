import Casework

/// What a pane of figures draws; the raw value is the filter that screen files know it by.
enum FigureDrawing: String, CaseIterable {
  case tipsByDay, tipsByHour, channel, assessment, purpose, sex, age, clocks

  /// What a pane says that it draws.
  init(_ spec: PaneSpec) {
    self = spec.filter.flatMap(Self.init(rawValue:)) ?? .tipsByDay
  }

  var title: Phrase {
    switch self {
    case .tipsByDay: Phrase(sv: "Tips per dag", en: "Tips by day")
    case .tipsByHour: Phrase(sv: "Tips per timme och veckodag", en: "Tips by hour and weekday")
    case .channel: Phrase(sv: "Tips per kanal", en: "Tips by channel")
    case .assessment: Phrase(sv: "Skyddsbedömningar", en: "Protection assessments")
    case .purpose: Phrase(sv: "Ärenden per misstänkt syfte", en: "Cases by suspected purpose")
    case .sex: Phrase(sv: "Barn i ärenden, kön", en: "Children in cases, sex")
    case .age: Phrase(sv: "Barn i ärenden, ålder", en: "Children in cases, age")
    case .clocks: Phrase(sv: "Frister, i tid och sena", en: "Clocks, met and late")
    }
  }
}

/// The period that the statistics screen shows, and what was counted in it.
struct CountedPeriod: Sendable {
  var length = PeriodLength.month
  /// A day in it; nil: today.
  var day: CivilDate?
  /// Counts the questions, so that a late answer is told from a fresh one.
  var generation = 0
  /// Whether an answer is awaited.
  var isCounting = false
  /// Facts have come since it was counted.
  var isOutdated = false
  var statistics: Statistics?
  var figures: Figures?
  /// When it was counted.
  var countedAt: Instant?
  var trouble: Problem?
}
