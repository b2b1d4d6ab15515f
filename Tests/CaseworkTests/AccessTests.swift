import Casework
import Testing

@Suite("Secrecy: who is shown what, and for what reason")
struct AccessTests {
  private static let secret = "Hemliga gatan 1"
  private static let ground = "beslutets grund"
  private static let name = "Hemlig Påhittad"

  /// What is opened: an open case, a restricted one of duty's, a custody decision, a handover, a
  /// protected person and one that is not.
  private static func subjects() throws -> (CaseDesk, [(String, Reference)]) {
    var desk = try CaseDesk(["ground": .text(ground)])
    func place(_ subject: Reference) throws {
      try desk.act(
        "case.place", on: subject,
        [
          "child": .text(desk.children[0].description), "kind": .text("shelter"),
          "address": .text(secret),
        ])
    }
    try place(desk.case)
    let restricted = try desk.open([
      "restricted": .flag(true), "handler": .text("duty"), "ground": .text(ground),
    ])
    try place(restricted)
    let custody = try desk.record(
      Action("custody.prepare", fields: ["who": .text("flicka"), "age": .number(14)]))
    try desk.act("custody.decide", on: custody, Self.decision)
    try desk.act("custody.execute", on: custody, ["executedBy": .text("Socialjouren")])
    try desk.act(
      "custody.place", on: custody, ["placementKind": .text("shelter"), "address": .text(secret)])
    let handover = try desk.handover(.drafting)
    try desk.act("handover.edit", on: handover, ["placement": .text(secret)])
    try desk.act("person.describe", on: desk.children[1], ["claimedName": .text(name)])
    try desk.act("person.protect", on: desk.children[1], ["protection": .text("marking")])
    return (
      desk,
      [
        ("case", desk.case), ("restricted case", restricted), ("custody", custody),
        ("handover", handover), ("protected person", desk.children[1]),
        ("person", desk.children[0]),
      ]
    )
  }

  private static let decision: [String: FieldValue] = [
    "decider": .text("Olof Påhittad"), "capacity": .text("chairman"), "given": .text("telephone"),
    "boardMeeting": .text("2027-01-14"),
  ]

  @Test("Who, what and why decide what is seen and what is logged, as the table says")
  func access() throws {
    let (desk, subjects) = try Self.subjects()
    let reason = try AccessReason("hämtar barnet nu")
    var text = "who          why     what              seen                       logged\n"
    for login in ["duty", "coordinator", "lead", "outreach", "reader"] {
      let officer = try #require(desk.ledger.officer(login))
      for reasons in [AccessReasons(), AccessReasons(reason)] {
        for (what, reference) in subjects {
          let record = try desk.record(of: reference)
          let view = RecordView(record, for: officer, now: CaseDesk.now, reasons: reasons)
          let why = reasons.access == nil ? "" : "reason"
          let mayRead = officer.holds(RecordKinds.of(record.kind)?.readers ?? [])
          let logged =
            mayRead ? view.needsReason ? "closed" : Self.logged(view) : "no right to read it"
          text +=
            [
              Self.column(login, 13), Self.column(why, 8), Self.column(what, 18),
              Self.column(Self.seen(view, desk), 27), logged,
            ].joined() + "\n"
        }
      }
    }
    try Table("Access.txt").expect(text)
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func logged(_ view: RecordView) -> String {
    view.grounds().map { $0.basis.rawValue + ($0.reason == nil ? "" : "!") }
      .joined(separator: " ")
  }

  /// Which of the secrets stand in the title, the sections, the history or the exported values.
  private static func seen(_ view: RecordView, _ desk: CaseDesk) -> String {
    var details = view.sections.flatMap(\.rows)
    var values = "\(view.title(.sv).raw)"
    for entry in desk.ledger.entries where entry.subject == view.record.id {
      guard case .record(let fact) = entry.fact else { continue }
      details += view.words(of: fact)?.details ?? []
      values += "\(view.values(of: fact) ?? [:])"
    }
    let shown = details.map(\.value.shown).joined() + values
    let found = [
      ("something", !details.isEmpty), ("grounds", shown.contains(ground)),
      ("address", shown.contains(secret)), ("name", shown.contains(name)),
    ].filter(\.1).map(\.0)
    return found.isEmpty ? "nothing" : found.joined(separator: " ")
  }

  @Test("What stands open is logged again only for what is shown anew")
  func earlier() throws {
    let (desk, subjects) = try Self.subjects()
    let officer = try #require(desk.ledger.officer("coordinator"))
    let reason = try AccessReason("hämtar barnet nu")
    let record = try desk.record(of: subjects[1].1)
    func bases(_ reasons: AccessReasons, _ earlier: AccessReasons?) -> [AccessBasis] {
      RecordView(record, for: officer, now: CaseDesk.now, reasons: reasons)
        .grounds(earlier: earlier).map(\.basis)
    }
    let opened = AccessReasons(access: reason)
    #expect(bases(opened, nil) == [.restricted])
    #expect(bases(AccessReasons(reason), opened) == [.masked])
    #expect(bases(AccessReasons(reason), AccessReasons(reason)) == [])
  }

  @Test(
    "A reason that says nothing is refused in words",
    arguments: [
      ("", "skriv varför"), (" \n\t", "skriv varför"), ("......!!!!", "skriv varför"),
      ("kort", "för kort"), ("a b c d", "för kort"),
      (String(repeating: "varför ", count: 100), "för långt"),
    ])
  func refused(_ typed: String, _ words: String) {
    let refusal = #expect(throws: Refusal.self) { try AccessReason(typed) }
    #expect(refusal?.reason.sv.contains(words) == true)
    #expect(refusal?.law == "SoLPuL 10 §")
  }

  @Test("A reason is kept as it was typed, without the blanks around it")
  func kept() throws {
    #expect(try AccessReason("  hämtar barnet \n").text.raw == "hämtar barnet")
  }

  @Test("An erased or corrected address is asked for in the same way as one that stands")
  func correctedAway() throws {
    var desk = try CaseDesk()
    try desk.act(
      "case.place",
      [
        "child": .text(desk.children[0].description), "kind": .text("shelter"),
        "address": .text(Self.secret),
      ])
    try desk.act(
      "case.correct",
      ["entry": .number(2), "field": .text("address"), "reason": .text("stämde inte")])
    let officer = try #require(desk.ledger.officer("duty"))
    let record = try desk.record(of: desk.case)
    let masked = RecordView(record, for: officer, now: CaseDesk.now)
    #expect(!Self.seen(masked, desk).contains("address"))
    let reasons = AccessReasons(masked: try AccessReason("läser vad som stod"))
    let shown = RecordView(record, for: officer, now: CaseDesk.now, reasons: reasons)
    #expect(shown.grounds().map(\.basis) == [.ordinary, .masked])
  }
}
