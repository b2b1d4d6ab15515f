import Foundation
import Testing

@Suite("The report on the events of 2011")
struct ReportTests {
  private let folder: Folder
  private var path: String { folder.file("demo.sqlite") }

  init() throws {
    folder = try Folder()
    let made = try Program.run(["demo", "--into", path], in: folder)
    guard made.status == 0 else { throw Failure(made.errors) }
  }

  private func report(
    _ from: String, _ to: String, as officer: String = "statistik"
  ) throws -> Outcome {
    try Program.run(
      ["report", "--from", from, "--to", to, "--store", path, "--officer", officer],
      in: folder)
  }

  @Test("The demonstration's store holds the project of 2011 in a whole journal")
  func demonstration() throws {
    let verdict = try Program.run(
      ["journal", "verify", "--json", "--store", path, "--officer", "demo"], in: folder)
    let object = try #require(try verdict.objects().first)
    #expect(object["ok"] as? Bool == true)
  }

  @Test(
    "The report is what stands in the file beside the tests",
    arguments: [
      ("ReportProject", ["2011-08-01", "2011-12-31"]),
      ("ReportYear", ["2011-01-01", "2011-12-31"]),
      ("ReportHidden", ["2011-01-01", "2011-12-31", "--hide-small"]),
      ("ReportEnglish", ["2011-08-01", "2011-12-31", "--lang", "en"]),
      ("ReportProjectJSON", ["2011-08-01", "2011-12-31", "--format", "json"]),
      ("ReportYearJSON", ["2011-01-01", "2011-12-31", "--format", "json"]),
      ("ReportCSV", ["2011-08-01", "2011-12-31", "--format", "csv"]),
    ])
  func transcript(_ name: String, _ arguments: [String]) throws {
    let outcome = try Program.run(
      [
        "report", "--from", arguments[0], "--to", arguments[1], "--store", path, "--officer",
        "statistik",
      ] + arguments.dropFirst(2), in: folder)
    #expect(outcome.status == 0)
    try expectTranscript(outcome.output, name)
  }

  @Test(
    "Who reads figures may run it; the mail server's account and others may not",
    arguments: [
      ("statistik", Int32(0)), ("jonas", 0), ("anna", 0), ("karin", 0), ("bengt", 0), ("intag", 77),
    ])
  func permissions(_ officer: String, _ status: Int32) throws {
    #expect(try report("2011-08-01", "2011-12-31", as: officer).status == status)
  }

  @Test("An administrator who is nothing else gets no figures")
  func administrator() throws {
    let store = try TrainingStore()
    try store.register("adam", roles: "administrator")
    let outcome = try store.run("report", "--from", "2011-08-01", "--to", "2011-12-31", as: "adam")
    #expect(outcome.status == 77)
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "A day that is none, and days in the wrong order, are wrong usage",
    arguments: [("2011-02-30", "2011-12-31"), ("igår", "2011-12-31"), ("2011-12-31", "2011-08-01")])
  func wrongDays(_ from: String, _ to: String) throws {
    #expect(try report(from, to).status == 64)
  }
}

/// Compares with a text file beside the tests; with SAMJOUR_WRITE_FRAMES set, writes it and fails.
private func expectTranscript(_ text: String, _ name: String) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Transcripts/\(name).txt")
  if ProcessInfo.processInfo.environment["SAMJOUR_WRITE_FRAMES"] != nil {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("wrote \(name)")
    return
  }
  #expect(try String(contentsOf: url, encoding: .utf8) == text)
}
