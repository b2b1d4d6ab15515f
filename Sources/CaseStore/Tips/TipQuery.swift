import Casework

/// A window on the tips: a keyset page, never an offset.
public struct TipQuery: Sendable, Hashable {
  /// Which tips, and in which order.
  public enum Order: String, Sendable {
    /// Open tips: acute first, then newest.
    case urgency
    /// All tips, newest first.
    case newest
    /// Open tips whose child has no protection assessment yet: the longest waiting first.
    case waiting
  }

  /// Where the window lies.
  public enum Start: Sendable, Hashable {
    /// At the beginning.
    case first
    /// At the end.
    case last
    /// Half before and half after a row, whether or not it is still there.
    case around(TipCursor)
    /// From after a row.
    case after(TipCursor)
  }

  /// Which tips, and in which order.
  public var order: Order
  /// Where the window lies.
  public var start: Start
  /// The most rows, 1…1000.
  public var limit: Int

  /// Takes the parts as they are.
  public init(order: Order, start: Start = .first, limit: Int) {
    self.order = order
    self.start = start
    self.limit = limit
  }
}

/// A row's place in an order; it stays a place when the row has left.
public struct TipCursor: Sendable, Hashable, Comparable {
  let order: TipQuery.Order
  let key: Int64
  let number: Int64

  /// Whether `a` stands before `b`. Only cursors of one order can be compared.
  public static func < (a: TipCursor, b: TipCursor) -> Bool {
    a.order == .waiting
      ? (a.key, a.number) < (b.key, b.number) : (a.key, a.number) > (b.key, b.number)
  }
}

/// A page of tips.
public struct TipPage: Sendable {
  /// The rows in order.
  public let rows: [TipRow]
  /// Whether there are rows before the first.
  public let hasBefore: Bool
  /// Whether there are rows after the last.
  public let hasAfter: Bool

  /// Takes the parts as they are.
  public init(rows: [TipRow], hasBefore: Bool, hasAfter: Bool) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
  }
}

/// How many tips there are of some kinds; kept by the projection.
public struct TipCounters: Sendable, Hashable {
  /// Open.
  public var open: Int
  /// Open and acute.
  public var acute: Int
  /// Open, about a child, without a protection assessment.
  public var unassessed: Int

  /// Takes the numbers as they are.
  public init(open: Int, acute: Int, unassessed: Int) {
    self.open = open
    self.acute = acute
    self.unassessed = unassessed
  }
}
