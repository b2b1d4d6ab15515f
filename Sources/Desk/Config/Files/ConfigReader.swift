import Casework
import Yams

/// Reads the YAML of a configuration file into nodes with their places.
///
/// Every scalar is the string that was written: `n`, `on` and `12` are not read as anything else.
/// A key that stands twice is reported and only the last one counts; the rest of the file is read.
struct ConfigReader {
  /// Deeper values are left out.
  static let depthLimit = 24
  /// More values than this are not read: aliases may repeat what they name.
  static let nodeLimit = 20_000
  /// Aliases may name what holds aliases, so that each doubles what is read.
  static let aliasLimit = 16
  /// More keys that stand twice than this, and the file is not read.
  static let duplicateLimit = 20
  /// The file is read again for each of them: no more bytes than this in all.
  static let rereadLimit = 4 << 20

  private var marks = DuplicateMarks()
  private var count = 0
  private var report: ConfigReport

  /// The root of the file; nil where it can't be read, which is reported, or has nothing in it.
  static func read(_ source: ConfigSource, into report: inout ConfigReport) -> ConfigNode? {
    var reader = ConfigReader(report: report)
    defer { report = reader.report }
    guard let root = reader.compose(source.text) else { return nil }
    return reader.convert(root, depth: 0)
  }

  private init(report: ConfigReport) {
    self.report = report
  }

  private mutating func compose(_ text: String) -> Node? {
    guard Self.aliases(in: text) <= Self.aliasLimit else {
      report.add(
        ConfigPlace(line: 1, column: 1),
        Phrase(
          sv: "filen har för många alias (*); skriv ut värdena",
          en: "the file has too many aliases (*); write the values out"))
      return nil
    }
    var text = text
    while true {
      do {
        return try Yams.compose(yaml: text, .basic, .default, .utf8)
      } catch YamlError.duplicatedKeysInMapping(_, let context)
        where marks.count < Self.duplicateLimit
        && marks.count * text.utf8.count < Self.rereadLimit
      {
        guard marks.mark(&text, at: context.mark) else { return nil }
      } catch {
        let (place, message) = YAMLTrouble.describe(error, in: text)
        report.add(marks.place(place), message)
        return nil
      }
    }
  }

  /// At least as many as there are: an asterisk before a letter is counted wherever it stands.
  private static func aliases(in text: String) -> Int {
    var count = 0
    var followsAsterisk = false
    for byte in text.utf8 {
      if followsAsterisk, byte != 0x20, byte != 0x0A, byte != 0x0D { count += 1 }
      followsAsterisk = byte == 0x2A
    }
    return count
  }

  private mutating func convert(_ node: Node, depth: Int) -> ConfigNode? {
    let place = marks.place(node.mark.map { ConfigPlace(line: $0.line, column: $0.column) })
    count += 1
    guard count <= Self.nodeLimit else {
      if count == Self.nodeLimit + 1 {
        report.add(
          place,
          Phrase(
            sv: "filen har för många värden; resten läses inte",
            en: "too many values; the rest is not read"))
      }
      return nil
    }
    guard depth < Self.depthLimit else {
      report.add(
        place,
        Phrase(
          sv: "för djupt; högst \(Self.depthLimit) nivåer läses",
          en: "too deep; no more than \(Self.depthLimit) levels are read"))
      return nil
    }
    switch node {
    case .scalar(let scalar): return ConfigNode(value: .text(scalar.string), place: place)
    case .sequence(let nodes):
      return ConfigNode(
        value: .list(nodes.compactMap { convert($0, depth: depth + 1) }), place: place)
    case .mapping(let pairs):
      return ConfigNode(
        value: .map(pairs.compactMap { entry($0.key, $0.value, depth: depth + 1) }), place: place)
    case .alias:
      report.add(place, Phrase(sv: "alias läses inte här", en: "aliases are not read here"))
      return nil
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> ConfigNode.Entry? {
    let place = marks.place(key.mark.map { ConfigPlace(line: $0.line, column: $0.column) })
    guard case .scalar(let scalar) = key else {
      report.add(
        place,
        Phrase(
          sv: "en nyckel ska vara ett ord; tecken som [ { ? ska stå inom citattecken",
          en: "a key is to be a word; characters such as [ { ? are to be quoted"))
      return nil
    }
    if let name = marks.unmarked(scalar.string) {
      report.add(
        place,
        Phrase(
          sv: "\(quoted(name)) står två gånger; bara den senare gäller",
          en: "\(englishQuoted(name)) stands twice; only the later one counts"))
      return nil
    }
    return convert(value, depth: depth).map {
      ConfigNode.Entry(key: scalar.string, place: place, value: $0)
    }
  }
}

/// Tells keys that stand twice apart, so that a file with such keys can be read all the same: Yams
/// refuses it whole. The earlier key gets a character of the private use area in front.
private struct DuplicateMarks {
  private static let first: UInt32 = 0xF000
  private var places: [ConfigPlace] = []

  var count: Int { places.count }

  /// Marks the key that stands there. False where no text stands there.
  mutating func mark(_ text: inout String, at mark: Mark) -> Bool {
    guard let scalar = Unicode.Scalar(Self.first + UInt32(places.count)),
      var index = Self.index(of: mark, in: text)
    else { return false }
    let scalars = text.unicodeScalars
    if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
    text.unicodeScalars.insert(scalar, at: index)
    places.append(place(ConfigPlace(line: mark.line, column: mark.column)))
    return true
  }

  /// The key without its mark; nil where it has none.
  func unmarked(_ key: String) -> String? {
    guard let scalar = key.unicodeScalars.first, scalar.value >= Self.first,
      scalar.value < Self.first + UInt32(places.count)
    else { return nil }
    return String(String.UnicodeScalarView(key.unicodeScalars.dropFirst()))
  }

  /// Where something stood before the marks were put in.
  func place(_ found: ConfigPlace?) -> ConfigPlace {
    guard let found else { return ConfigPlace(line: 1, column: 1) }
    var column = found.column
    for other in places.sorted(by: { $0.column < $1.column }) where other.line == found.line {
      if other.column < column { column -= 1 }
    }
    return ConfigPlace(line: found.line, column: column)
  }

  private static func index(of mark: Mark, in text: String) -> String.Index? {
    var line = 1
    var column = 1
    var previous: Unicode.Scalar = " "
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      if line == mark.line, column == mark.column { return index }
      let scalar = scalars[index]
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        line += 1
        column = 1
      default: column += 1
      }
      previous = scalar
    }
    return nil
  }
}
