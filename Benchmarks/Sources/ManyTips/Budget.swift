import Foundation

/// Times of one thing, held against what the design promises. For one thread.
public final class Budget {
  private let name: String
  private let limit: Duration?
  private var times: [Duration] = []

  /// What is measured, and the most its 99th percentile may be; nil where nothing is promised.
  public init(_ name: String, p99 limit: Duration? = nil) {
    self.name = name
    self.limit = limit
  }

  /// Times `body`.
  public func time<Value>(_ body: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    let value = try body()
    times.append(ContinuousClock.now - start)
    return value
  }

  /// The time that this share of all stayed within.
  public func percentile(_ share: Double) -> Duration {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return .zero }
    return sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
  }

  /// Prints a line with the figures.
  public func report() {
    let p99 = percentile(0.99)
    var line =
      "\(name): median \(percentile(0.5).text), p99 \(p99.text), most \(percentile(1).text)"
      + " of \(times.count)"
    if let limit { line += "; budget \(limit.text): \(p99 <= limit ? "pass" : "FAIL")" }
    Self.print(line)
  }

  /// Prints a line with a figure and whether it is within its budget.
  public static func report(_ name: String, _ figure: String, budget: String, isWithin: Bool) {
    print("\(name): \(figure); budget \(budget): \(isWithin ? "pass" : "FAIL")")
  }

  private static func print(_ line: String) {
    // Standard output belongs to the runner's table.
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

extension Duration {
  /// Seconds.
  public var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// Milliseconds with two decimals.
  public var text: String {
    let hundredths = Int((seconds * 100_000).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10) ms"
  }
}
