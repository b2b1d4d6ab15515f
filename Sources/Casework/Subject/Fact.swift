import Foundation

/// Something that has happened to a subject. The journal holds nothing else.
public enum Fact: Hashable, Sendable {
  /// To a tip.
  case tip(TipFact)
  /// To an officer.
  case officer(OfficerFact)
  /// To a subject that is kept as a record.
  case record(RecordedFact)
  /// To a subject whose time of keeping is over: all its other facts have lost their bodies.
  case erased(SubjectKind, Erasure)

  /// The kind of subject it happens to.
  public var subjectKind: SubjectKind {
    switch self {
    case .tip: .tip
    case .officer: .officer
    case .record(let fact): FactName(fact.kind)?.subject ?? .tip
    case .erased(let kind, _): kind
    }
  }

  /// The stable name in the journal: "tip.received".
  public var kind: String {
    switch self {
    case .tip(let fact):
      switch fact {
      case .received: "tip.received"
      case .protectionAssessed: "tip.protectionAssessed"
      case .prioritised: "tip.prioritised"
      case .assigned: "tip.assigned"
      case .noted: "tip.noted"
      case .corrected: "tip.corrected"
      case .markedDuplicate: "tip.markedDuplicate"
      case .unmarkedDuplicate: "tip.unmarkedDuplicate"
      case .duplicatesChanged: "tip.duplicatesChanged"
      case .closed: "tip.closed"
      case .reopened: "tip.reopened"
      case .dispatched: "tip.dispatched"
      case .passedOn: "tip.passedOn"
      case .recalled: "tip.recalled"
      case .linked: "tip.linked"
      case .preliminaryAssessed: "tip.preliminaryAssessed"
      case .feedbackGiven: "tip.feedbackGiven"
      case .redacted: "tip.redacted"
      }
    case .officer(let fact):
      switch fact {
      case .registered: "officer.registered"
      case .changed: "officer.changed"
      case .deactivated: "officer.deactivated"
      }
    case .record(let fact): fact.kind
    case .erased(let kind, _): "\(kind.rawValue).\(Erasure.factName)"
    }
  }
}

/// Facts to and from the JSON that the journal stores. Not thread-safe: one for each thread.
public final class FactCoder {
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()

  /// Short bodies that have been decoded lately: most facts say one of few things.
  private var known: [Known: Fact] = [:]

  private struct Known: Hashable {
    static let longest = 160
    static let most = 1024

    let kind: String
    let body: Data

    /// Of the whole body: by itself it hashes its beginning alone, which many bodies share.
    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      body.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// A fact in the journal that this program does not know.
  public struct UnknownFact: Error, Sendable {
    /// The kind as it stands in the journal.
    public let kind: String
  }

  /// A new coder.
  public init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The fact's body as JSON with sorted keys.
  public func body(of fact: Fact) throws -> Data {
    switch fact {
    case .tip(let fact):
      switch fact {
      case .received(let body): try encoder.encode(body)
      case .protectionAssessed(let body): try encoder.encode(body)
      case .prioritised(let body): try encoder.encode(body)
      case .assigned(let body): try encoder.encode(body)
      case .noted(let body): try encoder.encode(body)
      case .corrected(let body): try encoder.encode(body)
      case .markedDuplicate(let body): try encoder.encode(body)
      case .unmarkedDuplicate(let body): try encoder.encode(body)
      case .duplicatesChanged(let body): try encoder.encode(body)
      case .closed(let body): try encoder.encode(body)
      case .reopened(let body): try encoder.encode(body)
      case .dispatched(let body): try encoder.encode(body)
      case .passedOn(let body): try encoder.encode(body)
      case .recalled(let body): try encoder.encode(body)
      case .linked(let body): try encoder.encode(body)
      case .preliminaryAssessed(let body): try encoder.encode(body)
      case .feedbackGiven(let body): try encoder.encode(body)
      case .redacted(let body): try encoder.encode(body)
      }
    case .officer(let fact):
      switch fact {
      case .registered(let body): try encoder.encode(body)
      case .changed(let body): try encoder.encode(body)
      case .deactivated(let body): try encoder.encode(body)
      }
    case .record(let fact): try encoder.encode(fact.values)
    case .erased(_, let body): try encoder.encode(body)
    }
  }

  /// The fact of that kind with that body. Throws ``UnknownFact`` or a decoding error.
  public func fact(kind: String, body: Data) throws -> Fact {
    guard body.count <= Known.longest else { return try decode(kind, body) }
    let key = Known(kind: kind, body: body)
    if let fact = known[key] { return fact }
    let fact = try decode(kind, body)
    if known.count >= Known.most { known.removeAll(keepingCapacity: true) }
    known[key] = fact
    return fact
  }

  private func decode(_ kind: String, _ body: Data) throws -> Fact {
    func read<Body: Decodable>(_ type: Body.Type) throws -> Body {
      try decoder.decode(type, from: body)
    }
    switch kind {
    case "tip.received":
      return .tip(.received(try TipReport.sorted(body) ?? read(TipReport.self)))
    case "tip.protectionAssessed":
      return .tip(.protectionAssessed(try read(TipFact.Assessment.self)))
    case "tip.prioritised": return .tip(.prioritised(try read(TipFact.Prioritisation.self)))
    case "tip.assigned": return .tip(.assigned(try read(TipFact.Assignment.self)))
    case "tip.noted": return .tip(.noted(try read(TipFact.Note.self)))
    case "tip.corrected":
      return .tip(
        .corrected(try TipFact.Correction.sorted(body) ?? read(TipFact.Correction.self)))
    case "tip.markedDuplicate":
      return .tip(.markedDuplicate(try read(TipFact.DuplicateMark.self)))
    case "tip.unmarkedDuplicate":
      return .tip(.unmarkedDuplicate(try read(TipFact.DuplicateUnmark.self)))
    case "tip.duplicatesChanged":
      return .tip(.duplicatesChanged(try read(TipFact.DuplicateLink.self)))
    case "tip.closed": return .tip(.closed(try read(TipFact.Closing.self)))
    case "tip.reopened": return .tip(.reopened(try read(Reason.self)))
    case "tip.dispatched": return .tip(.dispatched(try read(TipFact.Sending.self)))
    case "tip.passedOn": return .tip(.passedOn(try read(TipFact.Sending.self)))
    case "tip.recalled": return .tip(.recalled(try read(Reason.self)))
    case "tip.linked": return .tip(.linked(try read(TipFact.CaseLink.self)))
    case "tip.preliminaryAssessed":
      return .tip(.preliminaryAssessed(try read(TipFact.Preliminary.self)))
    case "tip.feedbackGiven": return .tip(.feedbackGiven(try read(TipFact.Feedback.self)))
    case "tip.redacted": return .tip(.redacted(try read(Redaction.self)))
    case "officer.registered": return .officer(.registered(try read(OfficerDetails.self)))
    case "officer.changed": return .officer(.changed(try read(OfficerDetails.self)))
    case "officer.deactivated": return .officer(.deactivated(try read(Reason.self)))
    default:
      if let name = FactName(kind), name.name == Erasure.factName {
        return .erased(name.subject, try read(Erasure.self))
      }
      guard RecordKinds.action(becoming: kind) != nil else { throw UnknownFact(kind: kind) }
      return .record(RecordedFact(kind: kind, values: try FieldValue.values(json: body)))
    }
  }
}
