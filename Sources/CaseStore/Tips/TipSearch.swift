import Casework
import GRDB

extension CaseStore {
  /// The newest tips that hold all the words, the last of them as a beginning; a reference finds its
  /// tip. Throws ``StoreError``.
  public func search(tips text: String, limit: Int = 60, as officer: Officer) throws -> [TipRow] {
    try read(.tip, as: officer) { db in
      var found: [TipRow] = []
      let reading = TipReading(db: db, order: .newest)
      if let reference = Reference(text), reference.kind == .tip {
        found += try reading.rows([reference.number])
      }
      let numbers = try TipSearch(db: db).numbers(of: text, limit: limit)
      found += try reading.rows(numbers.filter { $0 != found.first?.reference.number })
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
    // Folded words hold letters and digits alone; the quotes keep NEAR, AND and OR words.
    let pattern = words.map { "\"\($0)\"*" }.joined(separator: " ")
    let statement = try db.cachedStatement(
      sql: """
        SELECT rowid FROM tip_words WHERE tip_words MATCH ? ORDER BY rowid DESC
        LIMIT \(max(1, min(1000, limit)))
        """)
    return try Int64.fetchAll(statement, arguments: [pattern])
  }

  func version(_ number: Int64) throws -> Int? {
    let statement = try db.cachedStatement(sql: "SELECT version FROM tips WHERE number = ?")
    return try Int.fetchOne(statement, arguments: [number])
  }
}
