import TextSafety

/// A question in a box in the middle of the screen.
public struct Dialog: Sendable {
  /// A key and what it does.
  public struct Button: Hashable, Sendable {
    /// The key, as ``KeyStroke`` writes it.
    public var key: SafeText
    /// What it does.
    public var label: SafeText

    /// A key and what it does.
    public init(key: SafeText, label: SafeText) {
      self.key = key
      self.label = label
    }
  }

  /// The title in the border.
  public var title: SafeText
  /// The text, a paragraph in each line; wrapped to the box.
  public var lines: [SafeText]
  /// A field to write in.
  public var field: TextField?
  /// What is wrong with what was written.
  public var error: SafeText?
  /// What the keys do.
  public var buttons: [Button]
  /// The border's style.
  public var style: Style

  /// A question.
  public init(
    title: SafeText, lines: [SafeText], field: TextField? = nil, error: SafeText? = nil,
    buttons: [Button], style: Style = Style(.focusBorder)
  ) {
    self.title = title
    self.lines = lines
    self.field = field
    self.error = error
    self.buttons = buttons
    self.style = style
  }

  /// Draws the box over the middle of an area and returns where it is.
  ///
  /// When the area is too low for all lines, the first are shown: field, error and keys stay.
  @discardableResult
  public func view(in area: Rect, into frame: inout Frame, maximumColumns: Int = 64) -> Rect {
    let legend = legendText
    let natural = max(
      (lines + [title, legend]).map(Width.of).max() ?? 0, field == nil ? 0 : 40)
    let inside = max(1, min(natural, maximumColumns - 4, area.columns - 4))
    let text = lines.flatMap { line in
      line.isEmpty ? [line] : Width.wrap(line, columns: inside)
    }
    let foot = (field == nil ? 0 : 2) + (error == nil ? 0 : 1) + (buttons.isEmpty ? 0 : 2)
    let box = area.centered(columns: inside + 4, rows: text.count + foot + 2)
    frame.fill(box, Style(.text))
    frame.box(box, title: title, style: style, titleStyle: Style(.title))
    let content = box.inset(columns: 2, rows: 1)
    var row = content.row
    for line in text.prefix(max(0, content.rows - foot)) {
      frame.put(
        line, at: Point(column: content.column, row: row), style: Style(.text), clip: content)
      row += 1
    }
    if let field {
      row += 1
      field.view(
        in: Rect(column: content.column, row: row, columns: content.columns, rows: 1)
          .intersection(content), focused: true, into: &frame)
      row += 1
    }
    if let error {
      frame.put(
        Width.truncated(error, to: content.columns),
        at: Point(column: content.column, row: row), style: Style(.error), clip: content)
    }
    drawLegend(in: content, into: &frame)
    return box
  }

  private var legendText: SafeText {
    buttons.map { $0.key + " " + $0.label }.joined(separator: "   ")
  }

  private func drawLegend(in content: Rect, into frame: inout Frame) {
    guard !buttons.isEmpty, content.rows > 0 else { return }
    var column = content.column
    let row = content.maxRow - 1
    for button in buttons {
      column += frame.put(
        button.key, at: Point(column: column, row: row), style: Style(.key), clip: content)
      column += 1
      column += frame.put(
        button.label, at: Point(column: column, row: row), style: Style(.text), clip: content)
      column += 3
    }
  }
}

/// A message of one line that goes away by itself.
public struct Toast: Hashable, Sendable {
  /// The message.
  public var text: SafeText
  /// What kind of message it is.
  public var role: Role

  /// A message.
  public init(_ text: SafeText, role: Role = .text) {
    self.text = text
    self.role = role
  }

  /// Draws the message in the last row of an area, at the right.
  public func view(in area: Rect, into frame: inout Frame) {
    guard area.rows > 0, area.columns > 2 else { return }
    let shown = " " + Width.truncated(text, to: area.columns - 2) + " "
    let column = area.maxColumn - Width.of(shown)
    frame.put(
      shown, at: Point(column: column, row: area.maxRow - 1), style: Style(role), clip: area)
  }
}
