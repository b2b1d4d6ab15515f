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
  public typealias Start = WindowStart<TipCursor>

  /// Which tips, and in which order.
  public var order: Order
  /// In which order they stand instead.
  public var sorting: TipSorting
  /// Which of them.
  public var narrowing: TipNarrowing
  /// Where the window lies.
  public var start: Start
  /// The most rows, 1…1000.
  public var limit: Int

  /// Takes the parts as they are.
  public init(
    order: Order, sorting: TipSorting = TipSorting(), narrowing: TipNarrowing = TipNarrowing(),
    start: Start = .first, limit: Int
  ) {
    self.order = order
    self.sorting = sorting
    self.narrowing = narrowing
    self.start = start
    self.limit = limit
  }
}

/// A row's place in an order; it stays a place when the row has left.
public struct TipCursor: Sendable, Hashable, Comparable {
  /// What the row is ordered by.
  enum Key: Hashable, Comparable {
    case number(Int64)
    case text(String)

    /// As SQLite compares them: texts by their bytes.
    static func < (a: Key, b: Key) -> Bool {
      switch (a, b) {
      case (.number(let a), .number(let b)): a < b
      case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  let ascends: Bool
  let key: Key
  let number: Int64

  /// Whether `a` stands before `b`. Only cursors of one order can be compared.
  public static func < (a: TipCursor, b: TipCursor) -> Bool {
    a.ascends ? (a.key, a.number) < (b.key, b.number) : (a.key, a.number) > (b.key, b.number)
  }
}

/// A page of tips.
public typealias TipPage = Page<TipRow>

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
