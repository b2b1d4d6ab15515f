import Casework
import Foundation
import GRDB
import TextSafety

/// The table of tips, its search words, its source keys and its counters.
struct TipProjection {
  /// Of 4 kB, by each tip; FTS5 ends what it has begun of a word. A tip's own words are merged five
  /// times until they are among a million's, which takes less than one page; a rebuilt index of a
  /// million is merged once by some hundred tips.
  private static let mergedPages = 32

  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func replace(_ old: Tip?, with tip: Tip, version: Int64, number: Int64) throws {
    let image = TipImage(tip, version: version, number: number)
    var share = image.share
    if let old {
      try write(image, verb: "REPLACE")
      if old.runningClocks != image.clocks {
        try ClockProjection(db).replace(image.clocks, .tip, number: number)
      }
      try replaceWords(of: old, with: tip, image)
      if old.report.source != image.source { try deleteSource(of: number) }
      share.subtract(TipShare(old))
    } else {
      try insert(image)
    }
    try count(share)
    try mergeWords()
  }

  /// A tip that is not there yet; its share of the counters is the caller's to add.
  func insert(_ image: TipImage) throws {
    try write(image, verb: "INSERT")
    try insertWords(image)
    try ClockProjection(db).insert(image.clocks, .tip, number: image.number)
    if let key = image.source {
      try db.cachedStatement(sql: "INSERT INTO sources VALUES (?, ?)").execute(
        arguments: [key, image.number])
    }
  }

  private func write(_ image: TipImage, verb: String) throws {
    try db.cachedStatement(
      sql: "\(verb) INTO tips VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    ).execute(arguments: image.row)
  }

  private func replaceWords(of old: Tip, with tip: Tip, _ image: TipImage) throws {
    guard old.report != tip.report else { return }
    let before = old.searchText
    guard before != image.words else { return }
    try db.cachedStatement(
      sql: "INSERT INTO tip_words (tip_words, rowid, words) VALUES ('delete', ?, ?)"
    ).execute(arguments: [image.number, before])
    try insertWords(image)
  }

  /// Takes away all that shows a tip, its share of the counters too.
  func delete(_ tip: Tip, number: Int64) throws {
    try db.execute(
      sql: "INSERT INTO tip_words (tip_words, rowid, words) VALUES ('delete', ?, ?)",
      arguments: [number, tip.searchText])
    try db.execute(sql: "DELETE FROM tips WHERE number = ?", arguments: [number])
    try deleteSource(of: number)
    try ClockProjection(db).delete(number: number)
    var share = TipShare()
    share.subtract(TipShare(tip))
    try count(share)
    try mergeWords()
  }

  private func deleteSource(of number: Int64) throws {
    try db.execute(sql: "DELETE FROM sources WHERE number = ?", arguments: [number])
  }

  private func insertWords(_ image: TipImage) throws {
    try db.cachedStatement(sql: "INSERT INTO tip_words (rowid, words) VALUES (?, ?)").execute(
      arguments: [image.number, image.words])
  }

  /// Does a part of what is to be merged in the search words, where anything is (``Schema``).
  private func mergeWords() throws {
    try db.cachedStatement(sql: "INSERT INTO tip_words (tip_words, rank) VALUES ('merge', ?)")
      .execute(arguments: [Self.mergedPages])
  }

  func count(_ share: TipShare) throws {
    for (name, change) in share.counts where change != 0 {
      try db.cachedStatement(sql: "UPDATE counters SET value = value + ? WHERE name = ?").execute(
        arguments: [change, name])
    }
  }
}
