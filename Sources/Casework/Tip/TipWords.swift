import TextSafety

extension TipFact {
  var words: FactWords {
    switch self {
    case .received(let report):
      return FactWords(
        title: Phrase(
          sv: "Inkom: \(report.channel.title.sv)", en: "Came in: \(report.channel.title.en)"),
        details: Tip.reportFields.compactMap { report.detail($0.name) })
    case .protectionAssessed(let assessment):
      let outcome = assessment.outcome.title
      return FactWords(
        title: Phrase(
          sv: "Skyddsbedömning: \(outcome.sv)", en: "Protection assessment: \(outcome.en)"),
        details: [.init(Phrase(sv: "Grund", en: "Ground"), .untrusted(assessment.ground))])
    case .prioritised(let prioritisation):
      let priority = prioritisation.priority.title
      return FactWords(
        title: Phrase(sv: "Prioriterad: \(priority.sv)", en: "Prioritised: \(priority.en)"),
        details: prioritisation.reason.map { [Reason($0).row] } ?? [])
    case .assigned(let assignment):
      guard assignment.officer != nil else {
        return FactWords(title: Phrase(sv: "Åter i kön", en: "Back in the queue"))
      }
      let name = SafeText(assignment.name ?? "?").string
      return FactWords(title: Phrase(sv: "Tilldelad \(name)", en: "Assigned to \(name)"))
    case .noted(let note):
      let title = Phrase(sv: "Anteckning", en: "Note")
      return FactWords(title: title, details: [.init(title, .untrusted(note.text))])
    case .corrected(let correction): return correction.words
    case .redacted(let redaction): return redaction.words
    case .markedDuplicate(let mark):
      let other = SafeText(mark.reference).string
      return FactWords(
        title: Phrase(sv: "Dubblett av \(other)", en: "Duplicate of \(other)"),
        details: Tip.links([mark.reference], Phrase(sv: "Gäller", en: "Stays")))
    case .unmarkedDuplicate(let unmark):
      let other = SafeText(unmark.reference).string
      return FactWords(
        title: Phrase(
          sv: "Inte längre dubblett av \(other)", en: "No longer a duplicate of \(other)"),
        details: [Reason(unmark.reason).row])
    case .duplicatesChanged(let link):
      let other = SafeText(link.reference).string
      return FactWords(
        title: link.isDuplicate
          ? Phrase(
            sv: "\(other) märktes som dubblett av det här tipset",
            en: "\(other) was marked a duplicate of this tip")
          : Phrase(
            sv: "\(other) är inte längre dubblett av det här tipset",
            en: "\(other) is no longer a duplicate of this tip"),
        details: Tip.links([link.reference], SubjectKind.tip.title))
    case .closed(let closing):
      return FactWords(
        title: Phrase(
          sv: "Avslutat: \(closing.reason.title.sv)", en: "Closed: \(closing.reason.title.en)"),
        details: closing.note.map {
          [.init(Phrase(sv: "Kommentar", en: "Comment"), .untrusted($0))]
        } ?? [])
    case .reopened(let reason):
      return FactWords(
        title: Phrase(sv: "Öppnat igen", en: "Reopened"), details: [reason.row])
    case .dispatched(let sending), .passedOn(let sending):
      let verb =
        sending.district == nil
        ? Phrase(sv: "Skickat till", en: "Dispatched to")
        : Phrase(sv: "Lämnat till", en: "Passed to")
      return FactWords(
        title: Phrase(
          sv: "\(verb.sv) \(sending.title.sv)", en: "\(verb.en) \(sending.title.en)"),
        details: sending.note.map { note in
          [FactWords.Detail(Phrase(sv: "Meddelande", en: "Message"), .untrusted(note))]
        } ?? [])
    case .recalled(let reason):
      return FactWords(title: Phrase(sv: "Återkallat", en: "Taken back"), details: [reason.row])
    case .linked(let link):
      let other = SafeText(link.reference).string
      return FactWords(
        title: Phrase(sv: "Hör till \(other)", en: "Belongs to \(other)"),
        details: Tip.links([link.reference], SubjectKind.case.title))
    case .preliminaryAssessed(let preliminary):
      let outcome = preliminary.outcome.title
      return FactWords(
        title: Phrase(
          sv: "Förhandsbedömning: \(outcome.sv)", en: "Preliminary assessment: \(outcome.en)"),
        details: preliminary.note.map { [Reason($0).row] } ?? []
          + Tip.links([preliminary.reference].compactMap(\.self), Phrase(sv: "Ur", en: "From")))
    case .feedbackGiven(let feedback):
      return FactWords(
        title: Phrase(sv: "Besked till anmälaren", en: "The reporter was told"),
        details: feedback.note.map {
          [FactWords.Detail(Phrase(sv: "Hur", en: "How"), .untrusted($0))]
        } ?? [])
    }
  }
}

extension TipFact.Correction {
  fileprivate var words: FactWords {
    let fields = Tip.correctableFields.filter { changed.contains($0.name) }
    let names = Phrase.list(fields.map(\.label.lowercasedFirst))
    let taken = FactWords.Value.phrase(Phrase(sv: "(borttaget)", en: "(taken away)"))
    return FactWords(
      title: Phrase(sv: "Rättat: \(names.sv)", en: "Corrected: \(names.en)"),
      details: fields.map { report.detail($0.name) ?? .init($0.label, taken) }
        + [Reason(reason).row])
  }
}

extension TipReport {
  /// The value of a field with its label; nil where it is not filled in.
  func detail(_ name: String) -> FactWords.Detail? {
    guard let label = Tip.correctableFields.first(where: { $0.name == name })?.label,
      let value = value(name)
    else { return nil }
    return .init(label, value)
  }

  private func value(_ name: String) -> FactWords.Value? {
    func words(_ text: UntrustedText?) -> FactWords.Value? {
      guard let text, !text.isBlank else { return nil }
      return .untrusted(text)
    }
    func yesOrNo(_ flag: Bool?) -> FactWords.Value? {
      flag.map { .phrase(($0 ? Knows.yes : Knows.no).title) }
    }
    switch name {
    case "channel": return .phrase(channel.title)
    case "text": return words(text)
    case "acute": return words(acute)
    case "place": return words(place)
    case "observedAt": return observedAt.map { .time($0) }
    case "duration": return words(duration)
    case "children": return children.map { .children($0) }
    case "adults": return adults.map { .phrase(Phrase(same: String($0))) }
    case "activity": return activity.map { .phrase(.list($0.map(\.title))) }
    case "childNow": return words(childNow)
    case "ifNothing": return words(ifNothing)
    case "childKnows": return childKnows.map { .phrase($0.title) }
    case "guardianKnows": return guardianKnows.map { .phrase($0.title) }
    case "cautions": return words(cautions)
    case "language": return words(language)
    case "reporterName": return words(reporterName)
    case "reporterPhone": return words(reporterPhone)
    case "reporterEmail": return words(reporterEmail)
    case "reporterCategory": return words(reporterCategory)
    case "wantsFeedback": return yesOrNo(wantsFeedback)
    case "concernsChild": return yesOrNo(concernsChild)
    case "enclosures": return words(enclosures)
    default: return nil
    }
  }
}

extension Tip {
  /// What stands now, for the detail view: grouped, in the order it is read, only what is known.
  public func sections(now: Instant) -> [(title: Phrase, rows: [FactWords.Detail])] {
    let groups: [(title: Phrase, rows: [FactWords.Detail])] = [
      (Phrase(sv: "Läge", en: "Standing"), standing),
      (Phrase(sv: "Frister", en: "Clocks"), clocks.map { $0.row(at: now) }),
      (Phrase(sv: "Vad", en: "What"), rows("acute", "text", "activity", "ifNothing", "enclosures")),
      (Phrase(sv: "Var och när", en: "Where and when"), rows("place", "observedAt", "duration")),
      (
        Phrase(sv: "Barn och vuxna", en: "Children and adults"),
        rows("children", "adults", "childNow", "concernsChild")
      ),
      (
        Phrase(sv: "Kontakt", en: "Contact"),
        rows("cautions", "language", "childKnows", "guardianKnows")
      ),
      (
        Phrase(sv: "Tipsaren", en: "The reporter"),
        rows(
          "reporterName", "reporterPhone", "reporterEmail", "reporterCategory", "wantsFeedback",
          "channel")
      ),
    ]
    return groups.filter { !$0.rows.isEmpty }
  }

  private func rows(_ names: String...) -> [FactWords.Detail] {
    names.compactMap { report.detail($0) }
  }

  private var standing: [FactWords.Detail] {
    var rows: [FactWords.Detail] = [
      .init(Phrase(sv: "Status", en: "Status"), .phrase(status.title)),
      .init(Phrase(sv: "Inkom", en: "Came in"), .time(receivedAt)),
    ]
    if let duplicateOf {
      rows += Self.links([duplicateOf], Phrase(sv: "Dubblett av", en: "Duplicate of"))
    }
    rows += Self.links(duplicates, Phrase(sv: "Har dubbletten", en: "Has the duplicate"))
    if let priority {
      rows.append(.init(Phrase(sv: "Prioritet", en: "Priority"), .phrase(priority.title)))
    }
    if let assessment {
      rows.append(
        .init(
          Phrase(sv: "Skyddsbedömning", en: "Protection assessment"),
          .phrase(assessment.outcome.title)))
      rows.append(.init(Phrase(sv: "Grund", en: "Ground"), .untrusted(assessment.ground)))
    }
    if let assessedAt {
      rows.append(.init(Phrase(sv: "Först bedömt", en: "First assessed"), .time(assessedAt)))
    }
    if let preliminary {
      rows.append(
        .init(
          Phrase(sv: "Förhandsbedömning", en: "Preliminary assessment"),
          .phrase(preliminary.outcome.title)))
    }
    if let assigneeName {
      rows.append(.init(Phrase(sv: "Handläggare", en: "Officer"), .untrusted(assigneeName)))
    }
    for sending in sendings {
      let label =
        sending.district == nil
        ? Phrase(sv: "Skickat till", en: "Dispatched to")
        : Phrase(sv: "Lämnat till", en: "Passed to")
      rows.append(.init(label, .phrase(sending.title)))
    }
    if let closing {
      rows.append(.init(Phrase(sv: "Avslutat", en: "Closed"), .phrase(closing.reason.title)))
      if let note = closing.note {
        rows.append(.init(Phrase(sv: "Kommentar", en: "Comment"), .untrusted(note)))
      }
    }
    return rows
  }

  static func links(_ references: [String], _ label: Phrase) -> [FactWords.Detail] {
    references.map { text in
      .init(label, Reference(text).map { .reference($0) } ?? .untrusted(UntrustedText(text)))
    }
  }

  /// What the desk has to do next with the tip; nil where nothing is left to do.
  public func nextStep(now: Instant) -> Phrase? {
    guard status == .open else { return nil }
    if concernsChild && assessment == nil {
      let minutes = max(0, now.since(receivedAt) / 60_000)
      let waited =
        minutes == 0
        ? Phrase(sv: "nyss inkommet", en: "just come in")
        : Phrase(
          sv: "väntat \(TimeText.age(minutes: minutes, .sv))",
          en: "waited \(TimeText.age(minutes: minutes, .en))")
      return Phrase(
        sv: "Nästa: skyddsbedömning (SoL 20:1), \(waited.sv)",
        en: "Next: protection assessment (SoL 20:1), \(waited.en)")
    }
    if priority == nil { return Phrase(sv: "Nästa: prioritera", en: "Next: prioritise") }
    if assignee == nil { return Phrase(sv: "Nästa: tilldela", en: "Next: assign") }
    return Phrase(sv: "Nästa: handlägg eller avsluta", en: "Next: handle or close")
  }

  /// The action that does what ``nextStep(now:)`` says; nil where nothing is left to do.
  public var nextAction: String? {
    guard status == .open else { return nil }
    if concernsChild && assessment == nil { return "tip.assess" }
    if priority == nil { return "tip.prioritise" }
    return assignee == nil ? "tip.assign" : "tip.close"
  }

  /// A heading for lists and windows, of one line: what, who and where, as far as they are known;
  /// otherwise the report's first words. Holds the reporter's words, so it is untrusted.
  public func title(_ language: Language) -> UntrustedText {
    var parts: [String] = []
    if let activity = report.activity, !activity.isEmpty {
      parts.append(Phrase.list(activity.map(\.title)).lowercasedFirst[language])
    }
    if let children = report.children, !children.isEmpty {
      parts.append(SeenChild.summary(children, language))
    }
    if let place = report.place, !place.isBlank { parts.append(place.raw) }
    guard parts.count > 1 || (parts.count == 1 && report.text.isBlank) else {
      return UntrustedText(Self.firstLine(report.text))
    }
    let title = parts.joined(separator: ", ")
    return UntrustedText(title.prefix(1).uppercased() + title.dropFirst())
  }

  private static func firstLine(_ text: UntrustedText) -> String {
    // Scalars, not characters: a character may be a megabyte of marks.
    let scalars = text.raw.unicodeScalars.drop { $0.properties.isWhitespace }
    let line = scalars.prefix(121).prefix { !["\n", "\r", "\u{2028}", "\u{2029}"].contains($0) }
    guard line.count > 120 else { return String(String.UnicodeScalarView(line)) }
    return String(String.UnicodeScalarView(line.prefix(120))) + "…"
  }
}

extension SeenChild {
  /// The children in a few words: "2 flickor 10–12, pojke 15"; equal ones are counted.
  public static func summary(_ children: [SeenChild], _ language: Language) -> String {
    var counted: [(child: SeenChild, count: Int)] = []
    for child in children {
      if let index = counted.firstIndex(where: { $0.child == child }) {
        counted[index].count += 1
      } else {
        counted.append((child, 1))
      }
    }
    return counted.map { child, count in
      count == 1 ? child.title(language) : "\(count) " + child.title(language, plural: true)
    }.joined(separator: ", ")
  }
}
