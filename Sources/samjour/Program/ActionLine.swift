import Casework
import Foundation
import Intake

/// A line that `samjour record` reads: strict, so that a mistyped key is never an action without
/// what the key said.
struct ActionLine: Sendable {
  let number: Int
  let action: Result<Action, Complaint>

  private static let keys = ["action", "subject", "expects", "happenedAt", "fields"]

  init(_ line: LineSource.Line) {
    number = line.number
    do {
      action = .success(try Self.read(line))
    } catch let complaint as Complaint {
      action = .failure(complaint)
    } catch {
      action = .failure(
        Self.wrong(sv: "raden är inte giltig JSON", en: "the line is not valid JSON"))
    }
  }

  private static func read(_ line: LineSource.Line) throws -> Action {
    guard !line.isTooLong else {
      throw wrong(sv: "raden är längre än 8 MB", en: "the line is longer than 8 MB")
    }
    let bytes =
      line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.bytes.dropFirst(3)) : line.bytes
    guard JSONShape(bytes).fits else {
      throw wrong(
        sv:
          "raden har fler än \(JSONShape.mostValues) värden, eller är nästlad djupare än "
          + "\(JSONShape.deepestNesting) nivåer",
        en:
          "the line has more than \(JSONShape.mostValues) values, or is nested deeper than "
          + "\(JSONShape.deepestNesting) levels")
    }
    guard
      case .object(let object) = try JSONDecoder().decode(FieldValue.self, from: Data(bytes))
    else { throw wrong(sv: "raden ska vara ett JSON-objekt", en: "the line must be an object") }
    for key in object.keys.sorted() where !keys.contains(key) {
      let known = keys.joined(separator: ", ")
      throw wrong(
        sv: "okänd nyckel ”\(key.prefix(60))”; nycklarna är: \(known)",
        en: "unknown key “\(key.prefix(60))”; the keys are: \(known)")
    }
    guard case .text(let id)? = object["action"] else {
      throw wrong(
        sv: "”action” saknas: åtgärdens namn, som tip.prioritise",
        en: "“action” is missing: the action's name, such as tip.prioritise")
    }
    return Action(
      id, subject: try reference(object["subject"]), expects: try version(object["expects"]),
      happenedAt: try time(object["happenedAt"]), fields: try fields(object["fields"]))
  }

  private static func reference(_ value: FieldValue?) throws -> Reference? {
    switch value {
    case nil, .some(.none): return nil
    case .text(let text)?:
      if let reference = Reference(text) { return reference }
      fallthrough
    default:
      throw wrong(
        sv: "”subject” ska vara en referens som T1042", en: "“subject” must be a reference: T1042")
    }
  }

  private static func version(_ value: FieldValue?) throws -> Int? {
    switch value {
    case nil, .some(.none): return nil
    case .number(let version)? where version > 0: return version
    default:
      throw wrong(
        sv: "”expects” ska vara en version: ett heltal från 1",
        en: "“expects” must be a version: a whole number from 1")
    }
  }

  private static func time(_ value: FieldValue?) throws -> Instant? {
    switch value {
    case nil, .some(.none): return nil
    case .text(let text)?:
      if let instant = Instant(iso8601: text) { return instant }
      fallthrough
    default:
      throw wrong(
        sv: "”happenedAt” ska vara en tid som 2026-11-21T02:13:00+01:00",
        en: "“happenedAt” must be a time such as 2026-11-21T02:13:00+01:00")
    }
  }

  private static func fields(_ value: FieldValue?) throws -> [String: FieldValue] {
    switch value {
    case nil, .some(.none): return [:]
    case .object(let fields)?: return fields
    default:
      throw wrong(sv: "”fields” ska vara ett objekt", en: "“fields” must be an object")
    }
  }

  private static func wrong(sv: String, en: String) -> Complaint {
    Complaint(.badData, Phrase(sv: sv, en: en))
  }
}
