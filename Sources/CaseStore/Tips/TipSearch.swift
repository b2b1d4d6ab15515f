import Casework
import GRDB

extension CaseStore {
  /// The newest tips that hold words beginning with each of those given; a reference finds its tip.
  /// Throws ``StoreError``.
  public func search(tips text: String, limit: Int = 60, as officer: Officer) throws -> [TipRow] {
    try read(.tip, as: officer) { db in
      var found: [TipRow] = []
      if let reference = Reference(text), reference.kind == .tip {
        found += try TipReading.rows([reference.number], db)
      }
      let numbers = try TipSearch(db: db).numbers(of: text, limit: limit)
      found += try TipReading.rows(
        numbers.filter { $0 != found.first?.reference.number }, db)
      return Array(found.prefix(limit))
    }
  }

  /// Tips that a new report is held against: the newest of the last thirty days, and those that
  /// share its telephone, address or place. Tips in `known` are not read again while their version
  /// stands. Throws ``StoreError``.
  public func tipsLike(
    _ report: TipReport, now: Instant, reusing known: [Reference: Tip] = [:], as officer: Officer
  ) throws -> [(Reference, Tip)] {
    try read(.tip, as: officer) { db in
      let search = TipSearch(db: db)
      let month: Int64 = 30 * 24 * 3_600_000
      let recent = try Int64.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT number FROM tips WHERE received_at >= ? ORDER BY received_at DESC LIMIT 400
            """), arguments: [now.milliseconds - month])
      var numbers = Set(recent)
      for text in [report.reporterPhone, report.reporterEmail, report.place] {
        guard let text, !text.isBlank else { continue }
        numbers.formUnion(try search.numbers(of: text.raw, limit: 50))
      }
      let folding = Folding()
      let journal = SQLiteJournal(db: db)
      return try numbers.sorted().compactMap { number in
        let reference = Reference(.tip, number)
        if let tip = known[reference],
          try search.version(number) == tip.version
        {
          return (reference, tip)
        }
        guard case .tip(let tip)? = try folding.subject(numbered: number, in: journal) else {
          return nil
        }
        return (reference, tip)
      }
    }
  }
}

/// Search over the words of tips.
struct TipSearch {
  let db: Database

  /// The newest first.
  func numbers(of text: String, limit: Int) throws -> [Int64] {
    let words = SwedishFolding.words(text)
    guard !words.isEmpty else { return [] }
    let pattern = try words.map(pattern).joined(separator: " AND ")
    let statement = try db.cachedStatement(
      sql: """
        SELECT rowid FROM tip_words WHERE tip_words MATCH ? ORDER BY rowid DESC
        LIMIT \(max(1, min(1000, limit)))
        """)
    return try Int64.fetchAll(statement, arguments: [pattern])
  }

  /// What finds the words that begin so. Folded words hold letters and digits alone; the quotes keep
  /// NEAR, AND and OR words.
  private func pattern(_ beginning: String) throws -> String {
    let length = beginning.unicodeScalars.count
    if !Schema.prefixes.contains(length) {
      let longer = Schema.prefixes.first { $0 > length }
      let most = longer == nil ? Self.mostWords : Self.mostBeginnings
      let words = try words(from: beginning, cutAt: longer, most: most + 1)
      if (1...most).contains(words.count) {
        let patterns = words.map {
          $0.unicodeScalars.count == longer ? "\"\($0)\"*" : "\"\($0)\""
        }
        return "(" + patterns.joined(separator: " OR ") + ")"
      }
    }
    return "\"\(beginning)\"*"
  }

  /// More words are merged faster by FTS5 itself, which reads all their tips: of so many words, most
  /// are in few.
  private static let mostWords = 64
  /// More letters follow only in what nobody has written for somebody to read.
  private static let mostBeginnings = 512

  /// The words of the index that begin so, or the beginnings of so many letters that they have.
  private func words(from beginning: String, cutAt length: Int?, most: Int) throws -> [String] {
    if try !db.tableExists("tip_terms") {
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.tip_terms USING fts5vocab(main, tip_words, instance)")
    }
    // From word to word: the index is not read through the tips of each.
    let statement = try db.cachedStatement(
      sql: """
        WITH RECURSIVE words (word) AS (
          SELECT (SELECT substr(term, 1, :length) FROM tip_terms WHERE term >= :first LIMIT 1)
          UNION ALL
          SELECT (SELECT substr(term, 1, :length) FROM tip_terms
            WHERE term >= word || iif(length(word) < :length, char(1), :last) LIMIT 1)
          FROM words WHERE word < :end)
        SELECT word FROM words WHERE word < :end LIMIT :most
        """)
    let last = "\u{10FFFF}"
    return try String.fetchAll(
      statement,
      arguments: [
        "first": beginning, "end": beginning + last, "last": last,
        "length": length ?? Int(Int32.max), "most": most,
      ])
  }

  func version(_ number: Int64) throws -> Int? {
    let statement = try db.cachedStatement(sql: "SELECT version FROM tips WHERE number = ?")
    return try Int.fetchOne(statement, arguments: [number])
  }
}
