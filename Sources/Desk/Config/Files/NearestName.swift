import Casework

/// Finds the name that was meant.
enum NearestName {
  /// The known name nearest to what is written, or nil where none is near: a slip of a letter or
  /// two, other case, or the last part of a name with a point in it.
  static func of(_ written: String, among known: [String]) -> String? {
    let written = written.lowercased()
    guard !written.isEmpty, written.count <= 60 else { return nil }
    if let part = known.first(where: { $0.lowercased().split(separator: ".").last ?? "" == written }
    ) {
      return part
    }
    let limit = max(1, written.count / 3)
    // Each letter more or less is a slip of its own.
    let near = known.filter { abs($0.count - written.count) <= limit }
    let measured = near.map { (name: $0, distance: distance(written, $0.lowercased())) }
    guard let best = measured.min(by: { $0.distance < $1.distance }), best.distance <= limit else {
      return nil
    }
    return best.name
  }

  /// "; menade du ”tip.new”?", or nothing.
  static func suggestion(for written: String, among known: [String]) -> Phrase {
    guard let name = of(written, among: known) else { return Phrase(same: "") }
    return Phrase(sv: "; menade du \(quoted(name))?", en: "; did you mean \(englishQuoted(name))?")
  }

  /// The fewest letters to put in, take out, change or swap with the next.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for row in 1..<(left.count + 1) {
      var distances = [row]
      for column in 1..<(right.count + 1) {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(
          rows[row - 1][column] + 1, distances[column - 1] + 1,
          rows[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        distances.append(best)
      }
      rows.append(distances)
    }
    return rows[left.count][right.count]
  }
}

extension Phrase {
  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(sv: left.sv + right.sv, en: left.en + right.en)
  }
}
