import TextSafety

/// What was reported, as it was given. A correction replaces single values; the first report stays
/// in the journal.
public struct TipReport: Hashable, Sendable, Codable {
  /// How it came in.
  public var channel: Channel
  /// The words of the reporter.
  public var text: UntrustedText
  /// Where it was seen.
  public var place: UntrustedText?
  /// When it was seen.
  public var observedAt: Instant?
  /// For how long, in words.
  public var duration: UntrustedText?
  /// The children seen.
  public var children: [SeenChild]?
  /// How many adults were with them.
  public var adults: Int?
  /// What they did.
  public var activity: [Activity]?
  /// Acute danger: how. Anything here makes the tip acute.
  public var acute: UntrustedText?
  /// Where the child is now.
  public var childNow: UntrustedText?
  /// What happens if nothing is done.
  public var ifNothing: UntrustedText?
  /// Whether the child knows of the tip.
  public var childKnows: Knows?
  /// Whether the guardian knows of the tip.
  public var guardianKnows: Knows?
  /// What to beware of when making contact.
  public var cautions: UntrustedText?
  /// The child's or family's language.
  public var language: UntrustedText?
  /// The reporter. Never promised anonymity: OSL 26:5 shields only under conditions.
  public var reporterName: UntrustedText?
  /// The reporter's telephone.
  public var reporterPhone: UntrustedText?
  /// The reporter's e-mail address.
  public var reporterEmail: UntrustedText?
  /// Who the reporter is: neighbour, school, kiosk …
  public var reporterCategory: UntrustedText?
  /// Whether the reporter wishes to be told (SoL 19:6).
  public var wantsFeedback: Bool?
  /// False only where it is plain that no child is concerned. Left out: a child may be.
  public var concernsChild: Bool?
  /// What came with it and was not stored: attachments by name and size.
  public var enclosures: UntrustedText?
  /// The sender's own key (Message-ID, `id`), by which a second delivery is known.
  public var source: String?

  /// A report of which nothing more is known than the words and how they came.
  public init(channel: Channel, text: UntrustedText) {
    self.channel = channel
    self.text = text
  }

  /// What a form of "tip.receive" holds so far. What can't be read yet is left out.
  public init(draft fields: [String: FieldValue]) {
    guard let spec = ActionRegistry.action("tip.receive") else {
      self.init(channel: .phone, text: "")
      return
    }
    self = Tip.report(FieldReader(drafting: spec, fields), from: nil)
  }
}

/// What happens to a tip.
public enum TipFact: Hashable, Sendable {
  /// It came in.
  case received(TipReport)
  /// The protection assessment was made (SoL 20:1).
  case protectionAssessed(Assessment)
  /// Its priority was set.
  case prioritised(Prioritisation)
  /// Somebody took it or was given it; without officer it is back in the queue.
  case assigned(Assignment)
  /// Something was noted.
  case noted(Note)
  /// Values of the report were corrected.
  case corrected(Correction)
  /// It tells what another tip already tells.
  case markedDuplicate(DuplicateMark)
  /// It was no duplicate after all.
  case unmarkedDuplicate(DuplicateUnmark)
  /// Another tip was found to be a duplicate of this one, or no longer to be.
  case duplicatesChanged(DuplicateLink)
  /// Nothing more is to be done with it.
  case closed(Closing)
  /// It was taken up again.
  case reopened(Reason)
  /// It was sent to the outreach unit, to look for the child.
  case dispatched(Sending)
  /// It was passed to a city district.
  case passedOn(Sending)
  /// The latest sending was taken back.
  case recalled(Reason)
  /// It belongs to a case.
  case linked(CaseLink)
  /// Whether to open an investigation was decided, or a district took it over (SoL 20:2).
  case preliminaryAssessed(Preliminary)
  /// The reporter was told (SoL 19:6).
  case feedbackGiven(Feedback)
  /// The words of an earlier fact were erased.
  case redacted(Redaction)

  /// A protection assessment.
  public struct Assessment: Hashable, Sendable, Codable {
    /// What it came to.
    public var outcome: ProtectionOutcome
    /// On what ground.
    public var ground: UntrustedText
  }
  /// A priority and why.
  public struct Prioritisation: Hashable, Sendable, Codable {
    /// The priority.
    public var priority: Priority
    /// Why, in words.
    public var reason: UntrustedText?
  }
  /// Who has it.
  public struct Assignment: Hashable, Sendable, Codable {
    /// Nil: nobody.
    public var officer: OfficerID?
    /// The officer's name then.
    public var name: UntrustedText?
  }
  /// Words.
  public struct Note: Hashable, Sendable, Codable {
    /// The words.
    public var text: UntrustedText
  }
  /// New values of a report. A value named in ``cleared`` is taken away.
  public struct Correction: Hashable, Sendable, Codable {
    /// The report as it now reads.
    public var report: TipReport
    /// The names of the fields that changed.
    public var changed: [String]
    /// The version of the tip whose values are corrected.
    public var corrects: Int
    /// Why.
    public var reason: UntrustedText
  }
  /// Which tip this one repeats.
  public struct DuplicateMark: Hashable, Sendable, Codable {
    /// The tip that stays.
    public var of: SubjectID
    /// Its reference.
    public var reference: String
  }
  /// Why it is no duplicate.
  public struct DuplicateUnmark: Hashable, Sendable, Codable {
    /// Why.
    public var reason: UntrustedText
    /// The reference it pointed at.
    public var reference: String
  }
  /// A tip that repeats this one.
  public struct DuplicateLink: Hashable, Sendable, Codable {
    /// The other tip's reference.
    public var reference: String
    /// False: it no longer counts as a duplicate.
    public var isDuplicate: Bool
  }
  /// What a preliminary assessment came to.
  public struct Preliminary: Hashable, Sendable, Codable {
    /// What.
    public var outcome: PreliminaryOutcome
    /// By whom and why, in words.
    public var note: UntrustedText?
    /// The case or handover by which it became known; nil where it was recorded on the tip.
    public var reference: String?
  }
  /// That the reporter was told.
  public struct Feedback: Hashable, Sendable, Codable {
    /// How, and what was said.
    public var note: UntrustedText?
  }
  /// To whom a tip was sent.
  public struct Sending: Hashable, Sendable, Codable {
    /// The city district by name; nil: the outreach unit.
    public var district: String?
    /// What is asked for, or who was told.
    public var note: UntrustedText?

    /// "Ungdomsjouren", or the district's name.
    public var title: Phrase { district.map { Phrase(same: $0) } ?? Unit.outreach.title }
  }
  /// The case that a tip belongs to.
  public struct CaseLink: Hashable, Sendable, Codable {
    /// Its reference.
    public var reference: String
  }
  /// Why it was closed.
  public struct Closing: Hashable, Sendable, Codable {
    /// The kind of reason.
    public var reason: CloseReason
    /// In words.
    public var note: UntrustedText?
  }
}
