import Casework

extension DemoProject {
  /// A young person taken into custody in 2011. All are made up.
  private struct Taken {
    let key: String
    let sex: String
    let age: Int
    let nationality: String
    let purpose: String
    let month: Int
    let day: Int
    let isLifted: Bool
  }

  /// Four boys and two girls, 15 to 17; five probably from Romania and one asylum seeker; the last
  /// within the project.
  private static let taken = [
    Taken(
      key: "Ion Exempelescu", sex: "male", age: 16, nationality: "romania", purpose: "begging",
      month: 1, day: 24, isLifted: false),
    Taken(
      key: "Ana Påhittescu", sex: "female", age: 17, nationality: "romania", purpose: "sexual",
      month: 2, day: 22, isLifted: false),
    Taken(
      key: "Yusuf Låtsasson", sex: "male", age: 15, nationality: "outsideEU", purpose: "theft",
      month: 3, day: 29, isLifted: false),
    Taken(
      key: "Radu Provescu", sex: "male", age: 17, nationality: "romania", purpose: "theft",
      month: 5, day: 17, isLifted: true),
    Taken(
      key: "Elena Sagolescu", sex: "female", age: 15, nationality: "romania", purpose: "begging",
      month: 6, day: 14, isLifted: false),
    Taken(
      key: "Mihai Övningescu", sex: "male", age: 15, nationality: "romania", purpose: "begging",
      month: 10, day: 11, isLifted: false),
  ]

  /// The six decisions, each with its case, within their clocks.
  static func custody(_ script: inout DemoScript) {
    for one in taken {
      let decided = day(one.month, one.day, 21, 40)
      open(one, at: decided.adding(minutes: -180), &script)
      decide(one, decided, &script)
      follow(one, decided, &script)
    }
  }

  private static func open(_ one: Taken, at time: Instant, _ script: inout DemoScript) {
    person(
      one.key, at: time, sex: one.sex, age: one.age,
      ["nationality": .text(one.nationality), "asylumSeeker": .flag(one.nationality != "romania")],
      &script)
    script.record(
      "case.open", "ärende \(one.key)", at: time.adding(minutes: 15), by: "anna",
      [
        "alias": .text(alias(one.sex, one.age)), "purposes": .choices(one.purpose),
        "ground": .text("misstänkt människohandel, se omhändertagandet"),
        "handler": .text("anna"),
      ], many: ["children": [one.key]])
  }

  private static func decide(_ one: Taken, _ decided: Instant, _ script: inout DemoScript) {
    let name = "LVU \(one.key)"
    script.record(
      "custody.prepare", name, at: decided.adding(minutes: -60), by: "anna",
      [
        "who": .text(alias(one.sex, one.age)), "age": .number(one.age), "ground": .text("home"),
        "suspectedTrafficking": .flag(true),
        "reasons": .text("barnet saknar skydd i natt; rättens beslut kan inte avvaktas"),
      ], one: ["person": one.key, "case": "ärende \(one.key)"])
    script.record(
      "custody.decide", name, at: decided, by: "anna",
      [
        "decider": .text("Greta Ordförandesson"), "capacity": .text("chairman"),
        "given": .text("telephone"), "board": .text("Sociala delegationen"),
        "boardMeeting": .text(Stockholm.civil(decided).date.adding(days: 14).description),
      ])
    script.record(
      "custody.execute", name, at: decided.adding(minutes: 50), by: "anna",
      [
        "place": .text("Socialjouren"), "policeHelped": .flag(true), "childTold": .flag(true),
        "interpreter": .text("auktoriserad tolk per telefon"),
      ])
    script.record(
      "custody.place", name, at: decided.adding(minutes: 180), by: "anna",
      [
        "placementKind": .text("emergencyHome"), "placement": .text("Jourhemmet Exemplet"),
        "secretFromParents": .flag(true),
      ])
  }

  private static func follow(_ one: Taken, _ decided: Instant, _ script: inout DemoScript) {
    let name = "LVU \(one.key)"
    func after(_ days: Int, _ hours: Int) -> Instant {
      decided.adding(minutes: (days * 24 + hours) * 60)
    }
    script.record(
      "custody.arrive", name, at: after(2, -9), by: "olle",
      ["court": .text("Förvaltningsrätten i Stockholm")])
    script.record("custody.askCounsel", name, at: after(2, -8), by: "olle")
    script.record("custody.askGodMan", name, at: after(2, -7), by: "olle")
    script.record(
      "custody.examine", name, at: after(6, -8), by: "samira",
      ["examination": .text("confirmed")])
    script.record("custody.report", name, at: after(14, -5), by: "samira")
    if one.isLifted {
      script.record(
        "custody.lift", name, at: after(20, -8), by: "samira",
        [
          "liftedBy": .text("Sociala delegationen"),
          "reason": .text("återvänder planerat till föräldrarna"),
        ])
    } else {
      script.record("custody.applyForCare", name, at: after(23, -8), by: "samira")
      script.record(
        "custody.decideCare", name, at: after(36, -8), by: "samira", ["care": .text("care")])
    }
    close(
      "ärende \(one.key)", at: after(45, -8), one.isLifted ? "returned" : "other",
      "vården fortsätter hos stadsdelen", &script)
  }

  // MARK: Further cases

  /// Seven further cases with minors: three with a sexual purpose and a placement, one with two girls
  /// for labour, perhaps sexual, and three of begging and theft.
  static func cases(_ script: inout DemoScript) {
    sexual(&script)
    labour(&script)
    let others: [(name: String, month: Int, purpose: String, child: String?)] = [
      ("tiggeri", 9, "begging", "pojke-tigger"), ("stölder", 10, "theft", "pojke-stjäl"),
      ("tiggeri 2", 11, "begging", nil),
    ]
    for (name, month, purpose, known) in others {
      let at = day(month, 20, 19)
      let child = known ?? "barn \(name)"
      if known == nil { person(child, at: at, sex: "male", age: 13, [:], &script) }
      script.record(
        "case.open", "ärende \(name)", at: at.adding(minutes: 30), by: "olle",
        [
          "alias": .text("pojke, övning \(name)"), "purposes": .choices(purpose),
          "handler": .text("olle"), "ground": .text("misstänks utnyttjas av vuxna"),
        ], many: ["children": [child]])
      handOver(name, at: at.adding(minutes: 3 * 24 * 60), "Skärholmen", &script)
    }
  }

  private static func sexual(_ script: inout DemoScript) {
    let girls: [(String, Int, Int, String)] = [
      ("Irina Hittepå", 8, 16, "stays"), ("Dana Exempelova", 10, 17, "planned"),
      ("Lia Testeanu", 11, 17, "unplanned"),
    ]
    for (index, (key, month, age, back)) in girls.enumerated() {
      let at = day(month, 24, 20)
      let name = "ärende \(key)"
      person(key, at: at, sex: "female", age: age, [:], &script)
      script.record(
        "case.open", name, at: at.adding(minutes: 20), by: "samira",
        [
          "alias": .text(alias("female", age)), "purposes": .choices("sexual"),
          "handler": .text("samira"), "restricted": .flag(true),
          "ground": .text("anträffad i en lägenhet, polisen ringde"),
        ], many: ["children": [key]])
      if index == 0 {
        script.record(
          "case.placementRefused", name, at: at.adding(minutes: 60), by: "samira",
          [
            "kind": .text("emergencyHome"), "asked": .text("Jourhemmet Provet"),
            "why": .text("competence"),
          ], one: ["child": key])
      }
      script.record(
        "case.place", name, at: at.adding(minutes: 120), by: "samira",
        [
          "kind": .text("shelter"), "home": .text("Skyddat boende Exemplet"),
          "secretFromParents": .flag(true),
        ], one: ["child": key])
      var fields: [String: FieldValue] = ["return": .text(back)]
      if back == "planned" {
        fields["bothAgree"] = .flag(true)
        fields["receivedBy"] = .text("socialtjänsten på hemorten, Påhittad handläggare")
      }
      script.record(
        "case.return", name, at: at.adding(minutes: 30 * 24 * 60), by: "samira", fields,
        one: ["child": key])
      close(
        name, at: at.adding(minutes: 31 * 24 * 60), back == "stays" ? "other" : "returned",
        "uppföljning avslutad", &script)
    }
  }

  private static func labour(_ script: inout DemoScript) {
    let at = day(11, 2, 18)
    let girls = ["Sofia Övningova", "Mira Övningova"]
    for (index, key) in girls.enumerated() {
      person(key, at: at, sex: "female", age: 16 + index, [:], &script)
    }
    script.record(
      "case.open", "ärende arbete", at: at.adding(minutes: 30), by: "olle",
      [
        "alias": .text("två flickor, städfirman"), "purposes": .choices("labour", "sexual"),
        "handler": .text("olle"), "ground": .text("arbetar nattetid utan lön, kanske mer"),
      ], many: ["children": girls])
    for key in girls {
      script.record(
        "case.concern", "ärende arbete", at: at.adding(minutes: 90), by: "olle",
        [
          "district": .text("Rinkeby-Kista"), "unit": .text("emergency"),
          "suspected": .choices("labour", "sexual"), "restsOn": .text("met"),
          "concern": .text("utnyttjas i arbete, kanske sexuellt"),
        ], one: ["child": key])
      script.record(
        "case.investigation", "ärende arbete", at: at.adding(minutes: 9 * 24 * 60), by: "olle",
        ["district": .text("Rinkeby-Kista"), "opened": .flag(true)], one: ["child": key])
    }
    handOver("arbete", at: at.adding(minutes: 10 * 24 * 60), "Rinkeby-Kista", &script)
  }

  // MARK: Police reports

  /// Six reports to the border police, none for a sexual purpose: one charged, the others
  /// discontinued. The judgment came in 2012.
  static func police(_ script: inout DemoScript) {
    let reports: [(what: String, purpose: String, month: Int, inCase: String?)] = [
      ("pojke 15, tiggeri, Slussen", "begging", 10, "ärende Mihai Övningescu"),
      ("pojke 15, tiggeri, Skärholmen", "begging", 9, "ärende tiggeri"),
      ("pojke, stölder, city", "theft", 10, "ärende stölder"),
      ("pojke 13, tiggeri, Farsta", "begging", 11, "ärende tiggeri 2"),
      ("två flickor, städarbete", "labour", 11, "ärende arbete"),
      ("grupp som skickar barn att stjäla", "theft", 8, nil),
    ]
    for (index, report) in reports.enumerated() {
      let name = "anmälan \(index)"
      let filed = day(report.month, 25, 10)
      script.record(
        "policeReport.draft", name, at: filed.adding(minutes: -120), by: "anna",
        [
          "what": .text(report.what), "purposes": .choices(report.purpose),
          "offence": .text("trafficking"), "text": .text("se ärendet; övning"),
        ], one: report.inCase.map { ["case": $0] } ?? [:])
      script.record(
        "policeReport.file", name, at: filed, by: "anna",
        [
          "authority": .text("borderPolice"), "offence": .text("trafficking"),
          "secrecyGround": .text("10:21"), "contact": .text("Gränspolis Exempel"),
        ])
      script.record(
        "policeReport.number", name, at: filed.adding(minutes: 60), by: "anna",
        ["kNumber": .text("0201-K\(700_100 + index)-11")])
      script.record(
        "policeReport.openInvestigation", name, at: filed.adding(minutes: 2 * 24 * 60), by: "olle")
      guard index == 0 else {
        script.record(
          "policeReport.discontinue", name, at: filed.adding(minutes: 30 * 24 * 60), by: "olle",
          ["reason": .text("brott går inte att styrka")])
        continue
      }
      script.record(
        "policeReport.sendToProsecutor", name, at: filed.adding(minutes: 28 * 24 * 60), by: "olle",
        ["prosecutor": .text("Åklagare Påhitt")])
      script.record(
        "policeReport.charge", name, at: filed.adding(minutes: 45 * 24 * 60), by: "olle",
        ["court": .text("Stockholms tingsrätt")])
      script.record(
        "policeReport.judge", name, at: filed.adding(minutes: 120 * 24 * 60), by: "olle",
        ["judgment": .text("convicted")])
    }
  }

  // MARK: Parts

  private static func alias(_ sex: String, _ age: Int) -> String {
    "\(sex == "male" ? "pojke" : "flicka") \(age), övning"
  }

  private static func person(
    _ key: String, at time: Instant, sex: String, age: Int, _ more: [String: FieldValue],
    _ script: inout DemoScript
  ) {
    let fields: [String: FieldValue] = [
      "alias": .text(alias(sex, age)), "sex": .text(sex), "claimedAge": .number(age),
      "claimedName": .text(key), "nationality": .text("romania"),
    ]
    script.record(
      "person.register", key, at: time, by: "anna", fields.merging(more) { $1 })
  }

  private static func handOver(
    _ name: String, at time: Instant, _ district: String, _ script: inout DemoScript
  ) {
    let handover = "överlämning \(name)"
    script.record(
      "handover.draft", handover, at: time, by: "olle",
      ["district": .text(district), "risks": .text("vuxna söker barnet")],
      one: ["case": "ärende \(name)"])
    script.record(
      "handover.send", handover, at: time.adding(minutes: 60), by: "olle",
      ["how": .text("secureMail"), "to": .text("Mottagningen \(district)")])
    script.record(
      "handover.acknowledge", handover, at: time.adding(minutes: 300), by: "olle",
      ["by": .text("Handläggare Exempel")])
    script.record(
      "handover.accept", handover, at: time.adding(minutes: 26 * 60), by: "olle",
      ["handler": .text("Handläggare Exempel")])
    script.record(
      "case.close", "ärende \(name)", at: time.adding(minutes: 27 * 60), by: "olle",
      ["why": .text("handedOver")], one: ["handover": handover])
  }

  private static func close(
    _ name: String, at time: Instant, _ why: String, _ note: String, _ script: inout DemoScript
  ) {
    script.record(
      "case.close", name, at: time, by: "bengt", ["why": .text(why), "note": .text(note)])
  }
}
