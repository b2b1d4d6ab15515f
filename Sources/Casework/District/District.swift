/// A city district (stadsdelsförvaltning), for as long as it exists.
///
/// A district that is renamed or joined with another is a new one: what was handed over to the old
/// one stays so.
public struct District: Hashable, Sendable {
  /// What it is called, and what the journal stores.
  public let name: String
  /// The first day; nil: before the oldest list the desk has, that of 2011.
  public let validFrom: CivilDate?
  /// The last day; nil: still there.
  public let validTo: CivilDate?
  /// The district that took over; nil while this one is still there.
  public let successor: String?

  private init(
    _ name: String, from: CivilDate? = nil, to: CivilDate? = nil, successor: String? = nil
  ) {
    self.name = name
    validFrom = from
    validTo = to
    self.successor = successor
  }

  private static let summer2020 = CivilDate(year: 2020, month: 7, day: 1)
  private static let summer2023 = CivilDate(year: 2023, month: 7, day: 1)

  /// Every district since 2011, by name.
  public static let all: [District] = [
    District("Bromma"),
    District("Enskede-Årsta-Vantör"),
    District("Farsta"),
    District(
      "Hägersten-Liljeholmen", to: summer2020?.adding(days: -1), successor: "Hägersten-Älvsjö"),
    District("Hägersten-Älvsjö", from: summer2020),
    District("Hässelby-Vällingby"),
    District("Järva", from: summer2023),
    District("Kungsholmen"),
    District("Norra innerstaden", from: summer2023),
    District("Norrmalm", to: summer2023?.adding(days: -1), successor: "Norra innerstaden"),
    District("Rinkeby-Kista", to: summer2023?.adding(days: -1), successor: "Järva"),
    District("Skarpnäck"),
    District("Skärholmen"),
    District("Spånga-Tensta", to: summer2023?.adding(days: -1), successor: "Järva"),
    District("Södermalm"),
    District("Älvsjö", to: summer2020?.adding(days: -1), successor: "Hägersten-Älvsjö"),
    District("Östermalm", to: summer2023?.adding(days: -1), successor: "Norra innerstaden"),
  ]

  /// The district of that name, whether it is still there or not.
  public static func named(_ name: String) -> District? {
    all.first { $0.name == name }
  }

  /// The districts that exist on a day.
  public static func valid(on day: CivilDate) -> [District] {
    all.filter { $0.exists(on: day) }
  }

  /// Whether it exists on a day, its first and last days included.
  public func exists(on day: CivilDate) -> Bool {
    validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
  }

  /// The name, with the days where it has not always been there or is no more.
  public var title: Phrase {
    if let validTo {
      return Phrase(sv: "\(name) (till \(validTo))", en: "\(name) (until \(validTo))")
    }
    if let validFrom {
      return Phrase(sv: "\(name) (från \(validFrom))", en: "\(name) (from \(validFrom))")
    }
    return Phrase(same: name)
  }

  /// Those that are still there first: a key that picks by letter comes to them before the others.
  static let choices =
    (all.filter { $0.validTo == nil } + all.filter { $0.validTo != nil })
    .map { Choice($0.name, $0.title) }

  /// Refuses a district that does not exist on the day, and names those that do.
  static func require(_ name: String, at instant: Instant, field: String) throws(Refusal) {
    let day = Stockholm.civil(instant).date
    let district = named(name)
    guard district?.exists(on: day) != true else { return }
    let valid = valid(on: day).map(\.name).joined(separator: ", ")
    let later = district?.successor.map {
      Phrase(sv: " (nu \($0))", en: " (now \($0))")
    }
    throw Refusal(
      .rule,
      Phrase(
        sv: "stadsdelen \(name)\(later?.sv ?? "") finns inte \(day); då finns: \(valid)",
        en: "there is no district \(name)\(later?.en ?? "") on \(day); there are: \(valid)"),
      field: field)
  }
}
