/// A value of a configuration file and where it stands. Scalars are the strings that were written.
struct ConfigNode: Sendable {
  enum Value: Sendable {
    case text(String)
    case list([ConfigNode])
    case map([Entry])
  }

  /// A key of a mapping with its value.
  struct Entry: Sendable {
    let key: String
    let place: ConfigPlace
    let value: ConfigNode
  }

  let value: Value
  let place: ConfigPlace

  var text: String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  /// The entries of a mapping; none where nothing is written. Nil where it is something else.
  var entries: [Entry]? {
    switch value {
    case .map(let entries): entries
    case .text(""): []
    case .text, .list: nil
    }
  }
}
