import Casework
import Terminal
import TextSafety

/// What is drawn around a pane.
struct PaneEdge: Equatable {
  let rect: Rect
  let hasFocus: Bool
  let unit: Unit?
  let title: SafeText
  let trailing: SafeText

  /// The same around another part.
  func at(_ rect: Rect) -> PaneEdge {
    PaneEdge(rect: rect, hasFocus: hasFocus, unit: unit, title: title, trailing: trailing)
  }

  func draw(into frame: inout Frame) {
    let role: Terminal.Role =
      switch unit {
      case .outreach?: .unitOutreach
      case .emergency?: .unitEmergency
      case nil: .title
      }
    frame.box(
      rect, title: title, trailing: trailing, style: Style(hasFocus ? .focusBorder : .border),
      titleStyle: Style(role, bold: true))
  }
}
