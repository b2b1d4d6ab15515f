/// A subject's current state: all its facts, folded.
public enum SubjectState: Hashable, Sendable {
  /// A tip.
  case tip(Tip)
  /// An officer.
  case officer(Officer)
  /// Any other subject.
  case record(Record)

  /// How many facts have happened to it.
  public var version: Int {
    switch self {
    case .tip(let tip): tip.version
    case .officer(let officer): officer.version
    case .record(let record): record.version
    }
  }

  /// Its identity.
  public var id: SubjectID {
    switch self {
    case .tip(let tip): tip.id
    case .officer(let officer): officer.id
    case .record(let record): record.id
    }

  }

  /// What kind of subject it is.
  public var kind: SubjectKind {
    switch self {
    case .tip: .tip
    case .officer: .officer
    case .record(let record): record.kind
    }
  }

  /// The state after one more fact. Nil where the fact does not fit: a first fact that is none, or
  /// a fact of another kind of subject. The only way a state changes.
  public static func applying(
    _ fact: Fact, at happenedAt: Instant, to old: SubjectState?, id: SubjectID
  ) -> SubjectState? {
    switch (fact, old) {
    case (.tip(let fact), .tip(let tip)?):
      return Tip.applying(fact, at: happenedAt, to: tip, id: id).map(SubjectState.tip)
    case (.tip(let fact), nil):
      return Tip.applying(fact, at: happenedAt, to: nil, id: id).map(SubjectState.tip)
    case (.officer(let fact), .officer(let officer)?):
      return Officer.applying(fact, to: officer, id: id).map(SubjectState.officer)
    case (.officer(let fact), nil):
      return Officer.applying(fact, to: nil, id: id).map(SubjectState.officer)
    case (.record(let fact), .record(let record)?):
      return Record.applying(fact, at: happenedAt, to: record, id: id).map(SubjectState.record)
    case (.record(let fact), nil):
      return Record.applying(fact, at: happenedAt, to: nil, id: id).map(SubjectState.record)
    // Nothing stands of an erased subject.
    default: return nil
    }
  }
}
