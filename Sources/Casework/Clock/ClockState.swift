/// How a clock stands at a moment.
public enum ClockState: String, Hashable, Sendable, CaseIterable {
  /// Not stopped, and neither its safe day nor its last day is today.
  case running
  /// Not stopped; today is the last working day on or before the nominal day.
  case safeDayToday
  /// Not stopped; today is the last day, whether it is the safe day as well or not.
  case lastDayToday
  /// Not stopped in time, nor yet.
  case overdue
  /// Stopped in time.
  case met
  /// Stopped, but not in time.
  case metLate
  /// Not stopped in time, and what it guarded is gone: LVU 7 and 9 §§, or a period that ended.
  case ceased

  /// Whether somebody still has to act.
  public var isOpen: Bool {
    switch self {
    case .running, .safeDayToday, .lastDayToday, .overdue: true
    case .met, .metLate, .ceased: false
    }
  }

  /// In a word or two.
  public var title: Phrase {
    switch self {
    case .running: Phrase(sv: "löper", en: "running")
    case .safeDayToday: Phrase(sv: "säker dag i dag", en: "safe day today")
    case .lastDayToday: Phrase(sv: "sista dag i dag", en: "last day today")
    case .overdue: Phrase(sv: "försenat", en: "overdue")
    case .met: Phrase(sv: "gjort i tid", en: "done in time")
    case .metLate: Phrase(sv: "gjort för sent", en: "done late")
    case .ceased: Phrase(sv: "UPPHÖRT", en: "CEASED")
    }
  }
}
