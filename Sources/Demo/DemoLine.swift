import Casework

/// A tip as a line of the intake format.
enum DemoLine {
  static func json(of tip: DemoTip, id: String) -> String {
    let fields = tip.fields
    var line: [(String, FieldValue)] = [
      ("id", .text(id)), ("receivedAt", .text(tip.receivedAt.iso8601)),
    ]
    let same = [
      "channel", "text", "place", "observedAt", "children", "adults", "activity", "acute",
      "language",
    ]
    line += same.compactMap { name in fields[name].map { (name, $0) } }
    let reporter = [
      ("name", "reporterName"), ("phone", "reporterPhone"), ("category", "reporterCategory"),
      ("wantsFeedback", "wantsFeedback"),
    ].compactMap { key, name in fields[name].map { (key, $0) } }
    if !reporter.isEmpty {
      line.append(("reporter", .object(Dictionary(uniqueKeysWithValues: reporter))))
    }
    return object(line)
  }

  private static func object(_ members: [(String, FieldValue)]) -> String {
    "{" + members.map { "\(quoted($0)):\(value($1))" }.joined(separator: ",") + "}"
  }

  private static func value(_ value: FieldValue) -> String {
    switch value {
    case .none: "null"
    case .text(let text): quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let list): "[" + list.map(self.value).joined(separator: ",") + "]"
    case .object(let members): object(members.sorted { $0.key < $1.key })
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
