import ArgumentParser
import CaseStore
import Casework

/// Receipts and errors as JSON lines, one for each thing asked for, in the order it was asked.
struct ReceiptWriter {
  private struct ReceiptLine: Encodable {
    let ref: String
    let seq: Int64
    let version: Int
    /// Only for what had been recorded before: nothing new was written.
    let `repeat`: Bool?
    /// Only where there is something to know of it.
    let remarks: [String]?
  }

  private struct ErrorLine: Encodable {
    let error: String
    let line: Int?
    let file: String?
  }

  let language: Casework.Language
  /// The worst that has happened so far.
  private(set) var exit: Int32 = 0

  init(_ language: Casework.Language) {
    self.language = language
  }

  /// Writes the receipt of what is durable.
  func receipt(_ receipt: Receipt, to output: inout LineBuffer) throws {
    try output.json(
      ReceiptLine(
        ref: receipt.reference.description, seq: receipt.seq, version: receipt.version,
        repeat: receipt.isRepeat ? true : nil,
        remarks: receipt.remarks.isEmpty ? nil : receipt.remarks.map { $0[language] }))
  }

  /// Writes why the line was not recorded.
  mutating func error(_ error: any Error, line: Int, file: String?, to output: inout LineBuffer)
    throws
  {
    let (message, code) = Words.of(error)
    exit = Exit.worst(exit, code)
    try output.json(ErrorLine(error: message[language], line: line, file: file))
  }

  /// Says on standard error what went wrong with a whole input.
  mutating func complain(_ error: any Error, prefix: String = "") {
    let (message, code) = Words.of(error)
    exit = Exit.worst(exit, code)
    Output.complain(prefix + message[language])
  }

  /// Notes a code that is heavier than the error's own.
  mutating func note(_ code: Exit) {
    exit = Exit.worst(exit, code.rawValue)
  }

  /// Ends the program with the worst code.
  func finish() throws {
    if exit != 0 { throw ExitCode(exit) }
  }
}
