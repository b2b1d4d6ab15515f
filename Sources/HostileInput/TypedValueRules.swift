import Casework

/// What holds of times, ages, references and numbers as a person types them.
enum TypedValueRules {
  /// Each is read or not, lies within the years that the desk knows, and reads the same once more.
  static func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let now = RulesDesk.now
    if let moment = TimeEntry.parse(text, now: now) { try check(moment) }
    if let moment = Instant(iso8601: text) { try check(moment) }
    for date in [TimeEntry.day(text, now: now), CivilDate(iso8601: text)] {
      guard let date else { continue }
      try expect(CivilDate(iso8601: date.description) == date, "\(date) is another day")
    }
    if let children = ChildrenEntry.parse(text) {
      try expect(children.count <= SeenChild.most, "\(children.count) children")
      for language in [Language.sv, .en] {
        let typed = ChildrenEntry.text(children, language)
        try expect(ChildrenEntry.parse(typed) == children, "\(typed) is other children")
      }
    }
    if let reference = Reference(text) {
      try expect(Reference(reference.description) == reference, "\(reference) is another")
    }
    if let number = KNumber(text) {
      try expect(KNumber(number.description) == number, "\(number) is another")
    }
    if let number = PersonalNumber(text) {
      try expect(PersonalNumber(number.digits) == number, "\(number.digits) is another")
    }
    if let id = SubjectID(text) {
      try expect(SubjectID(id.description) == id, "\(id) is another")
    }
    _ = NameQuery(text)
  }

  private static func check(_ moment: Instant) throws {
    try expect(moment >= .earliest && moment <= .latest, "\(moment.milliseconds) is out of range")
    // The end of the range is no moment that can be typed.
    guard moment < .latest else { return }
    let seconds = moment.adding(milliseconds: -(moment.milliseconds % 1_000))
    try expect(
      moment.milliseconds < 0 || Instant(iso8601: moment.iso8601) == seconds,
      "\(moment.iso8601) is another moment")
    for language in [Language.sv, .en] {
      _ = TimeText.exact(moment, now: RulesDesk.now, language)
      _ = TimeText.near(moment, now: RulesDesk.now, language)
      _ = TimeText.compact(moment, now: RulesDesk.now, language)
    }
  }
}
