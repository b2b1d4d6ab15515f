import Casework

/// The casework that is open now, made up: what the duty screen shows beside the tips.
struct DemoNight {
  private let now: Instant

  init(now: Instant) {
    self.now = now
  }

  /// All of it, not in order of time.
  var events: [DemoEvent] {
    var script = DemoScript()
    shifts(&script)
    passes(&script)
    cases(&script)
    custody(&script)
    police(&script)
    handovers(&script)
    return script.events
  }

  private func ago(_ days: Int = 0, _ hours: Int = 0, _ minutes: Int = 0) -> Instant {
    now.adding(minutes: -((days * 24 + hours) * 60 + minutes))
  }

  // MARK: Shifts and passes

  private func shifts(_ script: inout DemoScript) {
    script.record(
      "shift.start", "dagpasset", at: ago(0, 13), by: "samira",
      ["officer": .text("samira"), "unit": .text("emergency")])
    script.record(
      "shift.handOver", "dagpasset", at: ago(0, 4, 40), by: "samira",
      [
        "note": .text(
          "Handlingarna för flickan med röd jacka ska till förvaltningsrätten; ring Järva om "
            + "överlämningen; pojken från Slussen är fortfarande borta."),
        "next": .text("anna"),
      ])
    script.record(
      "shift.acknowledge", "dagpasset", at: ago(0, 4, 25), by: "anna",
      ["comment": .text("läst, tar Järva först")])
    script.record(
      "shift.start", "nattpasset", at: ago(0, 4, 20), by: "anna",
      [
        "officer": .text("anna"), "unit": .text("emergency"), "colleagues": .text("Olle"),
      ], one: ["previous": "dagpasset"])
  }

  private func passes(_ script: inout DemoScript) {
    pass("kvällens pass", "jonas", ago(0, 2, 10), "City", "Sergels torg", &script)
    script.record(
      "pass.sighting", "kvällens pass", at: ago(0, 1, 50), by: "jonas",
      ["adults": .number(2), "children": .number(1)])
    script.record(
      "pass.detail", "kvällens pass", at: ago(0, 1, 44), by: "jonas",
      [
        "sighting": .number(2), "described": .list([.child(.male, 13)]),
        "activity": .choices("begging"), "action": .text("samtal, ringde Socialjouren"),
      ])
    script.record(
      "pass.move", "kvällens pass", at: ago(0, 1, 5), by: "jonas", ["place": .text("T-Centralen")])
    script.record(
      "pass.sighting", "kvällens pass", at: ago(0, 0, 35), by: "jonas",
      ["adults": .number(1), "children": .number(2)])
    pass("Skärholmspasset", "leila", ago(0, 1, 15), "Skärholmen", "Skärholmens centrum", &script)
    script.record(
      "pass.sighting", "Skärholmspasset", at: ago(0, 0, 50), by: "leila", ["adults": .number(3)])
    pass("gårdagens pass", "petra", ago(1, 3), "Södermalm", "Medborgarplatsen", &script)
    script.record(
      "pass.sighting", "gårdagens pass", at: ago(1, 2, 20), by: "petra",
      ["adults": .number(2), "children": .number(1), "action": .text("orosanmälan")])
    script.record(
      "pass.end", "gårdagens pass", at: ago(1, 0, 30), by: "petra",
      ["summary": .text("en flicka med kartong, två vuxna på avstånd")])
    script.record(
      "meeting.hold", "gränspolisen", at: ago(18), by: "samira",
      [
        "parties": .choices("borderPolice"),
        "agreed": .text("gränspolisen återkommer om två anmälningar"),
      ])
  }

  private func pass(
    _ name: String, _ login: String, _ at: Instant, _ area: String, _ place: String,
    _ script: inout DemoScript
  ) {
    script.record(
      "pass.start", name, at: at, by: login,
      [
        "staff": .text("\(login.capitalized) och kollega"), "area": .text(area),
        "place": .text(place),
      ]
    )
  }

  // MARK: Cases

  private struct Child {
    let key: String
    let alias: String
    let sex: String
    let age: Int
    let purpose: String
    let opened: Int
    let isRestricted: Bool
  }

  private static let children = [
    Child(
      key: "röd jacka", alias: "flicka, röd jacka, Slussen", sex: "female", age: 14,
      purpose: "begging", opened: 12, isRestricted: false),
    Child(
      key: "dragspel", alias: "pojke med dragspel", sex: "male", age: 13, purpose: "begging",
      opened: 17, isRestricted: false),
    Child(
      key: "lägenheten", alias: "flicka, lägenheten i Farsta", sex: "female", age: 17,
      purpose: "sexual", opened: 5, isRestricted: true),
    Child(
      key: "verktyg", alias: "pojke, byggverktyg", sex: "male", age: 16, purpose: "theft",
      opened: 22, isRestricted: false),
    Child(
      key: "Slussen", alias: "pojke, grön mössa", sex: "male", age: 12, purpose: "theft",
      opened: 3, isRestricted: false),
  ]

  private func cases(_ script: inout DemoScript) {
    for child in Self.children {
      let at = ago(child.opened, 2)
      let name = "ärende \(child.key)"
      script.record(
        "person.register", child.key, at: at, by: "olle",
        [
          "alias": .text(child.alias), "sex": .text(child.sex),
          "estimatedFrom": .number(child.age - 1), "estimatedTo": .number(child.age + 1),
          "claimedAge": .number(child.age), "nationality": .text("romania"),
          "languages": .text("rumänska"),
        ])
      script.record(
        "case.open", name, at: at.adding(minutes: 15), by: "olle",
        [
          "alias": .text(child.alias), "purposes": .choices(child.purpose),
          "handler": .text(child.isRestricted ? "samira" : "anna"),
          "restricted": .flag(child.isRestricted),
          "ground": .text("misstänks utnyttjas av vuxna"),
        ], many: ["children": [child.key]])
      let handler = child.isRestricted ? "samira" : "anna"
      for (index, step) in ["safetyNow", "interpreter", "protectionAssessment"].enumerated() {
        script.record(
          "case.step", name, at: at.adding(minutes: 30 + 20 * index), by: handler,
          ["step": .text(step), "outcome": .text("done")])
      }
      script.record(
        "case.indicator", name, at: at.adding(minutes: 95), by: handler,
        [
          "indicators": .choices("adultWatches", "handsOverMoney"),
          "source": .text("fältpasset, egen iakttagelse"),
        ])
    }
    script.record(
      "case.disappeared", "ärende Slussen", at: ago(0, 9), by: "samira",
      [
        "lastSeen": .text("Slussen, bussterminalen"), "police": .flag(true),
        "circumstances": .text("gick ut för att ringa och kom inte tillbaka"),
      ], one: ["child": "Slussen"])
    script.record(
      "case.place", "ärende dragspel", at: ago(16), by: "anna",
      ["kind": .text("emergencyHome"), "home": .text("Jourhemmet Exemplet")],
      one: ["child": "dragspel"])
  }

  // MARK: Custody

  /// The days since a decision whose papers have to be at the court today at the latest; where no
  /// safe day is today, those of the next one.
  private var daysToSafeDay: Int {
    let today = Stockholm.civil(now).date
    let found = (1...10).compactMap { days -> (days: Int, safe: CivilDate, last: CivilDate)? in
      guard
        let deadline = DeadlineRule.submission.deadline(from: today.adding(days: -days)),
        deadline.safeDay >= today
      else { return nil }
      return (days, deadline.safeDay, deadline.lastDay)
    }
    // A last day after the safe one shows both.
    return found.min { ($0.safe, $1.last) < ($1.safe, $0.last) }?.days ?? 1
  }

  private func custody(_ script: inout DemoScript) {
    let evening = CivilTime(
      date: Stockholm.civil(now).date.adding(days: -daysToSafeDay), hour: 21, minute: 40)
    decide("röd jacka", Stockholm.instant(evening), &script)
    decide("dragspel", ago(16, 20), &script)
    settle("dragspel", arrived: ago(15, 10), examined: ago(11), &script)
    decide("lägenheten", ago(3, 5), &script)
    script.record(
      "custody.arrive", "LVU lägenheten", at: ago(1, 12), by: "olle",
      ["court": .text("Förvaltningsrätten i Stockholm")])
    // Nobody sent the papers: it has ceased.
    decide("verktyg", ago(18, 3), &script)
    script.record(
      "custody.prepare", "LVU Slussen", at: ago(0, 1, 20), by: "anna",
      [
        "who": .text("pojke, grön mössa"), "age": .number(12), "ground": .text("home"),
        "suspectedTrafficking": .flag(true),
      ], one: ["person": "Slussen", "case": "ärende Slussen"])
  }

  private func decide(_ key: String, _ at: Instant, _ script: inout DemoScript) {
    guard let child = Self.children.first(where: { $0.key == key }) else { return }
    let name = "LVU \(key)"
    script.record(
      "custody.prepare", name, at: at.adding(minutes: -50), by: "olle",
      [
        "who": .text(child.alias), "age": .number(child.age), "ground": .text("home"),
        "suspectedTrafficking": .flag(true),
        "reasons": .text("inget skydd i natt; rättens beslut kan inte avvaktas"),
      ], one: ["person": key, "case": "ärende \(key)"])
    script.record(
      "custody.decide", name, at: at, by: "olle",
      [
        "decider": .text("Greta Ordförandesson"), "capacity": .text("chairman"),
        "given": .text("telephone"), "board": .text("Socialnämnden"),
        "boardMeeting": .text(Stockholm.civil(at).date.adding(days: 21).description),
      ])
    script.record(
      "custody.execute", name, at: at.adding(minutes: 45), by: "olle",
      ["place": .text("Socialjouren"), "childTold": .flag(true)])
  }

  private func settle(
    _ key: String, arrived: Instant, examined: Instant, _ script: inout DemoScript
  ) {
    script.record(
      "custody.arrive", "LVU \(key)", at: arrived, by: "samira",
      ["court": .text("Förvaltningsrätten i Stockholm")])
    script.record(
      "custody.examine", "LVU \(key)", at: examined, by: "samira",
      ["examination": .text("confirmed")])
  }

  // MARK: Police and handovers

  private func police(_ script: inout DemoScript) {
    let filed: [(key: String, days: Int, purpose: String)] = [
      ("verktyg", 21, "theft"), ("dragspel", 16, "begging"), ("lägenheten", 4, "sexual"),
    ]
    let year = Stockholm.civil(ago(21)).date.components.year % 100
    for (index, report) in filed.enumerated() {
      let name = "anmälan \(report.key)"
      let alias = Self.children.first { $0.key == report.key }?.alias ?? ""
      script.record(
        "policeReport.draft", name, at: ago(report.days, 3), by: "olle",
        [
          "what": .text(alias), "purposes": .choices(report.purpose),
          "offence": .text("trafficking"), "text": .text("se ärendet"),
        ], one: ["case": "ärende \(report.key)"])
      script.record(
        "policeReport.file", name, at: ago(report.days, 1), by: "olle",
        [
          "authority": .text("borderPolice"), "offence": .text("trafficking"),
          "secrecyGround": .text("10:21"), "contact": .text("Gränspolis Exempel"),
        ])
      script.record(
        "policeReport.number", name, at: ago(report.days), by: "olle",
        ["kNumber": .text("5000-K\(412_300 + index)-\(year < 10 ? "0" : "")\(year)")])
    }
    script.record(
      "policeReport.draft", "anmälan Slussen", at: ago(0, 0, 40), by: "anna",
      [
        "what": .text("pojke 12, stölder, Slussen"), "purposes": .choices("theft"),
        "offence": .text("trafficking"),
      ], one: ["case": "ärende Slussen"])
  }

  private func handovers(_ script: inout DemoScript) {
    let sent: [(key: String, district: String, hours: Int)] = [
      ("verktyg", "Järva", 31), ("dragspel", "Södermalm", 6),
    ]
    for (key, district, hours) in sent {
      let name = "överlämning \(key)"
      script.record(
        "handover.draft", name, at: ago(0, hours + 3), by: "samira",
        [
          "district": .text(district), "risks": .text("vuxna söker barnet; placeringen är hemlig"),
          "events": .text("se ärendets tidslinje"),
        ], one: ["case": "ärende \(key)"])
      script.record(
        "handover.send", name, at: ago(0, hours), by: "samira",
        ["how": .text("secureMail"), "to": .text("Mottagningen \(district)")])
    }
    script.record(
      "handover.draft", "överlämning röd jacka", at: ago(0, 2, 30), by: "anna",
      ["district": .text("Skärholmen"), "events": .text("flickan anträffades vid Slussen")],
      one: ["case": "ärende röd jacka"])
  }
}
