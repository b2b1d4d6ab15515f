import Casework

/// Events written one after another, as officers would record them.
struct DemoScript {
  private(set) var events: [DemoEvent] = []

  /// Records an action that makes or acts on the subject of that name. Fields in `one` and `many`
  /// name other subjects.
  mutating func record(
    _ action: String, _ subject: String, at time: Instant, by login: String,
    _ fields: [String: FieldValue] = [:], one: [String: String] = [:],
    many: [String: [String]] = [:]
  ) {
    var mentions = one.mapValues { DemoEvent.Mention.one(.named($0)) }
    for (field, names) in many { mentions[field] = .many(names.map(DemoSubject.named)) }
    events.append(
      DemoEvent(
        at: time, login: login, action: Action(action, happenedAt: time, fields: fields),
        subject: .named(subject), mentions: mentions))
  }
}

extension FieldValue {
  /// Several choices.
  static func choices(_ values: String...) -> FieldValue { .list(values.map(FieldValue.text)) }

  /// Children seen: sex and age.
  static func child(_ sex: Sex?, _ age: Int?) -> FieldValue {
    var object: [String: FieldValue] = [:]
    if let sex { object["sex"] = .text(sex.rawValue) }
    if let age { object["ageFrom"] = .number(age); object["ageTo"] = .number(age) }
    return .object(object)
  }
}
