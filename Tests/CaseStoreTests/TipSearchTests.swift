import Casework
import Demo
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Search over the words of tips")
struct TipSearchTests {
  private static let words = [
    "flicka", "flickan", "flickorna", "flickornas", "flickebarn", "Tunnelbanan", "tunnelbanans",
    "tunnelbanestation", "tunnel", "spårvagnen", "Spårvagnens", "spårvagnshållplats", "ÅÄÖ",
    "ålandsgatan", "och", "NEAR", "på", "torget", "torgets", "tunn", "flick", "båt", "båt𐐨𐐩",
  ]

  private static func text(_ dice: inout SplitMix64) -> String {
    let words = (0..<dice.number(in: 1...6)).map { _ in Self.words[dice.below(Self.words.count)] }
    // More numbers begin with the same seven figures than a search asks for one by one.
    let numbers = dice.below(2) == 0 ? [] : ["0701234\(dice.number(in: 100...299))"]
    let others = dice.below(2) == 0 ? [] : ["båt\(letter(dice.below(200)))ar"]
    return (words + numbers + others).joined(separator: [" ", ", ", "\n", "-"][dice.below(4)])
  }

  /// A letter of twenty thousand.
  private static func letter(_ index: Int) -> String {
    String(decoding: [UInt16(0x4E00 + index)], as: UTF16.self)
  }

  /// The newest of the texts in which each word of the query begins a word.
  private func plainly(_ query: String, in texts: [(Reference, String)], limit: Int) -> [Reference]
  {
    let beginnings = SwedishFolding.fold(query).split(separator: " ")
    let found = texts.reversed().filter { _, text in
      let words = SwedishFolding.fold(text).split(separator: " ")
      return beginnings.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } }
    }
    return Array(found.map(\.0).prefix(limit))
  }

  @Test(
    "A search finds what a plain reading finds, in its order, also after corrections and a rebuild")
  func plain() throws {
    let test = try TestStore()
    var dice = SplitMix64(seed: 112)
    var texts: [(Reference, String)] = []
    for _ in 0..<250 {
      let text = Self.text(&dice)
      texts.append((try test.tip(text).reference, text))
    }
    // More letters follow the same three than a search asks for one by one.
    let many = (0..<600).map { "tåg\(Self.letter($0))" }.joined(separator: " ")
    texts.append((try test.tip(many).reference, many))
    func expectPlain(_ when: String) throws {
      var queries = [
        "0701234", "07012341", "0701234100", "0701239", "flicka 0701234", "tunnelbax",
        "båt\u{4E01}", "tåg", "tåg\u{4E02}", "flicka tåg",
      ]
      for word in Self.words {
        for length in 1...word.count { queries.append(String(word.prefix(length))) }
        queries.append("\(word) \(Self.words[dice.below(Self.words.count)].prefix(8))")
      }
      for query in queries {
        let limit = dice.number(in: 1...300)
        let found = try test.store.search(tips: query, limit: limit, as: test.founder)
        #expect(
          found.map(\.reference) == plainly(query, in: texts, limit: limit), "\(when): \(query)")
      }
    }
    func correct(from first: Int) throws {
      for index in stride(from: first, to: texts.count - 1, by: 3) {
        texts[index].1 = "Rättat till \(Self.text(&dice))"
        try test.act(
          "tip.correct", texts[index].0,
          ["text": .text(texts[index].1), "reason": .text("hördes fel")])
      }
    }
    try expectPlain("as added")
    try correct(from: 0)
    try expectPlain("corrected")
    _ = try test.store.rebuild()
    try expectPlain("rebuilt")
    try indexAsBefore(test.store)
    try expectPlain("in the index of an older store")
    try correct(from: 1)
    try expectPlain("in the index of an older store, corrected")
    let words = Set(texts.flatMap { SwedishFolding.fold($0.1).split(separator: " ") })
    #expect(words.count { $0.hasPrefix("0701234") } > 64)
    #expect((65...512).contains(words.count { $0.hasPrefix("båt") }))
    #expect(words.count { $0.hasPrefix("tåg") } > 512)
  }

  @Test("A rebuild writes the search words in one piece, whatever is recorded among the tips")
  func onePiece() throws {
    let test = try TestStore()
    for index in 0..<3 {
      _ = try test.tip("Flicka nr \(index)")
      _ = try test.officer("vikarie\(index)", [.reader])
      let child = try test.store.record(
        Action("person.register", fields: ["alias": .text("flicka")]), by: test.founder)
      _ = try test.store.record(
        Action(
          "case.open",
          fields: [
            "alias": .text("flicka"), "children": .list([.text(child.reference.description)]),
          ]), by: test.founder)
      _ = try test.store.record(
        Action("custody.prepare", fields: ["who": .text("pojke, keps"), "age": .number(15)]),
        by: test.founder)
    }
    _ = try test.tip("Flicka sist")
    _ = try test.store.rebuild()
    // That of the first tip, that of all others, and the one that both are merged into.
    #expect(try pieces(test) == [3])
  }

  @Test("Tips merge the search words a little at a time, and what a rebuild wrote not at once")
  func littleAtATime() throws {
    let test = try TestStore()
    for index in 0..<200 { _ = try test.tip("Flicka nr \(index)") }
    #expect(try pieces(test).count < 40)
    _ = try test.store.rebuild()
    let rebuilt = try pieces(test)
    #expect(rebuilt.count == 1)
    for index in 200..<240 { _ = try test.tip("Flicka nr \(index)") }
    #expect(try pieces(test).contains(rebuilt[0]))
    #expect(try pieces(test).count < 40)
    let settings = try test.store.read { db in
      try String.fetchAll(
        db, sql: "SELECT k || ' ' || v FROM tip_words_config WHERE k LIKE '%merge' ORDER BY k")
    }
    #expect(settings == ["automerge 0", "crisismerge 1000", "usermerge 16"])
  }

  @Test("An index that FTS5 merged in its own way is lifted above single tips when taken over")
  func takenOver() throws {
    let test = try TestStore()
    try test.store.write { db in
      for (setting, value) in [("automerge", 4), ("crisismerge", 16), ("usermerge", 4)] {
        try db.execute(
          sql: "INSERT INTO tip_words (tip_words, rank) VALUES (?, ?)", arguments: [setting, value])
      }
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '9 %'")
    }
    try test.tip("Flicka ensam")
    #expect(try pieces(test) == [1])
    let store = try CaseStore(at: test.path, clock: test.time.clock)
    let lifted = try pieces(test)
    #expect(lifted.count == 1 && lifted != [1])
    for index in 0..<40 { _ = try test.tip("Pojke nr \(index)") }
    #expect(try pieces(test).contains(lifted[0]))
    for (query, count) in [("ensam", 1), ("x", 0), ("pojke", 40)] {
      #expect(try store.search(tips: query, limit: 50, as: test.founder).count == count)
    }
    #expect(try store.differingLists(scratch: test.directory, progress: { _ in }) == [])
  }

  @Test(
    "A sweep makes the index anew before it has more levels than FTS5 can read",
    arguments: [(500, false), (1100, true)])
  func levels(levels: Int, isMadeAnew: Bool) throws {
    let test = try TestStore()
    for index in 0..<3 { try test.tip("Flicka nr \(index)") }
    func structure(_ db: Database) throws -> Data {
      try #require(try Data.fetchOne(db, sql: "SELECT block FROM tip_words_data WHERE id = 10"))
    }
    try test.store.write { db in
      var block = try structure(db)
      let (few, more) = (Int(block[4]), levels - Int(block[4]))
      #expect(few < 5)
      // Two zeros are an empty level.
      block.replaceSubrange(4...4, with: [0x80 | UInt8(levels >> 7), UInt8(levels & 0x7F)])
      block.append(Data(repeating: 0, count: 2 * more))
      try db.execute(sql: "UPDATE tip_words_data SET block = ? WHERE id = 10", arguments: [block])
    }
    let store = try CaseStore(at: test.path, clock: test.time.clock)
    try store.sweep(compacting: false)
    #expect(try store.read { try structure($0)[4] < 0x80 } == isMadeAnew)
    try test.tip("Flicka sist")
    #expect(try store.search(tips: "flicka", limit: 9, as: test.founder).count == 4)
    #expect(try !store.isToBeSwept())
  }

  /// FTS5 numbers its pieces from 1, above the 37 bits of their pages; 1 and 10 are its own rows.
  private func pieces(_ test: TestStore) throws -> [Int] {
    try test.store.read { db in
      try Int.fetchAll(
        db, sql: "SELECT DISTINCT id >> 37 FROM tip_words_data WHERE id > 10 ORDER BY 1")
    }
  }

  /// The index had every length of prefix, of up to twelve letters and then of up to six.
  private func indexAsBefore(_ store: CaseStore) throws {
    let folding = Folding()
    try store.write { db in
      let created = try #require(
        try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'tip_words'"))
      let longer = created.replacing("1 2 4 6'", with: "1 2 3 4 5 6 7 8 9 10 11 12'")
      #expect(longer != created)
      try db.execute(sql: "DROP TABLE tip_words")
      try db.execute(sql: longer)
      for number in try Int64.fetchAll(db, sql: "SELECT number FROM tips ORDER BY number") {
        guard
          case .tip(let tip)? = try folding.subject(numbered: number, in: SQLiteJournal(db: db))
        else { continue }
        try db.execute(
          sql: "INSERT INTO tip_words (rowid, words) VALUES (?, ?)",
          arguments: [number, tip.searchText])
      }
    }
  }
}
