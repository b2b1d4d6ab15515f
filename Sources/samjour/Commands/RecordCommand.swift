import ArgumentParser
import CaseStore
import Casework
import Intake

/// `samjour record`: actions as JSON lines.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: Phrase(
      sv: "Utför åtgärder, en JSON-rad var.", en: "Records actions, one JSON line each."
    ).local,
    discussion: Phrase(
      sv: """
        {"action":"tip.prioritise","subject":"T1042","expects":3,"fields":{"priority":"high"}}
        Ett kvitto per rad när åtgärden är sparad. ”samjour actions” visar alla åtgärder.
        """,
      en: """
        {"action":"tip.prioritise","subject":"T1042","expects":3,"fields":{"priority":"high"}}
        One receipt a line when the action is durable. “samjour actions” shows all actions.
        """
    ).local)

  @OptionGroup var common: CommonOptions

  @Flag(
    name: .long,
    help: .init(
      sv: "Allt eller inget: är en rad fel sparas ingen.",
      en: "All or nothing: where one line is wrong none is recorded."))
  var atomic = false

  @Argument(
    help: .init(
      sv: "En fil; standard in utan fil eller för -.",
      en: "A file; standard input without a file or for -."))
  var file: String?

  func run() throws {
    try common.runNow { session in
      let input = try InputFile(file)
      input.hintIfTyped(session.language)
      let queue = InputQueue<ActionLine> { put in
        var lines = LineSource(fileDescriptor: input.descriptor)
        while let line = try lines.next() { put(ActionLine(line), line.bytes.count) }
      }
      var recorder = ActionRecorder(session)
      do {
        if atomic {
          try recorder.recordAtOnce(queue)
        } else {
          try recorder.recordAsTheyCome(queue)
        }
      } catch let failure as LineSource.Failure {
        throw Complaint(
          .inputOutput,
          Phrase(sv: failure.message(swedish: true), en: failure.message(swedish: false)))
      }
      try recorder.writer.finish()
    }
  }
}

/// Takes lines to the store and writes what came of each.
private struct ActionRecorder {
  let session: Session
  var writer: ReceiptWriter

  init(_ session: Session) {
    self.session = session
    writer = ReceiptWriter(session.language)
  }

  mutating func recordAsTheyCome(_ queue: InputQueue<ActionLine>) throws {
    while true {
      let lines = try queue.next()
      if lines.isEmpty { return }
      let actions = lines.compactMap { try? $0.action.get() }
      var results: [Result<Receipt, any Error>] = []
      do {
        results = try session.store.record(batch: actions, by: session.officer)
      } catch {
        let first = lines.first?.number ?? 1
        Output.complain(
          Phrase(
            sv: "från rad \(first) är inget sparat; kör om därifrån",
            en: "nothing is saved from line \(first) on; run again from there")[session.language])
        throw error
      }
      var recorded = results.makeIterator()
      try Output.lines { output in
        for line in lines {
          do {
            _ = try line.action.get()
            if let receipt = try recorded.next()?.get() {
              try writer.receipt(receipt, to: &output)
            }
          } catch {
            try writer.error(error, line: line.number, file: nil, to: &output)
          }
        }
      }
    }
  }

  mutating func recordAtOnce(_ queue: InputQueue<ActionLine>) throws {
    var lines: [ActionLine] = []
    while true {
      let more = try queue.next()
      if more.isEmpty { break }
      lines += more
    }
    try Output.lines { output in
      for line in lines {
        if case .failure(let error) = line.action {
          try writer.error(error, line: line.number, file: nil, to: &output)
        }
      }
      guard writer.exit == 0 else { return complainNothingSaved() }
      do {
        let actions = try lines.map { try $0.action.get() }
        for receipt in try session.store.record(atomic: actions, by: session.officer) {
          try writer.receipt(receipt, to: &output)
        }
      } catch let stopped as BatchStopped {
        let line = lines.indices.contains(stopped.index) ? lines[stopped.index].number : 0
        try writer.error(stopped.error, line: line, file: nil, to: &output)
        complainNothingSaved()
      }
    }
  }

  private func complainNothingSaved() {
    Output.complain(
      Phrase(
        sv: "inget är sparat (--atomic); rätta raden och kör om",
        en: "nothing is recorded (--atomic); correct the line and run again")[session.language])
  }
}
