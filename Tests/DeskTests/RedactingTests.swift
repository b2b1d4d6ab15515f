import CaseStore
import Casework
import Terminal
import Testing

@testable import Desk

@Suite("Redacting at the desk")
struct RedactingTests {
  @Test("A lead is told which entry it is, and types a word, before its words are erased")
  func redact() throws {
    let shift = try TestShift()
    let tip = try shift.tip("Elena Hemligsson bor på Gömda gatan")
    let desk = try TestDesk(shift, as: "karin", size: Size(columns: 100, rows: 30))
    try desk.keys("/")
    desk.type(tip.description.lowercased())
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Hemligsson"))
    try desk.keys(".")
    desk.type("ta bort uppgift")
    try desk.keys("<Enter>")
    desk.type("1")
    try desk.keys("<Tab>")
    desk.type("fel barn")
    try desk.keys("<C-s>")
    #expect(desk.screen.contains("Radera orden för alltid?"))
    #expect(desk.screen.contains("v1 Inkom"))
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Radera orden för alltid?"))
    desk.type("radera")
    try desk.keys("<Enter>")
    try desk.hearBell()
    #expect(!desk.screen.contains("Hemligsson"))
    #expect(desk.screen.contains("[borttaget]"))
    #expect(desk.screen.contains("Borttaget: uppgift v1"))
  }
}
