import CaseStore
import Casework
import Terminal
import TextSafety

/// Panes and rows of lists as they were drawn, kept from frame to frame: a moved selection draws two
/// rows anew, not every pane. What is kept is what would be drawn. For one thread.
public final class RowCache {
  /// Which facts a row tells of: its subject's own, and those that decide who sees what of it.
  struct Version: Hashable {
    let own: Int
    var present = 0
    var owner = 0
    var protected: Set<Reference> = []

    init(_ row: TipRow) {
      own = row.version
    }

    init(_ row: RecordRow) {
      own = row.record.version
      present = row.record.present.version
      owner = row.record.owner?.present.version ?? 0
      protected = row.record.protectedPersons
    }
  }

  /// What a drawn row depends on, besides its list's columns and what ``Frame`` says.
  struct Key: Hashable {
    let row: SubjectID
    let version: Version
    let style: Terminal.Role
    let isSelected: Bool
    let isMarked: Bool
    let columns: Int

    /// What tells nearly all rows apart; the rest is compared.
    func hash(into hasher: inout Hasher) {
      hasher.combine(row)
      hasher.combine(version.own)
      hasher.combine(isSelected)
    }
  }

  /// What a pane with rows depends on, besides what ``Frame`` says.
  struct Look: Equatable {
    let edge: PaneEdge
    let rows: [Key]
    /// What stands there where there are no rows.
    let text: Phrase?
    /// The desks of others that have something open.
    let others: [Presence]
  }

  private struct Pane {
    var look: Look?
    var drawn: Frame?
    var rows: [Key: Frame] = [:]
  }

  /// What all rows depend on.
  struct Ground: Equatable {
    let screen: String
    let language: Language
    let minute: Int64
    let officer: Officer
    let columnChanges: Int
    let referenceDigits: Int
    let routines: Routines
  }

  private struct Hint: Hashable {
    let command: CommandID
    let contexts: [CommandContext]
  }

  private var hints: [Hint: SafeText?] = [:]
  private var ground: Ground?
  private var kept: [String: Pane] = [:]
  private var used: [String: Pane] = [:]

  /// Nothing kept yet.
  public init() {}

  /// Begins a frame. What the frame before the last did not show is let go, but for ``keep()``.
  func begin(_ ground: Ground) {
    kept = ground == self.ground ? used : [:]
    used = [:]
    self.ground = ground
  }

  /// Keeps what the last frame showed for one that shows none of it.
  func keep() {
    used = kept
  }

  /// The keys to show for a command in a place, looked up once.
  func keys(
    for command: CommandID, in contexts: [CommandContext], lookUp: () -> SafeText?
  ) -> SafeText? {
    let hint = Hint(command: command, contexts: contexts)
    if let known = hints[hint] { return known }
    let keys = lookUp()
    hints[hint] = .some(keys)
    return keys
  }

  /// The pane as it was drawn, else as `draw` draws it.
  func pane(_ id: String, _ look: Look, draw: () -> Frame) -> Frame {
    if let pane = kept[id], pane.look == look, let drawn = pane.drawn {
      used[id] = pane
      return drawn
    }
    let drawn = draw()
    used[id, default: Pane()].look = look
    used[id]?.drawn = drawn
    return drawn
  }

  /// The row as it was drawn, else as `draw` draws it.
  func row(_ key: Key, of pane: String, draw: () -> Frame) -> Frame {
    let row = kept[pane]?.rows[key] ?? draw()
    used[pane, default: Pane()].rows[key] = row
    return row
  }
}
