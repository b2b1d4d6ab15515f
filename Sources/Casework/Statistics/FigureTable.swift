/// A table of the report: what is counted in all, and the ways it is broken down.
///
/// A small cell is hidden table by table. So no number of one table may follow from those of
/// another: what would be a part of a part is a table of its own, without the sum of both.
struct FigureTable: Sendable {
  /// What is counted.
  enum ID: String, CaseIterable, Sendable {
    case tipsFromPublic, tipsFromOthers, assessments
    case fieldHours, fieldReports, adultsMet, childrenMet, provedAdult
    case concernsByOutreach, concernsByEmergency, investigations
    case custodyTrafficking, custodyOther, clocks
    case cases, casesPlaced, caseChildren, placements, placementsRefused, missing, returns
    case policeReports, policeSteps, handovers, meetings, advice, districts
  }

  /// Rows that each say something of what the table counts.
  struct Breakdown: Sendable {
    let id: String
    let title: Phrase
    /// The rows that are always there.
    let rows: [Choice]
    /// Whether each thing counted is in one row only; otherwise it may be in several.
    var isPartition = true
    /// The title of a row that is there only where something is in it.
    var foundTitle: (@Sendable (String) -> Phrase?)?
  }

  let id: ID
  let title: Phrase
  /// Whether the sum of what is counted is given; not where different things stand together.
  var hasTotal = true
  /// Whether it counts nothing that concerns a single person, so that nothing is hidden.
  var isOpen = false
  var breakdowns: [Breakdown] = []

  init(
    _ id: ID, _ title: Phrase, hasTotal: Bool = true, isOpen: Bool = false,
    _ breakdowns: [Breakdown] = []
  ) {
    self.id = id
    self.title = title
    self.hasTotal = hasTotal
    self.isOpen = isOpen
    self.breakdowns = breakdowns
  }
}

extension FigureTable.Breakdown {
  /// Where each thing counted is in one row.
  static func parts(
    _ id: String, _ title: Phrase, _ rows: [Choice], unknown: Phrase? = nil
  ) -> Self {
    Self(id: id, title: title, rows: rows + (unknown.map { [Choice(none, $0)] } ?? []))
  }

  /// Where a thing may be in several rows.
  static func several(
    _ id: String, _ title: Phrase, _ rows: [Choice], unknown: Phrase? = nil
  ) -> Self {
    Self(
      id: id, title: title, rows: rows + (unknown.map { [Choice(none, $0)] } ?? []),
      isPartition: false)
  }

  /// The row of what nobody has said.
  static let none = "none"
}
