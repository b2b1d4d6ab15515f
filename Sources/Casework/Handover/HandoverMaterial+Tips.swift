extension HandoverMaterial {
  /// A tip that belongs to the case or tells of its children, with the numbers that its facts have in
  /// the journal.
  public struct TipSource: Sendable {
    /// One fact of the tip.
    public struct Told: Sendable {
      let number: Int64
      let version: Int
      let happenedAt: Instant
      let fact: TipFact

      /// Takes the parts as they are.
      public init(_ fact: TipFact, number: Int64, version: Int, happenedAt: Instant) {
        self.fact = fact
        self.number = number
        self.version = version
        self.happenedAt = happenedAt
      }
    }

    /// Its reference.
    public let reference: Reference
    /// Its facts, oldest first.
    public let told: [Told]

    /// Takes the parts as they are.
    public init(_ reference: Reference, told: [Told]) {
      self.reference = reference
      self.told = told
    }

    /// What was told and how it was assessed. Who told it stays at the desk (OSL 26:5): a district
    /// that needs to know asks.
    var items: [Item] {
      told.compactMap { told in
        switch told.fact {
        case .received(let report):
          let corrections = self.told.filter {
            if case .corrected = $0.fact { true } else { false }
          }
          var standing = report
          for case .corrected(let correction) in corrections.map(\.fact) {
            standing = correction.report
          }
          return item(
            told, "received",
            FactWords(
              title: TipFact.received(standing).words.title,
              details: Self.fields.compactMap { standing.detail($0) }),
            corrections: corrections.map(\.number))
        case .protectionAssessed: return item(told, "protectionAssessed", told.fact.words)
        case .preliminaryAssessed: return item(told, "preliminaryAssessed", told.fact.words)
        default: return nil
        }
      }
    }

    private static let fields = [
      "text", "acute", "place", "observedAt", "duration", "children", "adults", "activity",
      "childNow", "ifNothing", "childKnows", "guardianKnows", "cautions", "language",
    ]

    private func item(
      _ told: Told, _ name: String, _ words: FactWords, corrections: [Int64] = []
    ) -> Item {
      Item(
        id: told.number, reference: reference, name: name, happenedAt: told.happenedAt,
        words: words, numbers: [told.number] + corrections,
        entry: Record.Entry(
          version: told.version, name: name, happenedAt: told.happenedAt, values: [:]))
    }
  }
}
