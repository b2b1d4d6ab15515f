import CaseStore
import Casework
import Terminal
import TextSafety

/// What is put in the terminal's clipboard: inert lines, and never more than an officer meant.
struct CopiedText: Sendable, Hashable {
  /// The longest text, in bytes of UTF-8.
  static let limit = 2048

  let lines: [SafeText]
  /// Something at the end was left out.
  let isCut: Bool

  init(_ lines: [SafeText]) {
    let more: SafeText = "…"
    var room = Self.limit - more.string.utf8.count
    let fitting = lines.prefix { line in
      room -= line.string.utf8.count + 1
      return room >= 0
    }
    isCut = fitting.count < lines.count
    self.lines = isCut ? Array(fitting) + [more] : lines
  }

  /// The length in bytes of UTF-8.
  var size: Int { lines.map(\.string.utf8.count).reduce(lines.count - 1, +) }
}

extension DeskState {
  /// Puts the selected reference in the terminal's clipboard, and of an open detail what it shows
  /// above its history: what is masked there is masked here.
  mutating func copy() -> [Effect] {
    guard let reference = selectedReference else { return [] }
    guard let detail = detailInHand, detail.content != nil else {
      say(
        Phrase(
          sv: "Kopierat till terminalens urklipp: \(reference)",
          en: "Copied to the terminal's clipboard: \(reference)"))
      return [.copy([SafeText(reference.description)])]
    }
    let text = CopiedText(detail.plainText(language, setup.officer, now: now))
    let cut =
      text.isCut ? Phrase(sv: ", slutet bortklippt", en: ", its end cut off") : Phrase(same: "")
    say(
      Phrase(
        sv: "Kopierat till terminalens urklipp: \(reference) med läge, \(text.size) byte",
        en: "Copied to the terminal's clipboard: \(reference) as it stands, \(text.size) bytes")
        + cut)
    return [.copy(text.lines)]
  }

  /// Why nothing can be copied; nil where it can.
  var copyReason: Phrase? {
    guard setup.hasClipboard else {
      return Phrase(
        sv: "den här terminalen har inget urklipp att skriva till",
        en: "this terminal has no clipboard to write to")
    }
    guard selectedReference == nil else { return nil }
    return Phrase(sv: "välj något först", en: "choose something first")
  }

  /// The detail that takes the keys, over the screen or in a pane of it.
  private var detailInHand: SubjectDetail? {
    if case .detail(let detail)? = layers.last { return detail }
    if layers.isEmpty, case .selected(let pane)? = focusedPane { return pane.detail }
    return nil
  }
}

extension SubjectDetail {
  /// The reference and its state, the next step and what stands, line by line as laid out.
  func plainText(_ language: Language, _ officer: Officer, now: Instant) -> [SafeText] {
    let status =
      tip?.status.title
      ?? record.flatMap { RecordView($0, for: officer, now: now, reasons: reasons).status?.title }
    let head = SafeText(
      [reference.description, status?[language]].compactMap(\.self)
        .joined(separator: " · "))
    let body = lines.prefix(standingLines).map { line in
      if line.label.isEmpty { return line.text }
      return line.label == " " ? "  " + line.text : line.label + ": " + line.text
    }
    return [head] + body.reversed().drop(while: \.isEmpty).reversed()
  }
}
