import Casework
import Testing

@Suite("What records are found by (förordning 2001:637 15 §)")
struct NameKeysTests {
  private func keys(_ kind: SubjectKind, _ name: String, _ values: [String: String]) throws
    -> NameKeys
  {
    var ledger = Ledger()
    let fact = RecordedFact(
      kind: "\(kind.rawValue).\(name)", values: values.mapValues { .text($0) })
    let reference = try #require(try ledger.seed(fact, at: CaseDesk.now))
    guard case .record(let record)? = ledger[reference] else { throw CancellationError() }
    return NameKeys(record)
  }

  @Test("A person is found by its names and personal identity number, and by nothing else")
  func person() throws {
    let keys = try keys(
      .person, "registered",
      [
        "alias": "flicka, röd jacka", "claimedName": "Élena Åkerö", "origin": "Rumänien",
        "languages": "romani", "marks": "ärr", "company": "farbror", "otherSiblings": "Ion",
        "personalNumber": "18900101-9802",
      ])
    #expect(keys.words == ["flicka", "röd", "jacka", "elena", "åkerö"])
    #expect(keys.numbers == ["189001019802", "9001019802"])
  }

  @Test("A case and a custody decision are found by what the child is called")
  func called() throws {
    let found = try keys(
      .case, "opened", ["alias": "Röd jacka", "description": "tigger", "ground": "Rumänien"])
    #expect(found.words == ["röd", "jacka"])
    let custody = try keys(
      .custody, "prepared", ["who": "Ana", "reasons": "stölder", "ground": "environment"])
    #expect(custody.words == ["ana"])
  }

  @Test("A police report is found by its K-number, whole or as it is said")
  func police() throws {
    let keys = try keys(.policeReport, "numbered", ["kNumber": "5000-K123456-26"])
    #expect(keys.numbers == ["5000K12345626", "K12345626", "K123456"])
    #expect(keys.words.isEmpty)
    for typed in ["5000-K123456-26", "k123456-26", "K 123456", "k123456"] {
      #expect(NameQuery(typed).number.map(keys.numbers.contains) == true, "\(typed)")
    }
  }

  @Test("One letter is too little to search names by")
  func short() {
    #expect(NameQuery("a").words.isEmpty)
    #expect(NameQuery("a b").words.isEmpty)
    #expect(NameQuery("an").words == ["an"])
    #expect(NameQuery("anna").number == nil)
  }
}
