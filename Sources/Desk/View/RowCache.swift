import Casework
import Terminal
import TextSafety

/// Rows of lists as they were drawn, kept from frame to frame: a moved selection draws two rows anew,
/// not every pane. A row that is kept is the row that would be drawn. For one thread.
public final class RowCache {
  /// What a drawn row depends on, besides its list's columns and what ``Frame`` says.
  struct Key: Hashable {
    let pane: String
    let row: SubjectID
    let version: Int
    let style: Terminal.Role
    let isSelected: Bool
    let isMarked: Bool
    let columns: Int
  }

  /// What all rows depend on.
  struct Ground: Equatable {
    let screen: String
    let language: Language
    let minute: Int64
    let officer: Officer
    let columnChanges: Int
  }

  private struct Hint: Hashable {
    let command: CommandID
    let contexts: [CommandContext]
  }

  private var hints: [Hint: SafeText?] = [:]
  private var ground: Ground?
  private var kept: [Key: Frame] = [:]
  private var used: [Key: Frame] = [:]

  /// Nothing kept yet.
  public init() {}

  /// Begins a frame. What the frame before the last did not show is let go.
  func begin(_ ground: Ground) {
    kept = ground == self.ground ? used : [:]
    used = [:]
    self.ground = ground
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

  /// The row as it was drawn, else as `draw` draws it.
  func row(_ key: Key, draw: () -> Frame) -> Frame {
    let row = kept[key] ?? draw()
    used[key] = row
    return row
  }
}
