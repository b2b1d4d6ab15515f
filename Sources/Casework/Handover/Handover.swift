import TextSafety

/// A handover to a district (överlämning), read out of its record.
public struct Handover: Hashable, Sendable {
  /// Where it stands.
  public enum State: Hashable, Sendable {
    case drafting, sent, acknowledged, accepted, returned, withdrawn

    /// What it is called.
    public var title: Phrase {
      switch self {
      case .drafting: Phrase(sv: "påbörjad", en: "being drafted")
      case .sent: Phrase(sv: "skickad, obekräftad", en: "sent, not acknowledged")
      case .acknowledged: Phrase(sv: "bekräftad", en: "acknowledged")
      case .accepted: Phrase(sv: "mottagen", en: "accepted")
      case .returned: Phrase(sv: "återsänd", en: "returned")
      case .withdrawn: Phrase(sv: "återtagen", en: "withdrawn")
      }
    }
  }

  /// The facts.
  public let record: Record

  /// Takes a record of a handover. Nil for any other.
  public init?(_ record: Record) {
    guard record.kind == .handover else { return nil }
    self.record = record
  }

  /// The case that is handed over.
  public var caseReference: Reference? { record.references("case").last }

  /// The district it goes to.
  public var district: String {
    guard case .text(let name)? = record.value("district") else { return "" }
    return name
  }

  /// The children it is about; none given is all of the case.
  public var children: [Reference] { record.references("children") }

  /// Where it stands.
  public var state: State {
    switch record.latest(of: "sent", "acknowledged", "accepted", "returned", "withdrawn")?.name {
    case "sent": .sent
    case "acknowledged": .acknowledged
    case "accepted": .accepted
    case "returned": .returned
    case "withdrawn": .withdrawn
    default: .drafting
    }
  }

  /// Who answers for the child. The district only once it has acknowledged.
  public var responsibleParty: ResponsibleParty {
    switch state {
    case .acknowledged, .accepted: .district(district)
    case .drafting, .sent, .returned, .withdrawn: .emergencyUnit
    }
  }

  /// When it was sent last; nil where it has not been.
  public var sentAt: Instant? { record.last("sent")?.happenedAt }

  /// A section's text as it was written last.
  public func text(_ section: HandoverSection) -> UntrustedText? { record.text(section.rawValue) }

  /// The version of the handover in which a section was last written or corrected; 0 where it never
  /// was. An edit names the one it was made against.
  public func version(of section: HandoverSection) -> Int {
    record.entries.last {
      $0.values[section.rawValue] != nil || $0.choice(Correction.field) == section.rawValue
    }?.version ?? 0
  }

  /// The fact that wrote a section as it stands; nil where none has.
  public func writing(of section: HandoverSection) -> Record.Entry? {
    record.entries.filter { $0.text(section.rawValue) != nil }
      .max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
  }

  /// Whether what stands in a section is shown only for a reason. That there is nothing is no secret.
  public func isProtected(_ section: HandoverSection) -> Bool {
    HandoverKind.secretFields.contains(section.rawValue)
      && record.value(section.rawValue)?.saysNothing == false
  }

  /// The headings nobody has written under.
  public var emptySections: [HandoverSection] {
    HandoverSection.allCases.filter { text($0) == nil }
  }
}

/// Handovers as records.
public enum HandoverKind: RecordKind {
  /// The kind.
  public static let kind = SubjectKind.handover

  /// In the order of use.
  public static let actions = Handover.actions

  /// The emergency unit and the leads: a handover tells the decisions' grounds.
  public static let readers = Handover.authority

  /// The values that are shown only for a reason.
  static let secretFields: Set<String> = [HandoverSection.placement.rawValue]

  /// What the state is called, and whether somebody waits for somebody.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    let state = Handover(record)?.state ?? .drafting
    return RecordStatus(state.title, isOpen: state != .accepted && state != .withdrawn)
  }

  /// Since when the district's answer is waited for; before that, when it was drafted.
  public static func sortTime(_ record: Record) -> Instant {
    (record.last("sent") ?? record.first("drafted"))?.happenedAt ?? .earliest
  }

  /// "Ä77 → Södermalm".
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    guard let handover = Handover(record) else { return "" }
    let name = handover.caseReference?.description ?? ""
    return UntrustedText("\(name) → \(handover.district)")
  }

  /// To whom and who answers, then the document, its placement masked.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    sections(record, showsPlacement: false)
  }

  /// The sections, with the placement where a reason has been given.
  static func sections(_ record: Record, showsPlacement: Bool) -> [RecordSection] {
    guard let handover = Handover(record) else { return [] }
    let responsible = FactWords.Detail(
      Phrase(sv: "Ansvarar", en: "Answers"), .phrase(handover.responsibleParty.title))
    let frame = RecordSection(
      Phrase(sv: "Överlämning", en: "Handover"),
      record.rows("case", "children", "district") + [responsible]
        + record.rows("to", "readBack", "handler", "handlerPhone"))
    let document = HandoverSection.allCases.compactMap { section -> FactWords.Detail? in
      guard let text = handover.text(section) else { return nil }
      let isHidden = handover.isProtected(section) && !showsPlacement
      return .init(section.title, isHidden ? .phrase(Masking.mask) : .untrusted(text))
    }
    let sections = [frame, RecordSection(Phrase(sv: "Innehåll", en: "Contents"), document)]
    return sections.filter { !$0.rows.isEmpty }
  }

  /// What is waited for, and who answers meanwhile.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    guard let handover = Handover(record) else { return nil }
    let district = handover.district
    switch handover.state {
    case .drafting:
      let empty = handover.emptySections
      guard let first = empty.first else {
        return Phrase(sv: "Skicka till \(district)", en: "Send to \(district)")
      }
      return Phrase(
        sv: "Skriv ”\(first.title.sv)”; tomma rubriker: \(empty.count)",
        en: "Write “\(first.title.en)”; empty headings: \(empty.count)")
    case .sent:
      return Phrase(
        sv: "\(district) ska bekräfta; Socialjouren ansvarar till dess",
        en: "\(district) is to acknowledge; the emergency unit answers until then")
    case .acknowledged:
      return Phrase(
        sv: "\(district) ska utse en handläggare", en: "\(district) is to name a handler")
    case .returned:
      return Phrase(
        sv: "Åtgärda skälet och skicka igen; Socialjouren ansvarar",
        en: "Mend the reason and send again; the emergency unit answers")
    case .accepted, .withdrawn: return nil
    }
  }

  /// Writing, sending, then what the district answers.
  public static func nextAction(_ record: Record, now: Instant) -> String? {
    guard let handover = Handover(record) else { return nil }
    switch handover.state {
    case .drafting:
      return handover.emptySections.isEmpty ? "handover.send" : "handover.edit"
    case .sent: return "handover.acknowledge"
    case .acknowledged: return "handover.accept"
    case .returned: return "handover.edit"
    case .accepted, .withdrawn: return nil
    }
  }
}
