/// Numbers drawn in characters, the same in every theme.
public enum Chart {
  /// A bar in eighths of a column, so that small differences show; anything but nought is seen.
  /// Empty where nothing is to be drawn.
  public static func bar(_ number: Int, of most: Int, columns: Int) -> String {
    guard number > 0, most > 0, columns > 0 else { return "" }
    let share = min(1, Double(number) / Double(most))
    let eighths = max(1, Int(share * Double(columns * 8)))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// One character for each number, as high as its share of the highest; nought is a point.
  public static func sparkline(_ numbers: [Int]) -> String {
    let most = numbers.max() ?? 0
    let heights = Array("▁▂▃▄▅▆▇█")
    return String(
      numbers.map { number in
        guard number > 0, most > 0 else { return "·" }
        return heights[(number * heights.count - 1) / most]
      })
  }

  /// One character, the denser the nearer to the highest; nought is a point.
  public static func shade(_ number: Int, of most: Int) -> Character {
    guard number > 0, most > 0 else { return "·" }
    let shades = Array("░▒▓█")
    return shades[min(shades.count, (number * shades.count + most - 1) / most) - 1]
  }

  /// Neighbours added up, so that no more than `columns` numbers are left, and how many each is.
  public static func gathered(_ numbers: [Int], columns: Int) -> (numbers: [Int], each: Int) {
    guard columns > 0, numbers.count > columns else { return (numbers, 1) }
    let each = (numbers.count + columns - 1) / columns
    return (
      stride(from: 0, to: numbers.count, by: each).map { start in
        numbers[start..<min(numbers.count, start + each)].reduce(0, +)
      }, each
    )
  }
}
