import Casework
import TextSafety

/// The entries of a mapping by key; those that are not known have been reported.
struct Fields {
  private let entries: [String: ConfigNode.Entry]

  init(_ entries: [ConfigNode.Entry], known: [String], _ report: inout ConfigReport) {
    var byKey: [String: ConfigNode.Entry] = [:]
    for entry in entries {
      guard known.contains(entry.key) else {
        report.add(
          entry.place,
          Phrase(
            sv: "okänd nyckel \(quoted(entry.key))", en: "unknown key \(englishQuoted(entry.key))")
            + NearestName.suggestion(for: entry.key, among: known))
        continue
      }
      byKey[entry.key] = entry
    }
    self.entries = byKey
  }

  subscript(key: String) -> ConfigNode.Entry? { entries[key] }
}

/// Reads one configuration file and gathers what is wrong with it.
protocol ConfigFile {
  var report: ConfigReport { get set }
}

extension ConfigFile {
  /// A name that is required: letters, digits, dashes.
  mutating func word(_ fields: Fields, _ key: String, in node: ConfigNode) -> String? {
    guard let field = fields[key] else {
      missing(key, in: node)
      return nil
    }
    let isPart = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
    }
    if let text = field.value.text, !text.isEmpty, text.count <= 40, text.allSatisfy(isPart) {
      return text
    }
    report.add(
      field.value.place,
      Phrase(
        sv: "\(quoted(key)) ska vara ett namn med a–z, 0–9 och bindestreck",
        en: "\(englishQuoted(key)) is to be a name with a–z, 0–9 and dashes"))
    return nil
  }

  mutating func missing(_ key: String, in node: ConfigNode) {
    report.add(
      node.place, Phrase(sv: "\(quoted(key)) saknas", en: "\(englishQuoted(key)) is missing"))
  }

  /// Words: one text for both languages, or `{sv: …, en: …}`.
  mutating func phrase(_ node: ConfigNode, limit: Int = 60) -> Phrase? {
    func inert(_ text: String) -> String { SafeText(text, limit: limit).string }
    switch node.value {
    case .text(let text) where !text.isEmpty: return Phrase(same: inert(text))
    case .map(let entries):
      let fields = Fields(entries, known: ["sv", "en"], &report)
      let texts = ["sv", "en"].compactMap { fields[$0]?.value.text }.filter { !$0.isEmpty }
      if texts.count == 2 { return Phrase(sv: inert(texts[0]), en: inert(texts[1])) }
    case .text, .list: break
    }
    report.add(
      node.place,
      Phrase(
        sv: "skriv en text, eller {sv: Svenska, en: English}",
        en: "write a text, or {sv: Svenska, en: English}"))
    return nil
  }

  /// Reports a value that is none of those known, and what was meant.
  mutating func unknown(
    _ key: String, _ fields: Fields, _ name: String, among known: [String]
  ) {
    guard let field = fields[key] else { return }
    let meant = NearestName.suggestion(for: name, among: known)
    let list = known.joined(separator: ", ")
    report.add(
      field.value.place,
      Phrase(
        sv: "okänt värde \(quoted(name)) för \(quoted(key))",
        en: "unknown value \(englishQuoted(name)) of \(englishQuoted(key))")
        + (meant.sv.isEmpty
          ? Phrase(sv: "; det ska vara \(list)", en: "; it is to be \(list)") : meant)
    )
  }
}
