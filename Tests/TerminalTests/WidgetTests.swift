import Demo
import Testing
import TextSafety

@testable import Terminal

@Suite("Questions, messages and palettes")
struct WidgetTests {
  private static var question: Dialog {
    Dialog(
      title: "Avsluta T1042",
      lines: [
        "Tipset avslutas och går inte att öppna igen utan skäl.", "",
        "Skriv AVSLUTA för att gå vidare.",
      ],
      field: TextField("AVSL"), error: "Ordet stämmer inte än.",
      buttons: [
        Dialog.Button(key: "Enter", label: "avsluta"), Dialog.Button(key: "Esc", label: "tillbaka"),
      ])
  }

  @Test(
    "A question is drawn in the middle, and keeps field, error and keys where room is short",
    arguments: [
      Size(columns: 80, rows: 14), Size(columns: 30, rows: 8), Size(columns: 12, rows: 5),
    ])
  func dialog(size: Size) throws {
    var frame = Frame(size: size)
    for row in 0..<size.rows {
      frame.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), Style(.dim), ".")
    }
    let box = Self.question.view(in: frame.bounds, into: &frame)
    #expect(frame.cursor.map(box.contains) == true)
    try expectTranscript("dialog-\(size.columns)x\(size.rows)", frame.text())
  }

  @Test("In any area a question stays inside and does not stop the program", arguments: 0..<10)
  func dialogAnywhere(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      var frame = Frame(
        size: Size(columns: random.number(in: 0...70), rows: random.number(in: 0...12)))
      let area = Rect(
        column: random.number(in: 0...5), row: random.number(in: 0...3),
        columns: random.number(in: 0...60), rows: random.number(in: 0...10))
      var dialog = Self.question
      if random.number(in: 0...1) == 0 { dialog.field = nil }
      if random.number(in: 0...1) == 0 { dialog.error = nil }
      if random.number(in: 0...1) == 0 { dialog.buttons = [] }
      dialog.lines.append(SafeText(random.text(upTo: 30)))
      let box = dialog.view(in: area, into: &frame, maximumColumns: random.number(in: 0...64))
      #expect(box.intersection(area) == box || box.isEmpty)
      for row in 0..<frame.size.rows {
        for column in 0..<frame.size.columns
        where !box.contains(Point(column: column, row: row)) {
          #expect(frame[column, row] == .blank())
        }
      }
    }
  }

  @Test("A message stands at the right of the last row, cut to it")
  func toast() {
    var frame = Frame(size: Size(columns: 20, rows: 2))
    Toast("Sparat", role: .good).view(in: frame.bounds, into: &frame)
    #expect(frame.text() == "\n             Sparat")
    #expect(frame[19, 1].style == Style(.good) && frame[11, 1].style == Style(.text))
    Toast("Åsa prioriterade tipset nyss").view(in: frame.bounds, into: &frame)
    #expect(frame.text() == "\n Åsa prioriterade …")
    Toast("x").view(in: Rect(column: 0, row: 0, columns: 2, rows: 1), into: &frame)
    #expect(frame.rowText(0).isEmpty)
  }

  @Test(
    "What fits a few letters best comes first",
    arguments: [
      Example("nt", ["Nytt tips", "Ny anteckning"]),
      Example("prio", ["Prioritera tipset", "Apriori", "Pappersio"]),
      Example("ö", ["Öppna", "Avsluta och öppna", "Köpt"]),
      Example("gt", ["Gå till tips", "Bygga ut"]),
      Example("TIPS", ["tips", "Nytt tips"]),
      Example("öt", ["Öppna tips", "Öppna inte"]),
    ])
  func ranking(example: Example<String, [String]>) {
    let scores = example.result.map { FuzzyMatch.score(example.given, $0)?.score ?? .min }
    #expect(scores == scores.sorted(by: >) && Set(scores).count == scores.count, "\(scores)")
  }

  @Test("A fit is all letters in their order, and says where they are", arguments: 0..<10)
  func fits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let candidate = random.words(upTo: 20)
      let pattern = random.words(upTo: 4)
      let wanted = pattern.lowercased().filter { $0 != " " }
      let offered = Array(candidate.lowercased())
      var rest = Substring(wanted)
      for character in offered where character == rest.first { rest = rest.dropFirst() }
      let match = FuzzyMatch.score(pattern, candidate)
      #expect((match != nil) == rest.isEmpty, "\(pattern) in \(candidate)")
      if let match {
        #expect(String(match.positions.map { offered[$0] }) == wanted)
        #expect(match.positions == Array(Set(match.positions)).sorted())
      }
    }
  }

  @Test("Å, ä and ö are letters of their own, and long texts have an end")
  func letters() {
    #expect(FuzzyMatch.score("a", "å") == nil && FuzzyMatch.score("å", "Å")?.positions == [0])
    #expect(FuzzyMatch.score("", "x")?.score == 0 && FuzzyMatch.score("  ", "")?.score == 0)
    #expect(FuzzyMatch.score("b", String(repeating: "a", count: 1_000_000) + "b") == nil)
    let long = String(repeating: "a", count: 100_000)
    #expect(FuzzyMatch.score(long, long)?.positions.count == 64)
  }
}
