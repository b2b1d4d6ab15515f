/// One thing to look up, and who has reviewed what stands there.
public struct HandbookEntry: Hashable, Sendable, Identifiable {
  /// Names an entry: the section and a word, "laws/lvu7".
  public struct ID: Hashable, Sendable, CustomStringConvertible {
    /// The part it stands in.
    public let section: Handbook.Section
    /// Tells it from the section's others.
    public let name: String

    /// Takes both as they are.
    public init(_ section: Handbook.Section, _ name: String) {
      self.section = section
      self.name = name
    }

    /// "laws/lvu7".
    public var description: String { "\(section.rawValue)/\(name)" }
  }

  /// Who has read it and found it right, and when.
  public struct Review: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// A person or a unit.
    public let reviewer: String

    /// Takes both as they are.
    public init(date: CivilDate, reviewer: String) {
      self.date = date
      self.reviewer = reviewer
    }
  }

  /// Which file, of which day and version.
  public struct Edition: Hashable, Sendable {
    /// The file's name.
    public let file: String
    /// The day it tells of; nil where it does not say.
    public let date: CivilDate?
    /// Its version; nil where it does not say.
    public let version: String?

    /// Takes the parts as they are.
    public init(file: String, date: CivilDate?, version: String?) {
      self.file = file
      self.date = date
      self.version = version
    }
  }

  /// A line of text, with what it is where that has to be said: "Telefon".
  public struct Line: Hashable, Sendable {
    /// What it is; nil for running text.
    public let label: Phrase?
    /// The text.
    public let text: Phrase

    /// Takes both as they are.
    public init(_ label: Phrase?, _ text: Phrase) {
      self.label = label
      self.text = text
    }

    /// Running text.
    public init(_ text: Phrase) {
      self.init(nil, text)
    }
  }

  /// What one source says of it.
  public struct Passage: Hashable, Sendable {
    /// The text.
    public let lines: [Line]
    /// Who has reviewed it; nil: nobody.
    public let review: Review?
    /// Where it comes from; nil: from the tables that the program's own rules use.
    public let edition: Edition?

    /// Takes the parts as they are.
    public init(lines: [Line], review: Review? = nil, edition: Edition? = nil) {
      self.lines = lines
      self.review = review
      self.edition = edition
    }

    /// Whether somebody answers for it.
    public var reviewTitle: Phrase {
      guard let review else { return Phrase(sv: "ogranskad", en: "not reviewed") }
      return Phrase(
        sv: "granskad \(review.date) av \(review.reviewer)",
        en: "reviewed \(review.date) by \(review.reviewer)")
    }

    /// Where it comes from: "Reference/laws.yaml, version 1, 2026-08-22".
    public var sourceTitle: Phrase {
      guard let edition else {
        return Phrase(
          sv: "programmets egen tabell, rättsläget \(HandbookEntry.lawAsOf)",
          en: "the program's own table, law as of \(HandbookEntry.lawAsOf)")
      }
      let version = edition.version.map { ", version \($0)" } ?? ""
      return Phrase(same: edition.file + version + (edition.date.map { ", \($0)" } ?? ""))
    }
  }

  /// Its name.
  public let id: ID
  /// What it is called.
  public let title: Phrase
  /// What its sources say, the program's own first.
  public let passages: [Passage]

  /// Takes the parts as they are.
  public init(_ id: ID, title: Phrase, passages: [Passage]) {
    self.id = id
    self.title = title
    self.passages = passages
  }

  /// The part it stands in.
  public var section: Handbook.Section { id.section }

  /// Whether it is made from a table that the program's rules use: a file can only add to it.
  public var isOfTheProgram: Bool { passages.contains { $0.edition == nil } }

  /// The entry with one passage more.
  public func adding(_ passage: Passage) -> HandbookEntry {
    HandbookEntry(id, title: title, passages: passages + [passage])
  }

  /// What a search looks at beside the title.
  var searched: [Phrase] { passages.flatMap { $0.lines.map(\.text) } }
}
