import Casework

/// What somebody saw: the facts behind a tip, before anybody tells them.
struct DemoSighting: Hashable, Sendable {
  let scene: DemoScene
  let place: DemoPlace
  let spot: String
  let children: [SeenChild]
  let adults: Int
  let colour: String
  var seenAt: Instant

  init(before receivedAt: Instant, _ random: inout SplitMix64) {
    scene = DemoScene.all[random.below(DemoScene.all.count)]
    place = DemoPlace.all[random.below(DemoPlace.all.count)]
    spot = random.pick(place.spots)
    children = Self.children(in: scene, &random)
    adults = random.one(of: 0, 0, 1, 1, 1, 2, 2, 3)
    colour = random.pick(DemoPhrases.colours)
    let minutes = random.one(of: 5, 10, 25, 50, 90, 200, 600, 1_500, 3_500)
    seenAt = receivedAt.adding(minutes: -minutes - random.below(minutes))
  }

  private static func children(in scene: DemoScene, _ random: inout SplitMix64) -> [SeenChild] {
    let count = scene.isOfOne ? 1 : random.one(of: 1, 1, 1, 1, 2, 2, 2, 3)
    let sex: Sex? = random.one(of: .female, .male)
    let isMixed = count > 1 && random.chance(40)
    let age = random.number(in: scene.ages)
    let span = random.one(of: 0, 1, 2, 2, 3)
    return (0..<count).map { index in
      let older = min(age + (isMixed ? index * 2 : 0), 17)
      return SeenChild(
        sex: isMixed ? (count == 2 ? [.female, .male][index] : nil) : sex, ageFrom: older,
        ageTo: min(older + span, 17))
    }
  }

  /// The place as a form has it.
  var placeName: String { spot.isEmpty ? place.name : "\(place.name), \(spot)" }
}

extension DemoScene {
  /// Whether it only makes sense of a single child.
  var isOfOne: Bool { ages.lowerBound >= 13 }
}

/// The children of a sighting as words in a sentence.
struct DemoPeople {
  let children: [SeenChild]

  private var youngest: Int { children.compactMap(\.ageFrom).min() ?? 10 }
  private var oldest: Int { children.compactMap(\.ageTo).max() ?? 12 }
  private var isOne: Bool { children.count == 1 }
  private var isGirl: Bool { children.first?.sex == .female }
  private var isMixed: Bool { Set(children.map(\.sex)).count > 1 || children.first?.sex == nil }

  /// "en flicka på kanske 10 år i röd jacka".
  func swedish(_ colour: String, _ random: inout SplitMix64) -> String {
    let ages = youngest == oldest ? "\(youngest)" : "\(youngest)–\(oldest)"
    let clothes = random.chance(45) && !colour.isEmpty
    if isOne {
      let who =
        if isGirl {
          oldest < 8 ? "en liten flicka" : oldest > 12 ? "en ung tjej" : "en flicka"
        } else {
          oldest < 8 ? "en liten pojke" : oldest > 12 ? "en ung kille" : "en pojke"
        }
      let age = random.one(
        of: " på kanske \(oldest) år", " runt \(ages) år", " som ser ut att vara \(ages) år",
        " i \(oldest)-årsåldern", "")
      return who + age + (clothes ? " i \(colour)" : "")
    }
    let number = children.count == 2 ? "två" : "tre"
    let who =
      if isMixed {
        children.count == 2 ? "en flicka och en pojke" : "\(number) barn"
      } else {
        isGirl ? "\(number) flickor" : "\(number) pojkar"
      }
    let age = random.one(of: " runt \(ages) år", " i åldern \(ages)", " på kanske \(ages) år", "")
    return who + age + (clothes ? ", den ena i \(colour)," : "")
  }

  /// "a girl of about 10".
  func english(_ random: inout SplitMix64) -> String {
    let age = random.one(of: " of about \(oldest)", " around \(youngest) years old", "")
    if isOne { return (isGirl ? "a young girl" : "a young boy") + age }
    let number = children.count == 2 ? "two" : "three"
    return "\(number) " + (isMixed ? "children" : isGirl ? "girls" : "boys") + age
  }

  /// The pronouns and adjectives that agree with the children.
  var words: [String: String] {
    [
      "they": isOne ? (isGirl ? "hon" : "han") : "de",
      "object": isOne ? (isGirl ? "henne" : "honom") : "dem",
      "tired": isOne ? "trött" : "trötta",
      "alone": isOne ? "ensam" : "ensamma",
      "afraid": isOne ? "rädd" : "rädda",
      "hungry": isOne ? "hungrig" : "hungriga",
    ]
  }
}
