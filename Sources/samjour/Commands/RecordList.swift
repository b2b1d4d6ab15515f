import CaseStore
import Casework
import TextSafety

/// `samjour list` for the subjects that are kept as records.
struct RecordList {
  let session: Session
  let kind: SubjectKind
  /// The most rows; nil: all.
  let limit: Int?
  let json: Bool
  let onlyOpen: Bool

  /// Writes the list, a page in memory at a time.
  func write() throws {
    let language = session.language
    let now = session.clock.now()
    var left = limit ?? (json ? .max : 50)
    var table = RecordTable(session)
    var isEmpty = true
    try Output.lines { output in
      try session.eachRecord(kind, onlyOpen: onlyOpen) { row in
        isEmpty = false
        if json {
          let view = RecordView(row.record, for: session.officer, now: now)
          try output.json(RecordJSON(view, row.reference, language))
        } else {
          table.add(row)
        }
        left -= 1
        return left > 0
      }
      guard !json else { return }
      if isEmpty {
        output.line(SafeText(Phrase(sv: "Listan är tom.", en: "The list is empty.")[language]))
      } else {
        table.write(to: &output)
      }
    }
  }
}

/// Records for a person: one line each.
struct RecordTable {
  private var table: TextTable
  private let session: Session
  private let now: Instant

  init(_ session: Session) {
    self.session = session
    now = session.clock.now()
    table = TextTable(
      [
        Phrase(sv: "Ref", en: "Ref"), Phrase(sv: "Läge", en: "State"),
        Phrase(sv: "Vad", en: "What"), Phrase(sv: "Nästa", en: "Next"),
      ], session.language)
  }

  /// Adds a record as the officer may see it.
  mutating func add(_ row: RecordRow) {
    let language = session.language
    let view = RecordView(row.record, for: session.officer, now: now)
    table.add([
      SafeText(row.reference.description), SafeText(view.status?.title[language] ?? ""),
      SafeText(view.title(language), limit: 60), SafeText(view.nextStep?[language] ?? ""),
    ])
  }

  /// Writes all that was added.
  func write(to output: inout LineBuffer) {
    table.write(to: &output)
  }
}
