import ArgumentParser
import CaseStore
import Casework
import Foundation
import TextSafety

extension Casework.Language: ExpressibleByArgument {}

/// Options that every command on a store has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The store. Default: SAMJOUR_STORE, then $XDG_DATA_HOME/samjour/store.sqlite.")
  var store: String?

  @Option(name: .long, help: "sv or en. Default: by the locale, else sv.")
  var lang: Casework.Language?

  @Option(name: .long, help: "Act as this officer. On a training store only.")
  var officer: String?

  @Option(name: .long, help: "Let this be the time (ISO 8601 with offset). Training store only.")
  var now: String?

  var path: String {
    if let store { return store }
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["SAMJOUR_STORE"], !path.isEmpty { return path }
    let home = environment["HOME"] ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? home + "/.local/share") + "/samjour/store.sqlite"
  }

  var language: Casework.Language {
    if let lang { return lang }
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .en : .sv
  }

  /// Opens the store as the officer who acts, or ends the program in words.
  func open(readOnly: Bool = false) throws -> Session {
    try Words.orExit(language) {
      let clock = try chosenClock()
      let store = try CaseStore(at: path, clock: clock, readOnly: readOnly)
      if officer != nil || now != nil, !store.isTraining {
        throw Complaint(
          .usage,
          Phrase(
            sv: "--officer och --now går bara på ett övningslager (samjour init --training)",
            en: "--officer and --now work on a training store only (samjour init --training)"))
      }
      let login = officer ?? SystemLogin.name
      guard let acting = try store.officer(login: login) else {
        throw Complaint(
          .notPermitted,
          Phrase(
            sv:
              "\(login) är inte registrerad som handläggare; be administratören om officer.register",
            en: "\(login) is no registered officer; ask the administrator for officer.register"))
      }
      return Session(store: store, officer: acting, language: language, clock: clock)
    }
  }

  private func chosenClock() throws -> StoreClock {
    guard let now else { return .system }
    guard let start = Instant(iso8601: now) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "--now: skriv tiden som 2026-11-21T02:13:00+01:00",
          en: "--now: write the time as 2026-11-21T02:13:00+01:00"))
    }
    let opened = StoreClock.system.now()
    return StoreClock { start.adding(milliseconds: StoreClock.system.now().since(opened)) }
  }
}

/// A store opened by an officer.
struct Session {
  let store: CaseStore
  let officer: Officer
  let language: Casework.Language
  let clock: StoreClock
}

/// Who the operating system says is acting. Nothing in the environment changes it.
enum SystemLogin {
  static var name: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return "uid\(getuid())"
    }
    return String(cString: name)
  }

  /// The person's name as the system has it, else the login.
  static var fullName: String {
    guard let entry = getpwuid(getuid()), let gecos = entry.pointee.pw_gecos else { return name }
    let first = String(cString: gecos).split(separator: ",").first.map(String.init) ?? ""
    return first.allSatisfy(\.isWhitespace) ? name : first
  }
}

/// Exit codes of sysexits.h that the command line promises.
enum Exit: Int32 {
  case usage = 64
  case badData = 65
  case unavailable = 69
  case inputOutput = 74
  case tryAgain = 75
  case notPermitted = 77
}

/// Something to tell the person at the shell, with the exit code it means.
struct Complaint: Error {
  let exit: Exit
  let message: Phrase

  init(_ exit: Exit, _ message: Phrase) {
    self.exit = exit
    self.message = message
  }
}

/// Turns errors into words on standard error and an exit code.
enum Words {
  static func of(_ error: any Error) -> (Phrase, Int32) {
    switch error {
    case let complaint as Complaint: (complaint.message, complaint.exit.rawValue)
    case let error as StoreError: (error.message, error.exitCode)
    case let conflict as Conflict: (conflict.message, Exit.tryAgain.rawValue)
    case let refusal as Refusal:
      (
        refusal.message,
        refusal.kind == .notPermitted ? Exit.notPermitted.rawValue : Exit.badData.rawValue
      )
    default: (Phrase(sv: "fel: \(error)", en: "error: \(error)"), Exit.inputOutput.rawValue)
    }
  }

  static func orExit<Value>(_ language: Casework.Language, _ body: () throws -> Value) throws
    -> Value
  {
    do {
      return try body()
    } catch let code as ExitCode {
      throw code
    } catch {
      let (message, code) = of(error)
      Output.complain(message[language])
      throw ExitCode(code)
    }
  }
}

/// Standard output and error. Everything that goes out is inert.
enum Output {
  /// One line of plain text.
  static func line(_ text: SafeText) {
    write(text.string + "\n", to: STDOUT_FILENO)
  }

  /// One line of JSON.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    write(InertJSON.escaped(text) + "\n", to: STDOUT_FILENO)
  }

  /// A complaint on standard error.
  static func complain(_ text: String) {
    write("samjour: " + SafeText(text, limit: 4000).string + "\n", to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // Nobody reads any more (EPIPE), or the disk is full: there is no one left to tell.
      guard count > 0 else {
        if descriptor == STDOUT_FILENO { _exit(Exit.inputOutput.rawValue) }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
