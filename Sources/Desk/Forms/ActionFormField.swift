import Casework
import Terminal

/// One field of a form: what is typed, and what is wrong with it.
struct ActionFormField: Sendable {
  /// What is typed, by kind of field.
  enum Entry: Sendable {
    case line(TextField)
    case text(TextEditor)
    case choice(String?)
    case choices(Set<String>, cursor: Int)
    case flag(Bool?)
  }

  let spec: FieldSpec
  var entry: Entry
  var problem: Phrase?

  init(_ spec: FieldSpec, raw: String = "") {
    self.spec = spec
    entry = .flag(nil)
    set(raw: raw)
  }

  /// Whether it is typed into, so that plain characters are text and never commands.
  var isTyped: Bool {
    switch entry {
    case .line, .text: true
    case .choice, .choices, .flag: false
    }
  }

  /// What is typed, as a draft keeps it.
  var raw: String {
    switch entry {
    case .line(let field): field.text
    case .text(let editor): editor.text
    case .choice(let value): value ?? ""
    case .choices(let values, _): values.sorted().joined(separator: ",")
    case .flag(let flag): flag.map { $0 ? "true" : "false" } ?? ""
    }
  }

  /// Puts back what a draft kept, or fills in a value to be corrected.
  mutating func set(raw: String) {
    switch spec.type {
    case .text:
      entry = .text(TextEditor(raw))
    case .choice(let choices):
      entry = .choice(choices.contains { $0.value == raw } ? raw : nil)
    case .choices, .roles:
      let known = Set(spec.type.choices.map(\.value))
      entry = .choices(
        known.intersection(raw.split(separator: ",").map(String.init)), cursor: 0)
    case .flag: entry = .flag(raw == "true" ? true : raw == "false" ? false : nil)
    default:
      var field = TextField()
      field.insert(raw)
      entry = .line(field)
    }
  }

  /// The value that is typed; nil where nothing is.
  func value(now: Instant, officers: [Officer]) throws(Problem) -> FieldValue? {
    switch entry {
    case .choice(let value): return value.map(FieldValue.text)
    case .choices(let values, _):
      return values.isEmpty ? nil : .list(values.sorted().map(FieldValue.text))
    case .flag(let flag): return flag.map(FieldValue.flag)
    case .text(let editor): return editor.text.allSatisfy(\.isWhitespace) ? nil : .text(editor.text)
    case .line(let field):
      let text = field.text
      guard !text.allSatisfy(\.isWhitespace) else { return nil }
      return try typed(text, now: now, officers: officers)
    }
  }

  private func typed(_ text: String, now: Instant, officers: [Officer]) throws(Problem)
    -> FieldValue
  {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch spec.type {
    case .number(let range):
      guard let number = Int(trimmed), range.contains(number) else {
        throw Problem(
          Phrase(
            sv: "skriv ett tal \(range.lowerBound)–\(range.upperBound)",
            en: "write a number \(range.lowerBound)–\(range.upperBound)"))
      }
      return .number(number)
    case .time:
      guard let time = TimeEntry.parse(trimmed, now: now) else {
        throw Problem(
          Phrase(
            sv: "förstår inte tiden; skriv till exempel -2h, igår 21:40, fre 13.45, 21/11 13.45",
            en: "cannot read the time; write such as -2h, yesterday 21:40, fri 13:45, 21/11 13:45"))
      }
      return .text(time.iso8601)
    case .children:
      guard let children = ChildrenEntry.parse(trimmed) else {
        throw Problem(
          Phrase(
            sv: "skriv till exempel 2 flickor 10-12, pojke 15, barn",
            en: "write such as 2 girls 10-12, boy 15, child"))
      }
      return .list(children.map(\.field))
    case .officer:
      let folded = trimmed.lowercased()
      let active = officers.filter(\.isActive)
      if let exact = active.first(where: { $0.login.lowercased() == folded }) {
        return .text(exact.login)
      }
      let near = active.filter {
        $0.login.lowercased().hasPrefix(folded) || $0.name.raw.lowercased().hasPrefix(folded)
      }
      guard near.count == 1 else {
        let names = (near.isEmpty ? active : near).prefix(6).map(\.login).joined(separator: ", ")
        throw Problem(
          near.isEmpty
            ? Phrase(sv: "ingen heter så; välj bland \(names)", en: "nobody by that name; \(names)")
            : Phrase(sv: "flera passar: \(names)", en: "several fit: \(names)"))
      }
      return .text(near[0].login)
    case .reference:
      return .text(trimmed.uppercased())
    case .references:
      let parts = trimmed.uppercased().split { $0 == "," || $0 == " " }
      return .list(parts.map { .text(String($0)) })
    case .date:
      guard let date = CivilDate(iso8601: trimmed) ?? TimeEntry.day(trimmed, now: now) else {
        throw Problem(
          Phrase(
            sv: "förstår inte datumet; skriv till exempel 2026-11-27, fre, igår, 27/11",
            en: "cannot read the date; write such as 2026-11-27, fri, yesterday, 27/11"))
      }
      return .text(date.description)
    default: return .text(text)
    }
  }

  /// Keys of fields that are picked, not typed: a letter or a number picks a choice.
  mutating func pick(_ key: KeyStroke) -> Bool {
    guard case .character(let character) = key.key, !key.control, !key.meta else { return false }
    let typed = character.lowercased()
    switch entry {
    case .flag:
      switch typed {
      case "j", "y": entry = .flag(true)
      case "n": entry = .flag(false)
      default: return false
      }
      return true
    case .choice(let old):
      let choices = spec.type.choices
      if let number = Int(typed), choices.indices.contains(number - 1) {
        entry = .choice(choices[number - 1].value)
        return true
      }
      let start = (choices.firstIndex { $0.value == old } ?? -1) + 1
      let ring = choices[start...] + choices[..<start]
      guard let hit = ring.first(where: { $0.title.sv.lowercased().hasPrefix(typed) }) else {
        return false
      }
      entry = .choice(hit.value)
      return true
    case .choices(var values, _):
      let choices = spec.type.choices
      guard let number = Int(typed), choices.indices.contains(number - 1) else { return false }
      let value = choices[number - 1].value
      if values.remove(value) == nil { values.insert(value) }
      entry = .choices(values, cursor: number - 1)
      return true
    case .line, .text: return false
    }
  }

  /// Steps to the next or previous choice.
  mutating func step(by delta: Int) -> Bool {
    let choices = spec.type.choices
    switch entry {
    case .flag(let old):
      entry = .flag(old.map { !$0 } ?? (delta > 0))
    case .choice(let old):
      guard !choices.isEmpty else { return false }
      let index = choices.firstIndex { $0.value == old }
      let new = index.map { ($0 + delta + choices.count) % choices.count }
      entry = .choice(choices[new ?? (delta > 0 ? 0 : choices.count - 1)].value)
    case .choices(let values, let cursor):
      guard !choices.isEmpty else { return false }
      entry = .choices(values, cursor: (cursor + delta + choices.count) % choices.count)
    case .line, .text: return false
    }
    return true
  }

  /// Space: picks, unpicks, or goes round.
  mutating func toggle() -> Bool {
    switch entry {
    case .choices(var values, let cursor):
      let choices = spec.type.choices
      guard choices.indices.contains(cursor) else { return false }
      let value = choices[cursor].value
      if values.remove(value) == nil { values.insert(value) }
      entry = .choices(values, cursor: cursor)
      return true
    case .choice, .flag: return step(by: 1)
    case .line, .text: return false
    }
  }
}
