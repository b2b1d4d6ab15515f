import Casework

/// What was found when a store and what belongs to it were looked at. Nothing is judged here; see
/// ``StoreDiagnosis``.
public struct StoreProbe: Sendable {
  /// A file as the system knows it, and as this process may use it.
  public struct File: Sendable, Hashable {
    /// Whether it is a plain file.
    public var isRegular = true
    /// Bytes.
    public var size: Int64 = 0
    /// The permissions, 0…0o7777.
    public var mode = 0o660
    /// The group.
    public var group: UInt32 = 0
    /// Whether this process may read it.
    public var isReadable = true
    /// Whether this process may write to it.
    public var isWritable = true

    /// A file with the mode that the store's files have.
    public init() {}
  }

  /// What the first hundred bytes of a database say.
  public struct Header: Sendable, Hashable {
    /// Whether they are those of a database that is a store of this program.
    public var isStore = true
    /// How many bytes the file must have at least; 0 where it does not say.
    public var bytes: Int64 = 0

    /// That of a store.
    public init() {}
  }

  /// What came of reading the content.
  public enum Content: Sendable {
    /// Nothing was read.
    case notRead
    /// It could not be read.
    case unreadable(StoreError)
    /// It was read.
    case read(Reading)
  }

  /// What the content says.
  public struct Reading: Sendable {
    /// What SQLite's own check complains of.
    public var damage: [String] = []
    /// Whether an older program made it: it is brought up to date when it is opened.
    public var isOlder = false
    /// The first thing that is wrong in the journal.
    public var fault: JournalFault?
    /// The tables that are not as the journal has them.
    public var differing: [String] = []
    /// Where the journal ends.
    public var head: JournalHead?
    /// When the latest entry was recorded.
    public var latest: Instant?
    /// How many desks are shown as open whose processes are gone.
    public var orphans = 0

    /// A store with nothing wrong.
    public init() {}
  }

  /// Where the store is to be.
  public var path: String
  /// The time when it was looked at.
  public var now: Instant
  /// The store; nil where there is none.
  public var store: File?
  /// Whether something on the way to it may not be looked into.
  public var isHidden = false
  /// The directory; nil where there is none.
  public var directory: File?
  /// Its log, the log's index, and the doorbell; nil where there is none.
  public var wal: File?
  /// The log's index.
  public var index: File?
  /// The doorbell.
  public var bell: File?
  /// Whether its log is gone although processes hold it.
  public var isLogLost = false
  /// The first bytes; nil where they can't be read.
  public var header: Header?
  /// Whether the file system takes no writing.
  public var isReadOnlySystem = false
  /// Bytes left on the disk for this process.
  public var free: Int64?
  /// The processes that hold the store.
  public var holders: [Int32] = []
  /// Whether the system has a watch left for the doorbell.
  public var canWatch = true
  /// The file in which a desk has left drafts that the store would not take.
  public var rescue: String?
  /// What came of reading it.
  public var content = Content.notRead

  /// Nothing but where.
  public init(path: String, now: Instant) {
    self.path = path
    self.now = now
  }
}

/// How thoroughly a store is looked at.
public enum Thoroughness: Sendable {
  /// Files, and SQLite's quick check.
  case quick
  /// Every page, every entry of the journal, and every list against the journal.
  case full
}
