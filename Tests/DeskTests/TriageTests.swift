import CaseStore
import Casework
import Terminal
import Testing
import TextSafety

@testable import Desk

@Suite("Triage with keys")
struct TriageTests {
  private func tip(_ shift: TestShift, _ reference: String) throws -> Tip {
    let officer = try #require(try shift.store.officer(login: "karin"))
    let subject = try #require(Reference(reference))
    guard case .tip(let tip)? = try shift.store.subject(subject, as: officer) else {
      throw TestFailure("no tip \(reference)")
    }
    return tip
  }

  @Test("a telephone tip is typed, saved and stands on the screen")
  func telephone() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("Två flickor säljer rosor,\nfrågar alla gäster")
    try desk.keys("<Tab> <Tab>")
    desk.type("Medborgarplatsen")
    try desk.keys("<Tab>")
    desk.type("-20min")
    try desk.keys("<Tab> <Tab>")
    desk.type("2 flickor 10-12, pojke 8")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("Nytt tips: sparat, T4"))
    try desk.hearBell()
    #expect(desk.screen.contains("Två flickor säljer"))
    let report = try tip(shift, "T4").report
    #expect(report.channel == .phone)
    #expect(report.text.raw == "Två flickor säljer rosor,\nfrågar alla gäster")
    #expect(report.observedAt == shift.clock.now().adding(minutes: -20))
    #expect(report.children?.map(\.ageFrom) == [10, 10, 8])
    #expect(try shift.store.drafts(of: OfficerID(desk.officer.id)).isEmpty)
  }

  @Test("a wrong field keeps the form open, says what is wrong and takes the cursor there")
  func wrongField() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n <C-s>")
    #expect(desk.message.contains("Vad har hänt: måste fyllas i"))
    desk.type("text")
    try desk.keys("<Tab> <Tab> <Tab>")
    desk.type("31 februari")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("Sågs när: förstår inte tiden"))
    #expect(desk.screen.contains("31 februari"))
    #expect(try shift.store.head().seq == 3)
  }

  @Test("what is wrong in a field is said when it is left, and goes when it is mended")
  func leavingAField() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("text")
    try desk.keys("<Tab> <Tab> <Tab>")
    desk.type("31 februari")
    try desk.keys("<Tab>")
    #expect(desk.message.contains("Sågs när: förstår inte tiden"))
    #expect(desk.screen.contains("✗Sågs när"))
    try desk.keys("<S-Tab> <C-u>")
    desk.type("igår 21:40")
    try desk.keys("<Enter>")
    #expect(!desk.screen.contains("✗"))
    // What is not filled in yet is no mistake before the form is saved.
    try desk.keys("<S-Tab> <S-Tab> <S-Tab> <S-Tab> <C-u> <Tab>")
    #expect(!desk.screen.contains("✗"))
  }

  @Test("an acute tip is told of with the key that shows it from where the officer is")
  func acuteFromAnywhere() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift)
    func arrive(_ reference: String) throws {
      try shift.tip("Barn på spåret", acute: "tåg kommer")
      try desk.hearBell()
      #expect(desk.message.contains("▲ Akut tips: \(reference)."))
    }
    try arrive("T5")
    #expect(desk.message.contains("g g visar det"))
    try desk.keys("G <Enter>")
    try arrive("T6")
    #expect(desk.message.contains("g j visar det"))
    try desk.keys("g j")
    #expect(desk.state.selectedReference?.description == "T6")
    try desk.keys("n")
    try arrive("T7")
    #expect(desk.message.contains("Det står överst"))
  }

  @Test("assess, prioritise, take, note, close and reopen, each with its key")
  func everything() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen", place: "Slussen")
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> x <C-s>")
    #expect(desk.message.contains("Skäl"))
    try desk.keys("<Right> <C-s>")
    #expect(desk.message.contains("skyddsbedömningen saknas"))
    #expect(desk.message.contains("[SoL 20:1]"))
    try desk.keys("<Esc> s <Right> <Right> <Tab>")
    desk.type("Sover ute, minusgrader")
    try desk.keys("<C-s> p <Right> <C-s> t a")
    desk.type("Patrull skickad")
    try desk.keys("<C-s>")
    try desk.hearBell()
    let open = try tip(shift, "T4")
    #expect(open.assessment?.ground == "Sover ute, minusgrader")
    #expect(open.priority != nil)
    #expect(open.assigneeName == "Karin Påhittad")
    #expect(desk.screen.contains("Patrull skickad"))
    // The close form that was left half-way comes back with what has happened since.
    try desk.keys("x <C-s>")
    #expect(desk.message.contains("ändrades under tiden"))
    try desk.keys("<C-s>")
    #expect(try tip(shift, "T4").status == .closed)
    try desk.hearBell()
    try desk.keys("a")
    desk.type("sent")
    try desk.keys("<C-s> o")
    desk.type("åter sedd")
    try desk.keys("<C-s>")
    #expect(try tip(shift, "T4").status == .open)
    try desk.hearBell()
    try expectFrame(desk.screen, "history-120x40")
  }

  @Test("a correction starts from what stands and sends only what was changed")
  func correct() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen", place: "Slusen")
    let desk = try TestDesk(shift)
    try desk.keys("r")
    #expect(desk.message.contains("öppna tipset först"))
    try desk.keys("<Enter> r <Tab> <Tab> <Tab> <Tab> <C-u>")
    desk.type("Slussen")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("Skäl"))
    desk.type("felstavat")
    try desk.keys("<C-s>")
    let tip = try tip(shift, "T4")
    #expect(tip.report.place == "Slussen")
    #expect(tip.report.text == "Pojke sover på perrongen")
  }

  @Test("a duplicate is marked by its reference and leaves the open tips")
  func duplicate() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    try shift.tip("En pojke sover på perrongen, samma")
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> s <Right> <Tab>")
    desk.type("ute")
    try desk.keys("<C-s> b")
    desk.type("t4")
    try desk.keys("<C-s>")
    try desk.hearBell()
    #expect(try tip(shift, "T5").status == .duplicate)
    #expect(try tip(shift, "T4").duplicates == ["T5"])
    try desk.keys("<Esc>")
    #expect(desk.screen.contains("Öppna tips · 1"))
  }

  @Test("who may not do a thing is told why, and nothing opens")
  func roles() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift, as: "olle")
    let before = desk.state.size
    try desk.keys("h n")
    #expect(desk.message.contains("kräver rollen administratör"))
    #expect(desk.state.size == before)
  }

  @Test("search finds again after it was closed, and the next unassessed is found in the store")
  func searchTwice() throws {
    let shift = try TestShift()
    for number in 1...130 {
      try shift.tip("tips nummer \(number)")
      shift.advance(minutes: 1)
    }
    for number in 5...133 {
      try shift.record(
        "tip.assess", ["outcome": .text("investigate"), "ground": .text("g")], on: "T\(number)")
    }
    let desk = try TestDesk(shift, size: Size(columns: 100, rows: 24))
    for text in ["nummer 17", "nummer 18"] {
      try desk.keys("/")
      desk.type(text)
      #expect(desk.screen.contains("tips \(text)"))
      try desk.keys("<Esc>")
    }
    try desk.keys("m")
    #expect(desk.screen.contains("tips nummer 1"))
    #expect(desk.screen.contains("T4 · "))
  }

  @Test(
    "a search reads the hits that it shows, more as they are scrolled, and all that are stepped through"
  )
  func searchFurther() throws {
    let shift = try TestShift()
    for number in 1...150 {
      try shift.tip("pärlor nummer \(number)")
      shift.advance(minutes: 1)
    }
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    func search() throws -> SearchOverlay {
      guard case .search(let search)? = desk.state.layers.last else {
        throw TestFailure("no search")
      }
      return search
    }
    try desk.keys("/")
    desk.type("pärlor")
    let shown = desk.state.searchHeight
    #expect(try search().results.count == shown)
    #expect(desk.screen.contains("─ \(shown)+ "))
    try desk.keys("<Down>")
    #expect(try search().results.count == shown + 60)
    #expect(try search().selectedIndex == 1)
    for _ in 0..<200 { try desk.keys("<Down>") }
    #expect(try search().results.count == 150)
    #expect(desk.screen.contains("─ 150 "))
    #expect(desk.screen.contains("▸ T4 "))

    desk.type("x")
    try desk.keys("<Backspace>")
    #expect(try search().results.count == shown)
    try desk.keys("<Enter> <M-n>")
    #expect(desk.message.contains("Träff 2 av 60"))
  }

  @Test("a search that is made larger fills its lines, at its beginning and at its end")
  func searchGrown() throws {
    let shift = try TestShift()
    for number in 1...150 { try shift.tip("pärlor nummer \(number)") }
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    func shown() -> Int {
      guard case .search(let search)? = desk.state.layers.last else { return 0 }
      return search.results.count - search.top
    }
    try desk.keys("/")
    desk.type("pärlor")
    #expect(shown() == desk.state.searchHeight)
    let before = desk.state.searchHeight
    desk.resize(120, 60)
    #expect(desk.state.searchHeight > before)
    #expect(shown() >= desk.state.searchHeight)
    desk.resize(80, 24)
    for _ in 0..<200 { try desk.keys("<Down>") }
    #expect(desk.screen.contains("▸ T4 "))
    desk.resize(120, 60)
    #expect(shown() == desk.state.searchHeight)
    #expect(desk.screen.contains("▸ T4 "))
    desk.resize(80, 16)
    #expect(desk.screen.contains("▸ T4 "))
  }

  @Test("a chord that is none says so and does nothing")
  func chords() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("g")
    #expect(desk.screen.contains("g h Handläggare"))
    try desk.keys("ö")
    #expect(desk.message.contains("ingen tangentföljd"))
    try desk.keys("g h")
    #expect(desk.screen.contains("olle"))
    try desk.keys("g <Esc>")
    #expect(!desk.message.contains("tangentföljd"))
  }
}

struct TestFailure: Error {
  let what: String

  init(_ what: String) {
    self.what = what
  }
}
