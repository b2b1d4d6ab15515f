extension CustodyClocks {
  /// The next legal step in words: "Nästa: handlingarna till förvaltningsrätten, säkrast fre 27/11".
  /// Says what ended the decision where it is in force no longer.
  public func nextStep(at now: Instant) -> Phrase {
    if let ending = ending(at: now) { return ending.words(now: now) }
    guard let decided = times.decided, decided <= now else {
      return Self.next([
        Phrase(
          sv: "beslut av nämnden, ordföranden eller en ledamot som nämnden förordnat (LVU 6 §)",
          en: "decision by the board, its chairman or a member it has appointed (LVU 6 §)")
      ])
    }
    var steps: [Phrase] = []
    if !happened(times.executed, now) {
      steps.append(Phrase(sv: "verkställ beslutet", en: "execute the decision"))
    }
    let open = clocks(at: now).filter { $0.state(at: now).isOpen && $0.start <= now }
    if let clock = open.first(where: { !$0.rule.isTheCourts }) {
      steps.append(clock.dated(at: now))
    } else if steps.isEmpty {
      steps.append(open.first?.dated(at: now) ?? undated(now))
    }
    return Self.next(steps)
  }

  private static func next(_ steps: [Phrase]) -> Phrase {
    Phrase(
      sv: "Nästa: " + steps.map(\.sv).joined(separator: "; "),
      en: "Next: " + steps.map(\.en).joined(separator: "; "))
  }

  /// What is left where no clock runs.
  private func undated(_ now: Instant) -> Phrase {
    if times.needsBoardReport, !happened(times.reported, now) {
      return Phrase(
        sv: "anmälan till nämndens nästa sammanträde (LVU 6 §)",
        en: "report to the board's next meeting (LVU 6 §)")
    }
    if !happened(times.appliedForCare, now) {
      return Phrase(
        sv: "rättens beslut om förlängd tid (LVU 8 §)",
        en: "the court's decision on more time (LVU 8 §)")
    }
    return DeadlineRule.careCase.act
  }

  private func happened(_ moment: Instant?, _ now: Instant) -> Bool {
    moment.map { $0 <= now } ?? false
  }
}

extension DeadlineRule {
  /// Whether the act is the court's, so that the desk can only watch.
  fileprivate var isTheCourts: Bool { consequence == .overdueOnly }
}

extension Clock {
  /// The act and its day: "ansökan om vård, säkrast fre 27/11".
  public func dated(at now: Instant) -> Phrase {
    let day = dayWords(at: now)
    return Phrase(sv: "\(rule.act.sv), \(day.sv)", en: "\(rule.act.en), \(day.en)")
  }

  private func dayWords(at now: Instant) -> Phrase {
    let last = deadline.lastDay.words(now: now)
    let safe = deadline.safeDay.words(now: now)
    switch state(at: now) {
    case .running where rule.isTheCourts, .safeDayToday where rule.isTheCourts:
      return Phrase(sv: "senast \(last.sv)", en: "by \(last.en)")
    case .running where now < safeUntil && deadline.safeDay < deadline.lastDay:
      return Phrase(
        sv: "säkrast \(safe.sv), senast \(last.sv)", en: "safest \(safe.en), last day \(last.en)")
    case .running where now < safeUntil:
      return Phrase(sv: "säkrast \(safe.sv)", en: "safest \(safe.en)")
    case .running:
      return Phrase(
        sv: "senast \(last.sv) (säkra dagen \(safe.sv) har passerat)",
        en: "last day \(last.en) (the safe day, \(safe.en), has passed)")
    case .safeDayToday:
      return Phrase(
        sv: "säkrast i dag, senast \(last.sv)", en: "safest today, last day \(last.en)")
    case .lastDayToday: return Phrase(sv: "senast i dag", en: "today is the last day")
    case .overdue:
      return Phrase(
        sv: "försenat: sista dagen var \(last.sv)", en: "overdue: the last day was \(last.en)")
    case .met, .metLate, .ceased: return state(at: now).title
    }
  }
}

extension CustodyClocks.Ending {
  /// "UPPHÖRT ons 4/11 2020 (LVU 7 §)".
  public func words(now: Instant) -> Phrase {
    switch self {
    case .ceased(let clock, let day):
      let date = day.words(now: now)
      let law = clock.rule.law ?? ""
      return Phrase(
        sv: "UPPHÖRT \(date.sv) (\(law)): gäller inte längre och kan inte förnyas",
        en: "CEASED \(date.en) (\(law)): no longer in force and cannot be renewed")
    case .notConfirmed(let day):
      let date = day.words(now: now)
      return Phrase(
        sv: "Rätten fastställde inte beslutet \(date.sv) (LVU 7 §)",
        en: "The court did not confirm the decision, \(date.en) (LVU 7 §)")
    case .lifted(let day):
      let date = day.words(now: now)
      return Phrase(
        sv: "Nämnden hävde beslutet \(date.sv) (LVU 9 §)",
        en: "The board lifted the decision, \(date.en) (LVU 9 §)")
    case .careDecided(let day):
      let date = day.words(now: now)
      return Phrase(
        sv: "Rätten avgjorde frågan om vård \(date.sv) (LVU 9 §)",
        en: "The court decided on care, \(date.en) (LVU 9 §)")
    }
  }
}

extension CivilDate {
  /// "fre 27/11", with the year where it is another than now's.
  fileprivate func words(now: Instant) -> Phrase {
    let year = components.year
    let shown = Stockholm.civil(now).date.components.year == year ? "" : " \(year)"
    return Phrase(
      sv: TimeText.day(self, .sv) + shown, en: TimeText.day(self, .en) + shown)
  }
}
