import Synchronization

/// How long the house waits where no law says it: a setting of the site, the same for everybody.
public struct Routines: Hashable, Sendable {
  /// Hours until a handover that is sent has to be acknowledged, 1…168.
  public var handoverHours = 24
  /// Days without news until a police report goes on the agenda, 1…365.
  public var policeSilenceDays = 14

  /// What holds where the site says nothing.
  public init() {}

  private static let adopted = Mutex(Routines())

  /// What holds in this program.
  public static var inForce: Routines { adopted.withLock { $0 } }

  /// Puts the site's routines in force, before anything is read or recorded: once, when the program
  /// begins.
  public static func adopt(_ routines: Routines) {
    adopted.withLock { $0 = routines }
  }
}
