import Casework

/// A column of a list.
public struct ColumnSpec: Hashable, Sendable {
  /// Where its text stands.
  public enum Alignment: Hashable, Sendable {
    /// Text.
    case left
    /// Numbers.
    case right
  }

  /// The name that screen files know it by.
  public let id: String
  /// What it is called.
  public let title: Phrase
  /// The fewest columns of the terminal it is worth showing in.
  public let minimum: Int
  /// The columns of the terminal it is best shown in.
  public let ideal: Int
  /// Where its text stands.
  public let alignment: Alignment
  /// Whether it takes what room is left over, and gives way first.
  public let isFlexible: Bool
  /// Whether a reference stands in it, which has as many digits as the journal has come to.
  public let holdsReference: Bool

  init(
    _ id: String, _ title: Phrase, _ ideal: Int, minimum: Int? = nil,
    _ alignment: Alignment = .left, holdsReference: Bool = false
  ) {
    self.id = id
    self.title = title
    self.ideal = ideal
    self.minimum = minimum ?? ideal
    self.alignment = alignment
    self.holdsReference = holdsReference
    isFlexible = minimum != nil
  }
}

/// Which rows of a list are shown.
public struct FilterSpec: Hashable, Sendable {
  /// The name that screen files know it by.
  public let id: String
  /// What it is called.
  public let title: Phrase
  /// The orders that these rows can have, the usual first. None: they have one of their own.
  public let sorts: [SortSpec]
}

/// In which order the rows of a list are shown; each the other way round too.
public struct SortSpec: Hashable, Sendable {
  /// The name that screen files know it by.
  public let id: String
  /// What it is called.
  public let title: Phrase
}

/// A field of which only some values may be shown.
public struct NarrowingSpec: Hashable, Sendable {
  /// The name that screen files know it by.
  public let id: String
  /// What it is called.
  public let title: Phrase
  /// Its values. None: what the rows have, in the words they have in Swedish.
  public let values: [Choice]
}

/// A list that a pane can show.
public struct ListSpec: Hashable, Sendable {
  /// The name that screen files know it by.
  public let id: String
  /// What it is called.
  public let title: Phrase
  /// The columns, in the order they have where a screen doesn't say.
  public let columns: [ColumnSpec]
  /// Which rows can be shown, the usual first. None: always all.
  public let filters: [FilterSpec]
  /// The fields of which only some values may be shown.
  public var narrowings: [NarrowingSpec] = []
  /// Whether a pane of it can be for one unit.
  public let hasUnits: Bool

  /// The orders of all filters.
  public var sorts: [String] {
    filters.flatMap(\.sorts).map(\.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The column of that name.
  public func column(_ id: String) -> ColumnSpec? {
    columns.first { $0.id == id }
  }
}

/// Every list that a screen can show.
public enum ListRegistry {
  /// All lists.
  public static let all: [ListSpec] =
    [tips] + records.map { recordList($0.kind.listName, $0.title) } + [
      officersPresent, officers, drafts, news, selected, figures,
    ]

  /// The lists of subjects that are kept as records.
  static let records: [(kind: SubjectKind, title: Phrase)] = [
    (.pass, Phrase(sv: "Fältpass", en: "Field passes")),
    (.person, Phrase(sv: "Barn", en: "Persons")),
    (.case, Phrase(sv: "Ärenden", en: "Cases")),
    (.custody, Phrase(sv: "LVU § 6", en: "LVU § 6")),
    (.policeReport, Phrase(sv: "Polisanmälningar", en: "Police reports")),
    (.handover, Phrase(sv: "Överlämningar", en: "Handovers")),
    (.shift, Phrase(sv: "Arbetspass", en: "Shifts")),
    (.meeting, Phrase(sv: "Möten", en: "Meetings")),
  ]

  /// What only police reports tell.
  private static let policeColumns = [
    ColumnSpec("kNumber", Phrase(sv: "K-nummer", en: "K-number"), 16),
    ColumnSpec("offence", Phrase(sv: "Brott", en: "Offence"), 32, minimum: 10),
    ColumnSpec("heard", Phrase(sv: "Senast hört", en: "Last heard"), 40, minimum: 12),
    ColumnSpec("contact", Phrase(sv: "Kontakt", en: "Contact"), 20, minimum: 8),
  ]

  private static func recordList(_ id: String, _ title: Phrase) -> ListSpec {
    ListSpec(
      id: id, title: title,
      columns: [
        ColumnSpec("ref", Phrase(sv: "Ref", en: "Ref"), 6, holdsReference: true),
        ColumnSpec("status", Phrase(sv: "Läge", en: "State"), 16, minimum: 9),
        ColumnSpec("waiting", Phrase(sv: "Frist", en: "Clock"), 20, minimum: 12),
        ColumnSpec("title", Phrase(sv: "Vad", en: "What"), 28, minimum: 10),
        ColumnSpec("next", Phrase(sv: "Nästa", en: "Next"), 40, minimum: 12),
        ColumnSpec("age", Phrase(sv: "Sedan", en: "Since"), 6, .right),
      ] + (id == SubjectKind.policeReport.listName ? policeColumns : []),
      filters: [
        FilterSpec(id: "open", title: Phrase(sv: "öppna", en: "open"), sorts: recordSorts),
        FilterSpec(id: "all", title: Phrase(sv: "alla", en: "all"), sorts: recordSorts),
      ],
      narrowings: [NarrowingSpec(id: "status", title: Phrase(sv: "Läge", en: "State"), values: [])],
      hasUnits: true)
  }

  private static let recordSorts: [SortSpec] = [
    SortSpec(id: "clock", title: Phrase(sv: "frist", en: "clock")),
    SortSpec(id: "changed", title: Phrase(sv: "senast ändrat", en: "last changed")),
    SortSpec(id: "begun", title: Phrase(sv: "senast påbörjat", en: "last begun")),
  ]

  /// The list of that name.
  public static func list(_ id: String) -> ListSpec? {
    byID[id]
  }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  private static let tips = ListSpec(
    id: "tips", title: Phrase(same: "Tips"),
    columns: [
      ColumnSpec("urgency", Phrase(sv: "Läge", en: "State"), 8),
      ColumnSpec("age", Phrase(sv: "Ålder", en: "Age"), 6, .right),
      ColumnSpec("ref", Phrase(sv: "Ref", en: "Ref"), 6, holdsReference: true),
      ColumnSpec("place", Phrase(sv: "Plats", en: "Place"), 22, minimum: 8),
      ColumnSpec("text", Phrase(sv: "Text", en: "Text"), 40, minimum: 20),
      ColumnSpec("children", Phrase(sv: "Barn", en: "Children"), 4, .right),
      ColumnSpec("assignee", Phrase(sv: "Handläggare", en: "Officer"), 18, minimum: 8),
      ColumnSpec("received", Phrase(sv: "Inkom, klockslag", en: "Received at"), 16),
      ColumnSpec("channel", Phrase(sv: "Kanal", en: "Channel"), 12),
      ColumnSpec("priority", Phrase(sv: "Prioritet", en: "Priority"), 9),
      ColumnSpec("status", Phrase(sv: "Status", en: "Status"), 9),
      ColumnSpec("assessment", Phrase(sv: "Skyddsbedömning", en: "Assessment"), 12),
    ],
    filters: [
      FilterSpec(
        id: "open", title: Phrase(sv: "öppna", en: "open"),
        sorts: [SortSpec(id: "urgency", title: Phrase(sv: "läge", en: "state"))] + tipSorts),
      FilterSpec(
        id: "unassessed", title: Phrase(sv: "obedömda", en: "unassessed"),
        sorts: [SortSpec(id: "waiting", title: Phrase(sv: "väntat längst", en: "longest waiting"))]
          + tipSorts),
      // Of all there are so many that only an order with an index is shown at once.
      FilterSpec(
        id: "all", title: Phrase(sv: "alla", en: "all"),
        sorts: [SortSpec(id: "newest", title: Phrase(sv: "nyast", en: "newest"))]),
    ], narrowings: tipNarrowings, hasUnits: true)

  /// The orders of tips that are few enough to be put in any.
  private static let tipSorts: [SortSpec] = [
    SortSpec(id: "received", title: Phrase(sv: "inkom", en: "received")),
    SortSpec(id: "priority", title: Phrase(sv: "prioritet", en: "priority")),
    SortSpec(id: "place", title: Phrase(sv: "plats", en: "place")),
    SortSpec(id: "children", title: Phrase(sv: "antal barn", en: "number of children")),
    SortSpec(id: "channel", title: Phrase(sv: "kanal", en: "channel")),
    SortSpec(id: "assignee", title: Phrase(sv: "handläggare", en: "officer")),
  ]

  private static let tipNarrowings: [NarrowingSpec] = [
    NarrowingSpec(
      id: "urgency", title: Phrase(sv: "Akut", en: "Acute"),
      values: [
        Choice("acute", Phrase(sv: "akuta", en: "acute")),
        Choice("calm", Phrase(sv: "inte akuta", en: "not acute")),
      ]),
    NarrowingSpec(
      id: "priority", title: Phrase(sv: "Prioritet", en: "Priority"),
      values: Priority.allCases.map { Choice($0.rawValue, $0.title) } + [
        Choice("none", Phrase(sv: "ingen", en: "none"))
      ]),
    NarrowingSpec(
      id: "assignee", title: Phrase(sv: "Handläggare", en: "Officer"),
      values: [
        Choice("mine", Phrase(sv: "mina", en: "mine")),
        Choice("others", Phrase(sv: "andras", en: "others'")),
        Choice("nobody", Phrase(sv: "ingens", en: "nobody's")),
      ]),
    NarrowingSpec(
      id: "channel", title: Phrase(sv: "Kanal", en: "Channel"),
      values: Channel.allCases.map { Choice($0.rawValue, $0.title) }),
    NarrowingSpec(
      id: "assessment", title: Phrase(sv: "Skyddsbedömning", en: "Assessment"),
      values: [
        Choice("assessed", Phrase(sv: "bedömda", en: "assessed")),
        Choice("unassessed", Phrase(sv: "ej bedömda", en: "not assessed")),
      ]),
    NarrowingSpec(
      id: "status", title: Phrase(sv: "Status", en: "Status"),
      values: Tip.Status.allCases.map { Choice($0.rawValue, $0.title) }),
  ]

  private static let news = ListSpec(
    id: "news", title: Phrase(sv: "Sedan mitt förra pass", en: "Since my last shift"),
    columns: [
      ColumnSpec("unread", Phrase(sv: "Oläst", en: "Unread"), 7),
      ColumnSpec("ref", Phrase(sv: "Ref", en: "Ref"), 6, holdsReference: true),
      ColumnSpec("change", Phrase(sv: "Senast", en: "Latest"), 30, minimum: 16),
      ColumnSpec("title", Phrase(sv: "Vad", en: "What"), 30, minimum: 12),
      ColumnSpec("who", Phrase(sv: "Vem", en: "Who"), 18, minimum: 8),
      ColumnSpec("at", Phrase(sv: "När", en: "When"), 11),
    ],
    filters: every(
      SortSpec(id: "usual", title: Phrase(sv: "öppna först", en: "open first")),
      SortSpec(id: "at", title: Phrase(sv: "senast", en: "latest")),
      SortSpec(id: "who", title: Phrase(sv: "vem", en: "who")),
      SortSpec(id: "ref", title: Phrase(sv: "ref", en: "ref"))),
    narrowings: [
      NarrowingSpec(
        id: "unread", title: Phrase(sv: "Oläst", en: "Unread"),
        values: [
          Choice("unread", Phrase(sv: "olästa", en: "unread")),
          Choice("read", Phrase(sv: "lästa", en: "read")),
        ]), kindNarrowing,
    ], hasUnits: true)

  private static let selected = ListSpec(
    id: "selected", title: Phrase(sv: "Det valda", en: "The chosen"), columns: [], filters: [],
    hasUnits: false)

  private static let officersPresent = ListSpec(
    id: "officersPresent", title: Phrase(sv: "Vid jourbordet", en: "At the desk"),
    columns: [
      ColumnSpec("name", Phrase(sv: "Namn", en: "Name"), 24, minimum: 10),
      ColumnSpec("unit", Phrase(sv: "Enhet", en: "Unit"), 21),
      ColumnSpec("viewing", Phrase(sv: "Läser", en: "Reading"), 15, holdsReference: true),
      ColumnSpec("since", Phrase(sv: "Sedan", en: "Since"), 11),
    ],
    filters: every(
      SortSpec(id: "since", title: Phrase(sv: "längst här", en: "longest here")),
      SortSpec(id: "name", title: Phrase(sv: "namn", en: "name")),
      SortSpec(id: "unit", title: Phrase(sv: "enhet", en: "unit"))),
    narrowings: [unitNarrowing], hasUnits: true)

  private static let officers = ListSpec(
    id: "officers", title: Phrase(sv: "Handläggare", en: "Officers"),
    columns: [
      ColumnSpec("login", Phrase(sv: "Inloggning", en: "Login"), 12),
      ColumnSpec("name", Phrase(sv: "Namn", en: "Name"), 24, minimum: 12),
      ColumnSpec("unit", Phrase(sv: "Enhet", en: "Unit"), 21),
      ColumnSpec("roles", Phrase(sv: "Roller", en: "Roles"), 40, minimum: 12),
      ColumnSpec("active", Phrase(sv: "Aktiv", en: "Active"), 9),
    ],
    filters: every(
      SortSpec(id: "registered", title: Phrase(sv: "registrerad", en: "registered")),
      SortSpec(id: "name", title: Phrase(sv: "namn", en: "name")),
      SortSpec(id: "login", title: Phrase(sv: "inloggning", en: "login")),
      SortSpec(id: "unit", title: Phrase(sv: "enhet", en: "unit"))),
    narrowings: [
      unitNarrowing,
      NarrowingSpec(
        id: "active", title: Phrase(sv: "Aktiv", en: "Active"),
        values: [
          Choice("active", Phrase(sv: "aktiva", en: "active")),
          Choice("ended", Phrase(sv: "avslutade", en: "deactivated")),
        ]),
      NarrowingSpec(
        id: "role", title: Phrase(sv: "Roll", en: "Role"),
        values: Role.allCases.map { Choice($0.rawValue, $0.title) }),
    ], hasUnits: false)

  private static let figures = ListSpec(
    id: "figures", title: Phrase(sv: "Statistik", en: "Figures"), columns: [],
    filters: FigureDrawing.allCases.map {
      FilterSpec(id: $0.rawValue, title: $0.title, sorts: [])
    }, hasUnits: false)

  private static let drafts = ListSpec(
    id: "drafts", title: Phrase(sv: "Utkast", en: "Drafts"),
    columns: [
      ColumnSpec("what", Phrase(sv: "Vad", en: "What"), 22),
      ColumnSpec("subject", Phrase(sv: "Ärende", en: "Subject"), 6, holdsReference: true),
      ColumnSpec("text", Phrase(sv: "Text", en: "Text"), 40, minimum: 12),
      ColumnSpec("updated", Phrase(sv: "Ändrat", en: "Changed"), 11),
    ],
    filters: every(
      SortSpec(id: "updated", title: Phrase(sv: "senast ändrat", en: "last changed")),
      SortSpec(id: "what", title: Phrase(sv: "vad", en: "what")),
      SortSpec(id: "subject", title: Phrase(sv: "ärende", en: "subject"))),
    narrowings: [kindNarrowing], hasUnits: false)

  // MARK: Lists that are held whole

  /// All of the rows, in one of those orders.
  private static func every(_ sorts: SortSpec...) -> [FilterSpec] {
    [FilterSpec(id: "all", title: Phrase(sv: "alla", en: "all"), sorts: sorts)]
  }

  private static let unitNarrowing = NarrowingSpec(
    id: "unit", title: Phrase(sv: "Enhet", en: "Unit"),
    values: Casework.Unit.allCases.map { Choice($0.rawValue, $0.title) })

  private static let kindNarrowing = NarrowingSpec(
    id: "kind", title: Phrase(sv: "Slag", en: "Kind"),
    values: SubjectKind.allCases.map { Choice($0.rawValue, $0.title.capitalized) })
}
