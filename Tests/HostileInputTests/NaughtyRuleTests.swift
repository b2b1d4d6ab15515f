import HostileInput
import Testing

@Suite("Texts that have made trouble elsewhere")
struct NaughtyRuleTests {
  @Test("There are more than three hundred of them, each once")
  func count() throws {
    let texts = try NaughtyTexts.all(besideFolderOf: #filePath)
    #expect(texts.count > 300)
    #expect(Set(texts.map { Array($0.unicodeScalars) }).count == texts.count)
  }

  @Test("Whatever reads what others wrote keeps its rules with each", arguments: InputKind.allCases)
  func rules(kind: InputKind) throws {
    for text in try NaughtyTexts.all(besideFolderOf: #filePath) {
      #expect(throws: Never.self, "\(text.debugDescription)") { try kind.check(Array(text.utf8)) }
    }
  }
}
