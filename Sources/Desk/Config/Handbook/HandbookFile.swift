import Casework
import TextSafety

/// Reads a file of the handbook: `section`, `version`, `date` and the `entries`.
///
/// An entry that is wrong is left out alone and reported.
struct HandbookFile: ConfigFile {
  /// An entry as a file has it, where it stands and whether it has a title of its own.
  struct Item {
    let id: HandbookEntry.ID
    let title: Phrase?
    let passage: HandbookEntry.Passage
    let place: ConfigPlace
  }

  /// Characters of a title, and of a text.
  private static let titleLimit = 100
  private static let textLimit = 4000

  /// What a section's entries tell beside their text, in the order it is shown.
  private static func details(of section: Handbook.Section) -> [(key: String, label: Phrase)] {
    switch section {
    case .words:
      [
        ("romani", Phrase(sv: "Romani", en: "Romani")),
        ("romanian", Phrase(sv: "Rumänska", en: "Romanian")),
        ("said", Phrase(sv: "Uttal", en: "Said")),
      ]
    case .directory, .districts:
      [
        ("role", Phrase(sv: "Uppgift", en: "Role")), ("hours", Phrase(sv: "Tider", en: "Hours")),
        ("phone", Phrase(sv: "Telefon", en: "Telephone")),
        ("email", Phrase(sv: "E-post", en: "E-mail")),
        ("address", Phrase(sv: "Adress", en: "Address")),
      ]
    case .manual, .laws, .indicators, .routines: []
    }
  }

  var report: ConfigReport
  private let name: String
  private var seen: Set<HandbookEntry.ID> = []

  static func read(_ source: ConfigSource) -> ([Item], ConfigReport) {
    var report = ConfigReport(source.name)
    let root = ConfigReader.read(source, into: &report)
    var file = HandbookFile(report: report, name: source.name)
    let items = root.map { file.items($0) } ?? []
    return (items, file.report)
  }

  private init(report: ConfigReport, name: String) {
    self.report = report
    self.name = name
  }

  private mutating func items(_ root: ConfigNode) -> [Item] {
    guard case .map(let entries) = root.value else {
      report.add(
        root.place,
        Phrase(
          sv: "filen ska ha ”section:”, ”version:”, ”date:” och ”entries:”",
          en: "the file is to have “section:”, “version:”, “date:” and “entries:”"))
      return []
    }
    let fields = Fields(entries, known: ["section", "version", "date", "entries"], &report)
    guard let name = word(fields, "section", in: root) else { return [] }
    guard let section = Handbook.Section(rawValue: name) else {
      unknown("section", fields, name, among: Handbook.Section.allCases.map(\.rawValue))
      return []
    }
    let edition = edition(fields, in: root)
    guard let list = fields["entries"] else {
      missing("entries", in: root)
      return []
    }
    guard case .list(let nodes) = list.value.value else {
      if list.value.text != "" {
        report.add(
          list.value.place,
          Phrase(
            sv: "under ”entries” ska posterna stå, var och en efter ”- ”",
            en: "below “entries” the entries are to stand, each after “- ”"))
      }
      return []
    }
    return nodes.compactMap { item($0, section, edition) }
  }

  private mutating func edition(_ fields: Fields, in root: ConfigNode) -> HandbookEntry.Edition {
    for key in ["version", "date"] where fields[key] == nil { missing(key, in: root) }
    let version = fields["version"]?.value.text.map { SafeText($0, limit: 20).string }
    let written = fields["date"]?.value
    let date = written?.text.flatMap { CivilDate(iso8601: $0) }
    if let written, date == nil { report.add(written.place, Self.wantsDate) }
    return HandbookEntry.Edition(
      file: SafeText(name, limit: 120).string, date: date, version: version)
  }

  private static let wantsDate = Phrase(
    sv: "skriv dagen som 2026-08-22", en: "write the day as 2026-08-22")

  private mutating func item(
    _ node: ConfigNode, _ section: Handbook.Section, _ edition: HandbookEntry.Edition
  ) -> Item? {
    guard case .map(let entries) = node.value else {
      report.add(
        node.place,
        Phrase(sv: "en post ska ha ”id:” och ”text:”", en: "an entry is to have “id:” and “text:”"))
      return nil
    }
    let details = Self.details(of: section)
    let known = ["id", "title", "text", "law", "reviewed"] + details.map(\.key)
    let fields = Fields(entries, known: known, &report)
    guard let named = fields["id"], let name = named.value.text, !name.isEmpty else {
      missing("id", in: node)
      return nil
    }
    let id = HandbookEntry.ID(section, SafeText(name, limit: 60).string)
    guard seen.insert(id).inserted else {
      report.add(
        named.value.place,
        Phrase(
          sv: "en annan post heter redan \(quoted(name))",
          en: "another entry is called \(englishQuoted(name)) already"))
      return nil
    }
    var lines: [HandbookEntry.Line] = []
    func add(_ label: Phrase?, _ key: String, _ file: inout HandbookFile) {
      guard let field = fields[key] else { return }
      guard let text = file.phrase(field.value, limit: Self.textLimit) else { return }
      lines.append(HandbookEntry.Line(label, text))
    }
    for detail in details { add(detail.label, detail.key, &self) }
    add(Phrase(sv: "Lagrum", en: "Law"), "law", &self)
    add(nil, "text", &self)
    guard !lines.isEmpty else {
      missing(details.first?.key ?? "text", in: node)
      return nil
    }
    return Item(
      id: id, title: fields["title"].flatMap { phrase($0.value, limit: Self.titleLimit) },
      passage: HandbookEntry.Passage(
        lines: lines, review: fields["reviewed"].flatMap { review($0.value) }, edition: edition),
      place: node.place)
  }

  /// "2026-09-01 by NN", or with "av". What is written in another way counts as not reviewed.
  private mutating func review(_ node: ConfigNode) -> HandbookEntry.Review? {
    let parts = (node.text ?? "").split(separator: " ", maxSplits: 2).map(String.init)
    if parts.count == 3, ["by", "av"].contains(parts[1]), let date = CivilDate(iso8601: parts[0]) {
      return HandbookEntry.Review(date: date, reviewer: SafeText(parts[2], limit: 80).string)
    }
    report.add(
      node.place,
      Phrase(
        sv: "skriv ”2026-09-01 av NN”; posten visas som ogranskad",
        en: "write “2026-09-01 by NN”; the entry is shown as not reviewed"))
    return nil
  }
}
