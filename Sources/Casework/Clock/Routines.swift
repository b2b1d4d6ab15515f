import Synchronization

/// How long the house waits where no law says it: a setting of the site, the same for everybody.
public struct Routines: Hashable, Sendable {
  /// Hours until a handover that is sent has to be acknowledged, within ``handoverRange``.
  public var handoverHours: Int
  /// Days without news until a police report goes on the agenda, within ``policeSilenceRange``.
  public var policeSilenceDays: Int

  /// The hours that a site can choose for a handover.
  public static let handoverRange = 1...168
  /// The days that a site can choose for a police report.
  public static let policeSilenceRange = 1...365

  /// What holds where the site says nothing else.
  public init(handoverHours: Int = 24, policeSilenceDays: Int = 14) {
    self.handoverHours = handoverHours
    self.policeSilenceDays = policeSilenceDays
  }

  /// Where the routines of one program stand. Any thread.
  public final class House: Sendable {
    fileprivate let adopted = Mutex(Routines())

    /// Nothing adopted yet.
    public init() {}
  }

  /// This program's; a test that plays several programs gives each its own.
  @TaskLocal public static var house = House()

  /// What holds in this program.
  public static var inForce: Routines { house.adopted.withLock { $0 } }

  /// Puts routines in force: the site's when the program begins, and those of the store where another
  /// program has put it under others since.
  public static func adopt(_ routines: Routines) {
    house.adopted.withLock { $0 = routines }
  }
}
