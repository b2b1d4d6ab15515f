import TextSafety

/// One kind of subject that is kept as a record: its actions, its rules, and what is read out of it.
public protocol RecordKind: Sendable {
  /// The kind.
  static var kind: SubjectKind { get }
  /// What can be done with it; each names the fact it becomes.
  static var actions: [ActionSpec] { get }
  /// The roles that may read it.
  static var readers: Set<Role> { get }
  /// Refuses an action that cannot be taken on what stands.
  static func check(_ action: RecordAction, on record: Record?, _ context: DecisionContext) throws
  /// Refuses a record that cannot be so, whether an action or a correction made it: times in the
  /// wrong order, values that exclude each other.
  static func checkConsistency(_ record: Record, _ context: DecisionContext) throws
  /// What an action does to other subjects on the same occasion.
  static func alsoHappens(_ action: RecordAction, on record: Record?, _ context: DecisionContext)
    throws -> [DecidedFact]
  /// What the officer should know of an action that no rule is against.
  static func remarks(_ action: RecordAction, on record: Record?, _ context: DecisionContext) throws
    -> [Phrase]
  /// Where it stands.
  static func status(_ record: Record, now: Instant) -> RecordStatus
  /// By what time it stands in its list: the day it runs out, or since when it has waited.
  static func sortTime(_ record: Record) -> Instant
  /// A heading for lists and windows, of one line.
  static func title(_ record: Record, _ language: Language) -> UntrustedText
  /// What stands now, grouped, in the order it is read, only what is known.
  static func sections(_ record: Record, now: Instant) -> [RecordSection]
  /// What has to be done next; nil where nothing is left to do.
  static func nextStep(_ record: Record, now: Instant) -> Phrase?
  /// The action that does what ``nextStep(_:now:)`` says; nil where none is this desk's.
  static func nextAction(_ record: Record, now: Instant) -> String?
}

/// A heading with the values under it.
public struct RecordSection: Hashable, Sendable {
  /// The heading.
  public let title: Phrase
  /// The values.
  public let rows: [FactWords.Detail]

  /// Takes both as they are.
  public init(_ title: Phrase, _ rows: [FactWords.Detail]) {
    self.title = title
    self.rows = rows
  }
}

/// Where a record stands.
public struct RecordStatus: Hashable, Sendable {
  /// In a word or two: "verkställt", "UPPHÖRT".
  public let title: Phrase
  /// Whether something is left to do.
  public let isOpen: Bool

  /// Takes both as they are.
  public init(_ title: Phrase, isOpen: Bool) {
    self.title = title
    self.isOpen = isOpen
  }
}

/// An action on a record, its fields checked.
public struct RecordAction {
  /// What is done.
  public let spec: ActionSpec
  /// The fact it becomes, as it would stand in the record.
  public let entry: Record.Entry

  /// The fact's name: "decided".
  public var name: String { entry.name }
}

extension RecordKind {
  /// Nothing beyond what the fields say.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {}

  /// Nothing.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {}

  /// Nothing.
  public static func alsoHappens(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [DecidedFact] { [] }

  /// Nothing.
  public static func remarks(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [Phrase] { [] }

  /// When it began.
  public static func sortTime(_ record: Record) -> Instant {
    record.entries.first?.happenedAt ?? .earliest
  }

  /// Nothing in particular.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? { nil }

  /// None in particular.
  public static func nextAction(_ record: Record, now: Instant) -> String? { nil }

  /// The outreach unit, the emergency unit and the leads.
  public static var readers: Set<Role> { [.outreachWorker, .dutyOfficer, .coordinator, .lead] }
}

/// All kinds of record.
public enum RecordKinds {
  /// In the order of the domain.
  public static let all: [any RecordKind.Type] = [
    PassKind.self, PersonKind.self, CaseKind.self, CustodyKind.self, PoliceReportKind.self,
    HandoverKind.self, ShiftKind.self, MeetingKind.self,
  ]

  private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

  /// The kind of a record.
  public static func of(_ kind: SubjectKind) -> (any RecordKind.Type)? { byKind[kind] }

  /// The actions of all kinds by the fact they become: asked for each fact that is read.
  private static let byFact = Dictionary(
    (all.flatMap { $0.actions } + Redaction.actions).compactMap { spec in
      spec.fact.map { ("\(spec.kind.rawValue).\($0.name)", spec) }
    }, uniquingKeysWith: { first, _ in first })

  /// The action that becomes the fact of that name: "custody.decided".
  static func action(becoming fact: String) -> ActionSpec? { byFact[fact] }

  /// The action that becomes the fact of that name: "custody", "decided".
  public static func action(_ kind: SubjectKind, becoming name: String) -> ActionSpec? {
    byFact["\(kind.rawValue).\(name)"]
  }

  /// The fields of a kind's actions, in the order of the actions.
  static func fields(of kind: SubjectKind) -> [FieldSpec] { fields[kind] ?? [] }

  private static let fields = Dictionary(
    uniqueKeysWithValues: SubjectKind.allCases.map { ($0, of($0)?.actions.flatMap(\.fields) ?? []) }
  )
}
