import Casework

/// What kind of thing a command is about: help and palette list commands by it.
public enum CommandGroup: Hashable, Sendable, CaseIterable {
  /// Tips.
  case tips
  /// Casework beyond tips.
  case records
  /// Moving the selection.
  case move
  /// Panes, screens and what lies above them.
  case view
  /// Forms and questions.
  case form
  /// Drafting a handover.
  case handover
  /// Officers.
  case officers
  /// The program.
  case desk

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .tips: Phrase(sv: "Tips", en: "Tips")
    case .records: Phrase(sv: "Ärenden", en: "Casework")
    case .move: Phrase(sv: "Flytta", en: "Move")
    case .view: Phrase(sv: "Visa", en: "View")
    case .form: Phrase(sv: "Formulär och frågor", en: "Forms and questions")
    case .handover: Phrase(sv: "Överlämningens text", en: "Text of a handover")
    case .officers: Phrase(sv: "Handläggare", en: "Officers")
    case .desk: Phrase(sv: "Programmet", en: "The program")
    }
  }
}

/// One thing the desk can do: what keymaps, help, hints and palette know of it.
public struct Command: Hashable, Sendable {
  /// What a command may do to the record.
  public enum Risk: Hashable, Sendable {
    /// Nothing is changed.
    case safe
    /// Something is recorded, and can be corrected.
    case changes
    /// Something is lost for good; a typed word is asked for first.
    case irreversible
  }

  /// Its name.
  public let id: CommandID
  /// What it is about.
  public let group: CommandGroup
  /// Where it means something; `global` is everywhere but in a question.
  public let contexts: Set<CommandContext>
  /// What it may do.
  public let risk: Risk
  /// What it is called, short enough for a hint.
  public let title: Phrase
  /// What it does, in a sentence.
  public let help: Phrase
  /// Whether the palette lists it.
  public let isInPalette: Bool

  init(
    _ id: CommandID, _ group: CommandGroup, in contexts: Set<CommandContext>, risk: Risk = .safe,
    palette: Bool = true, _ title: Phrase, _ help: Phrase
  ) {
    self.id = id
    self.group = group
    self.contexts = contexts
    self.risk = risk
    self.title = title
    self.help = help
    isInPalette = palette
  }

  /// Whether a key in that context may run it: it means something there, or in a wider context that
  /// the place belongs to.
  public func applies(in context: CommandContext) -> Bool {
    context.chain.contains { contexts.contains($0) }
  }
}
