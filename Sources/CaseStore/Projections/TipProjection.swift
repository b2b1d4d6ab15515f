import Casework
import Foundation
import GRDB
import TextSafety

/// The table of tips, its search words, its source keys and its counters.
struct TipProjection {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func replace(_ old: Tip?, with tip: Tip, version: Int64, number: Int64) throws {
    try writeRow(tip, version: version, number: number, isNew: old == nil)
    try writeWords(old, tip, number: number)
    if old == nil, let key = tip.report.source {
      try db.cachedStatement(sql: "INSERT INTO sources VALUES (?, ?)").execute(
        arguments: [key, number])
    }
    try count(old, tip)
  }

  private func writeRow(_ tip: Tip, version: Int64, number: Int64, isNew: Bool) throws {
    let report = tip.report
    let arguments: StatementArguments = [
      number, tip.id.bytes, version, tip.receivedAt.milliseconds, tip.status.rawValue,
      tip.urgencyKey, tip.isAcute, tip.priority?.rawValue, tip.assessment != nil,
      tip.concernsChild, report.place.map { Self.excerpt($0.raw, 120) },
      Self.excerpt(report.acute.map { "\($0.raw): \(report.text.raw)" } ?? report.text.raw, 240),
      report.children?.count ?? 0,
      report.channel.rawValue, tip.assignee?.subject.bytes,
      tip.assigneeName.map { Self.excerpt($0.raw, 120) },
    ]
    let verb = isNew ? "INSERT" : "REPLACE"
    try db.cachedStatement(
      sql: "\(verb) INTO tips VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    ).execute(arguments: arguments)
  }

  private func writeWords(_ old: Tip?, _ tip: Tip, number: Int64) throws {
    if let old {
      guard old.report != tip.report else { return }
      let before = old.searchText
      let after = tip.searchText
      guard before != after else { return }
      try db.cachedStatement(
        sql: "INSERT INTO tip_words (tip_words, rowid, words) VALUES ('delete', ?, ?)"
      ).execute(arguments: [number, before])
      try insertWords(after, number)
    } else {
      try insertWords(tip.searchText, number)
    }
  }

  private func insertWords(_ words: String, _ number: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO tip_words (rowid, words) VALUES (?, ?)").execute(
      arguments: [number, words])
  }

  private func count(_ old: Tip?, _ tip: Tip) throws {
    let changes = [
      ("open", (tip.isOpen ? 1 : 0) - (old?.isOpen == true ? 1 : 0)),
      ("acute", (tip.isOpenAcute ? 1 : 0) - (old?.isOpenAcute == true ? 1 : 0)),
      ("unassessed", (tip.awaitsAssessment ? 1 : 0) - (old?.awaitsAssessment == true ? 1 : 0)),
    ]
    for (name, change) in changes where change != 0 {
      try db.cachedStatement(sql: "UPDATE counters SET value = value + ? WHERE name = ?").execute(
        arguments: [change, name])
    }
  }

  /// The beginning of a text on one line, cut between characters that a reader tells apart.
  static func excerpt(_ text: String, _ limit: Int) -> String {
    let start = String(text.unicodeScalars.prefix(limit * 4))
    let line = start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(line.prefix(limit))
  }
}

extension Tip {
  var isOpen: Bool { status == .open }
  var isOpenAcute: Bool { isOpen && isAcute }
  var awaitsAssessment: Bool { isOpen && concernsChild && assessment == nil }

  /// Larger is more urgent: acute first, then newest (UX, the duty screen).
  var urgencyKey: Int64 {
    (isAcute ? 1 << 44 : 0) + max(0, receivedAt.milliseconds)
  }
}
