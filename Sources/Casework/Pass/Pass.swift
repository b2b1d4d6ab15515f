import TextSafety

/// A field pass (uppsökande pass) as it stands, read out of its record.
public struct Pass: Hashable, Sendable {
  /// Its facts.
  public let record: Record

  /// Reads a record of a pass.
  public init(_ record: Record) {
    self.record = record
  }

  /// When it began.
  public var startedAt: Instant? { record.first("started")?.happenedAt }

  /// When it ended; nil while it is under way.
  public var endedAt: Instant? { record.last("ended")?.happenedAt }

  /// How long it was, in whole minutes; nil while it is under way.
  public var minutes: Int? {
    guard let startedAt, let endedAt else { return nil }
    return Int(endedAt.since(startedAt) / 60_000)
  }

  /// Who goes it.
  public var staff: UntrustedText? { record.last("started")?.text("staff") }

  /// Where, at large.
  public var area: UntrustedText? { record.last("started")?.text("area") }

  /// Where it is now: what a sighting gets that names no place.
  public var place: UntrustedText? { placed.last?.text("place") }

  /// Every place it came to, each once, in that order.
  public var places: [UntrustedText] {
    var seen: Set<String> = []
    return placed.compactMap { $0.text("place") }.filter {
      seen.insert(SwedishFolding.fold($0.raw)).inserted
    }
  }

  /// The sightings in the order they happened, with what was filled in later.
  public var sightings: [Sighting] {
    let details = Dictionary(grouping: record.all("detailed")) { $0.number("sighting") ?? 0 }
    return record.all("sighted").map { entry in
      Sighting(entry, details: details[entry.version] ?? [], place: place(at: entry))
    }
  }

  /// The record with each sighting's place filled in, where the pass had it.
  var withPlaces: Record {
    let places = Dictionary(
      sightings.map { ($0.version, $0.place) }, uniquingKeysWith: { first, _ in first })
    return record.mapping { entry in
      guard entry.values["place"] == nil, let place = places[entry.version] ?? nil else {
        return entry.values
      }
      return entry.values.merging(["place": .text(place.raw)]) { old, _ in old }
    }
  }

  /// The sighting of that number in the history; nil where it is none.
  public func sighting(_ version: Int) -> Sighting? {
    sightings.first { $0.version == version }
  }

  /// The first sighting of children of which nobody has written what was done.
  public var sightingToDetail: Sighting? {
    sightings.first { $0.children > 0 && $0.action == nil }
  }

  /// Adults counted; the same may have been counted more than once.
  public var adults: Int { sightings.reduce(0) { $0 + $1.adults } }

  /// Children counted; the same may have been counted more than once.
  public var children: Int { sightings.reduce(0) { $0 + $1.children } }

  /// "3 vuxna, 1 barn".
  public var counted: Phrase {
    let (adults, children) = (adults, children)
    return Phrase(
      sv: "\(adults) \(adults == 1 ? "vuxen" : "vuxna"), \(children) barn",
      en: "\(adults) \(adults == 1 ? "adult" : "adults"), "
        + "\(children) \(children == 1 ? "child" : "children")")
  }

  /// The facts that name a place, in the order they happened.
  private var placed: [Record.Entry] {
    record.entries.filter {
      ["started", "moved", "sighted"].contains($0.name) && $0.text("place") != nil
    }
    .sorted { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
  }

  private func place(at entry: Record.Entry) -> UntrustedText? {
    placed.last {
      ($0.happenedAt, $0.version) <= (entry.happenedAt, entry.version)
    }?.text("place")
  }
}
