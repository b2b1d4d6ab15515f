import Foundation
import Terminal

/// A night written down as the keys of those who worked it, one line after another:
///
///     # what is going on
///     erik  n <Tab>          keys, as in KeyNotation
///     erik  "text, typed"    the same as keys, letter by letter
///     +12                    minutes go by
///     == name                what has been reached: the screens are compared here
struct NightScript {
  enum Line {
    case keys(officer: String, String)
    case text(officer: String, String)
    case minutes(Int64)
    case reached(String)
  }

  /// A line that is none of these.
  struct Unreadable: Error {
    let line: String
  }

  let lines: [Line]

  init(_ text: String) throws {
    lines = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      if line.hasPrefix("== ") { return .reached(String(line.dropFirst(3))) }
      if line.hasPrefix("+"), let minutes = Int64(line.dropFirst()) { return .minutes(minutes) }
      guard let gap = line.firstIndex(of: " ") else { throw Unreadable(line: String(line)) }
      let officer = String(line[..<gap])
      let rest = line[gap...].drop { $0 == " " }
      if rest.hasPrefix("\""), rest.hasSuffix("\""), rest.count > 1 {
        return .text(officer: officer, String(rest.dropFirst().dropLast()))
      }
      return .keys(officer: officer, String(rest))
    }
  }
}

/// How many keys a step of a night took: those that do something, and those that are text.
struct KeyCount {
  var commands = 0
  var letters = 0
}

/// Plays a night on headless desks that share a store.
final class NightPlay {
  let shift: TestShift
  let desks: [(login: String, desk: TestDesk)]
  private(set) var counts: [(step: String, KeyCount)] = []
  private var count = KeyCount()

  init(_ shift: TestShift, _ desks: [(String, Size)]) throws {
    self.shift = shift
    self.desks = try desks.map { ($0, try TestDesk(shift, as: $0, size: $1)) }
  }

  /// Plays line after line; `reached` is told of each step, when every desk has heard what the
  /// others did.
  func play(_ script: NightScript, reached: (String) throws -> Void) throws {
    for line in script.lines {
      switch line {
      case .keys(let officer, let keys):
        count.commands += try KeyStroke.script(keys).count
        try desk(officer).keys(keys)
      case .text(let officer, let text):
        count.letters += text.count
        try desk(officer).type(text)
      case .minutes(let minutes):
        shift.advance(minutes: minutes)
        for (_, desk) in desks { desk.send(.tick) }
      case .reached(let step):
        counts.append((step, count))
        count = KeyCount()
        try reached(step)
      }
      for (_, desk) in desks { try desk.hearBell() }
    }
  }

  func desk(_ login: String) throws -> TestDesk {
    guard let found = desks.first(where: { $0.login == login }) else {
      throw NightScript.Unreadable(line: login)
    }
    return found.desk
  }

  /// "tips: 12 keys and 140 letters", a line for each step and one for all.
  var tally: String {
    let all = counts.reduce(into: KeyCount()) {
      $0.commands += $1.1.commands
      $0.letters += $1.1.letters
    }
    return (counts + [("all", all)]).map {
      "\($0.0): \($0.1.commands) keys and \($0.1.letters) letters"
    }.joined(separator: "\n")
  }
}
