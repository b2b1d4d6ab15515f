import CaseStore
import Casework
import Foundation
import Terminal
import Testing

@Suite("A night")
struct NightTests {
  @Test("an outreach worker and a duty officer play a whole night with keys alone")
  func wholeNight() throws {
    let shift = try TestShift()
    for (login, name, unit, role) in [
      ("erik", "Erik Jourlåtsas", "emergency", "dutyOfficer"),
      ("nadja", "Nadja Nästapass", "emergency", "dutyOfficer"),
    ] {
      try shift.record(
        "officer.register",
        [
          "login": .text(login), "name": .text(name), "unit": .text(unit),
          "roles": .list([.text(role)]),
        ])
    }
    let play = try NightPlay(
      shift,
      [
        ("olle", Size(columns: 80, rows: 24)), ("erik", Size(columns: 120, rows: 40)),
        ("nadja", Size(columns: 200, rows: 60)),
      ])
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Night/night.keys")
    let script = try NightScript(String(contentsOf: file, encoding: .utf8))
    try play.play(script) { step in
      for (login, desk) in play.desks where step.contains(login) {
        try expectFrame(desk.screen, "night-\(step)")
      }
    }
    try expectFrame(play.tally, "night-keys")
  }
}
