import ArgumentParser
import CaseStore
import Casework
import Demo
import Foundation
import Intake

/// `samjour demo-feed`, hidden: the process that sends tips to the demonstration's store.
struct DemoFeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "demo-feed", shouldDisplay: false)

  @Option var tipsPerMinute: Double
  @Argument var directory: String

  func run() throws {
    guard let directory = DemoDirectory(existing: directory) else {
      throw ExitCode.validationFailure
    }
    // It ends with the pipe, not with the terminal, and cleans up after a desk that was killed.
    _ = setsid()
    for number in [SIGHUP, SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
    defer { directory.remove() }
    guard waitForInput(milliseconds: -1) == .byte else { return }
    let store = try CaseStore(at: directory.storePath)
    guard
      let intake = try store.officers().first(where: { $0.officer.roles == [.intake] })?.officer
    else { return }
    let pause = tipsPerMinute > 0 ? Int32(60_000 / tipsPerMinute) : -1
    var wait = pause > 0 ? min(pause, 3000) : -1
    var count = 0
    while waitForInput(milliseconds: wait) != .end {
      wait = pause
      count += 1
      // A store that is busy takes the next one.
      try? deliver(DemoData.arrival(count, now: store.clock.now()), to: store, by: intake)
    }
  }

  /// What the mail server's and the web form's lines do, on the same code.
  private func deliver(_ arrival: DemoArrival, to store: CaseStore, by officer: Officer) throws {
    let now = store.clock.now()
    let actions =
      switch arrival {
      case .mail(let bytes): try MailReader.read(bytes: bytes).map { $0.action(now: now) }
      case .line(let line): [try JSONLineReader.parse(line: line, number: 1).action(now: now)]
      }
    _ = try store.record(batch: actions, by: officer)
  }

  private enum Input {
    case byte, nothing, end
  }

  private func waitForInput(milliseconds: Int32) -> Input {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let count = poll(&request, 1, milliseconds)
    if count == 0 || (count < 0 && errno == EINTR) { return .nothing }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? .byte : .end
  }
}
