import Casework

/// One thing that the doctor has to say of a store.
public struct Finding: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// Good to know.
    case note
    /// It works, but not as it should, or not for long.
    case warning
    /// The store can't be used, or not be believed.
    case fault

    /// A fault is more than a warning.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .fault: 2
      }
    }
  }

  /// Its stable name, for scripts.
  public let name: String
  /// How bad it is.
  public let severity: Severity
  /// What is the matter, and what is kept.
  public let message: Phrase
  /// What to do.
  public let remedy: Phrase
  /// What `doctor --repair` does about it; nil where it takes a person.
  public let repair: StoreRepair?
  /// The exit code of sysexits.h that a fault has; 0 for all else.
  public let exitCode: Int32

  init(
    _ name: String, _ severity: Severity, exit: Int32 = 0, _ message: Phrase, remedy: Phrase,
    repair: StoreRepair? = nil
  ) {
    self.name = name
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.repair = repair
    exitCode = severity == .fault ? exit : 0
  }
}
