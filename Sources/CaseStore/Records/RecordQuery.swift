import Casework

/// A window on the records of one kind: a keyset page, what runs out or has waited longest first.
public struct RecordQuery: Sendable, Hashable {
  /// Where the window lies.
  public typealias Start = WindowStart<RecordCursor>

  /// Which kind.
  public var kind: SubjectKind
  /// Whether only those on which something is left to do.
  public var onlyOpen: Bool
  /// Where the window lies.
  public var start: Start
  /// The most rows, 1…1000.
  public var limit: Int

  /// Takes the parts as they are.
  public init(kind: SubjectKind, onlyOpen: Bool = true, start: Start = .first, limit: Int) {
    self.kind = kind
    self.onlyOpen = onlyOpen
    self.start = start
    self.limit = limit
  }
}

/// A row's place in the order; it stays a place when the row has left.
public struct RecordCursor: Sendable, Hashable, Comparable {
  let sortAt: Int64
  let number: Int64

  /// Whether `a` stands before `b`.
  public static func < (a: RecordCursor, b: RecordCursor) -> Bool {
    (a.sortAt, a.number) < (b.sortAt, b.number)
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
