import Casework
import Foundation

/// A half-typed form as it is kept outside the journal: it survives a dropped line, a kill and a
/// reboot, and opens on another terminal.
public struct FormDraft: Sendable, Codable, Hashable {
  /// The action the form is for.
  public var action: String
  /// The subject it acts on.
  public var subject: String?
  /// The version of the subject that was on the screen.
  public var expects: Int?
  /// What is typed, by field.
  public var values: [String: String]
  /// What the changed fields of a correction held when the form opened.
  public var initial: [String: String]?
  /// The other subjects of an action on several, with the versions they were marked at.
  public var others: [String: Int]?
  /// The field the cursor stood in.
  public var focus: String
  /// The desk that kept it last: of two desks of one officer neither writes over the other.
  public var desk: String?

  /// The body that the store keeps.
  public func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(self)
  }

  /// Reads a body that the store kept. Nil where it is not one.
  public init?(data: Data) {
    guard let draft = try? JSONDecoder().decode(FormDraft.self, from: data) else { return nil }
    self = draft
  }

  init(
    action: String, subject: String?, expects: Int?, values: [String: String],
    initial: [String: String]? = nil, others: [String: Int]? = nil, focus: String
  ) {
    self.initial = initial
    self.others = others
    self.action = action
    self.subject = subject
    self.expects = expects
    self.values = values
    self.focus = focus
  }

  /// The first words typed, to tell one draft from another.
  public var gist: String {
    let first = ["text", "ground", "reason", "note", "place"].compactMap { values[$0] }
      .first { !$0.allSatisfy(\.isWhitespace) }
    // Of a section of a handover the focus names the text; the other value is a number.
    let focused = values[focus].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let some = first ?? focused ?? values.values.sorted().first { !$0.isEmpty }
    return String((some ?? "").prefix(120))
  }
}
