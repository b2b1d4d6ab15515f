/// How well a few typed letters fit a name, for palettes.
public enum FuzzyMatch {
  /// A fit: the higher the score the better, and which characters of the candidate were meant.
  public struct Match: Hashable, Sendable {
    /// The fit; comparable between candidates for the same pattern.
    public let score: Int
    /// Indices of the candidate's characters, ascending.
    public let positions: [Int]
  }

  /// Longer texts are looked at no further than this.
  private static let maximumCandidate = 256
  private static let maximumPattern = 64

  /// The best way to find the pattern's characters in the candidate in their order; nil when they
  /// are not all there. Case is of no matter; å, ä and ö are letters of their own. Blanks in the
  /// pattern only separate.
  public static func score(_ pattern: String, _ candidate: String) -> Match? {
    let wanted = folded(pattern, limit: maximumPattern).filter { $0 != " " }
    let written = Array(candidate.prefix(maximumCandidate))
    let offered = folded(candidate, limit: maximumCandidate)
    if wanted.isEmpty { return Match(score: 0, positions: []) }
    guard wanted.count <= offered.count else { return nil }

    // best[i][j]: the best score with the pattern's character i at the candidate's j.
    var best: [[Int?]] = []
    var cameFrom: [[Int]] = []
    for (row, character) in wanted.enumerated() {
      var scores = [Int?](repeating: nil, count: offered.count)
      var origins = [Int](repeating: -1, count: offered.count)
      var running: (score: Int, at: Int)?
      for column in offered.indices {
        if row > 0, column > 0, let previous = best[row - 1][column - 1] {
          // A gap costs a little, wherever it is.
          let carried = running.map { $0.score - 1 }
          running =
            carried.map { $0 > previous } == true
            ? (carried ?? previous, running?.at ?? column - 1) : (previous, column - 1)
        } else if let kept = running {
          running = (kept.score - 1, kept.at)
        }
        guard offered[column] == character else { continue }
        let own = 10 + bonus(at: column, in: written)
        if row == 0 {
          scores[column] = own - min(column, 10)
        } else {
          if let kept = running {
            scores[column] = kept.score + own
            origins[column] = kept.at
          }
          if column > 0, let adjacent = best[row - 1][column - 1],
            adjacent + own + 12 > scores[column] ?? .min
          {
            scores[column] = adjacent + own + 12
            origins[column] = column - 1
          }
        }
      }
      best.append(scores)
      cameFrom.append(origins)
    }
    guard let last = best.last,
      let end = last.indices.filter({ last[$0] != nil }).max(by: {
        (last[$0] ?? .min, -$0) < (last[$1] ?? .min, -$1)
      }), let score = last[end]
    else { return nil }
    var positions = [end]
    for row in stride(from: wanted.count - 1, to: 0, by: -1) {
      guard let place = positions.last, cameFrom[row][place] >= 0 else { return nil }
      positions.append(cameFrom[row][place])
    }
    // Of two equal fits the shorter name is meant.
    return Match(score: score * 4 - min(offered.count, 100) / 10, positions: positions.reversed())
  }

  private static func folded(_ text: String, limit: Int) -> [Character] {
    text.prefix(limit).map { character in
      let lower = character.lowercased()
      return lower.count == 1 ? lower.first ?? character : character
    }
  }

  private static func bonus(at index: Int, in text: [Character]) -> Int {
    guard index > 0 else { return 16 }
    let before = text[index - 1]
    if !before.isLetter && !before.isNumber { return 14 }
    return before.isLowercase && text[index].isUppercase ? 12 : 0
  }
}
