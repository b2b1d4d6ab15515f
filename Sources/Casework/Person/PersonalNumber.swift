/// A Swedish personal identity number or co-ordination number with its century: 20110312-2384.
public struct PersonalNumber: Hashable, Sendable {
  /// The twelve digits.
  public let digits: String
  /// The day of birth it tells.
  public let birthDate: CivilDate

  /// Reads twelve digits, with or without a hyphen before the last four. Nil where the day does not
  /// exist or the check digit is wrong. A co-ordination number's day is 60 more than the day.
  public init?(_ text: String) {
    guard text.utf8.count <= 13 else { return nil }
    let characters = Array(text)
    let digits =
      characters.count == 13 && characters[8] == "-"
      ? characters[..<8] + characters[9...] : characters[...]
    let numbers = digits.compactMap { $0.isASCIIDigit ? $0.wholeNumberValue : nil }
    guard digits.count == 12, numbers.count == 12 else { return nil }
    func number(_ range: Range<Int>) -> Int { numbers[range].reduce(0) { $0 * 10 + $1 } }
    let day = number(6..<8)
    guard
      let date = CivilDate(
        year: number(0..<4), month: number(4..<6), day: day > 60 ? day - 60 : day),
      (1850..<2200).contains(number(0..<4)), Self.isChecked(numbers[2...])
    else { return nil }
    self.digits = String(digits)
    birthDate = date
  }

  /// The modulus 10 check over the ten digits after the century (folkbokföringslagen 18 §).
  private static func isChecked(_ digits: ArraySlice<Int>) -> Bool {
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let product = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }
}
