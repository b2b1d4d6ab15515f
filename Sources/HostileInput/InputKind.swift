/// Everything that reads what somebody else wrote, with the rules that hold of whatever it is given.
///
/// The fuzzer, the tests of its corpus and the tests of made-up mutations ask the same rules: see
/// `Fuzzing/README.md`.
public enum InputKind: String, CaseIterable, Sendable {
  /// Text on its way to a screen, an export, a file name or a log.
  case safeText = "safe-text"
  /// Text measured, cut and wrapped to columns.
  case textWidth = "text-width"
  /// The bytes of a terminal.
  case terminalKeys = "terminal-keys"
  /// Keys as a person writes them.
  case keyNotation = "key-notation"
  /// Messages and mboxes.
  case mail
  /// Tips as JSON lines.
  case jsonLines = "json-lines"
  /// `keymap.yaml`.
  case keymapFile = "keymap-file"
  /// `screens/*.yaml`.
  case screenFile = "screen-file"
  /// `config.yaml`.
  case settingsFile = "settings-file"
  /// `reference/*.yaml`.
  case referenceFile = "reference-file"
  /// The bodies of a subject's facts as they stand in the store: a line each, the fact's name before.
  case journalBodies = "journal-bodies"
  /// Actions as `samjour record` takes them: a JSON line each.
  case actions
  /// Times, ages, references and numbers as a person types them.
  case typedValues = "typed-values"

  /// Reads the bytes and asks every rule. Throws ``BrokenRule`` for the first that does not hold.
  /// Keeps nothing from one call to the next; any thread.
  public func check(_ bytes: [UInt8]) throws {
    switch self {
    case .safeText: try TextRules.checkFiltering(bytes)
    case .textWidth: try TextRules.checkWidth(bytes)
    case .terminalKeys: try KeyRules.checkTerminal(bytes)
    case .keyNotation: try KeyRules.checkNotation(bytes)
    case .mail: try IntakeRules.checkMail(bytes)
    case .jsonLines: try IntakeRules.checkLines(bytes)
    case .keymapFile: try FileRules.checkKeymap(bytes)
    case .screenFile: try FileRules.checkScreen(bytes)
    case .settingsFile: try FileRules.checkSettings(bytes)
    case .referenceFile: try FileRules.checkReference(bytes)
    case .journalBodies: try JournalRules.checkBodies(bytes)
    case .actions: try JournalRules.checkActions(bytes)
    case .typedValues: try TypedValueRules.check(bytes)
    }
  }
}
