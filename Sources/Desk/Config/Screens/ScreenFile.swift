import Casework
import TextSafety

/// Reads a screen file: `screen`, `title`, and a `layout` of rows, columns and panes.
///
/// A pane that is wrong is left out alone and reported; a screen without a pane left is none.
struct ScreenFile: ConfigFile {
  /// Rows and columns within each other.
  static let depthLimit = 8
  /// Panes of a screen.
  static let paneLimit = 16
  private static let weights = 1...100

  var report: ConfigReport
  private var paneIDs: Set<String> = []

  static func read(_ source: ConfigSource) -> (ScreenSpec?, ConfigReport) {
    var report = ConfigReport(source.name)
    let root = ConfigReader.read(source, into: &report)
    var file = ScreenFile(report: report)
    let screen = root.flatMap { file.screen($0) }
    return (screen, file.report)
  }

  private init(report: ConfigReport) {
    self.report = report
  }

  private mutating func screen(_ root: ConfigNode) -> ScreenSpec? {
    guard case .map(let entries) = root.value else {
      report.add(
        root.place,
        Phrase(
          sv: "filen ska ha ”screen:”, ”title:” och ”layout:”",
          en: "the file is to have “screen:”, “title:” and “layout:”"))
      return nil
    }
    let fields = Fields(entries, known: ["screen", "title", "layout"], &report)
    let name = word(fields, "screen", in: root)
    let title = fields["title"].flatMap { phrase($0.value) }
    guard let layout = fields["layout"] else {
      missing("layout", in: root)
      return nil
    }
    let tree = self.tree(layout.value, depth: 0)
    guard let name, let tree else {
      if tree == nil {
        report.add(
          layout.place,
          Phrase(sv: "skärmen har ingen ruta kvar", en: "the screen has no pane left"))
      }
      return nil
    }
    return ScreenSpec(name: name, title: title ?? Phrase(same: name), root: tree.1)
  }

  // MARK: The division

  private mutating func tree(_ node: ConfigNode, depth: Int) -> (Int, PaneTree)? {
    guard case .map(let entries) = node.value else {
      report.add(
        node.place,
        Phrase(
          sv: "här ska stå ”row:”, ”column:”, ”beside:” eller ”pane:”",
          en: "here is to stand “row:”, “column:”, “beside:” or “pane:”"))
      return nil
    }
    guard depth < Self.depthLimit else {
      report.add(
        node.place,
        Phrase(
          sv: "för djup delning; högst \(Self.depthLimit) nivåer",
          en: "divided too deep; no more than \(Self.depthLimit) levels"))
      return nil
    }
    let kinds = entries.filter { ["row", "column", "beside", "pane"].contains($0.key) }
    guard let kind = kinds.first, kinds.count == 1 else {
      report.add(
        kinds.dropFirst().first?.place ?? node.place,
        Phrase(
          sv: "här ska stå en av ”row:”, ”column:”, ”beside:” och ”pane:”",
          en: "here is to stand one of “row:”, “column:”, “beside:” and “pane:”"))
      return nil
    }
    guard let axis = PaneTree.Axis(rawValue: kind.key) else {
      return pane(entries, in: node)
    }
    let fields = Fields(entries, known: [kind.key, "weight"], &report)
    let weight = self.weight(fields)
    guard case .list(let nodes) = kind.value.value, !nodes.isEmpty else {
      report.add(
        kind.value.place,
        Phrase(
          sv: "under \(quoted(kind.key)) ska delarna stå, var och en efter ”- ”",
          en: "below \(englishQuoted(kind.key)) the parts are to stand, each after “- ”"))
      return nil
    }
    let parts = nodes.compactMap { tree($0, depth: depth + 1) }
    guard !parts.isEmpty else { return nil }
    return (weight, parts.count == 1 ? parts[0].1 : .split(axis, parts))
  }

  private mutating func weight(_ fields: Fields) -> Int {
    guard let field = fields["weight"] else { return 1 }
    guard let weight = field.value.text.flatMap({ Int($0) }), Self.weights.contains(weight) else {
      report.add(
        field.value.place,
        Phrase(
          sv: "vikten ska vara ett heltal \(Self.weights.lowerBound)–\(Self.weights.upperBound)",
          en:
            "the weight is to be a whole number \(Self.weights.lowerBound)–\(Self.weights.upperBound)"
        ))
      return 1
    }
    return weight
  }

  // MARK: A pane

  private mutating func pane(_ entries: [ConfigNode.Entry], in node: ConfigNode) -> (
    Int, PaneTree
  )? {
    let known = [
      "pane", "weight", "list", "title", "unit", "columns", "filter", "sort", "reversed", "only",
    ]
    let fields = Fields(entries, known: known, &report)
    let weight = self.weight(fields)
    guard let id = word(fields, "pane", in: node), let list = list(fields, in: node) else {
      return nil
    }
    guard paneIDs.insert(id).inserted else {
      report.add(
        fields["pane"]?.value.place ?? node.place,
        Phrase(
          sv: "en annan ruta heter redan \(quoted(id))",
          en: "another pane is called \(englishQuoted(id)) already"))
      return nil
    }
    guard paneIDs.count <= Self.paneLimit else {
      report.add(
        node.place,
        Phrase(
          sv: "för många rutor; högst \(Self.paneLimit)",
          en: "too many panes; no more than \(Self.paneLimit)"))
      return nil
    }
    let filter = self.filter(fields, of: list)
    var pane = PaneSpec(
      id: id, list: list.id, title: fields["title"].flatMap { phrase($0.value) },
      unit: unit(fields, of: list), columns: columns(fields, of: list), filter: filter?.id,
      sort: sort(fields, of: list, filter))
    pane.isReversed = isReversed(fields)
    pane.only = only(fields, of: list)
    return (weight, .pane(pane))
  }

  private mutating func list(_ fields: Fields, in node: ConfigNode) -> ListSpec? {
    guard let name = word(fields, "list", in: node) else { return nil }
    if let list = ListRegistry.list(name) { return list }
    unknown("list", fields, name, among: ListRegistry.all.map(\.id))
    return nil
  }

  private mutating func unit(_ fields: Fields, of list: ListSpec) -> Casework.Unit? {
    guard let field = fields["unit"], let name = field.value.text else { return nil }
    guard list.hasUnits else {
      report.add(
        field.place,
        Phrase(
          sv: "listan \(quoted(list.id)) delas inte på enheter",
          en: "the list \(englishQuoted(list.id)) is not divided by unit"))
      return nil
    }
    if let unit = Casework.Unit(rawValue: name) { return unit }
    unknown("unit", fields, name, among: Casework.Unit.allCases.map(\.rawValue))
    return nil
  }

  private mutating func filter(_ fields: Fields, of list: ListSpec) -> FilterSpec? {
    guard let field = fields["filter"], let name = field.value.text else { return nil }
    guard !list.filters.isEmpty else {
      report.add(
        field.place,
        Phrase(
          sv: "listan \(quoted(list.id)) har inga filter",
          en: "the list \(englishQuoted(list.id)) has no filters"))
      return nil
    }
    if let filter = list.filters.first(where: { $0.id == name }) { return filter }
    unknown("filter", fields, name, among: list.filters.map(\.id))
    return nil
  }

  private mutating func sort(_ fields: Fields, of list: ListSpec, _ filter: FilterSpec?)
    -> String?
  {
    guard let field = fields["sort"], let name = field.value.text else { return nil }
    guard let filter = filter ?? list.filters.first else {
      report.add(
        field.place,
        Phrase(
          sv: "listan \(quoted(list.id)) har bara en ordning",
          en: "the list \(englishQuoted(list.id)) has one order only"))
      return nil
    }
    if filter.sorts.contains(where: { $0.id == name }) { return name }
    if let other = list.filters.first(where: { $0.sorts.contains { $0.id == name } }) {
      report.add(
        field.value.place,
        Phrase(
          sv:
            "ordningen \(quoted(name)) hör till filtret \(quoted(other.id)), inte \(quoted(filter.id))",
          en:
            "the order \(quoted(name)) belongs to the filter \(quoted(other.id)), not \(quoted(filter.id))"
        ))
      return nil
    }
    unknown("sort", fields, name, among: list.sorts)
    return nil
  }

  private mutating func isReversed(_ fields: Fields) -> Bool {
    guard let field = fields["reversed"], let word = field.value.text else { return false }
    if ["true", "false"].contains(word) { return word == "true" }
    report.add(
      field.value.place,
      Phrase(sv: "här ska stå true eller false", en: "this is to be true or false"))
    return false
  }

  /// The values that are shown, by field; those that are wrong are left out.
  private mutating func only(_ fields: Fields, of list: ListSpec) -> [String: Set<String>] {
    guard let field = fields["only"] else { return [:] }
    guard case .map(let entries) = field.value.value else {
      report.add(
        field.value.place,
        Phrase(
          sv: "urvalet skrivs per fält: {priority: [acute, high]}",
          en: "what is shown is written by field: {priority: [acute, high]}"))
      return [:]
    }
    let known = list.narrowings.map(\.id)
    let chosen = Fields(entries, known: known, &report)
    var only: [String: Set<String>] = [:]
    for narrowing in list.narrowings {
      guard let entry = chosen[narrowing.id] else { continue }
      let values = self.values(entry.value, of: narrowing)
      if !values.isEmpty { only[narrowing.id] = values }
    }
    return only
  }

  private mutating func values(_ node: ConfigNode, of narrowing: NarrowingSpec) -> Set<String> {
    let nodes = if case .list(let nodes) = node.value { nodes } else { [node] }
    let known = narrowing.values.map(\.value)
    var values: Set<String> = []
    for node in nodes {
      let name = node.text ?? ""
      guard narrowing.values.isEmpty ? !name.isEmpty : known.contains(name) else {
        let meant = NearestName.suggestion(for: name, among: known)
        let all = known.joined(separator: ", ")
        report.add(
          node.place,
          Phrase(
            sv: "fältet \(quoted(narrowing.id)) har inget värde \(quoted(node.text ?? "[…]"))",
            en:
              "the field \(englishQuoted(narrowing.id)) has no value \(englishQuoted(node.text ?? "[…]"))"
          ) + (meant.sv.isEmpty ? Phrase(sv: "; det har \(all)", en: "; it has \(all)") : meant))
        continue
      }
      values.insert(name)
    }
    return values
  }

  /// The columns that are right; all of the list where none is given, or none is right.
  private mutating func columns(_ fields: Fields, of list: ListSpec) -> [String] {
    let all = list.columns.map(\.id)
    guard let field = fields["columns"] else { return all }
    guard case .list(let nodes) = field.value.value else {
      report.add(
        field.value.place,
        Phrase(
          sv: "kolumnerna skrivs som en lista: [\(all.prefix(3).joined(separator: ", "))]",
          en: "the columns are written as a list: [\(all.prefix(3).joined(separator: ", "))]"))
      return all
    }
    var columns: [String] = []
    for node in nodes {
      guard let name = node.text, list.column(name) != nil else {
        let known = all.joined(separator: ", ")
        let meant = NearestName.suggestion(for: node.text ?? "", among: all)
        report.add(
          node.place,
          Phrase(
            sv: "listan \(quoted(list.id)) har ingen kolumn \(quoted(node.text ?? "[…]"))",
            en:
              "the list \(englishQuoted(list.id)) has no column \(englishQuoted(node.text ?? "[…]"))"
          )
            + (meant.sv.isEmpty
              ? Phrase(sv: "; den har \(known)", en: "; it has \(known)") : meant))
        continue
      }
      guard !columns.contains(name) else {
        report.add(
          node.place,
          Phrase(
            sv: "kolumnen \(quoted(name)) står två gånger",
            en: "the column \(englishQuoted(name)) stands twice"))
        continue
      }
      columns.append(name)
    }
    return columns.isEmpty ? all : columns
  }
}
