import Casework
import GRDB

/// In which order the rows of a list of tips stand.
public struct TipSorting: Sendable, Hashable {
  /// By what.
  public enum Field: String, Sendable, CaseIterable {
    /// As ``TipQuery/Order`` says: over an index, whatever the store holds.
    case natural
    /// When it reached the desk, the newest first.
    case received
    /// Where it was seen.
    case place
    /// How many children were seen, the most first.
    case children
    /// How it came in.
    case channel
    /// The priority set by triage, acute first, those without last.
    case priority
    /// Who has it, those of nobody last.
    case assignee
  }

  /// By what.
  public var field: Field
  /// The other way round.
  public var isReversed: Bool

  /// Takes both as they are.
  public init(_ field: Field = .natural, isReversed: Bool = false) {
    self.field = field
    self.isReversed = isReversed
  }

  /// Whether keys grow from row to row.
  func ascends(_ order: TipQuery.Order) -> Bool {
    let usually =
      switch field {
      case .natural: order == .waiting
      case .received, .children: false
      case .place, .channel, .priority, .assignee: true
      }
    return usually != isReversed
  }

  /// What a row is ordered by, in SQL.
  func key(_ order: TipQuery.Order) -> String {
    switch field {
    case .natural: order == .urgency ? "urgency" : "received_at"
    case .received: "received_at"
    case .children: "children"
    case .channel: "channel"
    case .place: Self.text("place")
    case .assignee: Self.text("assignee_name")
    case .priority:
      "CASE priority WHEN 'acute' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 "
        + "WHEN 'low' THEN 3 ELSE 4 END"
    }
  }

  /// A text without regard to capitals; where there is none it comes after all others.
  private static func text(_ column: String) -> String {
    "CASE WHEN coalesce(\(column), '') = '' THEN char(1114111) ELSE lower(\(column)) END"
  }
}

/// Which of a list's tips are shown: those that have one of the values, in each field that is named.
public struct TipNarrowing: Sendable, Hashable {
  /// Whose a tip is.
  public enum Assignee: String, Sendable, CaseIterable {
    /// The officer's who asks.
    case mine
    /// Some other officer's.
    case others
    /// Nobody's.
    case nobody
  }

  /// Acute, or not; empty: both.
  public var acute: Set<Bool> = []
  /// The priorities; nil among them: none has been set. Empty: all.
  public var priorities: Set<Priority?> = []
  /// The channels; empty: all.
  public var channels: Set<Channel> = []
  /// Where they stand; empty: wherever.
  public var statuses: Set<Tip.Status> = []
  /// Whether a protection assessment is on record; empty: both.
  public var assessed: Set<Bool> = []
  /// Whose they are; empty: anybody's.
  public var assignees: Set<Assignee> = []

  /// All of them.
  public init() {}

  /// What a row must be, in SQL. Only names of the program's own stand in it.
  func condition(for officer: Officer) -> String {
    var parts: [String] = []
    func any(_ alternatives: [String]) {
      if !alternatives.isEmpty { parts.append("(\(alternatives.joined(separator: " OR ")))") }
    }
    any(acute.sorted(by: Self.falseFirst).map { "is_acute = \($0 ? 1 : 0)" })
    any(
      priorities.map { $0.map { "priority = '\($0.rawValue)'" } ?? "priority IS NULL" }.sorted())
    any(channels.map { "channel = '\($0.rawValue)'" }.sorted())
    any(statuses.map { "status = '\($0.rawValue)'" }.sorted())
    any(assessed.sorted(by: Self.falseFirst).map { "is_assessed = \($0 ? 1 : 0)" })
    let me = "x'\(officer.id.bytes.map { String($0, radix: 16).leftPadded }.joined())'"
    any(
      assignees.map {
        switch $0 {
        case .mine: "assignee = \(me)"
        case .others: "assignee <> \(me)"
        case .nobody: "assignee IS NULL"
        }
      }.sorted())
    return parts.isEmpty ? "TRUE" : parts.joined(separator: " AND ")
  }

  private static func falseFirst(_ one: Bool, _ other: Bool) -> Bool { !one && other }
}

extension String {
  /// Two hexadecimal digits.
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
