import Casework
import Terminal

@testable import Desk

/// The desk as it is heard: after each step what a terminal of lines would say.
final class SpokenDesk {
  let desk: TestDesk
  private let driver: LinearDriver
  private let heard = Heard()

  private final class Heard {
    var text = ""
  }

  init(_ shift: TestShift, as login: String = "karin") throws {
    desk = try TestDesk(shift, as: login, size: DeskState.linearSize, isLinear: true)
    let heard = heard
    driver = LinearDriver(size: DeskState.linearSize, input: -1, gist: SpokenGist.of) {
      heard.text += $0
    }
    step("start") {}
  }

  deinit { driver.leave() }

  var transcript: String { heard.text }

  func step(_ name: String, _ work: () throws -> Void) rethrows {
    heard.text += "[\(name)]\n"
    try work()
    driver.draw(desk.frame)
  }

  func keys(_ notation: String) throws {
    for key in try KeyStroke.script(notation) {
      try step(key.description) { try desk.keys(key.description) }
    }
  }

  func type(_ text: String) {
    step("\"\(text)\"") { desk.type(text) }
  }
}
