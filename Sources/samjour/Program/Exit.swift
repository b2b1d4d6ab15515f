import ArgumentParser
import CaseStore
import Casework

/// Exit codes of sysexits.h that the command line promises.
enum Exit: Int32 {
  case usage = 64
  case badData = 65
  case unavailable = 69
  case inputOutput = 74
  case tryAgain = 75
  case notPermitted = 77

  /// How much a code matters when several things went wrong: what may pass if tried again comes
  /// first, because trying again is safe (the same Message-ID or `id` twice is one tip).
  private static let byWeight: [Int32] = [75, 77, 74, 69, 65, 64]

  /// The heavier of two codes; 0 is the lightest.
  static func worst(_ a: Int32, _ b: Int32) -> Int32 {
    byWeight.first { $0 == a || $0 == b } ?? max(a, b)
  }
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

/// Errors as words and an exit code.
enum Words {
  static func of(_ error: any Error) -> (Phrase, Int32) {
    switch error {
    case let complaint as Complaint: return (complaint.message, complaint.exit.rawValue)
    case let error as StoreError: return (error.message, error.exitCode)
    case let conflict as Conflict: return (conflict.message, Exit.tryAgain.rawValue)
    case let needed as ReasonNeeded:
      let (message, command) = (needed.message, "samjour show \(needed.reference) --reason")
      return (
        Phrase(sv: "\(message.sv): \(command) ”varför”", en: "\(message.en): \(command) “why”"),
        Exit.notPermitted.rawValue
      )
    case let refusal as Refusal:
      let exit: Exit = refusal.kind == .notPermitted ? .notPermitted : .badData
      return (refusal.message, exit.rawValue)
    default:
      return (Phrase(sv: "fel: \(error)", en: "error: \(error)"), Exit.inputOutput.rawValue)
    }
  }

  /// Runs `body`; what it throws is said on standard error and ends the program with its code.
  static func orExit<Value>(
    _ language: Casework.Language, _ body: () throws -> Value
  ) throws -> Value {
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
