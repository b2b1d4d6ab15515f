/// A number of columns and rows.
public struct Size: Hashable, Sendable {
  /// Columns, never negative.
  public let columns: Int
  /// Rows, never negative.
  public let rows: Int

  /// A size; negative numbers count as zero, and none is above 10,000.
  public init(columns: Int, rows: Int) {
    self.columns = min(max(0, columns), 10_000)
    self.rows = min(max(0, rows), 10_000)
  }
}

/// A place on the screen, counted from the upper left corner, which is (0, 0).
public struct Point: Hashable, Sendable {
  /// The column, from the left.
  public var column: Int
  /// The row, from the top.
  public var row: Int

  /// A place, which may lie outside any screen.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A part of the screen.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public let column: Int
  /// The topmost row.
  public let row: Int
  /// Columns, never negative.
  public let columns: Int
  /// Rows, never negative.
  public let rows: Int

  /// The room an ordinate may take, so that no sum of two can overflow.
  private static let bounds = -1_000_000...1_000_000

  private static func bounded(_ value: Int) -> Int {
    min(max(value, bounds.lowerBound), bounds.upperBound)
  }

  /// A part of the screen; negative extents count as zero.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = Self.bounded(column)
    self.row = Self.bounded(row)
    self.columns = Self.bounded(max(0, columns))
    self.rows = Self.bounded(max(0, rows))
  }

  /// The whole of a screen.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The upper left corner.
  public var origin: Point { Point(column: column, row: row) }
  /// The extent.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// The first column to the right of the part.
  public var maxColumn: Int { column + columns }
  /// The first row under the part.
  public var maxRow: Int { row + rows }
  /// Whether nothing fits.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The part without `columns` at the left and right and `rows` at the top and bottom.
  public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    inset(left: columns, top: rows, right: columns, bottom: rows)
  }

  /// The part without so much at each edge.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = Self.bounded(left)
    let top = Self.bounded(top)
    return Rect(
      column: column + left, row: row + top,
      columns: columns - left - Self.bounded(right), rows: rows - top - Self.bounded(bottom))
  }

  /// What two parts have in common; empty when nothing.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(maxColumn, other.maxColumn) - left, rows: min(maxRow, other.maxRow) - top)
  }

  /// Whether a place lies in the part.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < maxColumn && point.row >= row && point.row < maxRow
  }

  /// A part of the given extent in the middle of this one, no larger than it.
  public func centered(columns: Int, rows: Int) -> Rect {
    let width = min(max(0, columns), self.columns)
    let height = min(max(0, rows), self.rows)
    return Rect(
      column: column + (self.columns - width) / 2, row: row + (self.rows - height) / 2,
      columns: width, rows: height)
  }
}
