import Casework

/// What a pane shows, to be changed in place: its columns, which rows, in which order.
public struct PaneOverlay: Sendable {
  /// One thing that can be chosen.
  enum Item: Hashable, Sendable {
    /// A column, shown or not.
    case column(String)
    /// Which of the list's rows.
    case filter(String)
    /// The order.
    case sort(String)
    /// A value of a field: only rows that have one of those chosen are shown.
    case value(field: String, String)
  }

  /// A heading with what can be chosen under it.
  struct Section: Sendable {
    let title: Phrase
    let items: [(item: Item, title: Phrase, isChosen: Bool)]
  }

  /// Where it is opened.
  enum Part {
    case columns, values
  }

  /// The pane, by its name on the screen.
  let pane: String
  /// By what it is, as columns change places.
  var selection: Item
}

extension ListSpec {
  /// The rows of that name, the usual ones where none has it.
  func filter(_ id: String?) -> FilterSpec? {
    filters.first { $0.id == id } ?? filters.first
  }
}

extension PaneSpec {
  private var listSpec: ListSpec? { ListRegistry.list(list) }

  /// The order in force, nil where the list has only one.
  var sorting: SortSpec? {
    let sorts = listSpec?.filter(filter)?.sorts ?? []
    return sorts.first { $0.id == sort } ?? sorts.first
  }

  /// Whether the order is another than the usual.
  var isSorted: Bool {
    isReversed || sorting != listSpec?.filter(filter)?.sorts.first
  }

  /// All that can be chosen. `present` has the values of fields whose values only the rows tell.
  func sections(present: [String: [Choice]]) -> [PaneOverlay.Section] {
    guard let listSpec else { return [] }
    let hidden = listSpec.columns.map(\.id).filter { !columns.contains($0) }
    var sections = [
      PaneOverlay.Section(
        title: Phrase(sv: "Kolumner", en: "Columns"),
        items: (columns + hidden).compactMap { id in
          listSpec.column(id).map { (.column(id), $0.title, columns.contains(id)) }
        })
    ]
    let rows = listSpec.filter(filter)
    sections.append(
      PaneOverlay.Section(
        title: Phrase(sv: "Rader", en: "Rows"),
        items: listSpec.filters.map { (.filter($0.id), $0.title, $0.id == rows?.id) }))
    sections.append(
      PaneOverlay.Section(
        title: Phrase(sv: "Ordning", en: "Order"),
        items: (rows?.sorts ?? []).map { sort in
          let isChosen = sort.id == sorting?.id
          let turned = isChosen && isReversed
          return (
            .sort(sort.id),
            turned ? sort.title + Phrase(sv: ", omvänt", en: ", reversed") : sort.title,
            isChosen
          )
        }))
    sections += listSpec.narrowings.map { narrowing in
      let values = narrowing.values.isEmpty ? present[narrowing.id] ?? [] : narrowing.values
      return PaneOverlay.Section(
        title: Phrase(
          sv: "Bara \(narrowing.title.lowercasedStart.sv)",
          en: "Only \(narrowing.title.lowercasedStart.en)"),
        items: values.map { value in
          (
            .value(field: narrowing.id, value.value), value.title,
            only[narrowing.id]?.contains(value.value) ?? false
          )
        })
    }
    return sections.filter { !$0.items.isEmpty }
  }

  /// What is shown of the list, beyond its rows and its usual order: "hög/akut, efter plats".
  var choiceWords: Phrase? {
    guard !only.isEmpty || sort != nil || isReversed else { return nil }
    let fields = (listSpec?.narrowings ?? []).compactMap { narrowing -> Phrase? in
      guard let chosen = only[narrowing.id] else { return nil }
      let known = narrowing.values.filter { chosen.contains($0.value) }.map(\.title)
      let titles = known.isEmpty ? chosen.sorted().map { Phrase(same: $0) } : known
      return Phrase(
        sv: titles.map(\.sv).joined(separator: "/"), en: titles.map(\.en).joined(separator: "/"))
    }
    var parts = fields
    if isSorted, let sorting {
      let turned = Phrase(sv: isReversed ? " omvänt" : "", en: isReversed ? " reversed" : "")
      parts.append(Phrase(sv: "efter ", en: "by ") + sorting.title + turned)
    }
    guard !parts.isEmpty else { return nil }
    return Phrase(
      sv: parts.map(\.sv).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
  }
}
