import Casework

/// Every command of the desk: the one description that keymaps, help, hints and palette share.
public enum CommandRegistry {
  /// All commands, by group.
  public static let all: [Command] =
    tips + records + move + view + figures + form + handover + officers + desk

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The command of that name.
  public static func command(_ id: CommandID) -> Command? {
    byID[id]
  }

  /// A command that must be reachable with a key in some places, whatever a keymap says.
  public struct Indispensable: Hashable, Sendable {
    /// The command.
    public let id: CommandID
    /// The places.
    public let places: [CommandContext]
  }

  /// Without these somebody would be locked in, or lose what is typed. A keymap that leaves one of
  /// them without a key is not followed in that.
  public static let indispensable: [Indispensable] = [
    Indispensable(id: "desk.quit", places: [.list, .detail, .form, .text, .help]),
    Indispensable(id: "view.help", places: [.list, .detail, .form, .text]),
    Indispensable(id: "view.palette", places: [.list, .detail]),
    Indispensable(
      id: "view.back",
      places: [
        .list, .detail, .handover, .handoverText, .handoverFacts, .help, .palette, .search,
        .reference, .tour, .pane, .retention,
      ]),
    Indispensable(id: "form.save", places: [.form, .text, .handover, .handoverText]),
    Indispensable(id: "form.cancel", places: [.form, .text]),
    Indispensable(id: "form.next", places: [.form, .text]),
    Indispensable(id: "palette.run", places: [.palette]),
    Indispensable(id: "search.open", places: [.search]),
    Indispensable(id: "dialog.confirm", places: [.dialog]),
    Indispensable(id: "dialog.cancel", places: [.dialog]),
  ]

  // MARK: Tips and officers

  /// The action that the command for a new tip opens.
  private static let receive = "tip.receive"

  private static let tips: [Command] =
    ActionRegistry.all.filter { $0.id == receive }.map {
      Command("tip.new", .tips, in: [.list, .detail], risk: .changes, $0.title, $0.help)
    }
    + [
      Command(
        "tip.take", .tips, in: [.list, .detail], risk: .changes,
        Phrase(sv: "Ta tipset", en: "Take the tip"),
        Phrase(sv: "Tilldelar dig själv tipset.", en: "Assigns the tip to yourself.")),
      Command(
        "tip.nextNew", .tips, in: [.list, .detail],
        Phrase(sv: "Nästa obedömda", en: "Next unassessed"),
        Phrase(
          sv: "Går till nästa tips som väntar på skyddsbedömning.",
          en: "Goes to the next tip that waits for its protection assessment.")),
    ] + marks + commands(for: .tip, .tips)

  /// Marks for an action on several rows.
  private static let marks: [Command] = [
    Command(
      "mark.toggle", .tips, in: [.list], Phrase(sv: "Markera", en: "Mark"),
      Phrase(
        sv: "Markerar raden, eller avmarkerar den; nästa åtgärd gäller alla markerade.",
        en: "Marks the row, or unmarks it; the next action is for all that are marked.")),
    Command(
      "mark.clear", .tips, in: [.list], Phrase(sv: "Avmarkera alla", en: "Unmark all"),
      Phrase(sv: "Tar bort alla markeringar.", en: "Takes all marks away.")),
  ]

  private static let records =
    counting + ListRegistry.records.flatMap { commands(for: $0.kind, .records) }

  /// Counting with one key during a field pass.
  private static let counting: [Command] = [
    Command(
      "pass.countAdult", .records, in: [.list, .detail], risk: .changes,
      Phrase(sv: "Räkna vuxen", en: "Count adult"),
      Phrase(
        sv: "Räknar en vuxen i fältpasset, på platsen ni är på.",
        en: "Counts an adult in the field pass, at the place you are.")),
    Command(
      "pass.countChild", .records, in: [.list, .detail], risk: .changes,
      Phrase(sv: "Räkna barn", en: "Count child"),
      Phrase(
        sv: "Räknar ett barn i fältpasset; resten kan fyllas i senare.",
        en: "Counts a child in the field pass; the rest can follow later.")),
    Command(
      "action.undo", .records, in: [.list, .detail], risk: .changes,
      Phrase(sv: "Ångra", en: "Undo"),
      Phrase(
        sv: "Ångrar det du gjorde senast med en rättande åtgärd; båda finns kvar i historiken.",
        en: "Takes back what you did last by a correcting action; both stay in the history.")),
  ]

  private static let officers = commands(for: .officer, .officers)

  /// The commands that open an action's form; title and help are the action's own.
  private static func commands(for kind: SubjectKind, _ group: CommandGroup) -> [Command] {
    ActionRegistry.all.filter { $0.kind == kind && $0.id != receive }.map { spec in
      // What can't be taken back has no key: it is sought, among what is done with records.
      let group = spec.isRedaction ? .records : group
      return Command(
        CommandID(rawValue: spec.id), group,
        in: kind == .handover ? [.list, .detail, .handover] : [.list, .detail],
        risk: spec.isRedaction ? .irreversible : .changes,
        group == .records
          ? Phrase(
            sv: "\(kind.title.capitalized.sv): \(spec.title.lowercasedStart.sv)",
            en: "\(kind.title.capitalized.en): \(spec.title.lowercasedStart.en)")
          : spec.title, spec.help)
    }
  }
}
