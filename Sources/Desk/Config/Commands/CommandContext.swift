import Casework

/// A place where keys are heard.
public enum CommandContext: String, Hashable, Sendable, CaseIterable {
  /// Everywhere but in a question.
  case global
  /// A list of the screen.
  case list
  /// A subject opened.
  case detail
  /// A field of a form where something is picked.
  case form
  /// A field of a form that is typed into.
  case text
  /// The sections of a handover being drafted.
  case handover
  /// The text of a section.
  case handoverText
  /// The facts beside it.
  case handoverFacts
  /// The help.
  case help
  /// The command palette.
  case palette
  /// The search.
  case search
  /// The handbook.
  case reference
  /// Figures of a period, drawn in a pane of the screen.
  case figures
  /// The tour.
  case tour
  /// What a pane shows.
  case pane
  /// What is due to be erased.
  case retention
  /// A question that takes a typed word.
  case dialog

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .global: Phrase(sv: "överallt", en: "everywhere")
    case .list: Phrase(sv: "lista", en: "list")
    case .detail: Phrase(sv: "öppnat ärende", en: "opened subject")
    case .form: Phrase(sv: "formulär", en: "form")
    case .text: Phrase(sv: "textfält", en: "text field")
    case .handover: Phrase(sv: "överlämning", en: "handover")
    case .handoverText: Phrase(sv: "överlämningens text", en: "text of a handover")
    case .handoverFacts: Phrase(sv: "överlämningens tidslinje", en: "timeline of a handover")
    case .help: Phrase(sv: "hjälp", en: "help")
    case .palette: Phrase(sv: "kommandon", en: "commands")
    case .search: Phrase(sv: "sökning", en: "search")
    case .reference: Phrase(sv: "uppslagsverk", en: "handbook")
    case .figures: Phrase(sv: "statistik", en: "figures")
    case .tour: Phrase(sv: "rundtur", en: "tour")
    case .pane: Phrase(sv: "rutans innehåll", en: "what a pane shows")
    case .retention: Phrase(sv: "gallring", en: "what is due to be erased")
    case .dialog: Phrase(sv: "fråga", en: "question")
    }
  }

  /// Where the keys pressed here are heard, the nearest first. A question hears nothing but its own
  /// keys, so that no other command is run past it.
  public var chain: [CommandContext] {
    switch self {
    case .global: [.global]
    case .text: [.text, .form, .global]
    case .dialog: [.dialog]
    case .handoverText: [.handoverText, .handover, .global]
    case .handoverFacts: [.handoverFacts, .handover, .global]
    case .figures: [.figures, .list, .global]
    case .list, .detail, .form, .handover, .help, .palette, .search, .reference, .tour, .pane,
      .retention:
      [self, .global]
    }
  }

  /// Whether plain characters are text, or pick a choice. From wider contexts only keys that no
  /// text field has a use for are heard here: Tab, Esc, function keys, and those with Ctrl or Alt.
  public var takesTyping: Bool {
    switch self {
    case .form, .text, .handoverText, .palette, .search, .reference, .dialog: true
    case .global, .list, .detail, .handover, .handoverFacts, .help, .figures, .tour, .pane,
      .retention:
      false
    }
  }

  /// Whether every plain character is text, so that none can be bound to a command.
  var typesEverything: Bool { takesTyping && self != .form }
}
