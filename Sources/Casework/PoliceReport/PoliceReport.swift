import TextSafety

/// A police report (polisanmälan) as its facts tell it.
public struct PoliceReport: Hashable, Sendable {
  /// The days of silence after which a report goes on the agenda, where no setting says otherwise.
  public static var defaultSilence: Int { Routines.inForce.policeSilenceDays }

  /// The facts.
  public let record: Record

  /// Reads a police report out of its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// The facts that say where it stands, in the order they happened.
  var steps: [(status: PoliceStatus, entry: Record.Entry)] {
    record.entries.compactMap { entry in
      PoliceStatus(rawValue: entry.name).map { ($0, entry) }
    }.sorted {
      ($0.entry.happenedAt, $0.entry.version) < ($1.entry.happenedAt, $1.entry.version)
    }
  }

  /// Where it stands. The draft comes first, whatever its time: a report may be recorded after it
  /// was filed.
  public var status: PoliceStatus { steps.last { $0.status != .drafted }?.status ?? .drafted }

  /// The police's number.
  public var kNumber: KNumber? { record.last("numbered")?.choice("kNumber").flatMap(KNumber.init) }

  /// When it was filed.
  public var filedAt: Instant? { record.first("filed")?.happenedAt }

  /// The latest news: a step, a K-number or a word from the police.
  private var lastNews: Record.Entry? {
    guard filedAt != nil else { return nil }
    return record.entries.filter { entry in
      ["numbered", "news"].contains(entry.name)
        || PoliceStatus(rawValue: entry.name).map { $0 != .drafted } == true
    }.max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
  }

  /// When there last was news.
  public var lastNewsAt: Instant? { lastNews?.happenedAt }

  /// What the latest news was: the step, or that there was a number or a word. Never the words
  /// themselves, which may tell of a child.
  public var lastNewsTitle: Phrase? {
    guard let name = lastNews?.name else { return nil }
    switch name {
    case "numbered": return Phrase(sv: "K-numret", en: "the K-number")
    case "news": return Phrase(sv: "besked från polisen", en: "news from the police")
    default: return PoliceStatus(rawValue: name)?.title
    }
  }

  /// The words of the latest news from the police; nil where there are none.
  public var lastNewsText: UntrustedText? { record.last("news")?.text("news") }

  /// When news was last asked for after the last news; nil where it has not been.
  public var askedAt: Instant? {
    guard let asked = record.last("newsAsked")?.happenedAt, let last = lastNewsAt else {
      return nil
    }
    return asked >= last ? asked : nil
  }

  /// To whom it was filed; nil for a draft.
  public var authority: PoliceAuthority? {
    record.first("filed")?.choice("authority").flatMap(PoliceAuthority.init(rawValue:))
  }

  /// The offence as it was filed; nil for a draft.
  public var offenceTitle: Phrase? {
    record.first("filed")?.choice("offence").flatMap(Offence.init(rawValue:))?.title
  }

  /// The contact at the police, the latest that was named.
  public var contact: UntrustedText? {
    record.entries.last { $0.text("contact") != nil }?.text("contact")
  }

  /// Whole days in Stockholm since the last news. Nil where nobody else's news is awaited.
  public func silentDays(now: Instant) -> Int? {
    guard status.awaitsNews, let last = lastNewsAt else { return nil }
    let days = Stockholm.civil(now).date.dayNumber - Stockholm.civil(last).date.dayNumber
    return max(0, days)
  }

  /// Whether it belongs on the agenda for the meeting with the border police.
  public func isSilent(now: Instant, after days: Int = defaultSilence) -> Bool {
    silentDays(now: now).map { $0 >= days } ?? false
  }

  // MARK: Clocks

  /// The reflection period's clock, UtlL 5:15: 30 days or the day granted, or the day of the last
  /// extension. Nil where none is granted.
  public var reflection: Clock? {
    guard let granted = record.first("reflectionGranted") else { return nil }
    let end = record.entries.filter { ["permitGranted", "reflectionEnded"].contains($0.name) }
      .map(\.happenedAt).filter { $0 >= granted.happenedAt }.min()
    let day = record.last("reflectionExtended")?.date("until") ?? granted.date("until")
    return Clock(
      DeadlineRule.reflection, start: granted.happenedAt, stop: end, setDay: day)
  }

  /// The clock of the police's silence. Nil where nobody's news is awaited.
  public func silence(after days: Int = defaultSilence) -> Clock? {
    guard status.awaitsNews, let last = lastNewsAt else { return nil }
    return Clock(DeadlineRule.policeNews, start: last, term: .days(days))
  }

  /// All its clocks, those that run out first at the front.
  public var clocks: [Clock] {
    [reflection, silence()].compactMap(\.self).sorted {
      ($0.safeUntil, $0.due) < ($1.safeUntil, $1.due)
    }
  }
}
