import Casework

extension DemoProject {
  private static let passes = 30
  /// Minutes of ten passes, 10 h 40 min; three times that is 32 hours.
  private static let minutes = [45, 60, 75, 50, 80, 65, 55, 70, 90, 50]
  /// 64 adults.
  private static let adults = [
    2, 3, 1, 2, 4, 2, 1, 3, 2, 2, 2, 1, 3, 2, 2, 1, 4, 2, 2, 3, 2, 2, 1, 3, 2, 2, 1, 2, 3, 2,
  ]
  /// 17 children.
  private static let children = [
    1, 0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 2, 1,
  ]
  private static let areas = ["City", "Södermalm", "Skärholmen", "Centralstationen", "Kista"]
  private static let staff = ["jonas": "Jonas och Leila", "leila": "Leila och Petra"]

  /// Thirty passes with their field reports, four tips, five who proved to be about twenty.
  static func outreach(_ script: inout DemoScript) {
    for index in 0..<passes { pass(index, &script) }
    tips(&script)
    for (index, month) in (8...12).enumerated() {
      let name = "om20-\(index)"
      script.record(
        "person.register", name, at: day(month, 9, 18), by: "jonas",
        [
          "alias": .text("ung man, övningsjacka \(index + 1)"), "sex": .text("male"),
          "claimedAge": .number(16 + index % 2), "nationality": .text("romania"),
        ])
      script.record(
        "person.assessAdult", name, at: day(month, 12, 10), by: "karin",
        [
          "assessedFrom": .number(20), "basis": .text("documents"),
          "ground": .text("visade själv handlingar för polisen, omkring 20 år"),
        ])
    }
  }

  private static func pass(_ index: Int, _ script: inout DemoScript) {
    let name = "fältpass-\(index)"
    let start = day(8, 3, 16 + index % 5).adding(minutes: index * 5 * 24 * 60)
    let login = index.isMultiple(of: 2) ? "jonas" : "leila"
    script.record(
      "pass.start", name, at: start, by: login,
      [
        "staff": .text(staff[login] ?? login), "area": .text(areas[index % areas.count]),
        "place": .text(DemoPlace.all[index % DemoPlace.all.count].name),
      ])
    var counted: [String: FieldValue] = ["adults": .number(adults[index])]
    if children[index] > 0 {
      counted["children"] = .number(children[index])
      counted["action"] = .text("samtal, lämnade kort")
    }
    script.record("pass.sighting", name, at: start.adding(minutes: 20), by: login, counted)
    let length = minutes[index % minutes.count]
    script.record(
      "pass.end", name, at: start.adding(minutes: length), by: login,
      ["summary": .text("övning: lugnt, några samtal")])
  }

  /// What the public told, each a phone call or a mail.
  private static let told: [(month: Int, channel: String, text: String, place: String)] = [
    (8, "phone", "Pojke spelar dragspel hela dagarna, en vuxen hämtar pengarna.", "Slussen"),
    (9, "email", "Två barn sover i en bil vid parkeringen.", "Kungens kurva"),
    (10, "phone", "Flicka tigger utanför butiken i stället för att gå i skolan.", "Farsta torg"),
    (12, "visit", "Kioskägare: samma pojke stjäl åt några vuxna.", "T-Centralen"),
  ]

  private static func tips(_ script: inout DemoScript) {
    for (index, tip) in told.enumerated() {
      let name = "tips-\(index)"
      let at = day(tip.month, 14 + index, 13, 5 * index)
      let login = tip.channel == "email" ? DemoData.intakeLogin : "karin"
      script.record(
        "tip.receive", name, at: at, by: login,
        [
          "channel": .text(tip.channel), "text": .text(tip.text), "place": .text(tip.place),
          "children": .list([.child(nil, nil)]),
        ])
      script.record(
        "tip.assess", name, at: at.adding(minutes: 12 + 20 * index), by: "karin",
        [
          "outcome": .text("investigate"),
          "ground": .text("barnet kan fara illa, följs upp i fält"),
        ])
      script.record(
        "tip.prioritise", name, at: at.adding(minutes: 90), by: "karin",
        ["priority": .text(index == 1 ? "high" : "normal")])
      script.record(
        "tip.assign", name, at: at.adding(minutes: 95), by: "karin", ["officer": .text("leila")])
      script.record(
        "tip.close", name, at: at.adding(minutes: 6 * 24 * 60), by: "karin",
        ["reason": .text("handledOnSite"), "note": .text("sökt upp i fält, se fältrapport")])
    }
  }

  /// Concern reports by outreach, named as the project named them, and those by the emergency unit.
  static func concerns(_ script: inout DemoScript) {
    concern(
      "pojke-tigger", at: day(9, 6, 15), "Skärholmen",
      ["alias": .text("pojke, röd keps"), "sex": .text("male"), "claimedAge": .number(15)],
      ["suspected": .choices("begging"), "restsOn": .text("met")], &script)
    concern(
      "pojke-stjäl", at: day(10, 4, 16), "Norrmalm",
      ["alias": .text("pojke, svart ryggsäck"), "sex": .text("male")],
      ["suspected": .choices("theft"), "restsOn": .text("met")], &script)
    for (index, name) in ["sett-en-gång-1", "sett-en-gång-2"].enumerated() {
      concern(
        name, at: day(11, 8 + 14 * index, 17), "Södermalm",
        ["alias": .text("barn, sett en gång (\(index + 1))")], ["restsOn": .text("seenOnce")],
        &script)
    }
    concern(
      "flicka-med-barn", at: day(12, 6, 14), "Spånga-Tensta",
      ["alias": .text("flicka med litet barn"), "sex": .text("female"), "claimedAge": .number(17)],
      ["restsOn": .text("information"), "ownChild": .flag(true)], &script)
  }

  private static func concern(
    _ name: String, at time: Instant, _ district: String, _ person: [String: FieldValue],
    _ fields: [String: FieldValue], _ script: inout DemoScript
  ) {
    script.record("person.register", name, at: time, by: "leila", person)
    let own: [String: FieldValue] = [
      "district": .text(district), "unit": .text("outreach"),
      "concern": .text("oro för att barnet utnyttjas, se fältrapporten"),
      "receivedBy": .text("Mottagningen Exempel"),
    ]
    script.record(
      "person.concern", name, at: time.adding(minutes: 60), by: "leila", own.merging(fields) { $1 })
  }

  /// Three with the border police, seven internal forums, two with shelters, two with the national
  /// support.
  static func meetings(_ script: inout DemoScript) {
    let held: [(party: String, days: [(Int, Int)])] = [
      ("borderPolice", [(9, 13), (10, 25), (12, 7)]),
      (
        "internalForum",
        [(8, 16), (9, 6), (9, 27), (10, 18), (11, 8), (11, 29), (12, 13)]
      ),
      ("shelter", [(9, 20), (11, 15)]),
      ("nationalSupport", [(10, 5), (11, 23)]),
    ]
    for (party, days) in held {
      for (month, number) in days {
        script.record(
          "meeting.hold", "möte-\(party)-\(month)-\(number)", at: day(month, number, 13),
          by: "petra",
          [
            "parties": .choices(party),
            "agreed": .text("genomgång utan identiteter, nästa möte bestämt"),
          ])
      }
    }
  }
}
