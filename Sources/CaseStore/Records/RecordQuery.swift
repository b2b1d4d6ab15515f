import Casework

/// A window on the records of one kind: a keyset page, what runs out or has waited longest first.
public struct RecordQuery: Sendable, Hashable {
  /// Where the window lies.
  public typealias Start = WindowStart<RecordCursor>

  /// Which kind.
  public var kind: SubjectKind
  /// Whether only those on which something is left to do.
  public var onlyOpen: Bool
  /// In which order they stand.
  public var sorting: RecordSorting
  /// Only those that stand so, by the Swedish title of ``RecordStatus``; empty: however they stand.
  public var statuses: Set<String>
  /// Where the window lies.
  public var start: Start
  /// The most rows, 1…1000.
  public var limit: Int

  /// Takes the parts as they are.
  public init(
    kind: SubjectKind, onlyOpen: Bool = true, sorting: RecordSorting = RecordSorting(),
    statuses: Set<String> = [], start: Start = .first, limit: Int
  ) {
    self.kind = kind
    self.onlyOpen = onlyOpen
    self.sorting = sorting
    self.statuses = statuses
    self.start = start
    self.limit = limit
  }
}

/// In which order the rows of a list of records stand.
public struct RecordSorting: Sendable, Hashable {
  /// By what.
  public enum Field: String, Sendable, CaseIterable {
    /// The clock that runs out first, or since when it has waited, the longest first.
    case clock
    /// When it was last changed, the latest first.
    case changed
    /// When it was begun, the newest first.
    case begun
  }

  /// By what.
  public var field: Field
  /// The other way round.
  public var isReversed: Bool

  /// Takes both as they are.
  public init(_ field: Field = .clock, isReversed: Bool = false) {
    self.field = field
    self.isReversed = isReversed
  }

  /// Whether keys grow from row to row.
  var ascends: Bool { (field == .clock) != isReversed }

  /// The column that a row is ordered by.
  var column: String {
    switch field {
    case .clock: "sort_at"
    case .changed: "changed_at"
    case .begun: "number"
    }
  }
}

/// A row's place in the order; it stays a place when the row has left.
public struct RecordCursor: Sendable, Hashable, Comparable {
  let key: Int64
  let number: Int64
  var ascends = true

  /// Whether `a` stands before `b`. Only cursors of one order can be compared.
  public static func < (a: RecordCursor, b: RecordCursor) -> Bool {
    a.ascends ? (a.key, a.number) < (b.key, b.number) : (a.key, a.number) > (b.key, b.number)
  }
}

/// A record as a list shows it.
public struct RecordRow: WindowRow, Hashable {
  /// The subject's identity.
  public var id: SubjectID { record.id }
  /// Its reference.
  public let reference: Reference
  /// The record.
  public let record: Casework.Record
  /// Its place in the order.
  public let cursor: RecordCursor
}

/// A page of records.
public typealias RecordPage = Page<RecordRow>
