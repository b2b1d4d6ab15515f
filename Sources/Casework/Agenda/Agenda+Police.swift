extension Agenda {
  /// What has had no news for that many days, the most silent first: the agenda for the meeting with
  /// the border police.
  public static func police(
    _ reports: [(Reference, PoliceReport)], silentFor days: Int = PoliceReport.defaultSilence,
    now: Instant
  ) -> Agenda {
    let silent = reports.filter { $0.1.isSilent(now: now, after: days) }.sorted {
      ($0.1.lastNewsAt ?? now, $0.0.number) < ($1.1.lastNewsAt ?? now, $1.0.number)
    }
    return Agenda(
      title: Phrase(sv: "Möte med gränspolisen", en: "Meeting with the border police"),
      madeAt: now,
      notes: [
        Phrase(
          sv: "Anmälningar utan besked i minst \(days) dagar: \(silent.count).",
          en: "Reports without news for at least \(days) days: \(silent.count)."),
        noIdentities,
      ],
      parts: [
        Part(
          title: Phrase(sv: "Polisanmälningar", en: "Police reports"),
          items: silent.map { $0.1.agendaItem($0.0, now: now) })
      ])
  }
}

extension PoliceReport {
  fileprivate func agendaItem(_ reference: Reference, now: Instant) -> Agenda.Item {
    let number = kNumber.map { Phrase(same: $0.description) }
    var lines: [Agenda.Line] = []
    func add(_ label: Phrase, _ text: Phrase?) {
      if let text { lines.append(Agenda.Line(label: label, text: text)) }
    }
    add(Phrase(sv: "Till", en: "To"), authority?.title)
    add(Phrase(sv: "Brott", en: "Offence"), offenceTitle)
    add(Phrase(sv: "Läge", en: "State"), status.title)
    add(Phrase(sv: "Senast hört", en: "Last heard"), lastHeard(now: now))
    add(Phrase(sv: "Efterfrågat", en: "Asked for"), askedAt.map { Agenda.day($0) })
    for question in questions { add(Phrase(sv: "Fråga", en: "Question"), question) }
    return Agenda.Item(
      reference: reference,
      heading: number ?? Phrase(sv: "K-nummer saknas", en: "no K-number"), lines: lines)
  }

  private func lastHeard(now: Instant) -> Phrase? {
    guard let at = lastNewsAt, let what = lastNewsTitle, let days = silentDays(now: now) else {
      return nil
    }
    let day = Agenda.day(at)
    return Phrase(
      sv: "\(day.sv), \(what.sv); tyst i \(days) \(days == 1 ? "dag" : "dagar")",
      en: "\(day.en), \(what.en); silent for \(days) \(days == 1 ? "day" : "days")")
  }

  /// What to ask, by what the desk does not know and what comes next.
  var questions: [Phrase] {
    let next: Phrase? =
      switch status {
      case .filed:
        Phrase(
          sv: "Har förundersökning inletts, och vem är kontaktperson?",
          en: "Has an investigation been opened, and who is the contact?")
      case .investigationOpened, .reopened:
        Phrase(
          sv: "Hur långt har förundersökningen kommit?",
          en: "How far has the investigation come?")
      case .sentToProsecutor:
        Phrase(
          sv: "Har åklagaren beslutat i åtalsfrågan?", en: "Has the prosecutor decided on charges?")
      case .charged: Phrase(sv: "Har rätten dömt?", en: "Has the court judged?")
      case .appealed:
        Phrase(sv: "Hur gick det med överklagandet?", en: "What came of the appeal?")
      default: nil
      }
    let number = Phrase(sv: "Vilket K-nummer har anmälan?", en: "Which K-number has the report?")
    return (kNumber == nil ? [number] : []) + [next].compactMap(\.self)
  }
}

extension Agenda {
  static func day(_ instant: Instant) -> Phrase {
    Phrase(same: Stockholm.civil(instant).date.description)
  }
}
