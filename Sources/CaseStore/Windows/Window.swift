import Casework

/// Where a window on a list lies. The list itself is never read whole.
public enum WindowStart<Cursor: Hashable & Sendable>: Sendable, Hashable {
  /// At the beginning.
  case first
  /// At the end.
  case last
  /// Half before and half after a row, whether or not it is still there.
  case around(Cursor)
  /// From after a row.
  case after(Cursor)
}

/// A row of a list that is read in windows.
public protocol WindowRow: Sendable, Identifiable {
  /// A row's place in the order; it stays a place when the row has left.
  associatedtype Cursor: Comparable & Hashable & Sendable
  /// The subject's reference.
  var reference: Reference { get }
  /// Its place.
  var cursor: Cursor { get }
}

/// A page of a list.
public struct Page<Row: WindowRow>: Sendable {
  /// The rows in order.
  public let rows: [Row]
  /// Whether there are rows before the first.
  public let hasBefore: Bool
  /// Whether there are rows after the last.
  public let hasAfter: Bool

  /// Takes the parts as they are.
  public init(rows: [Row], hasBefore: Bool, hasAfter: Bool) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
  }
}

/// Which rows a keyset read asks for, seen from a place in the order.
enum KeysetSide {
  /// After the place.
  case after
  /// The place itself and what comes after.
  case from
  /// Before the place, the nearest first.
  case before
}

extension Page {
  /// Reads the window. `fetch` gives at most so many rows on a side of a place (nil: of the end
  /// that the side begins at), and whether there are more.
  static func read(
    _ start: WindowStart<Row.Cursor>, limit: Int,
    _ fetch: (Row.Cursor?, KeysetSide, Int) throws -> ([Row], Bool)
  ) throws -> Page {
    let limit = max(1, min(1000, limit))
    switch start {
    case .first:
      let (rows, more) = try fetch(nil, .after, limit)
      return Page(rows: rows, hasBefore: false, hasAfter: more)
    case .last:
      let (rows, more) = try fetch(nil, .before, limit)
      return Page(rows: rows.reversed(), hasBefore: more, hasAfter: false)
    case .after(let cursor):
      let (rows, more) = try fetch(cursor, .after, limit)
      return Page(rows: rows, hasBefore: true, hasAfter: more)
    case .around(let cursor):
      let (before, moreBefore) = try fetch(cursor, .before, limit / 2)
      let (after, moreAfter) = try fetch(cursor, .from, limit - limit / 2)
      return Page(rows: before.reversed() + after, hasBefore: moreBefore, hasAfter: moreAfter)
    }
  }
}
