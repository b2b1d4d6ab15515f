import ArgumentParser
import Casework
import Desk
import TextSafety

/// `samjour reference [TEXT]`: what the unit looks up. Needs no store.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: Phrase(
      sv: "Slår upp manual, lagar, indikatorer, kontakter, stadsdelar, ord och rutiner.",
      en: "Looks up manual, laws, indicators, directory, districts, words and routines."
    ).local,
    discussion: Phrase(
      sv: "Enhetens egna filer läses ur /etc/samjour/reference/*.yaml, sedan "
        + "$XDG_CONFIG_HOME/samjour/reference/*.yaml. Utan TEXT visas allt.",
      en: "The unit's own files are read from /etc/samjour/reference/*.yaml, then "
        + "$XDG_CONFIG_HOME/samjour/reference/*.yaml. Without TEXT everything is shown."
    ).local)

  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(
      sv: "Bara en avdelning: \(ReferenceCommand.names).",
      en: "One section only: \(ReferenceCommand.names).", valueName: "name"))
  var section: String?

  @Argument(
    help: .init(
      sv: "Ord som ska finnas; början av ordet räcker.",
      en: "Words to find; the beginning of a word is enough."))
  var text: [String] = []

  private static var names: String {
    Handbook.Section.allCases.map(\.rawValue).joined(separator: ", ")
  }

  func run() throws {
    let language = languageOption.language
    try Words.orExit(language) {
      let chosen = try chosenSection
      let handbook = HandbookLoader.load(directories: ConfigDirectories.all).handbook
      let found = handbook.search(text.joined(separator: " "), in: chosen)
      try Output.lines { output in
        for entry in found {
          if format.json {
            try output.json(HandbookEntryJSON(entry, language))
          } else {
            write(entry, language, to: &output)
          }
        }
        guard found.isEmpty, !format.json else { return }
        output.line(SafeText(Phrase(sv: "Inga träffar.", en: "No hits.")[language]))
      }
    }
  }

  private var chosenSection: Handbook.Section? {
    get throws {
      guard let section else { return nil }
      if let found = Handbook.Section(rawValue: section) { return found }
      throw Complaint(
        .usage,
        Phrase(
          sv: "--section är något av: \(Self.names)", en: "--section is one of: \(Self.names)"))
    }
  }

  private func write(
    _ entry: HandbookEntry, _ language: Casework.Language, to output: inout LineBuffer
  ) {
    output.line(
      SafeText("\(entry.title[language])  [\(entry.section.title[language]), \(entry.id)]"))
    if let caution = entry.section.caution { output.line(SafeText("  ! \(caution[language])")) }
    for passage in entry.passages {
      for line in passage.lines {
        let label = line.label.map { $0[language] + ": " } ?? ""
        output.line(SafeText("  \(label)\(line.text[language])"))
      }
      let words = [passage.reviewTitle, passage.sourceTitle].map { $0[language] }
      output.line(SafeText("  (\(words.joined(separator: "; ")))"))
    }
    output.line("")
  }
}

private struct HandbookEntryJSON: Encodable {
  struct Line: Encodable {
    let label: String?
    let text: String
  }

  struct Passage: Encodable {
    let lines: [Line]
    let reviewed: String?
    let reviewer: String?
    let file: String?
    let version: String?
    let date: String?
  }

  let section: String
  let id: String
  let title: String
  let passages: [Passage]

  init(_ entry: HandbookEntry, _ language: Casework.Language) {
    section = entry.section.rawValue
    id = entry.id.name
    title = entry.title[language]
    passages = entry.passages.map { passage in
      Passage(
        lines: passage.lines.map { Line(label: $0.label?[language], text: $0.text[language]) },
        reviewed: passage.review?.date.description, reviewer: passage.review?.reviewer,
        file: passage.edition?.file, version: passage.edition?.version,
        date: passage.edition?.date?.description)
    }
  }
}
