import CaseStore
import Casework
import Foundation
import TextSafety

/// By what a row of a short list is ordered.
enum RosterKey: Comparable {
  /// Words, in Swedish order whatever the capitals.
  case text(String)
  /// Times and numbers, the first first.
  case number(Int64)

  static func < (a: RosterKey, b: RosterKey) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)):
      a.compare(b, options: .caseInsensitive, range: nil, locale: Locale(identifier: "sv_SE"))
        == .orderedAscending
    case (.number(let a), .number(let b)): a < b
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

extension RosterPane {
  /// The rows of a list that is held whole as the pane shows them: only those that have one of the
  /// values chosen for each field, in the order chosen. In the usual order they stand as they come.
  func arranged<Row>(
    _ rows: [Row], values: (Row, String) -> [String], key: (Row, String) -> RosterKey
  ) -> [Row] {
    var shown = rows.filter { row in
      spec.only.allSatisfy { field, chosen in !chosen.isDisjoint(with: values(row, field)) }
    }
    let usual = ListRegistry.list(spec.list)?.filter(spec.filter)?.sorts.first
    if let sort = spec.sorting, sort != usual {
      let keys = shown.map { key($0, sort.id) }
      let order = shown.indices.sorted { (a: Int, b: Int) -> Bool in
        keys[a] < keys[b] || (!(keys[b] < keys[a]) && a < b)
      }
      shown = order.map { shown[$0] }
    }
    return spec.isReversed ? shown.reversed() : shown
  }
}

extension DeskState {
  /// Who is at the desk, of the pane's unit.
  func presenceRows(_ pane: RosterPane) -> [Presence] {
    pane.arranged(
      presence.filter { pane.spec.unit == nil || $0.unit == pane.spec.unit },
      values: { row, field in field == "unit" ? [row.unit.rawValue] : [] },
      key: { row, sort in
        sort == "unit" ? .text(words(row.unit.title)) : .text(row.name.raw)
      })
  }

  func presenceKeys(_ pane: RosterPane) -> [String] { presenceRows(pane).map(\.key) }

  /// The officers, as the pane shows them.
  func officerRows(_ pane: RosterPane) -> [OfficerRow] {
    pane.arranged(
      officers,
      values: { row, field in
        switch field {
        case "unit": [row.officer.unit.rawValue]
        case "role": row.officer.roles.map(\.rawValue)
        default: [row.officer.isActive ? "active" : "ended"]
        }
      },
      key: { row, sort in
        switch sort {
        case "login": .text(row.officer.login)
        case "unit": .text(words(row.officer.unit.title))
        default: .text(row.officer.name.raw)
        }
      })
  }

  func officerKeys(_ pane: RosterPane) -> [String] {
    officerRows(pane).map(\.reference.description)
  }

  /// The officer's drafts, as the pane shows them.
  func draftRows(_ pane: RosterPane) -> [Draft] {
    pane.arranged(
      drafts,
      values: { row, _ in
        let spec = FormDraft(data: row.body).flatMap { ActionSpec.ofForm($0.action) }
        return spec.map { [$0.kind.rawValue] } ?? []
      },
      key: { row, sort in
        let draft = FormDraft(data: row.body)
        let subject = draft?.subject.flatMap { Reference($0) }
        if sort == "subject" { return .number(subject?.number ?? .max) }
        return .text(
          draft.flatMap { ActionSpec.ofForm($0.action) }.map { words($0.title) } ?? "")
      })
  }

  func draftKeys(_ pane: RosterPane) -> [String] { draftRows(pane).map(\.key) }

  /// What has happened since the officer's last shift, of the pane's unit.
  func newsItems(_ pane: RosterPane) -> [NewsItem] {
    pane.arranged(
      (news?.items ?? []).filter { pane.spec.unit == nil || $0.unit == pane.spec.unit },
      values: { row, field in
        field == "kind" ? [row.reference.kind.rawValue] : [row.isUnread ? "unread" : "read"]
      },
      key: { row, sort in
        switch sort {
        case "who": .text(row.latest.officerName.raw)
        case "ref": .number(row.reference.number)
        default: .number(-row.latest.recordedAt.milliseconds)
        }
      })
  }

  func newsKeys(_ pane: RosterPane) -> [String] { newsItems(pane).map(\.reference.description) }
}
