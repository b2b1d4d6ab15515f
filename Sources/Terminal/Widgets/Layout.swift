/// How an area is divided.
public enum Constraint: Hashable, Sendable {
  /// So many columns or rows, or fewer when there are not enough.
  case fixed(Int)
  /// A part of the whole, 0…1.
  case fraction(Double)
  /// A share of what the others leave, in proportion to the other shares.
  case weight(Int)
  /// A share like `weight`, but no less than so many columns or rows while there are enough.
  case share(Int, atLeast: Int)
  /// A share like `weight(1)`, but no less than so many columns or rows while there are enough.
  case minimum(Int)
}

/// A layout: the division of an area in named parts, beside and under each other.
public indirect enum Split<ID: Hashable & Sendable>: Sendable {
  /// One part.
  case leaf(ID)
  /// Parts beside each other, from the left, each with its share of the columns.
  case row([(Constraint, Split)])
  /// Parts under each other, from the top, each with its share of the rows.
  case column([(Constraint, Split)])

  /// Where each part is. Together they are the area, without gap or overlap; of two parts with the
  /// same name the first counts. Divisions deeper than 32 are left out.
  @inlinable
  public func frames(in area: Rect) -> [ID: Rect] {
    var frames: [ID: Rect] = [:]
    Self.place(self, in: area, depth: 0, into: &frames)
    return frames
  }

  @inlinable
  static func place(
    _ split: Split<ID>, in area: Rect, depth: Int, into frames: inout [ID: Rect]
  ) {
    guard depth < 32 else { return }
    switch split {
    case .leaf(let id):
      if frames[id] == nil { frames[id] = area }
    case .row(let parts):
      var column = area.column
      let extents = Constraint.divide(area.columns, among: parts.map { $0.0 })
      for (part, extent) in zip(parts, extents) {
        let frame = Rect(column: column, row: area.row, columns: extent, rows: area.rows)
        place(part.1, in: frame, depth: depth + 1, into: &frames)
        column += extent
      }
    case .column(let parts):
      var row = area.row
      let extents = Constraint.divide(area.rows, among: parts.map { $0.0 })
      for (part, extent) in zip(parts, extents) {
        let frame = Rect(column: area.column, row: row, columns: area.columns, rows: extent)
        place(part.1, in: frame, depth: depth + 1, into: &frames)
        row += extent
      }
    }
  }
}

extension Constraint {
  private static let limit = 1_000_000

  /// Divides a length; the parts add up to it.
  @usableFromInline
  static func divide(_ length: Int, among constraints: [Constraint]) -> [Int] {
    guard !constraints.isEmpty else { return [] }
    var extents = [Int](repeating: 0, count: constraints.count)
    var left = max(0, length)
    func give(_ index: Int, _ wanted: Int) {
      let given = min(max(0, wanted), left)
      extents[index] += given
      left -= given
    }
    for (index, constraint) in constraints.enumerated() {
      switch constraint {
      case .fixed(let count), .minimum(let count), .share(_, atLeast: let count): give(index, count)
      case .fraction(let part):
        let bounded = part.isFinite ? min(max(0, part), 1) : 0
        give(index, Int((Double(max(0, length)) * bounded).rounded()))
      case .weight: break
      }
    }
    share(left, among: constraints, &extents)
    return extents
  }

  /// Shares out what is left: to the shares, each minimum counting what it has already; else to the
  /// last part.
  private static func share(_ left: Int, among constraints: [Constraint], _ extents: inout [Int]) {
    var sharing: [(index: Int, weight: Int)] = []
    for (index, constraint) in constraints.enumerated() {
      switch constraint {
      case .weight(let weight), .share(let weight, _):
        sharing.append((index, min(max(1, weight), limit)))
      case .minimum: sharing.append((index, 1))
      case .fixed, .fraction: continue
      }
    }
    guard !sharing.isEmpty else {
      extents[extents.count - 1] += left
      return
    }
    // A minimum that already has more than its share of the room takes no part in the sharing.
    var room = sharing.reduce(left) { $0 + extents[$1.index] }
    while true {
      let total = sharing.reduce(0) { $0 + $1.weight }
      let rest = sharing.filter { extents[$0.index] <= room * $0.weight / total }
      if rest.isEmpty || rest.count == sharing.count { break }
      room = rest.reduce(left) { $0 + extents[$1.index] }
      sharing = rest
    }
    var weightLeft = sharing.reduce(0) { $0 + $1.weight }
    var roomLeft = room
    for (index, weight) in sharing {
      let extent = roomLeft * weight / weightLeft
      extents[index] = extent
      roomLeft -= extent
      weightLeft -= weight
    }
  }
}
