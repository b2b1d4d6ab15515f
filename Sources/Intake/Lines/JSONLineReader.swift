import Foundation
import TextSafety

/// Reads one intake line. Pure; may be called from any thread.
public enum JSONLineReader {
  /// The longest line, in bytes without the line end.
  public static let longestLine = 8 << 20

  /// Reads the bytes of a line; `number` is for the error, the first line being 1.
  public static func parse(line: [UInt8], number: Int) throws(IntakeLineError) -> IncomingTipLine {
    if line.count > longestLine {
      throw IntakeLineError(line: number, .tooLong(limit: longestLine))
    }
    if String(validating: line, as: UTF8.self) == nil {
      throw IntakeLineError(line: number, .notUTF8(offset: validPrefix(line)))
    }
    let shape = JSONShape(line)
    if shape.depth > JSONShape.deepestNesting {
      throw IntakeLineError(line: number, .tooDeep(limit: JSONShape.deepestNesting))
    }
    if shape.values > JSONShape.mostValues {
      throw IntakeLineError(line: number, .tooManyValues(limit: JSONShape.mostValues))
    }
    let hasMark = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF])
    do {
      return try JSONDecoder().decode(
        TipLineObject.self, from: Data(hasMark ? line[3...] : line[...])
      )
      .tip
    } catch let error as IntakeLineError {
      throw IntakeLineError(line: number, key: error.key, reason: error.reason)
    } catch {
      throw IntakeLineError(line: number, .notJSON)
    }
  }

  /// Reads the text of a line; `number` is for the error, the first line being 1.
  public static func parse(line: String, number: Int) throws(IntakeLineError) -> IncomingTipLine {
    try parse(line: Array(line.utf8), number: number)
  }

  /// Reads a line that a ``LineSource`` gave.
  public static func parse(line: LineSource.Line) throws(IntakeLineError) -> IncomingTipLine {
    if line.isTooLong { throw IntakeLineError(line: line.number, .tooLong(limit: longestLine)) }
    return try parse(line: line.bytes, number: line.number)
  }

  private static func validPrefix(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var position = 0
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      position += UTF8.width(scalar)
    }
    return position
  }
}

extension IntakeLineError {
  init(line: Int, _ reason: Reason) {
    self.init(line: line, key: nil, reason: reason)
  }
}
