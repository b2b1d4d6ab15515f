import Casework
import Yams

extension ScreenSpec {
  /// The screen as a file of its own: ``ScreenFile`` reads it back as it is.
  package var yaml: String {
    let node = Self.map([
      ("screen", Node(name)), ("title", Self.words(title)), ("layout", Self.map(root.entries)),
    ])
    // Serialising scalars and collections that were just made has no way to fail.
    return (try? serialize(node: node, indent: 2, width: 100, allowUnicode: true)) ?? ""
  }

  fileprivate static func map(
    _ entries: [(String, Node)], _ style: Node.Mapping.Style = .block
  ) -> Node {
    Node(entries.map { (Node($0.0), $0.1) }, .implicit, style)
  }

  fileprivate static func words(_ phrase: Phrase) -> Node {
    map([("sv", Node(phrase.sv)), ("en", Node(phrase.en))], .flow)
  }
}

extension PaneTree {
  fileprivate var entries: [(String, Node)] {
    switch self {
    case .pane(let pane): return pane.entries
    case .split(let axis, let parts):
      let nodes = parts.map { weight, part -> Node in
        var entries = part.entries
        if weight != 1 { entries.insert(("weight", Node("\(weight)")), at: 1) }
        return ScreenSpec.map(entries)
      }
      return [(axis.rawValue, Node(nodes, .implicit, .block))]
    }
  }
}

extension PaneSpec {
  fileprivate var entries: [(String, Node)] {
    var entries = [("pane", Node(id)), ("list", Node(list))]
    if let title { entries.append(("title", ScreenSpec.words(title))) }
    if let unit { entries.append(("unit", Node(unit.rawValue))) }
    if let filter { entries.append(("filter", Node(filter))) }
    if let sort { entries.append(("sort", Node(sort))) }
    if isReversed { entries.append(("reversed", Node("true"))) }
    if !only.isEmpty {
      let fields = only.sorted { $0.key < $1.key }.map { field, values in
        (field, Node(values.sorted().map { Node($0) }, .implicit, .flow))
      }
      entries.append(("only", ScreenSpec.map(fields)))
    }
    return entries + [("columns", Node(columns.map { Node($0) }, .implicit, .flow))]
  }
}
