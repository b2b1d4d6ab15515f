import Casework
import Foundation
import Testing
import TextSafety

@testable import Desk
@testable import Terminal

@Suite("Every screen in every theme")
struct ThemeFrameTests {
  /// A night in which something is acute, something overdue, something selected.
  private func shift() throws -> TestShift {
    let shift = try TestShift()
    let reference = try shift.girlInCustody()
    try shift.record(
      "handover.draft", ["case": .text("\(reference)"), "district": .text("Skarpnäck")])
    try shift.fill(assessed: "T14")
    return shift
  }

  @Test("every screen by the roles of its cells", arguments: [(80, 24), (120, 40)])
  func roles(columns: Int, rows: Int) throws {
    let desk = try TestDesk(shift(), size: Size(columns: columns, rows: rows))
    var text = ""
    var looks: [String: Set<String>] = [:]
    for name in desk.state.setup.screens.keys.sorted() {
      desk.act { $0.showScreen(name) }
      let frame = desk.frame
      text += "== \(name)\n\(frame.roles)\n"
      for theme in Theme.all { looks[theme.name, default: []].formUnion(frame.looks(theme)) }
    }
    for theme in Theme.all {
      text += "== \(theme.name)\n\((looks[theme.name] ?? []).sorted().joined(separator: "\n"))\n"
    }
    try expectFrame(text, "roles-\(columns)x\(rows)")
  }

  @Test(
    "every layer can be read in every theme, and without colour nothing is lost",
    arguments: ScreensEverywhereTests.sizes)
  func contrast(columns: Int, rows: Int) throws {
    let desk = try TestDesk(shift(), size: Size(columns: columns, rows: rows))
    func look(at name: String) {
      let frame = desk.frame
      for theme in Theme.all {
        for colors in [256, 8] {
          let poor = frame.poor(in: theme, colors: colors)
          #expect(poor.isEmpty, "\(name), \(theme.name), \(colors) colours: \(poor)")
        }
      }
      let mute = frame.mute
      #expect(mute.isEmpty, "\(name), mono: \(mute)\n\(frame.text())")
    }
    for name in desk.state.setup.screens.keys.sorted() {
      desk.act { $0.showScreen(name) }
      look(at: name)
    }
    for (name, keys) in LayerFrameTests.layers {
      desk.act { $0.showScreen("duty") }
      try desk.keys(keys)
      desk.wait(milliseconds: 800)
      look(at: name)
    }
  }
}

extension Frame {
  /// The styles whose text is closer to what it stands on than WCAG AA asks for (4.5, and 3 for the
  /// lines of a box), in the palette of 256; of the eight, whose colours are the terminal's own, those
  /// that are the same.
  fileprivate func poor(in theme: Theme, colors: Int) -> [String] {
    guard theme.usesColor else { return [] }
    let styles = Set(cells.filter { $0.text != " " }.map(\.style))
    return styles.compactMap { style in
      let look = theme.attributes(style, colors: colors)
      guard let front = look.foreground, let back = look.background else { return "\(style)" }
      if colors == 8 { return front == back ? "\(style)" : nil }
      let least = [.border, .focusBorder].contains(style.role) ? 3 : 4.5
      let contrast = Palette.contrast(front, back)
      return contrast < least ? "\(style.role) \(contrast)" : nil
    }
  }

  /// What is told by colour alone: a run in a role that means something, which without colour looks as
  /// ordinary text does and carries no sign or word of its own.
  fileprivate var mute: [String] {
    // What is good, whose unit it is and the foot say what they say in words.
    let telling = Set(Terminal.Role.allCases)
      .subtracting([.text, .good, .unitOutreach, .footer])
    let plain = Theme.mono.attributes(Style(.text), colors: 256)
    return Set(cells.map(\.style)).filter { telling.contains($0.role) }.compactMap { style in
      Theme.mono.attributes(style, colors: 256) == plain ? "\(style)" : nil
    } + signless
  }

  /// Acute rows and overdue ones without the sign that says so.
  private var signless: [String] {
    (0..<size.rows).compactMap { row in
      let cells = cells(ofRow: row)
      let acute = String(cells.filter { [.acute, .acuteGlow].contains($0.style.role) }.map(\.text))
      guard !acute.allSatisfy({ $0 == " " }) else { return nil }
      let isTold =
        acute.contains("▲") || acute.contains("●") || acute.contains("✗")
        || acute.localizedUppercase.contains("AKUT") || acute.contains("UPPHÖRT")
      return isTold ? nil : acute
    }
  }

  private var cells: [Cell] {
    (0..<size.rows).flatMap { cells(ofRow: $0) }
  }
}

/// The xterm palette of 256.
private enum Palette {
  /// The contrast of two colours, 1…21 (WCAG 2.2, relative luminance).
  static func contrast(_ one: Int, _ other: Int) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: Int) -> Double {
    let rgb = ColorMode.number(color, colors: 0x1000000)
    let parts = [rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
