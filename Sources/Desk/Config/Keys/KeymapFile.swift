import Casework
import Terminal

/// The keys that a keymap file gives a command in a context.
struct KeymapEntry: Sendable {
  let context: CommandContext
  let command: CommandID
  let place: ConfigPlace
  /// None: the file takes the command's keys away.
  let keys: [[KeyStroke]]
}

/// Reads a keymap file: *context → command → key or keys*.
///
/// What is wrong is left out alone and reported; the rest counts.
struct KeymapFile {
  /// More keys than this are not read: each is compared with those before it.
  static let keyLimit = 1_000

  private var keyCount = 0
  private var report: ConfigReport
  private var entries: [KeymapEntry] = []
  private var taken: [CommandContext: [(keys: [KeyStroke], command: CommandID, line: Int)]] = [:]

  static func read(_ source: ConfigSource) -> ([KeymapEntry], ConfigReport) {
    var report = ConfigReport(source.name)
    let root = ConfigReader.read(source, into: &report)
    var file = KeymapFile(report: report)
    if let root { file.read(root) }
    return (file.entries, file.report)
  }

  private init(report: ConfigReport) {
    self.report = report
  }

  private mutating func read(_ root: ConfigNode) {
    guard let contexts = root.entries else {
      report.add(
        root.place,
        Phrase(
          sv: "filen ska ha rader som ”list:” och under dem ”tip.new: n”",
          en: "the file is to have lines such as “list:” and below them “tip.new: n”"))
      return
    }
    for entry in contexts { readContext(entry) }
  }

  private mutating func readContext(_ entry: ConfigNode.Entry) {
    guard let context = CommandContext(rawValue: entry.key) else {
      let known = CommandContext.allCases.map(\.rawValue)
      let meant =
        CommandRegistry.command(CommandID(rawValue: entry.key)) == nil
        ? NearestName.suggestion(for: entry.key, among: known)
        : Phrase(
          sv: "; ett kommando står indraget under sitt sammanhang",
          en: "; a command stands indented below its context")
      report.add(
        entry.place,
        Phrase(
          sv: "okänt sammanhang \(quoted(entry.key))",
          en: "unknown context \(englishQuoted(entry.key))")
          + (meant.sv.isEmpty
            ? Phrase(
              sv: "; de som finns är \(known.joined(separator: ", "))",
              en: "; there are \(known.joined(separator: ", "))") : meant))
      return
    }
    guard let commands = entry.value.entries else {
      report.add(
        entry.value.place,
        Phrase(
          sv: "under \(quoted(entry.key)) ska det stå rader som ”tip.new: n”",
          en: "below \(englishQuoted(entry.key)) there are to be lines such as “tip.new: n”"))
      return
    }
    for command in commands { readCommand(command, in: context) }
  }

  private mutating func readCommand(_ entry: ConfigNode.Entry, in context: CommandContext) {
    guard let command = CommandRegistry.command(CommandID(rawValue: entry.key)) else {
      // What was meant is sought among all commands, which takes its time.
      guard !report.isFull else { return }
      let known = CommandRegistry.all.map(\.id.rawValue)
      report.add(
        entry.place,
        Phrase(
          sv: "okänt kommando \(quoted(entry.key))",
          en: "unknown command \(englishQuoted(entry.key))")
          + NearestName.suggestion(for: entry.key, among: known))
      return
    }
    guard command.applies(in: context) else {
      let places = command.contexts.map(\.rawValue).sorted().joined(separator: ", ")
      report.add(
        entry.place,
        Phrase(
          sv: "\(quoted(entry.key)) gör inget i \(context.rawValue); sätt den under \(places)",
          en:
            "\(englishQuoted(entry.key)) does nothing in \(context.rawValue); put it under \(places)"
        ))
      return
    }
    guard let written = writtenKeys(entry) else { return }
    let keys = written.compactMap { readKeys($0, command.id, in: context) }
    // Where every key is wrong the command keeps those it has.
    guard written.isEmpty || !keys.isEmpty else { return }
    entries.append(
      KeymapEntry(context: context, command: command.id, place: entry.place, keys: keys))
  }

  /// The keys as written: one, or a list of them.
  private mutating func writtenKeys(_ entry: ConfigNode.Entry) -> [ConfigNode]? {
    switch entry.value.value {
    case .text: return [entry.value]
    case .list(let nodes):
      let texts = nodes.filter { $0.text != nil }
      for node in nodes where node.text == nil {
        report.add(
          node.place,
          Phrase(
            sv: "en tangent skrivs som ett ord, en följd med blanksteg: ”g t”",
            en: "a key is written as one word, a sequence with blanks: “g t”"))
      }
      return texts.isEmpty && !nodes.isEmpty ? nil : texts
    case .map:
      report.add(
        entry.value.place,
        Phrase(
          sv: "\(quoted(entry.key)) ska ha en tangent eller en lista: [j, Down]",
          en: "\(englishQuoted(entry.key)) is to have a key or a list: [j, Down]"))
      return nil
    }
  }

  private mutating func readKeys(
    _ node: ConfigNode, _ command: CommandID, in context: CommandContext
  ) -> [KeyStroke]? {
    keyCount += 1
    guard keyCount <= Self.keyLimit else {
      report.add(
        node.place,
        Phrase(
          sv: "för många tangenter; högst \(Self.keyLimit) läses",
          en: "too many keys; no more than \(Self.keyLimit) are read"))
      return nil
    }
    let keys: [KeyStroke]
    do throws(KeyName.Trouble) {
      keys = try KeyName.sequence(node.text ?? "")
    } catch {
      report.add(node.place, error.message)
      return nil
    }
    if context.typesEverything, keys.first?.typed != nil {
      let first = KeyName.written(keys[0])
      report.add(
        node.place,
        Phrase(
          sv:
            "\(quoted(first)) skrivs som text i \(context.rawValue); välj en tangent med Ctrl eller Alt",
          en:
            "\(englishQuoted(first)) is typed as text in \(context.rawValue); choose a key with Ctrl or Alt"
        ))
      return nil
    }
    if let other = taken[context, default: []].first(where: { $0.keys.clashes(with: keys) }) {
      report.add(node.place, clash(of: keys, with: other))
      return nil
    }
    taken[context, default: []].append((keys, command, node.place.line))
    return keys
  }

  private func clash(
    of keys: [KeyStroke], with other: (keys: [KeyStroke], command: CommandID, line: Int)
  ) -> Phrase {
    let mine = keys.notation
    if keys == other.keys {
      return Phrase(
        sv: "\(quoted(mine)) är redan tangent för \(other.command) på rad \(other.line)",
        en: "\(englishQuoted(mine)) is already the key of \(other.command) in line \(other.line)")
    }
    let theirs = other.keys.notation
    return keys.count > other.keys.count
      ? Phrase(
        sv:
          "\(quoted(mine)) nås aldrig: \(quoted(theirs)) kör \(other.command) (rad \(other.line))",
        en:
          "\(englishQuoted(mine)) is never reached: \(englishQuoted(theirs)) runs \(other.command) (line \(other.line))"
      )
      : Phrase(
        sv:
          "\(quoted(mine)) börjar redan följden \(quoted(theirs)) för \(other.command) på rad \(other.line)",
        en:
          "\(quoted(mine)) already begins the sequence \(quoted(theirs)) of \(other.command) in line \(other.line)"
      )
  }
}
