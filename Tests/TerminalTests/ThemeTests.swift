import Foundation
import Testing

@testable import Terminal

@Suite("Every role looks like something, in every theme and on every terminal")
struct ThemeTests {
  /// Roles that must be told from ordinary text at a glance.
  private static let distinct: [Role] = [
    .title, .focusBorder, .selection, .selectionDim, .acute, .acuteGlow, .warning, .header, .key,
    .fieldFocus, .error, .badge, .highlight,
  ]

  @Test(
    "without colour, what has to be told apart differs in weight, line or reverse",
    arguments: [
      (Role.selection, Role.text), (.selectionDim, .text), (.selection, .selectionDim),
      (.focusBorder, .border), (.fieldFocus, .field), (.field, .text), (.acute, .text),
      (.acute, .selection), (.acuteGlow, .acute), (.acuteGlow, .text), (.acuteGlow, .selection),
      (.warning, .text), (.error, .text), (.title, .text), (.dim, .text), (.key, .footer),
      (.header, .text), (.badge, .text), (.highlight, .text), (.border, .text),
      (.unitEmergency, .unitOutreach), (.highlight, .selection),
    ])
  func toldApart(role: Role, other: Role) {
    #expect(
      Theme.mono.attributes(Style(role), colors: 256)
        != Theme.mono.attributes(Style(other), colors: 256))
  }

  @Test("What matters looks unlike ordinary text", arguments: Theme.all.map(\.name))
  func distinctRoles(name: String) throws {
    let theme = try #require(Theme.named(name))
    for colors in [0, 8, 16, 256] {
      let text = theme.attributes(Style(.text), colors: colors)
      for role in Self.distinct {
        #expect(
          theme.attributes(Style(role), colors: colors) != text, "\(role) with \(colors) colours")
      }
      let pairs: [(Role, Role)] = [
        (.selection, .selectionDim), (.acute, .acuteGlow), (.focusBorder, .border),
        (.field, .fieldFocus), (.acute, .selection), (.acuteGlow, .selection),
      ]
      for (one, other) in pairs {
        #expect(
          theme.attributes(Style(one), colors: colors)
            != theme.attributes(Style(other), colors: colors),
          "\(one) and \(other) with \(colors) colours")
      }
    }
  }

  @Test("Without colour nothing asks for colour")
  func monochrome() {
    for role in Role.allCases {
      for colors in [0, 8, 256] {
        let attributes = Theme.mono.attributes(Style(role), colors: colors)
        #expect(attributes.foreground == nil && attributes.background == nil, "\(role)")
      }
      for theme in Theme.all {
        #expect(
          theme.attributes(Style(role), colors: 0)
            == Theme.mono.attributes(Style(role), colors: 256))
      }
    }
    #expect(!Theme.mono.usesColor && Theme.dark.usesColor)
  }

  @Test(
    "Text can be read on its ground",
    arguments: [Example("dark", 4.5), Example("light", 4.5), Example("high-contrast", 7.0)])
  func contrast(example: Example<String, Double>) throws {
    let theme = try #require(Theme.named(example.given))
    for role in Role.allCases {
      let attributes = theme.attributes(Style(role), colors: 256)
      let foreground = try #require(attributes.foreground)
      let background = try #require(attributes.background)
      let contrast = Palette.contrast(foreground, background)
      // A border is a shape, not something to read.
      let needed = role == .border ? 3 : example.result
      #expect(contrast >= needed, "\(role): \(contrast)")
    }
  }

  @Test("On a terminal of eight colours ink and ground differ, and stay within the eight")
  func fewColors() throws {
    for theme in Theme.all where theme.usesColor {
      for role in Role.allCases {
        for colors in [8, 16, 88] {
          let attributes = theme.attributes(Style(role), colors: colors)
          let foreground = try #require(attributes.foreground)
          let background = try #require(attributes.background)
          #expect((0..<8).contains(foreground) && (0..<8).contains(background))
          #expect(foreground != background, "\(theme.name) \(role)")
        }
      }
    }
  }

  @Test(
    "Text can be read with few colours, on the console's own and on xterm's",
    arguments: Theme.all.map(\.name))
  func fewContrast(name: String) throws {
    let theme = try #require(Theme.named(name))
    for palette in [Palette.console, Palette.xterm] {
      for role in Role.allCases where theme.usesColor {
        let attributes = theme.attributes(Style(role), colors: 8)
        let foreground = palette[try #require(attributes.foreground)]
        let background = palette[try #require(attributes.background)]
        // Bold is drawn brighter, or at least thicker, where there are eight colours.
        let needed = attributes.bold ? 2.5 : 3.0
        let contrast = Palette.contrast(foreground, background)
        #expect(contrast >= needed, "\(role): \(contrast)")
      }
    }
  }

  @Test(
    "What has to be told apart is, in every theme, with every number of colours",
    arguments: Theme.all.map(\.name), [0, 8, 16, 88, 256, 16_777_216])
  func toldApartEverywhere(name: String, colors: Int) throws {
    let theme = try #require(Theme.named(name))
    let pairs: [(Role, Role)] = [
      (.selection, .text), (.selectionDim, .text), (.selection, .selectionDim),
      (.focusBorder, .border), (.fieldFocus, .field), (.field, .text), (.acute, .text),
      (.acute, .selection), (.acuteGlow, .acute), (.acuteGlow, .text), (.acuteGlow, .selection),
      (.warning, .text), (.error, .text), (.title, .text), (.key, .footer), (.header, .text),
      (.badge, .text), (.highlight, .text), (.unitEmergency, .unitOutreach),
      (.highlight, .selection), (.warning, .error), (.acute, .error),
    ]
    for (one, other) in pairs where name != "mono" || one != .acute || other != .error {
      #expect(
        theme.attributes(Style(one), colors: colors)
          != theme.attributes(Style(other), colors: colors), "\(one) and \(other)")
    }
  }

  @Test("A terminal of true colour is told red, green and blue; any other the palette's number")
  func trueColor() {
    for color in [0, 7, 16, 24, 124, 231, 232, 255] {
      for colors in [8, 16, 256] { #expect(ColorMode.number(color, colors: colors) == color) }
    }
    #expect(ColorMode.number(7, colors: 0x100_0000) == 7)
    #expect(ColorMode.number(24, colors: 0x100_0000) == 0x00_5F87)
    #expect(ColorMode.number(124, colors: 0x100_0000) == 0xAF_0000)
    #expect(ColorMode.number(234, colors: 0x100_0000) == 0x1C_1C1C)
  }

  @Test("Emphasis adds to a role, and reverse undoes reverse")
  func emphasis() {
    let style = Style(.selection, bold: true, underline: true, reverse: true)
    let mono = Theme.mono.attributes(style, colors: 0)
    #expect(mono.bold && mono.underline && !mono.reverse)
    let dark = Theme.dark.attributes(style, colors: 256)
    #expect(dark.bold && dark.underline && dark.reverse)
  }

  @Test("Themes are found by their names")
  func names() {
    #expect(Theme.all.map(\.name) == ["dark", "light", "high-contrast", "mono"])
    #expect(Theme.named("solarized") == nil)
  }
}

/// The 256 colours of xterm and what WCAG says of two of them.
private enum Palette {
  /// The eight colours of the Linux console.
  static let console = [
    [0, 0, 0], [170, 0, 0], [0, 170, 0], [170, 85, 0], [0, 0, 170], [170, 0, 170], [0, 170, 170],
    [170, 170, 170],
  ]

  /// The eight colours of xterm.
  static let xterm = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229],
  ]

  static func contrast(_ one: Int, _ other: Int) -> Double {
    contrast(components(one), components(other))
  }

  static func contrast(_ one: [Int], _ other: [Int]) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ components: [Int]) -> Double {
    let parts = components.map { component in
      let part = Double(component) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func components(_ color: Int) -> [Int] {
    if color >= 232 { return Array(repeating: 8 + (color - 232) * 10, count: 3) }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = color - 16
    return [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
  }
}
