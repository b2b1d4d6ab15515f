import ArgumentParser
import CaseStore
import Casework
import Intake

/// `samjour intake jsonl`: tips from other systems.
struct IntakeLines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jsonl",
    abstract: Phrase(
      sv: "JSON, ett tips per rad; bara text krävs.",
      en: "JSON, one tip a line; only text is required."
    ).local)

  @OptionGroup var options: IntakeOptions

  func run() throws {
    let namesFile = options.file.count > 1
    try options.run { input, session, writer throws(IntakeStop) in
      let queue = InputQueue<NumberedLine> { put in
        var lines = LineSource(fileDescriptor: input.descriptor)
        while let line = try lines.next() {
          put(NumberedLine(line, session.language), line.bytes.count)
        }
      }
      while true {
        let lines: [NumberedLine]
        do {
          lines = try queue.next()
        } catch {
          return writer.complain(lines: error, input)
        }
        if lines.isEmpty { return }
        let now = session.clock.now()
        let actions = lines.compactMap { $0.tip?.action(now: now) }
        do throws(IntakeStop) {
          let results = try session.store.record(incoming: actions, by: session.officer)
          writer.write(results, of: lines, file: namesFile ? input.name : nil)
        } catch {
          writer.complain(unsaved: lines, input)
          throw error
        }
      }
    }
  }
}

/// A line of the input, read as far as it goes without the store.
private struct NumberedLine: Sendable {
  let number: Int
  let result: Result<IncomingTipLine, Complaint>

  var tip: IncomingTipLine? { try? result.get() }

  init(_ line: LineSource.Line, _ language: Casework.Language) {
    number = line.number
    do throws(IntakeLineError) {
      result = .success(try JSONLineReader.parse(line: line))
    } catch {
      result = .failure(
        Complaint(
          .badData,
          Phrase(sv: error.message(swedish: true), en: error.message(swedish: false))))
    }
  }
}

extension ReceiptWriter {
  fileprivate mutating func complain(lines error: any Error, _ input: InputFile) {
    guard let error = error as? LineSource.Failure else {
      return complain(error, prefix: input.prefix)
    }
    complain(
      Complaint(
        .inputOutput,
        Phrase(sv: error.message(swedish: true), en: error.message(swedish: false))),
      prefix: input.prefix)
  }

  fileprivate mutating func write(
    _ results: [Result<Receipt, any Error>], of lines: [NumberedLine], file: String?
  ) {
    var recorded = results.makeIterator()
    Output.lines { output in
      for line in lines {
        do {
          _ = try line.result.get()
          if let receipt = try recorded.next()?.get() { try self.receipt(receipt, to: &output) }
        } catch {
          // Encoding numbers and words does not fail.
          try? self.error(error, line: line.number, file: file, to: &output)
        }
      }
    }
  }

  /// Says from which line on nothing is saved, for those whose lines have no `id`.
  fileprivate func complain(unsaved lines: [NumberedLine], _ input: InputFile) {
    guard let first = lines.first else { return }
    Output.complain(
      input.prefix
        + Phrase(
          sv: "från rad \(first.number) är inget sparat; skicka om därifrån",
          en: "nothing is saved from line \(first.number) on; send again from there")[language])
  }
}
