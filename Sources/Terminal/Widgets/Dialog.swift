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
  /// When the area is too low for all, blank lines go first, then the last lines of the text; field,
  /// error and keys stay.
  @discardableResult
  public func view(in area: Rect, into frame: inout Frame, maximumColumns: Int = 64) -> Rect {
    let natural = max(
      (lines + [title, legendText]).map(Width.of).max() ?? 0, field == nil ? 0 : 40)
    let inside = max(1, min(natural, maximumColumns - 4, area.columns - 4))
    let text = lines.flatMap { line in
      line.isEmpty ? [line] : Width.wrap(line, columns: inside)
    }
    let legend = legendRows(columns: inside)
    let needed = (field == nil ? 0 : 1) + (error == nil ? 0 : 1) + legend.count
    let blanks = (field == nil ? 0 : 1) + (legend.isEmpty ? 0 : 1)
    let box = area.centered(columns: inside + 4, rows: text.count + needed + blanks + 2)
    frame.fill(box, Style(.text))
    frame.box(box, title: title, style: style, titleStyle: Style(.title))
    let content = box.inset(columns: 2, rows: 1)
    let isRoomy = content.rows >= text.count + needed + blanks
    var row = content.row
    for line in text.prefix(max(0, content.rows - needed)) {
      frame.put(
        line, at: Point(column: content.column, row: row), style: Style(.text), clip: content)
      row += 1
    }
    if let field {
      if isRoomy { row += 1 }
      let place = Rect(column: content.column, row: row, columns: content.columns, rows: 1)
      field.view(in: place.intersection(content), focused: true, into: &frame)
      row += 1
    }
    if let error {
      frame.put(
        Width.truncated(error, to: content.columns),
        at: Point(column: content.column, row: row), style: Style(.error), clip: content)
      row += 1
    }
    drawLegend(legend, from: max(row, content.maxRow - legend.count), in: content, into: &frame)
    return box
  }

  private var legendText: SafeText {
    buttons.map { $0.key + " " + $0.label }.joined(separator: "   ")
  }

  /// The keys in as many rows as they need.
  private func legendRows(columns: Int) -> [[Button]] {
    var rows: [[Button]] = []
    var used = 0
    for button in buttons {
      let width = Width.of(button.key) + 1 + Width.of(button.label)
      if rows.isEmpty || used + 3 + width > columns {
        rows.append([button])
        used = width
      } else {
        rows[rows.count - 1].append(button)
        used += 3 + width
      }
    }
    return rows
  }

  private func drawLegend(
    _ rows: [[Button]], from first: Int, in content: Rect, into frame: inout Frame
  ) {
    for (offset, buttons) in rows.enumerated() {
      var place = Point(column: content.column, row: first + offset)
      for button in buttons {
        place.column += frame.put(button.key, at: place, style: Style(.key), clip: content)
        place.column += 1
        let label = Width.truncated(button.label, to: content.maxColumn - place.column)
        place.column += frame.put(label, at: place, style: Style(.text), clip: content)
        place.column += 3
      }
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
