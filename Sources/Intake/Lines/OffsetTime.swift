/// ISO 8601 times with an offset, such as `2026-11-21T02:13:00+01:00` or `…02:13Z`.
enum OffsetTime {
  /// UTC milliseconds since 1970; nil for anything else than a whole time with its offset.
  /// Seconds and their fraction may be left out; digits after the millisecond are dropped.
  static func milliseconds(_ text: String) -> Int64? {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.skip("T"),
      let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2)
    else { return nil }
    var second: Int64 = 0
    var fraction: Int64 = 0
    if scanner.skip(":") {
      guard let seconds = scanner.number(2) else { return nil }
      second = seconds
      if scanner.skip(".") || scanner.skip(",") {
        guard let thousandths = scanner.fraction() else { return nil }
        fraction = thousandths
      }
    }
    guard let offset = scanner.offsetMinutes(), scanner.isAtEnd, (1...12).contains(month),
      (1...lengthOfMonth(month, year)).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let minutes = (days(year, month, day) * 24 + hour) * 60 + minute - offset
    return (minutes * 60 + second) * 1000 + fraction
  }

  private static func lengthOfMonth(_ month: Int64, _ year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years from March.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 + 400 : year + 400
    let fromMarch = (month + 9) % 12
    let dayOfYear = (153 * fromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
      - 719_468 - 146_097
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

  mutating func number(_ width: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<width {
      guard let digit = nextDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One to nine digits, as thousandths.
  mutating func fraction() -> Int64? {
    guard var value = nextDigit() else { return nil }
    var count = 1
    while let digit = nextDigit() {
      count += 1
      if count > 9 { return nil }
      if count <= 3 { value = value * 10 + digit }
    }
    return count == 1 ? value * 100 : count == 2 ? value * 10 : value
  }

  mutating func offsetMinutes() -> Int64? {
    if skip("Z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2), hours <= 18 else { return nil }
    var minutes: Int64 = 0
    if skip(":") || !isAtEnd {
      guard let some = number(2), some < 60 else { return nil }
      minutes = some
    }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  private mutating func nextDigit() -> Int64? {
    guard let first = rest.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else {
      return nil
    }
    rest = rest.dropFirst()
    return Int64(first - UInt8(ascii: "0"))
  }
}
