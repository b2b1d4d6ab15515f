/// One thing as it is counted: what and when, in groups, without who. It is what remains of an
/// erased subject in the figures.
public struct CountedFigure: Hashable, Sendable, Codable {
  /// The table it is counted in.
  let table: String
  /// The civil day in Stockholm, ISO 8601.
  let day: String
  /// How much it adds.
  let number: Int
  /// The rows of the table's breakdowns that it stands in.
  let rows: [String: [String]]
  /// Of a tip that came in: the hour of the week, from 0 at Monday midnight.
  var hour: Int?
  /// Of an assessment: how many whole minutes the tip had waited.
  var minutes: Int?
}

extension Statistics {
  /// What a subject adds to the figures of any period, to be kept when the subject is erased. Throws
  /// what the context throws.
  public static func figures(
    of state: SubjectState, _ reference: Reference, _ context: Context
  ) throws -> [CountedFigure] {
    var statistics = Statistics(.always)
    statistics.collected = []
    try statistics.add(state, reference, context)
    return statistics.collected ?? []
  }

  /// Counts what an erased subject has left, where its day lies in the period.
  public mutating func add(_ figure: CountedFigure) {
    guard let table = FigureTable.ID(rawValue: figure.table),
      let day = CivilDate(iso8601: figure.day), (period.from...period.to).contains(day)
    else { return }
    count(table, by: figure.number, figure.rows)
    if let hour = figure.hour { countArrival(day, HourOfWeek(index: hour)) }
    if let minutes = figure.minutes { countWait(minutes) }
  }
}

extension Period {
  /// Every day that anything recorded can have happened on.
  static let always = Period(from: CivilDate(dayNumber: -365 * 100), days: 365 * 1000)
}

extension HourOfWeek {
  /// From 0 at Monday midnight.
  var index: Int { (weekday - 1) * 24 + hour }

  init(index: Int) {
    self.init(weekday: index / 24 % 7 + 1, hour: index % 24)
  }
}
