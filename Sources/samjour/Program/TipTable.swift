import CaseStore
import Casework
import TextSafety

/// Tips for a person: one line each.
struct TipTable {
  private var table: TextTable
  private let language: Casework.Language
  private let now: Instant

  init(_ language: Casework.Language, now: Instant) {
    self.language = language
    self.now = now
    table = TextTable(
      [
        Phrase(sv: "Ref", en: "Ref"), Phrase(sv: "Inkom", en: "Received"),
        Phrase(sv: "Läge", en: "State"), Phrase(sv: "Barn", en: "Children"),
        Phrase(sv: "Kanal", en: "Channel"), Phrase(sv: "Hos", en: "With"),
        Phrase(sv: "Plats", en: "Place"), Phrase(sv: "Vad", en: "What"),
      ], language, rightAligned: [3])
  }

  /// Adds a tip.
  mutating func add(_ row: TipRow) {
    table.add([
      SafeText(row.reference.description),
      SafeText(TimeText.near(row.receivedAt, now: now, language)),
      SafeText(state(row)),
      row.children > 0 ? SafeText("\(row.children)") : "–",
      SafeText(row.channel.title[language]),
      row.assigneeName.map { SafeText($0, limit: 20) } ?? "–",
      row.place.map { SafeText($0, limit: 28) } ?? "–",
      SafeText(row.preview, limit: 160),
    ])
  }

  /// Writes all that was added.
  func write(to output: inout LineBuffer) {
    table.write(to: &output)
  }

  private func state(_ row: TipRow) -> String {
    if row.status != .open { return row.status.title[language] }
    if row.isAcute { return Phrase(sv: "AKUT", en: "ACUTE")[language] }
    if row.concernsChild && !row.isAssessed {
      return Phrase(sv: "obedömt", en: "unassessed")[language]
    }
    return (row.priority?.title ?? row.status.title)[language]
  }
}
