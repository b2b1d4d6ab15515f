import TextSafety

/// What a handover is filled from: the case and what belongs to it, as one officer may see it for
/// the reasons given. Pure; the one who reads the records logs it.
public struct HandoverMaterial: Sendable {
  /// A record with the numbers that its facts have in the journal.
  public struct Source: Sendable {
    /// Its reference.
    public let reference: Reference
    /// The record.
    public let record: Record
    /// The journal number of the fact with that version.
    public let numbers: [Int: Int64]
    /// The versions whose facts a handover tells of; nil: all.
    public let versions: Set<Int>?
    /// Whether they tell where a child is whose personal data are protected.
    public let isProtected: Bool

    /// Takes the parts as they are.
    public init(
      _ reference: Reference, _ record: Record, numbers: [Int: Int64], versions: Set<Int>? = nil,
      isProtected: Bool = false
    ) {
      self.reference = reference
      self.record = record
      self.numbers = numbers
      self.versions = versions
      self.isProtected = isProtected
    }
  }

  /// One fact that a handover can tell of.
  public struct Item: Hashable, Sendable, Identifiable {
    /// Its number in the journal.
    public let id: Int64
    /// The subject it happened to.
    public let reference: Reference
    /// Its name within its subject: "decided".
    public let name: String
    /// When it happened.
    public let happenedAt: Instant
    /// What happened, corrections taken in; what is protected is masked in it.
    public let words: FactWords
    /// Its own number and those of its corrections, in order.
    public let numbers: [Int64]
    let entry: Record.Entry
    /// The labels of what is protected: a text refers to it, and never holds it.
    var protected: Set<Phrase> = []
    /// The same words with what is protected, where it may be shown now.
    var open: FactWords?

    /// The same fact, told in other words.
    func telling(_ words: FactWords) -> Item {
      Item(
        id: id, reference: reference, name: name, happenedAt: happenedAt, words: words,
        numbers: numbers, entry: entry, protected: protected, open: open)
    }
  }

  /// The case.
  public let reference: Reference
  /// What has happened, in time order.
  public let items: [Item]
  /// The number of the latest fact among them in the journal; 0 where there is none.
  public let latest: Int64
  /// All that it is made from.
  public let references: Set<Reference>
  let sources: [Source]
  let tips: [TipSource]
  let officer: Officer
  let reasons: AccessReasons
  let now: Instant

  /// What that officer sees of a case and what belongs to it: children, custody decisions, police
  /// reports, and of field passes the sightings of the children; and the tips about them.
  public init(
    _ sources: [Source], tips: [TipSource] = [], of reference: Reference, for officer: Officer,
    reasons: AccessReasons, now: Instant
  ) {
    self.reference = reference
    self.sources = sources
    self.tips = tips
    self.officer = officer
    self.reasons = reasons
    self.now = now
    references = Set(sources.map(\.reference) + tips.map(\.reference))
    items = (sources.flatMap { Self.items($0, officer, reasons, now) } + tips.flatMap(\.items))
      .sorted { ($0.happenedAt, $0.id) < ($1.happenedAt, $1.id) }
    latest = items.flatMap(\.numbers).max() ?? 0
  }

  private static func items(
    _ source: Source, _ officer: Officer, _ reasons: AccessReasons, _ now: Instant
  ) -> [Item] {
    let view = RecordView(source.record, for: officer, now: now, reasons: reasons)
    let placed = source.record.kind == .pass ? Pass(source.record).withPlaces : source.record
    return placed.entries.compactMap { entry in
      guard !entry.isAboutAnEntry, let number = source.numbers[entry.version],
        source.versions?.contains(entry.version) ?? true
      else { return nil }
      let fact = RecordedFact(
        kind: "\(source.record.kind.rawValue).\(entry.name)", values: entry.values)
      guard view.words(of: fact) != nil else { return nil }
      let corrections = source.record.entries.filter {
        $0.name == Correction.factName && $0.number(Correction.entry) == entry.version
      }
      let secret = source.isProtected ? Set(entry.values.keys) : view.secretFields
      let masked = fact.words(hiding: secret)
      return Item(
        id: number, reference: source.reference, name: entry.name, happenedAt: entry.happenedAt,
        words: masked, numbers: [number] + corrections.compactMap { source.numbers[$0.version] },
        entry: entry, protected: Set(masked.details.filter(\.isMasked).map(\.label)),
        open: reasons.masked == nil ? nil : fact.words)
    }
  }

  /// The item whose own number, or whose correction's, that is.
  public func item(_ number: Int64) -> Item? { items.first { $0.numbers.contains(number) } }

  /// Whether something in it is shown only for a reason.
  public var hasMasked: Bool {
    sources.contains { view($0).hasMasked } || items.contains { !$0.protected.isEmpty }
  }

  func records(_ kind: SubjectKind) -> [Source] { sources.filter { $0.record.kind == kind } }

  func view(_ source: Source) -> RecordView {
    RecordView(source.record, for: officer, now: now, reasons: reasons)
  }
}
