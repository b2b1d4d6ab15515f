import CNcurses

/// What others on the same machine can see of this process.
public enum ProcessPrivacy {
  /// No core dump is ever written, no other process of the same login can look into the memory, and
  /// the arguments, which may be a name or a reason, are gone from the list of processes. Programs
  /// started from here write no core dumps either. Call it first of all.
  public static func begin() {
    // Read before their originals are overwritten.
    _ = CommandLine.arguments
    samjour_keep_private()
  }
}
