import Foundation
import Testing

@testable import Intake

@Suite("Lines come one at a time from a descriptor")
struct LineSourceTests {
  private func lines(_ text: [UInt8], longestLine: Int = 100) throws -> [LineSource.Line] {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(text))
    try pipe.fileHandleForWriting.close()
    var source = LineSource(
      fileDescriptor: pipe.fileHandleForReading.fileDescriptor, longestLine: longestLine)
    var found: [LineSource.Line] = []
    while let line = try source.next() { found.append(line) }
    return found
  }

  @Test("blank lines are counted and left out; a last line needs no line end")
  func numbers() throws {
    let found = try lines(Array("ett\n\n \t\r\ntvå\r\ntre".utf8))
    #expect(found.map(\.number) == [1, 4, 5])
    #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == ["ett", "två", "tre"])
    #expect(try lines([]).isEmpty)
  }

  @Test("a line that is too long is named and skipped, and the next is read")
  func tooLong() throws {
    let long = String(repeating: "x", count: 20_000)
    let exact = String(repeating: "y", count: 100)
    let found = try lines(Array("\(long)\n\(exact)\nz\n".utf8))
    #expect(found.map(\.isTooLong) == [true, false, false])
    #expect(found.map(\.bytes.count) == [100, 100, 1])
    let first = try #require(found.first)
    #expect(
      throws: IntakeLineError(
        line: 1, key: nil, reason: .tooLong(limit: JSONLineReader.longestLine))
    ) {
      try JSONLineReader.parse(line: first)
    }
  }

  @Test("a batch ends where the sender pauses")
  func waiting() throws {
    let pipe = Pipe()
    var source = LineSource(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(!source.isMoreWaiting)
    try pipe.fileHandleForWriting.write(contentsOf: Data("ett\ntvå\n".utf8))
    #expect(source.isMoreWaiting)
    _ = try source.next()
    #expect(source.isMoreWaiting)
    _ = try source.next()
    #expect(!source.isMoreWaiting)
    try pipe.fileHandleForWriting.close()
    #expect(source.isMoreWaiting)
    #expect(try source.next() == nil)
  }

  @Test("a descriptor that cannot be read is an error with the system's words")
  func unreadable() {
    var source = LineSource(fileDescriptor: -1)
    #expect(throws: LineSource.Failure.io(errno: EBADF)) { try source.next() }
    #expect(LineSource.Failure.io(errno: EBADF).message(swedish: false).contains("errno 9"))
  }
}
