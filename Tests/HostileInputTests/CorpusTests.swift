import Foundation
import HostileInput
import Testing

@Suite("Whatever anybody writes, the rules hold")
struct CorpusTests {
  @Test("Every seed and every past finding keeps the rules", arguments: InputKind.allCases)
  func corpus(kind: InputKind) throws {
    let seeds = try Corpus.inputs(of: kind)
    #expect(!seeds.isEmpty)
    for (name, bytes) in seeds {
      #expect(throws: Never.self, "Fuzzing/Corpus/\(kind.rawValue)/\(name)") {
        try kind.check(bytes)
      }
    }
  }

  @Test("Changed seeds keep the rules", arguments: InputKind.allCases)
  func mutations(kind: InputKind) throws {
    let seeds = try Corpus.inputs(of: kind).map(\.bytes)
    var mutations = Mutations(seed: 5, of: seeds)
    for _ in 0..<Corpus.rounds(of: kind) {
      let bytes = mutations.next()
      #expect(throws: Never.self, "\(Data(bytes).base64EncodedString())") { try kind.check(bytes) }
    }
  }
}

/// The files that the fuzzer starts from.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

  static func inputs(of kind: InputKind) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: kind.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  /// As many as take about a second.
  static func rounds(of kind: InputKind) -> Int {
    switch kind {
    case .keymapFile: 20
    default: 200
    }
  }
}
