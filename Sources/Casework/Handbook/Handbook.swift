/// What the officers look up: manual, laws, indicators, directory, districts, words, routines.
///
/// What rules and forms use is made from the very same tables (``HandbookEntry/ofTheProgram``); the
/// rest comes from the unit's own files. A unit adds to the former and replaces the latter.
public struct Handbook: Sendable {
  /// The parts, in their order.
  public enum Section: String, ChoiceTerm {
    case manual, laws, indicators, directory, districts, words, routines

    /// What it is called.
    public var title: Phrase {
      switch self {
      case .manual: Phrase(sv: "Manual", en: "Manual")
      case .laws: Phrase(sv: "Lagar och frister", en: "Laws and clocks")
      case .indicators: Phrase(sv: "Indikatorer", en: "Indicators")
      case .directory: Phrase(sv: "Kontakter", en: "Directory")
      case .districts: Phrase(sv: "Stadsdelar", en: "Districts")
      case .words: Phrase(sv: "Ordlista", en: "Word list")
      case .routines: Phrase(sv: "Rutiner", en: "Routines")
      }
    }

    /// What is to be kept in mind of all its entries; nil where nothing is.
    public var caution: Phrase? {
      switch self {
      case .indicators: Indicator.caution
      case .words:
        Phrase(
          sv: "ordlistan ersätter aldrig en tolk",
          en: "the word list is no substitute for an interpreter")
      default: nil
      }
    }
  }

  /// The entries, section by section.
  public let entries: [HandbookEntry]
  private let keys: [(title: [String], all: [String])]

  /// Takes the entries, which are put in the order of the sections.
  public init(_ entries: [HandbookEntry]) {
    let all = Section.allCases.flatMap { section in entries.filter { $0.section == section } }
    self.entries = all
    keys = all.map { entry in
      let title = Self.words([entry.title])
      return (title, title + Self.words(entry.searched))
    }
  }

  /// The entry of that name.
  public func entry(_ id: HandbookEntry.ID) -> HandbookEntry? { entries.first { $0.id == id } }

  /// The entries in which every word begins one of the entry's words, in either language; those
  /// with all of them in the title first. Everything where nothing is asked for.
  public func search(_ text: String, in section: Section? = nil) -> [HandbookEntry] {
    let words = SwedishFolding.words(text)
    var titled: [HandbookEntry] = []
    var others: [HandbookEntry] = []
    for (entry, keys) in zip(entries, keys) where section == nil || entry.section == section {
      if Self.finds(words, in: keys.title) {
        titled.append(entry)
      } else if Self.finds(words, in: keys.all) {
        others.append(entry)
      }
    }
    return titled + others
  }

  private static func words(_ phrases: [Phrase]) -> [String] {
    let texts = phrases.flatMap { $0.sv == $0.en ? [$0.sv] : [$0.sv, $0.en] }
    return Set(texts.flatMap { SwedishFolding.fold($0).split(separator: " ").map(String.init) })
      .sorted()
  }

  private static func finds(_ words: [String], in keys: [String]) -> Bool {
    words.allSatisfy { word in keys.contains { $0.hasPrefix(word) } }
  }
}
