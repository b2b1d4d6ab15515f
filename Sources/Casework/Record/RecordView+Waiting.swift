extension RecordView {
  /// By what the desk orders the record among its like, in words: "säkrast fre 27/11", "tyst 3 d",
  /// "väntat 5 t". Nil where nothing runs or waits.
  public var waiting: Phrase? { waiting(isBrief: false) }

  /// The same, brief where there is little room: a day is not cut short, "säkrast 27/11".
  public func waiting(isBrief: Bool) -> Phrase? {
    switch record.kind {
    case .custody: return ceased(isBrief) ?? clock?.timeLeft(at: now, isBrief: isBrief)
    case .policeReport:
      guard let last = PoliceReport(record).lastNewsAt, status?.isOpen == true else { return nil }
      return since(last, Phrase(sv: "tyst", en: "silent"))
    case .handover:
      guard let sent = Handover(record)?.sentAt, !toMind.isEmpty else { return nil }
      return since(sent, Phrase(sv: "väntat", en: "waited"))
    default: return nil
    }
  }

  /// How much the clock that runs out first presses; what has run out presses most. Nil where none
  /// runs.
  public var pressure: Clock.Pressure? {
    if toMind.contains(where: { $0.due <= now }) { return .now }
    return clock?.pressure(at: now)
  }

  private var toMind: [Clock] { SubjectState.record(record).clocksToMind(at: now) }

  /// A decision that has ceased says so before anything that still has to be done about it:
  /// "UPPHÖRT tors 12/11".
  private func ceased(_ isBrief: Bool) -> Phrase? {
    guard case .ceased(_, let day)? = CustodyKind.clocks(record).ending(at: now) else { return nil }
    let title = ClockState.ceased.title
    let words = TimeText.day(day, isBrief: isBrief)
    return Phrase(sv: "\(title.sv) \(words.sv)", en: "\(title.en) \(words.en)")
  }

  private var clock: Clock? { SubjectState.record(record).nextClock(at: now) }

  private func since(_ time: Instant, _ word: Phrase) -> Phrase {
    Phrase(
      sv: "\(word.sv) \(TimeText.compact(time, now: now, .sv))",
      en: "\(word.en) \(TimeText.compact(time, now: now, .en))")
  }
}
