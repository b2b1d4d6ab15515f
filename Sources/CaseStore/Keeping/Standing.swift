import Casework
import Foundation

extension [StoredFact] {
  /// The facts as they stand: where a body has been redacted, with what the redaction left of it.
  func standing(_ coder: FactCoder) -> [StoredFact] {
    guard contains(where: { $0.body == nil }) else { return self }
    var remains: [Int64: Data] = [:]
    for stored in self where Fact.isRedaction(stored.kind) {
      let redaction = stored.body.flatMap { try? coder.fact(kind: stored.kind, body: $0).redaction }
      for left in redaction?.remains ?? [] {
        remains[Int64(left.version)] = try? JSONEncoder().encode(left.body)
      }
    }
    return map { stored in
      guard stored.body == nil else { return stored }
      var fact = stored
      fact.body = remains[stored.version]
      return fact
    }
  }
}
