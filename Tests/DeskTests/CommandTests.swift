import Casework
import Terminal
import Testing

@testable import Desk

@Suite("Every command")
struct CommandTests {
  @Test("that can't be run here says why, in both languages; no command does nothing in silence")
  func reasons() throws {
    let shift = try TestShift()
    try shift.record(
      "officer.register",
      [
        "login": .text("rut"), "name": .text("Rut Läsare"), "unit": .text("outreach"),
        "roles": .list([.text("reader")]),
      ])
    for login in ["karin", "rut"] {
      for command in CommandRegistry.all where command.isInPalette {
        let desk = try TestDesk(shift, as: login, size: Size(columns: 80, rows: 24))
        if let reason = desk.state.disabledReason(command.id) {
          #expect(!reason.sv.isEmpty && !reason.en.isEmpty, "\(command.id)")
          continue
        }
        let before = desk.screen
        desk.act { $0.run(command.id) }
        // On the duty screen already.
        guard command.id != "view.duty" else { continue }
        #expect(
          desk.screen != before || !desk.terminalEffects.isEmpty, "\(command.id) as \(login)")
      }
    }
  }

  @Test("the next and the previous hit of the latest search are opened with one key, round the end")
  func hits() throws {
    let shift = try TestShift()
    for text in ["barn ett", "annat", "barn två", "barn tre"] { try shift.tip(text) }
    let desk = try TestDesk(
      shift, configuration: .load(directories: [], keymap: "vi"))
    try desk.keys("n")
    #expect(desk.message.contains("sök och öppna en träff först"))
    try desk.keys("/ barn <Enter>")
    var seen: [String] = []
    for _ in 1...4 {
      guard case .detail(let detail)? = desk.state.layers.last else { break }
      seen.append(detail.reference.description)
      #expect(desk.state.layers.count == 1)
      try desk.keys("n")
    }
    #expect(Set(seen).count == 3 && seen.first == seen.last)
    try desk.keys("N")
    #expect(desk.message.contains("Träff 1 av 3"))
  }
}
