import Casework
import Desk
import TextSafety

/// What holds of whatever stands in a file of the site's or the officer's: the desk opens, what is
/// wrong is told in words, and what is not wrong counts.
enum FileRules {
  static func checkKeymap(_ bytes: [UInt8]) throws {
    try withSource(bytes) { source in
      let (keymap, diagnostics) = KeymapLoader.load([source])
      for one in CommandRegistry.indispensable {
        for place in one.places {
          try expect(
            !keymap.keys(for: one.id, heardIn: place.chain).isEmpty,
            "\(one.id) has no key in \(place)")
        }
      }
      return diagnostics
    }
  }

  static func checkScreen(_ bytes: [UInt8]) throws {
    try withSource(bytes) { source in
      let (screens, diagnostics) = ScreenLoader.load([source], builtIn: [])
      for screen in screens.values {
        for title in [screen.title.sv, screen.title.en] {
          try TextRules.expectInert(title, "a screen's title")
        }
        let saved = ConfigSource(name: "saved.yaml", text: screen.yaml)
        let (again, faults) = ScreenLoader.load([saved], builtIn: [])
        try expect(again[screen.name] == screen, "saved, it is another screen: \(screen.yaml)")
        try expect(faults.isEmpty, "saved, it is wrong: \(faults.map { $0.text(.en) })")
      }
      return diagnostics
    }
  }

  static func checkSettings(_ bytes: [UInt8]) throws {
    try withSource(bytes) { source in
      let (settings, diagnostics) = SettingsLoader.load([source])
      try expect((1...168).contains(settings.routines.handoverHours), "hours out of range")
      try expect((1...365).contains(settings.routines.policeSilenceDays), "days out of range")
      return diagnostics
    }
  }

  static func checkReference(_ bytes: [UInt8]) throws {
    try withSource(bytes) { source in
      let (handbook, diagnostics) = HandbookLoader.load([source], builtIn: [])
      let ids = handbook.entries.map(\.id)
      try expect(Set(ids).count == ids.count, "two entries of one name")
      return diagnostics
    }
  }

  private static func withSource(
    _ bytes: [UInt8], _ read: (ConfigSource) throws -> [Diagnostic]
  ) throws {
    do {
      let source = try ConfigSource(name: "file.yaml", bytes: bytes)
      let lines = source.text.unicodeScalars.count {
        "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
      }
      for diagnostic in try read(source) { try check(diagnostic, lines: lines + 1) }
    } catch let diagnostic as Diagnostic {
      try check(diagnostic, lines: bytes.count)
    }
  }

  private static func check(_ diagnostic: Diagnostic, lines: Int) throws {
    try expect(diagnostic.line <= lines + 1, "line \(diagnostic.line) of \(lines)")
    try IntakeRules.expectWords(Phrase(sv: diagnostic.text(.sv), en: diagnostic.text(.en)))
  }
}
