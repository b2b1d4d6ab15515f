import Casework

/// A subject of the demonstration before it has its reference.
public enum DemoSubject: Hashable, Sendable {
  /// A tip, counted from 0 in order of receipt.
  case tip(Int)
  /// Any other subject, by a name of the script's own.
  case named(String)
}

/// Something an officer records in the demonstration.
public struct DemoEvent: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// Who.
  public let login: String
  /// What, without the references that are known only when the subjects are recorded;
  /// see ``action(references:)``.
  public let action: Action
  /// What it makes or acts on; nil for officers.
  public let subject: DemoSubject?
  /// Other subjects that its fields name.
  let mentions: [String: Mention]

  /// The subjects that a field names.
  enum Mention: Hashable, Sendable {
    case one(DemoSubject)
    case many([DemoSubject])

    var subjects: [DemoSubject] {
      switch self {
      case .one(let subject): [subject]
      case .many(let subjects): subjects
      }
    }
  }

  init(
    at: Instant, login: String, action: Action, subject: DemoSubject? = nil,
    mentions: [String: Mention] = [:]
  ) {
    self.at = at
    self.login = login
    self.action = action
    self.subject = subject
    self.mentions = mentions
  }

  /// The tip it makes or acts on, counted from 0 in order of receipt.
  public var tip: Int? {
    guard case .tip(let index)? = subject else { return nil }
    return index
  }

  /// The subject it makes; nil where it acts on one that is there.
  public var makes: DemoSubject? {
    ActionRegistry.action(action.id)?.creates == true ? subject : nil
  }

  /// Whether it makes a new tip.
  public var receivesTip: Bool { action.id == "tip.receive" }

  /// How many facts it becomes: calling a tip a duplicate happens to both tips.
  var facts: Int { ["tip.duplicate", "tip.notDuplicate"].contains(action.id) ? 2 : 1 }

  /// The action with its references filled in from those of the subjects made so far. Nil where one
  /// it needs has not been made.
  public func action(references: [DemoSubject: Reference]) -> Action? {
    var action = action
    if let subject, makes == nil {
      guard let reference = references[subject] else { return nil }
      action.subject = reference
    }
    for (field, mention) in mentions {
      let texts = mention.subjects.compactMap { references[$0]?.description }.map(FieldValue.text)
      guard texts.count == mention.subjects.count, let first = texts.first else { return nil }
      if case .one = mention {
        action.fields[field] = first
      } else {
        action.fields[field] = .list(texts)
      }
    }
    return action
  }
}
