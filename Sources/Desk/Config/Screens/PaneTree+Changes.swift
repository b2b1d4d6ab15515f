extension PaneTree {
  /// Weights are brought to at least so much together, so that one step is a small one.
  private static let finest = 20
  private static let step = 2

  /// The division with a pane's part made larger or smaller within the split it stands in.
  func resizing(_ id: String, larger: Bool) -> PaneTree {
    guard case .split(let axis, let parts) = self else { return self }
    guard let index = parts.firstIndex(where: { $0.1.isPane(id) }) else {
      return .split(axis, parts.map { ($0.0, $0.1.resizing(id, larger: larger)) })
    }
    let sum = parts.reduce(0) { $0 + $1.0 }
    let scale = max(1, (Self.finest + sum - 1) / max(1, sum))
    var weights = parts.map { $0.0 * scale }
    weights[index] += larger ? Self.step : -Self.step
    guard weights.allSatisfy({ (1...100).contains($0) }) else { return self }
    return .split(axis, zip(weights, parts).map { ($0, $1.1) })
  }

  /// The division with two panes in each other's place.
  func swapping(_ one: PaneSpec, _ other: PaneSpec) -> PaneTree {
    mapping { $0.id == one.id ? other : $0.id == other.id ? one : $0 }
  }

  /// The division with a pane as it is now to be.
  func replacing(_ pane: PaneSpec) -> PaneTree {
    mapping { $0.id == pane.id ? pane : $0 }
  }

  /// The division with a pane's part divided, the new pane after it.
  func splitting(_ id: String, _ axis: Axis, with new: PaneSpec) -> PaneTree {
    switch self {
    case .pane(let pane): pane.id == id ? .split(axis, [(1, self), (1, .pane(new))]) : self
    case .split(let old, let parts):
      .split(old, parts.map { ($0.0, $0.1.splitting(id, axis, with: new)) })
    }
  }

  /// The division without a pane; nil where none is left.
  func closing(_ id: String) -> PaneTree? {
    switch self {
    case .pane(let pane): return pane.id == id ? nil : self
    case .split(let axis, let parts):
      let left = parts.compactMap { part in part.1.closing(id).map { (part.0, $0) } }
      return left.count == 1 ? left[0].1 : left.isEmpty ? nil : .split(axis, left)
    }
  }

  private func isPane(_ id: String) -> Bool {
    if case .pane(let pane) = self { pane.id == id } else { false }
  }

  private func mapping(_ change: (PaneSpec) -> PaneSpec) -> PaneTree {
    switch self {
    case .pane(let pane): .pane(change(pane))
    case .split(let axis, let parts): .split(axis, parts.map { ($0.0, $0.1.mapping(change)) })
    }
  }
}
