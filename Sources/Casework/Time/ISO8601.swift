extension Instant {
  /// Reads ISO 8601 with an offset: "2026-11-21T02:13:00+01:00", "…02:13Z", with or without seconds
  /// and their fraction. Nil for anything else: a time without an offset would mean another moment
  /// on another machine, and a day or an hour that does not exist is a mistake, not the day after.
  public init?(iso8601 text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.skip("T"),
      let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
      let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60
    else { return nil }
    var second = 0
    var fraction = 0
    if scanner.skip(":") {
      guard let seconds = scanner.number(2), seconds < 60 else { return nil }
      second = seconds
      if scanner.skip(".") || scanner.skip(",") {
        guard let thousandths = scanner.thousandths() else { return nil }
        fraction = thousandths
      }
    }
    guard let offset = scanner.offsetMinutes(), scanner.isAtEnd else { return nil }
    let minutes = (date.dayNumber * 24 + hour) * 60 + minute - offset
    self.init(milliseconds: Int64((minutes * 60 + second) * 1000 + fraction))
    guard self >= .earliest, self < .latest else { return nil }
  }
}

extension CivilDate {
  /// Reads "2026-11-21". Nil for anything else, and outside 1900–2199, the years of ``Instant``.
  public init?(iso8601 text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.isAtEnd,
      (1900..<2200).contains(year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

private struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == mark.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    var value = 0
    for _ in 0..<width {
      guard let digit = nextDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One to nine digits after the stop; those after the third are dropped.
  mutating func thousandths() -> Int? {
    guard let first = nextDigit() else { return nil }
    var digits = [first]
    while let digit = nextDigit() { digits.append(digit) }
    guard digits.count <= 9 else { return nil }
    return (digits + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
  }

  /// "Z", "+01:00", "+0100" or "+01".
  mutating func offsetMinutes() -> Int? {
    if skip("Z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2), hours <= 18 else { return nil }
    var minutes = 0
    if skip(":") || !isAtEnd {
      guard let some = number(2), some < 60 else { return nil }
      minutes = some
    }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  private mutating func nextDigit() -> Int? {
    guard let first = rest.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else {
      return nil
    }
    rest = rest.dropFirst()
    return Int(first - UInt8(ascii: "0"))
  }
}
