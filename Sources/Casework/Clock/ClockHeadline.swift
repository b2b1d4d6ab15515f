extension Clock {
  /// How much a running clock presses.
  public enum Pressure: Hashable, Sendable {
    /// Its safe day is not today; of a clock in hours, more than an hour is left.
    case calm
    /// The safe day is today, or less than an hour is left.
    case soon
    /// The safe day has passed, or the last day is today.
    case now
  }

  /// How much it presses at a moment before ``due``.
  public func pressure(at now: Instant) -> Pressure {
    if case .hours = term { return due.since(now) < 3_600_000 ? .soon : .calm }
    let today = Stockholm.civil(now).date
    if now >= safeUntil || today == deadline.lastDay { return .now }
    return today == deadline.safeDay ? .soon : .calm
  }

  /// How long is left, exact when it matters: "säkrast fre 27/11", "senast i dag, 3 t 12 min",
  /// "42 min kvar". Days are the safe day's until it has passed. Brief it is "säkrast 27/11", "SENAST I
  /// DAG".
  public func timeLeft(at now: Instant, isBrief: Bool = false) -> Phrase {
    func left(until end: Instant) -> Phrase {
      let minutes = (max(0, end.since(now)) + 59_999) / 60_000
      return Phrase(
        sv: TimeText.age(minutes: minutes, .sv), en: TimeText.age(minutes: minutes, .en))
    }
    if case .hours = term {
      let time = left(until: due)
      return Phrase(sv: "\(time.sv) kvar", en: "\(time.en) left")
    }
    let today = Stockholm.civil(now).date
    let (last, safe) = (
      TimeText.day(deadline.lastDay, isBrief: isBrief),
      TimeText.day(deadline.safeDay, isBrief: isBrief)
    )
    if today == deadline.lastDay {
      if isBrief { return Phrase(sv: "SENAST I DAG", en: "LAST: TODAY") }
      let time = left(until: due)
      return Phrase(sv: "SENAST I DAG, \(time.sv)", en: "LAST DAY TODAY, \(time.en)")
    }
    if now >= safeUntil {
      return Phrase(sv: "SENAST \(last.sv)", en: "\(isBrief ? "LAST" : "LAST DAY") \(last.en)")
    }
    if today == deadline.safeDay {
      if isBrief { return Phrase(sv: "SÄKRAST I DAG", en: "SAFEST TODAY") }
      let time = left(until: safeUntil)
      return Phrase(sv: "SÄKRAST I DAG, \(time.sv)", en: "SAFEST TODAY, \(time.en)")
    }
    // The court's own clock has no safe day for the desk.
    if rule.consequence == .overdueOnly {
      return Phrase(sv: "senast \(last.sv)", en: "by \(last.en)")
    }
    return Phrase(sv: "säkrast \(safe.sv)", en: "safest \(safe.en)")
  }
}

extension TimeText {
  /// "tors 26/11", brief "26/11".
  static func day(_ date: CivilDate, isBrief: Bool) -> Phrase {
    isBrief
      ? Phrase(same: self.date(date)) : Phrase(sv: day(date, .sv), en: day(date, .en))
  }
}

extension DeadlineRule {
  /// The act in a word or two, where there is room for no more.
  public var brief: Phrase {
    switch id {
    case .protectionAssessment: Phrase(sv: "skyddsbedömning", en: "assessment")
    case .preliminaryAssessment: Phrase(sv: "förhandsbedömning", en: "preliminary")
    case .feedback: Phrase(sv: "besked", en: "feedback")
    case .submission: Phrase(sv: "till rätten", en: "to court")
    case .examination: Phrase(sv: "rättens prövning", en: "court")
    case .application: Phrase(sv: "ansök om vård", en: "apply for care")
    case .boardReport: Phrase(sv: "till nämnden", en: "to the board")
    case .careCase: Phrase(sv: "vårdmålet", en: "care case")
    case .reflection: Phrase(sv: "betänketid", en: "reflection")
    case .handover: Phrase(sv: "bekräftelse", en: "acknowledgement")
    case .policeNews: Phrase(sv: "polisbesked", en: "police news")
    }
  }
}

extension Clock {
  /// How it stands, with its days and its paragraph: "löper: säkrast fre 27/11, sista dag mån 30/11
  /// (LVU 7 §)".
  public func standing(at now: Instant) -> Phrase {
    let title = state(at: now).title
    let law = rule.law.map { " (\($0))" } ?? ""
    if case .hours = term {
      let left = state(at: now) == .running ? timeLeft(at: now) : Self.clock(due)
      return Phrase(sv: "\(title.sv): \(left.sv)\(law)", en: "\(title.en): \(left.en)\(law)")
    }
    let last = Self.day(deadline.lastDay, now)
    guard deadline.safeDay < deadline.lastDay else {
      return Phrase(
        sv: "\(title.sv): sista dag \(last.sv)\(law)", en: "\(title.en): last day \(last.en)\(law)")
    }
    let safe = Self.day(deadline.safeDay, now)
    return Phrase(
      sv: "\(title.sv): säkrast \(safe.sv), sista dag \(last.sv)\(law)",
      en: "\(title.en): safest \(safe.en), last day \(last.en)\(law)")
  }

  private static func day(_ date: CivilDate, _ now: Instant) -> Phrase {
    let year = date.components.year
    let shown = Stockholm.civil(now).date.components.year == year ? "" : " \(year)"
    return Phrase(sv: TimeText.day(date, .sv) + shown, en: TimeText.day(date, .en) + shown)
  }

  private static func clock(_ time: Instant) -> Phrase {
    Phrase(
      sv: "till \(TimeText.exact(time, now: time, .sv))",
      en: "until \(TimeText.exact(time, now: time, .en))")
  }
}
