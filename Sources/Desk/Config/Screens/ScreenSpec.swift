import Casework

/// A screen: what it is called and how its panes divide it.
public struct ScreenSpec: Hashable, Sendable {
  /// The name that commands and files know it by.
  public let name: String
  /// What it is called.
  public let title: Phrase
  /// The panes.
  public let root: PaneTree
  /// The panes in reading order.
  let panes: [PaneSpec]
  /// Where they were placed last.
  let places = PanePlaces()

  /// Takes the parts as they are.
  public init(name: String, title: Phrase, root: PaneTree) {
    self.name = name
    self.title = title
    self.root = root
    panes = root.panes
  }

  /// Whether they show the same, wherever that has been placed.
  public static func == (one: ScreenSpec, other: ScreenSpec) -> Bool {
    one.name == other.name && one.title == other.title && one.root == other.root
  }

  /// Of the parts that are compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(title)
    hasher.combine(root)
  }
}

/// Panes beside and under each other.
public indirect enum PaneTree: Sendable {
  /// Which way a split lays its parts.
  public enum Axis: String, Hashable, Sendable {
    /// Beside each other.
    case row
    /// Under each other.
    case column
    /// Beside each other where the screen is wide, else under each other.
    case beside
  }

  /// One pane.
  case pane(PaneSpec)
  /// Parts, each with its weight in the division.
  case split(Axis, [(Int, PaneTree)])
}

extension PaneTree: Hashable {
  /// Whether both are the same division of the same panes.
  public static func == (left: PaneTree, right: PaneTree) -> Bool {
    switch (left, right) {
    case (.pane(let left), .pane(let right)): left == right
    case (.split(let axis, let parts), .split(let otherAxis, let others)):
      axis == otherAxis && parts.elementsEqual(others) { $0.0 == $1.0 && $0.1 == $1.1 }
    default: false
    }
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .pane(let pane): hasher.combine(pane)
    case .split(let axis, let parts):
      hasher.combine(axis)
      for (weight, part) in parts {
        hasher.combine(weight)
        hasher.combine(part)
      }
    }
  }
}

/// A list on a screen.
public struct PaneSpec: Hashable, Sendable {
  /// Tells it from the screen's other panes.
  public let id: String
  /// The list: ``ListRegistry`` knows it.
  public let list: String
  /// What stands in its border; nil: the list's own title.
  public var title: Phrase?
  /// The unit it is for; nil: both.
  public let unit: Casework.Unit?
  /// The columns, from the left.
  public var columns: [String]
  /// Which rows; nil: those the list shows first.
  public var filter: String?
  /// In which order; nil: the order of the filter.
  public var sort: String?
  /// The order the other way round.
  public var isReversed = false
  /// Only rows with one of the values, by field; a field that is not named may have any.
  public var only: [String: Set<String>] = [:]

  /// Takes the parts as they are.
  public init(
    id: String, list: String, title: Phrase? = nil, unit: Casework.Unit? = nil, columns: [String],
    filter: String? = nil, sort: String? = nil
  ) {
    self.id = id
    self.list = list
    self.title = title
    self.unit = unit
    self.columns = columns
    self.filter = filter
    self.sort = sort
  }
}
