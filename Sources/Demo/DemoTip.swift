import Casework

/// A tip as it came in: by which channel, and what the form or the mail held.
struct DemoTip: Hashable, Sendable {
  let receivedAt: Instant
  let channel: Channel
  let sighting: DemoSighting
  let text: String
  let reporter: DemoReporter
  let acute: String?
  private let extra: [String: FieldValue]
  private let isNamed: Bool

  init(
    at receivedAt: Instant, channel: Channel? = nil, sighting: DemoSighting? = nil,
    isAcute: Bool = false, _ random: inout SplitMix64
  ) {
    self.receivedAt = receivedAt
    let sighting = sighting ?? DemoSighting(before: receivedAt, &random)
    self.sighting = sighting
    let channel =
      channel
      ?? random.one(
        of: .phone, .phone, .phone, .email, .email, .web, .web, .web, .visit, .police,
        .organisation, .observation)
    self.channel = channel
    let writer = DemoWriter(sighting: sighting, receivedAt: receivedAt)
    text = writer.text(Self.style(of: channel, &random), &random)
    reporter = DemoReporter(&random)
    acute = isAcute ? random.pick(DemoPhrases.acute) : nil
    extra = Self.extra(channel, sighting, &random)
    isNamed = random.chance(70)
  }

  private static func style(of channel: Channel, _ random: inout SplitMix64) -> DemoWriter.Style {
    switch channel {
    case .police, .organisation, .observation: .professional
    case .phone, .visit: random.one(of: .plain, .plain, .short)
    case .email: random.one(of: .plain, .long, .long, .professional, .english)
    case .web: random.one(of: .plain, .short, .sloppy, .sloppy, .english)
    }
  }

  /// The values of "tip.receive". A mail holds no more than its words and its sender.
  var fields: [String: FieldValue] {
    var fields = extra
    fields["channel"] = .text(channel.rawValue)
    fields["text"] = .text(text)
    if let acute { fields["acute"] = .text(acute) }
    switch channel {
    case .email:
      fields["reporterName"] = .text(reporter.name)
      fields["reporterEmail"] = .text(reporter.email)
    case .observation: break
    default:
      guard isNamed else { break }
      fields["reporterName"] = .text(reporter.name)
      fields["reporterPhone"] = .text(reporter.phone)
      fields["reporterCategory"] = .text(reporter.category)
    }
    return fields
  }

  private static func extra(
    _ channel: Channel, _ sighting: DemoSighting, _ random: inout SplitMix64
  ) -> [String: FieldValue] {
    guard channel != .email else { return [:] }
    var fields: [String: FieldValue] = [
      "place": .text(sighting.placeName),
      "activity": .list([.text(sighting.scene.activity.rawValue)]),
    ]
    func maybe(_ percent: Int, _ name: String, _ value: FieldValue) {
      if random.chance(percent) { fields[name] = value }
    }
    maybe(85, "observedAt", .text(sighting.seenAt.iso8601))
    maybe(80, "children", .list(sighting.children.map(\.field)))
    maybe(60, "adults", .number(sighting.adults))
    maybe(35, "duration", .text(random.pick(DemoFormWords.durations)))
    maybe(40, "childNow", .text(random.pick(DemoFormWords.childNow)))
    maybe(30, "ifNothing", .text(random.pick(DemoFormWords.ifNothing)))
    maybe(30, "childKnows", .text(random.one(of: "no", "no", "unknown")))
    maybe(25, "guardianKnows", .text(random.one(of: "no", "unknown", "unknown")))
    maybe(20, "cautions", .text(random.pick(DemoFormWords.cautions)))
    maybe(35, "language", .text(random.pick(DemoFormWords.languages)))
    maybe(45, "wantsFeedback", .flag(random.chance(60)))
    return fields
  }
}

/// What stands in the short fields of a form.
enum DemoFormWords {
  static let durations = variants(
    """
    någon timme
    hela eftermiddagen
    hela kvällen
    några minuter
    från kl 9 till stängning
    till och från i en vecka
    en halvtimme
    """)

  static let childNow = variants(
    """
    kvar på platsen
    gick mot tunnelbanan
    vet inte
    följde med en vuxen i bil
    hos oss i personalrummet
    gick på en buss
    kvar, men en vuxen är med
    """)

  static let ifNothing = variants(
    """
    de står där i morgon igen
    barnet får sova ute
    risk att de flyttas till en annan stad
    barnet missar mer av skolan
    det fortsätter
    någon annan stoppar dem, kanske inte snällt
    """)

  static let cautions = variants(
    """
    en vuxen vaktar på avstånd, gå inte fram i väst
    barnet springer vid uniform
    nämn inte vem som ringt
    ring tipsaren först
    hund i bilen
    tala med personalen i disken först
    """)

  static let languages = variants(
    """
    rumänska
    romani
    bulgariska
    arabiska
    ryska
    engelska, lite
    vietnamesiska
    vet inte
    svenska
    ukrainska
    """)
}
