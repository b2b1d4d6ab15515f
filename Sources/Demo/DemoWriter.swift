import Casework
import Foundation

/// Tells a sighting as different people would.
struct DemoWriter {
  /// How somebody writes.
  enum Style: CaseIterable {
    case plain, short, long, sloppy, professional, english
  }

  let sighting: DemoSighting
  let receivedAt: Instant

  /// The text of a tip.
  func text(_ style: Style, _ random: inout SplitMix64) -> String {
    switch style {
    case .english: return english(&random)
    case .short: return sentences([main(&random)])
    case .sloppy:
      let parts = [main(&random), detail(&random)].filter { _ in !random.chance(15) }
      let all = parts.isEmpty ? [main(&random)] : parts
      let text = all.joined(separator: random.one(of: " ", " å ", ", "))
      return sloppy(fill(text, &random), &random)
    case .plain:
      var parts = [main(&random), detail(&random)]
      if random.chance(40) { parts.append(extra(&random)) }
      if random.chance(50) { parts.append(random.pick(DemoPhrases.closings)) }
      return sentences(parts)
    case .professional:
      let first = main(&random)
      let moment = DemoMoment(sighting, receivedAt).swedish
      let isTold = first.contains(moment)
      return sentences([
        first, detail(&random), isTold ? "" : "iakttaget \(moment)",
        random.pick(DemoPhrases.professional),
      ])
    case .long: return long(&random)
    }
  }

  private func long(_ random: inout SplitMix64) -> String {
    let first = distinct(3, &random) { detail(&$0) }
    let second = distinct(3, &random) { extra(&$0) }
    let paragraphs = [
      [random.pick(DemoPhrases.openings)], [main(&random)] + first,
      ["det var \(DemoMoment(sighting, receivedAt).swedish) jag senast såg det här"] + second,
      [question(&random), random.pick(DemoPhrases.closings)],
    ]
    return paragraphs.map(sentences).joined(separator: "\n\n")
  }

  private func english(_ random: inout SplitMix64) -> String {
    let who = DemoPeople(children: sighting.children).english(&random)
    let place = sighting.place.name
    let main = random.pick(sighting.scene.english)
    var parts = [
      main.replacingOccurrences(of: "{who}", with: who)
        .replacingOccurrences(of: "{place}", with: place)
        .replacingOccurrences(of: "{when}", with: DemoMoment(sighting, receivedAt).english)
    ]
    parts += distinct(random.number(in: 1...3), &random) { $0.pick(DemoPhrases.englishExtras) }
    if random.chance(60) { parts.append(random.pick(DemoPhrases.englishClosings)) }
    return sentences(parts)
  }

  private func main(_ random: inout SplitMix64) -> String {
    fill(random.pick(sighting.scene.mains), &random)
  }

  private func detail(_ random: inout SplitMix64) -> String {
    fill(random.pick(sighting.scene.details), &random)
  }

  private func extra(_ random: inout SplitMix64) -> String {
    let month = Stockholm.civil(receivedAt).date.components.month
    let isCold = month >= 11 || month <= 3
    let pool = isCold ? DemoPhrases.extras + DemoPhrases.coldExtras : DemoPhrases.extras
    return fill(random.pick(pool), &random)
  }

  private func question(_ random: inout SplitMix64) -> String {
    random.pick(DemoPhrases.questions) + "?"
  }

  private func fill(_ text: String, _ random: inout SplitMix64) -> String {
    let people = DemoPeople(children: sighting.children)
    var words = people.words
    words["who"] = people.swedish(sighting.colour, &random)
    words["place"] =
      random.chance(50) || sighting.spot.isEmpty
      ? sighting.place.phrase : "\(sighting.place.phrase) \(sighting.spot)"
    words["when"] = DemoMoment(sighting, receivedAt).swedish
    return words.reduce(text) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
  }

  /// Every sentence with its capital and its stop.
  private func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.map { part in
      let start = part.prefix(1).uppercased() + part.dropFirst()
      return start.last == "?" || start.last == "," ? start : start + "."
    }.joined(separator: " ")
  }

  /// Written with a thumb: no capitals, few stops, a letter lost now and then.
  private func sloppy(_ text: String, _ random: inout SplitMix64) -> String {
    var text = text.lowercased()
    let slips = [
      (" och ", " o "), ("någon", "nån"), ("något", "nåt"), ("inte", "inge"), ("mycket", "mkt"),
      (" till ", " t "), ("är det", "e de"), ("också", "oxå"), ("måste", "måsste"),
      (" att ", " o "),
    ]
    for (right, wrong) in slips where random.chance(35) {
      text = text.replacingOccurrences(of: right, with: wrong)
    }
    return text + random.one(of: "", "", "!!", " ???", "...", " mvh", " kolla upp de")
  }

  private func distinct(
    _ count: Int, _ random: inout SplitMix64, _ make: (inout SplitMix64) -> String
  ) -> [String] {
    var parts: [String] = []
    for _ in 0..<count {
      let part = make(&random)
      if !parts.contains(part) { parts.append(part) }
    }
    return parts
  }
}

/// When something was seen, as one says it.
struct DemoMoment {
  let swedish: String
  let english: String

  init(_ sighting: DemoSighting, _ receivedAt: Instant) {
    let seen = Stockholm.civil(sighting.seenAt)
    let now = Stockholm.civil(receivedAt).date
    let minutes = receivedAt.since(sighting.seenAt) / 60_000
    let part = Self.part(ofDayAt: seen.hour)
    let days = now.dayNumber - seen.date.dayNumber
    switch (minutes, days) {
    case (..<20, _): (swedish, english) = ("alldeles nyss", "just now")
    case (..<75, _): (swedish, english) = ("för en stund sedan", "a while ago")
    case (_, 0): (swedish, english) = ("idag vid \(seen.hour)-tiden", "today at about \(seen.hour)")
    case (_, 1): (swedish, english) = ("igår \(part.0)", "yesterday \(part.1)")
    default:
      let day = Self.days[seen.date.weekday - 1]
      (swedish, english) = ("i \(day.0) \(part.0)", "on \(day.1) \(part.1)")
    }
  }

  private static func part(ofDayAt hour: Int) -> (String, String) {
    switch hour {
    case 5..<10: ("morse", "morning")
    case 10..<13: ("förmiddag", "at noon")
    case 13..<18: ("eftermiddag", "afternoon")
    case 18..<23: ("kväll", "evening")
    default: ("natt", "night")
    }
  }

  private static let days = [
    ("måndags", "Monday"), ("tisdags", "Tuesday"), ("onsdags", "Wednesday"),
    ("torsdags", "Thursday"), ("fredags", "Friday"), ("lördags", "Saturday"),
    ("söndags", "Sunday"),
  ]
}
