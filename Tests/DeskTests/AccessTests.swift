import CaseStore
import Casework
import Desk
import Foundation
import Terminal
import Testing

@Suite("Secrecy at the desk")
struct AccessTests {
  /// Samira's restricted case and an open one, with Karin as lead and Olle in the field.
  private func night() throws -> (TestShift, restricted: Reference, open: Reference) {
    let shift = try TestShift()
    let child = try shift.record(
      "person.register", ["alias": .text("flicka, röd jacka"), "claimedName": .text("Elena")])
    let children = FieldValue.list([.text(child.reference.description)])
    let restricted = try shift.record(
      "case.open",
      [
        "alias": .text("Slussenflickan"), "children": children, "restricted": .flag(true),
        "handler": .text("karin"), "description": .text("vid rulltrappan"),
      ]
    ).reference
    let open = try shift.record("case.open", ["alias": .text("syskonen"), "children": children])
      .reference
    try shift.record(
      "case.place",
      [
        "child": .text(child.reference.description), "kind": .text("shelter"),
        "address": .text("Hemliga gatan 1"),
      ], on: open.description)
    return (shift, restricted, open)
  }

  private func log(_ shift: TestShift) throws -> [String] {
    let lead = try #require(try shift.store.officer(login: "karin"))
    return try shift.store.accessLog(AccessQuery(limit: 100), as: lead).map {
      "\($0.login) \($0.reference.map(\.description) ?? "-") \($0.basis.rawValue)"
    }
  }

  private func jump(_ desk: TestDesk, to reference: Reference) throws {
    try desk.keys("/")
    desk.type(reference.description.lowercased())
    try desk.keys("<Enter>")
  }

  @Test(
    "A restricted case asks for the reason before anything of it is shown; Esc leaves it closed")
  func restricted() throws {
    let (shift, restricted, _) = try night()
    let desk = try TestDesk(shift, as: "samira", size: Size(columns: 80, rows: 24))
    try jump(desk, to: restricted)
    try expectFrame(desk.screen, "reason-80x24")
    #expect(!desk.screen.contains("Slussenflickan"))
    try desk.keys("<Esc>")
    #expect(!desk.screen.contains("Skyddat ärende"))
    #expect(try log(shift).isEmpty)
  }

  @Test("A reason that is empty or too short is refused in words, and what is typed stays")
  func shortReason() throws {
    let (shift, restricted, _) = try night()
    let desk = try TestDesk(shift, as: "samira")
    try jump(desk, to: restricted)
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("skriv varför du behöver uppgifterna"))
    desk.type("kort")
    #expect(!desk.screen.contains("skriv varför du behöver uppgifterna"))
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("skälet är för kort"))
    #expect(desk.screen.contains("kort"))
    #expect(try log(shift).isEmpty)
    desk.type("are än tänkt")
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Slussenflickan"))
    #expect(try log(shift) == ["samira \(restricted) restricted"])
  }

  @Test("The officer of a restricted case and a lead open it without a reason, and are logged")
  func ownCase() throws {
    let (shift, restricted, _) = try night()
    let desk = try TestDesk(shift, as: "karin")
    try jump(desk, to: restricted)
    #expect(desk.screen.contains("Slussenflickan"))
    #expect(try log(shift) == ["karin \(restricted) own"])
  }

  @Test("Masked values are shown for a reason, for that opening only")
  func unmask() throws {
    let (shift, _, open) = try night()
    let desk = try TestDesk(shift, as: "samira")
    try jump(desk, to: open)
    #expect(desk.screen.contains("dolt; visas när skäl anges"))
    try desk.keys("V")
    #expect(desk.screen.contains("Dolda uppgifter i \(open)"))
    desk.type("kör dit flickan")
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Hemliga gatan 1"))
    try desk.keys("V")
    #expect(desk.message.contains("det dolda visas redan"))
    try desk.keys("<Esc>")
    try jump(desk, to: open)
    #expect(!desk.screen.contains("Hemliga gatan 1"))
    #expect(
      try log(shift) == [
        "samira \(open) ordinary", "samira \(open) masked", "samira \(open) ordinary",
      ])
  }

  @Test("What may never be seen has nothing to unmask")
  func outreach() throws {
    let (shift, _, open) = try night()
    let desk = try TestDesk(shift, as: "olle")
    try jump(desk, to: open)
    try desk.keys("V")
    #expect(desk.message.contains("här är inget dolt"))
    #expect(!desk.screen.contains("Hemliga"))
  }

  @Test("A detail that is drawn again for a change is no new opening; the reason still holds")
  func live() throws {
    let (shift, _, open) = try night()
    let desk = try TestDesk(shift, as: "samira", size: Size(columns: 200, rows: 60))
    try jump(desk, to: open)
    try desk.keys("V")
    desk.type("kör dit flickan")
    try desk.keys("<Enter>")
    let before = try log(shift)
    try shift.record("case.note", ["text": .text("nytt besked")], on: open.description)
    try desk.hearBell()
    #expect(desk.screen.contains("nytt besked"))
    #expect(desk.screen.contains("Hemliga gatan 1"))
    #expect(try log(shift) == before)
  }

  @Test("What changes while it is being opened is not read past the access log")
  func changeWhileOpening() throws {
    let (shift, restricted, _) = try night()
    let desk = try TestDesk(shift, as: "samira")
    try jump(desk, to: restricted)
    try shift.record("case.note", ["text": .text("nytt besked")], on: restricted.description)
    try desk.hearBell()
    #expect(!desk.screen.contains("Slussenflickan"))
    desk.type("letar efter flickan")
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("nytt besked"))
  }

  @Test("An answer to an earlier opening unmasks no later one")
  func lateAnswer() throws {
    let (shift, _, open) = try night()
    let desk = try TestDesk(shift, as: "samira")
    try jump(desk, to: open)
    try desk.keys("<Esc>")
    try jump(desk, to: open)
    let reasons = AccessReasons(try AccessReason("kör dit flickan"))
    let read = try #require(try shift.store.content(of: open, as: desk.officer))
    let content = DetailContent(state: read.state, history: read.history, links: read.links)
    desk.send(.opened(open, opening: 1, reasons, .success(content)))
    #expect(!desk.screen.contains("Hemliga gatan 1"))
  }

  @Test("Where the log can't be written nothing is shown, and words say why")
  func unwritable() throws {
    let (shift, _, open) = try night()
    let desk = try TestDesk(shift, as: "samira")
    try jump(desk, to: open)
    let problem = Problem(Phrase(sv: "Inget visas: loggen", en: "Nothing is shown: the log"))
    try desk.keys("<Esc> /")
    desk.send(.opened(open, opening: 2, AccessReasons(), .failure(problem)))
    #expect(!desk.screen.contains("syskonen"))
    let readOnly = try CaseStore(at: shift.store.path, readOnly: true)
    let runner = EffectRunner(store: readOnly, officer: desk.officer, clock: shift.clock)
    let event = runner.perform(
      .openDetail(open, opening: 1, AccessReasons(), earlier: nil))
    guard case .opened(_, _, _, .failure(let failure))? = event else {
      Issue.record("was opened")
      return
    }
    #expect(failure.message.sv.contains("gick inte att anteckna i åtkomstloggen"))
  }

  @Test("A lead is told when something is opened for a reason, and reads the log at the desk")
  func lead() throws {
    let (shift, restricted, _) = try night()
    let lead = try TestDesk(shift, as: "karin", size: Size(columns: 100, rows: 30))
    let desk = try TestDesk(shift, as: "samira")
    try jump(desk, to: restricted)
    desk.type("letar efter flickan")
    try desk.keys("<Enter>")
    try lead.hearBell()
    let told = "Samira Tänkt öppnade \(restricted) med skäl (g l visar loggen): letar efter"
    #expect(lead.message.contains(told))
    #expect(lead.screen.contains("◆ 1 med skäl"))
    shift.advance(milliseconds: 60_000)
    try jump(lead, to: restricted)
    try lead.keys("g l")
    try expectFrame(lead.screen, "access-log-100x30")
    #expect(!lead.screen.contains("◆ 1 med skäl"))
    try lead.keys("<Esc>")
    #expect(lead.screen.contains("Slussenflickan"))
    try desk.hearBell()
    try desk.keys("g l")
    #expect(desk.message.contains("bara arbetsledare läser åtkomstloggen"))
  }

  @Test("A lead who sits down sees what was opened since the last shift, and not what was before")
  func sinceShift() throws {
    let (shift, restricted, _) = try night()
    func breakGlass(_ why: String) throws {
      let samira = try #require(try shift.store.officer(login: "samira"))
      _ = try shift.store.open(
        restricted, as: samira, reasons: AccessReasons(access: try AccessReason(why)), way: .show)
      shift.advance(minutes: 10)
    }
    try breakGlass("före passets slut")
    let own = try shift.record(
      "shift.start", ["officer": .text("karin"), "unit": .text("emergency")])
    shift.advance(minutes: 10)
    try shift.record(
      "shift.handOver", ["note": .text("lugnt")], on: own.reference.description)
    shift.advance(minutes: 10)
    try breakGlass("efter passets slut")
    let lead = try TestDesk(shift, as: "karin")
    #expect(lead.screen.contains("◆ 1 med skäl"))
    try lead.keys("g l")
    #expect(lead.screen.contains("efter passets slut"))
    #expect(!lead.screen.contains("före passets slut"))
  }

  @Test("What was opened before the lead's last shift ended is no news when something else changes")
  func beforeShift() throws {
    let (shift, restricted, _) = try night()
    let samira = try #require(try shift.store.officer(login: "samira"))
    _ = try shift.store.open(
      restricted, as: samira, reasons: AccessReasons(access: try AccessReason("före passets slut")),
      way: .show)
    shift.advance(minutes: 10)
    let own = try shift.record(
      "shift.start", ["officer": .text("karin"), "unit": .text("emergency")])
    shift.advance(minutes: 10)
    try shift.record("shift.handOver", ["note": .text("lugnt")], on: own.reference.description)
    let lead = try TestDesk(shift, as: "karin")
    #expect(!lead.screen.contains("med skäl"))
    try shift.record("person.register", ["alias": .text("flicka")])
    try lead.hearBell()
    #expect(!lead.screen.contains("med skäl"))
  }

  @Test("The search finds persons and cases by name, and a reference goes straight there")
  func search() throws {
    let (shift, restricted, open) = try night()
    try shift.tip("Elena från Rumänien sitter vid Skanstull", place: "Skanstull")
    let desk = try TestDesk(shift, as: "samira", size: Size(columns: 100, rows: 30))
    try desk.keys("/")
    desk.type("elen")
    try expectFrame(desk.screen, "search-names-100x30")
    #expect(!desk.screen.contains(restricted.description))
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("\(open) ·"))
    try desk.keys("<Esc> /")
    desk.type("rulltrappan")
    #expect(desk.screen.contains("Inget tips har de orden"))
  }
}
