/// What is selected in a list, and which part of the list is seen.
///
/// Rows are known by who they are, not by where: when others come or go, the selection stays on its
/// row and the window on its first. When the selected row goes, the one that took its place is
/// selected.
public struct ListWindow<ID: Hashable & Sendable>: Hashable, Sendable {
  /// The selected row; nil in an empty list.
  public private(set) var selection: ID?
  private var top: ID?
  private var index = 0
  private var topIndex = 0

  /// A window at the beginning of a list.
  public init() {}

  /// Where the selected row is in the list as it was at the latest ``visible(_:height:)``.
  public var selectedIndex: Int { index }

  /// Brings the window in order with the rows as they are now, and tells which of them are seen.
  public mutating func visible(_ rows: [ID], height: Int) -> Range<Int> {
    guard !rows.isEmpty else {
      selection = nil
      top = nil
      index = 0
      topIndex = 0
      return 0..<0
    }
    index = Self.place(of: selection, near: index, in: rows)
    topIndex = Self.place(of: top, near: topIndex, in: rows)
    let height = min(max(1, height), rows.count)
    if index < topIndex { topIndex = index }
    if index >= topIndex + height { topIndex = index - height + 1 }
    topIndex = min(topIndex, rows.count - height)
    selection = rows[index]
    top = rows[topIndex]
    return topIndex..<topIndex + height
  }

  private static func place(of id: ID?, near index: Int, in rows: [ID]) -> Int {
    let bounded = min(max(0, index), rows.count - 1)
    guard let id else { return bounded }
    if rows[bounded] == id { return bounded }
    return rows.firstIndex(of: id) ?? bounded
  }

  /// Selects a row.
  public mutating func select(_ id: ID) {
    selection = id
  }

  /// Moves the selection by so many rows, no further than the ends.
  public mutating func move(by offset: Int, in rows: [ID]) {
    guard !rows.isEmpty else { return }
    let start = Self.place(of: selection, near: index, in: rows)
    let (sum, overflow) = start.addingReportingOverflow(offset)
    let target = overflow ? (offset < 0 ? 0 : rows.count - 1) : sum
    index = min(max(0, target), rows.count - 1)
    selection = rows[index]
  }

  /// Moves the selection by so many pages of that height.
  public mutating func page(by pages: Int, height: Int, in rows: [ID]) {
    let step = max(1, min(height, 10_000) - 1)
    move(by: max(-1_000_000, min(1_000_000, pages)) * step, in: rows)
  }

  /// Selects the first row.
  public mutating func moveToFirst(in rows: [ID]) {
    move(by: .min, in: rows)
  }

  /// Selects the last row.
  public mutating func moveToLast(in rows: [ID]) {
    move(by: .max, in: rows)
  }

  /// Moves the window by so many rows, as the wheel does; the selection comes along at the edge.
  public mutating func scroll(by offset: Int, height: Int, in rows: [ID]) {
    guard !rows.isEmpty else { return }
    let height = min(max(1, height), rows.count)
    let start = Self.place(of: top, near: topIndex, in: rows)
    let bounded = max(-rows.count, min(rows.count, offset))
    topIndex = min(max(0, start + bounded), rows.count - height)
    top = rows[topIndex]
    let selected = Self.place(of: selection, near: index, in: rows)
    index = min(max(selected, topIndex), topIndex + height - 1)
    selection = rows[index]
  }
}
