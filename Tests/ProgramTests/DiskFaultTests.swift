import Foundation
import Testing

@Suite("Disks that are full, closed or broken")
struct DiskFaultTests {
  private static func lines(_ name: String, _ count: Int, words: Int = 100) -> String {
    let words = String(repeating: "ord ", count: words)
    return (0..<count).map { "{\"id\":\"\(name)-\($0)\",\"text\":\"\(words)\($0)\"}\n" }.joined()
  }

  @Test(
    "On a full disk nothing is half saved and mail waits; with room it goes on",
    .enabled(if: Machine.canMount, "only root can mount a small disk"))
  func full() throws {
    let folder = try Folder()
    let disk = try MountedDisk(kilobytes: 12_000, in: folder)
    let options = ["--store", disk.path + "/store.sqlite", "--officer", "boss"]
    func run(_ arguments: String..., input: String = "") throws -> Outcome {
      try Program.run(arguments + options, input: Data(input.utf8), in: folder)
    }
    #expect(try run("init", "--training").status == 0)
    #expect(try run("intake", "jsonl", input: Self.lines("before", 20)).status == 0)
    try disk.fill()
    let refused = try run("intake", "jsonl", input: Self.lines("during", 400))
    #expect(refused.status == 75)
    #expect(refused.errors.contains("Disken är full"), "\(refused.errors)")
    let receipts = try refused.objects().compactMap { $0["ref"] as? String }
    let doctor = try run("doctor", "--quick", "--json")
    #expect(try doctor.objects().contains { $0["finding"] as? String == "disk-full" })
    #expect(doctor.status == 75)
    disk.empty()
    let kept = try run("list", "tips", "--json").objects().compactMap { $0["ref"] as? String }
    #expect(kept.count == 20 + receipts.count)
    #expect(Set(kept).isSuperset(of: receipts))
    #expect(try run("intake", "jsonl", input: Self.lines("during", 400)).status == 0)
    #expect(try run("list", "tips", "--json").lines.count == 420)
    let sound = try run("doctor", "--json")
    #expect(sound.status == 0, "\(sound.output)")
  }

  @Test(
    "A desk on a full disk keeps what is typed, says so, and saves it when there is room",
    .enabled(if: Machine.canMount, "only root can mount a small disk"))
  func fullUnderDesk() throws {
    let folder = try Folder()
    let disk = try MountedDisk(kilobytes: 12_000, in: folder)
    let path = disk.path + "/store.sqlite"
    let options = ["--store", path, "--officer", "boss"]
    #expect(try Program.run(["init", "--training"] + options, in: folder).status == 0)
    let screen = try Screen(
      "'\(Program.url.path)' --store '\(path)' --officer boss --lang sv", in: folder)
    try screen.wait(for: "jourbordet · 1")
    try screen.press("n")
    try screen.wait(for: "Vad har hänt")
    try disk.fill()
    // More than the room that the log has left in its own file.
    let text = String(repeating: "Halvskrivet om Hornstull. ", count: 40)
    for _ in 0..<8 { try screen.paste(text) }
    try screen.wait(for: "Disken är full")
    disk.empty()
    try screen.press("C-s")
    try screen.wait(for: "sparat")
    let listed = try Program.run(["list", "tips", "--json"] + options, in: folder)
    #expect(listed.lines.count == 1)
  }

  @Test("A file that may not grow is an error in words, not a killed program")
  func limit() throws {
    let store = try TrainingStore()
    let outcome = try Program.run(
      under: ["/usr/bin/prlimit", "--fsize=200000"],
      store.options(["intake", "jsonl"]), input: Data(Self.lines("limit", 400).utf8),
      in: store.folder)
    #expect(outcome.status == 75)
    let receipts = try outcome.objects().compactMap { $0["ref"] as? String }
    #expect(try Set(store.references()).isSuperset(of: receipts))
    try store.expectWhole()
  }

  @Test(
    "Others hear of a commit before the log of writes is brought into the store",
    .enabled(if: Machine.hasStrace, "strace may not trace here"))
  func bellFirst() throws {
    let store = try TrainingStore()
    let trace = store.folder.path + "/trace"
    let outcome = try Program.run(
      under: ["/usr/bin/strace", "-f", "-y", "-qq", "-o", trace, "-e", "trace=pwrite64"],
      store.options(["intake", "jsonl"]), input: Data(Self.lines("many", 800, words: 2000).utf8),
      in: store.folder)
    #expect(outcome.status == 0)
    // To which file each run of writes goes.
    var files: [String] = []
    for line in try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n") {
      let file = line.contains("-wal>") ? "log" : line.contains("-bell>") ? "bell" : "store"
      if files.last != file { files.append(file) }
    }
    // Also before the program closes the store, when the log is brought into it anyway.
    #expect(files.count { $0 == "store" } > 2)
    for (before, file) in zip(files, files.dropFirst()) where file == "store" {
      #expect(before == "bell")
    }
  }

  struct Injection: CustomTestStringConvertible, Sendable {
    let call: String
    let error: String
    let when: String

    var testDescription: String { "\(call) \(error) \(when)" }
  }

  @Test(
    "A disk that answers with errors, from any write or any sync on: every receipt is in the store",
    .enabled(if: Machine.hasStrace, "strace may not trace here"),
    arguments: [
      Injection(call: "fdatasync,fsync", error: "EIO", when: "1+"),
      Injection(call: "fdatasync,fsync", error: "EIO", when: "3"),
      Injection(call: "fdatasync,fsync", error: "EIO", when: "5+"),
      Injection(call: "pwrite64", error: "EIO", when: "1+"),
      Injection(call: "pwrite64", error: "EIO", when: "20"),
      Injection(call: "pwrite64", error: "EIO", when: "41+"),
      Injection(call: "pwrite64", error: "ENOSPC", when: "30+"),
    ])
  func errors(_ injection: Injection) throws {
    let store = try TrainingStore()
    // One by one, so that each has a commit of its own.
    let before = try store.run("intake", "jsonl", input: Self.lines("before", 3))
    #expect(before.status == 0)
    let outcome = try Program.run(
      under: [
        "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(injection.call)",
        "-e", "inject=\(injection.call):error=\(injection.error):when=\(injection.when)",
      ], store.options(["intake", "jsonl"]), input: Data(Self.lines("during", 40).utf8),
      in: store.folder)
    #expect([0, 75].contains(outcome.status), "\(outcome.status) \(outcome.errors)")
    #expect(!outcome.errors.contains("Fatal"))
    let receipts = try outcome.objects().compactMap { $0["ref"] as? String }
    #expect(outcome.status == 75 || receipts.count == 40)
    #expect(try Set(store.references()).isSuperset(of: receipts))
    try store.expectWhole()
    // The sender sends all again: each is there once.
    #expect(try store.run("intake", "jsonl", input: Self.lines("during", 40)).status == 0)
    #expect(try store.references().count == 43)
  }

  /// Runs it as somebody who may not do everything, which root may.
  private func runAsOther(_ store: TrainingStore, _ arguments: String..., input: String = "") throws
    -> Outcome
  {
    guard Machine.isRoot else { return try store.run(arguments, input: Data(input.utf8)) }
    let other = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    return try Program.run(
      under: other, store.options(arguments), input: Data(input.utf8), in: store.folder)
  }

  @Test(
    "A directory or a file that one officer may not write in: mail waits, and the doctor says why",
    arguments: [
      (0o555, 0o666, "directory-not-writable"), (0o777, 0o444, "not-writable"),
    ])
  func closed(directory: Int, file: Int, finding: String) throws {
    let store = try TrainingStore()
    _ = try store.run("intake", "jsonl", input: Self.lines("before", 3))
    chmod(store.path, mode_t(file))
    chmod(store.path + "-bell", mode_t(file))
    chmod(store.folder.path, mode_t(directory))
    defer { chmod(store.folder.path, 0o755) }
    let refused = try runAsOther(store, "intake", "jsonl", input: Self.lines("during", 1))
    #expect(refused.status == 75, "\(refused.errors)")
    #expect(refused.errors.contains("går inte att skriva i"), "\(refused.errors)")
    let doctor = try runAsOther(store, "doctor", "--json")
    #expect(
      try doctor.objects().contains { $0["finding"] as? String == finding }, "\(doctor.output)")
    #expect(doctor.status != 0)
    chmod(store.folder.path, 0o755)
    #expect(try store.references().count == 3)
    try store.expectWhole()
  }

  @Test(
    "A file system that has become read-only: mail waits, what is saved is there, the doctor says it",
    .enabled(if: Machine.canMountApart, "no file system can be mounted here"))
  func readOnlySystem() throws {
    let store = try TrainingStore()
    _ = try store.run("intake", "jsonl", input: Self.lines("before", 3))
    let quoted = store.options([]).map { "'\($0)'" }.joined(separator: " ")
    let script = """
      mount --bind '\(store.folder.path)' '\(store.folder.path)' || exit 1
      mount -o remount,bind,ro '\(store.folder.path)' || exit 1
      cd '\(store.folder.path)'
      echo '{"text":"x"}' | '\(Program.url.path)' intake jsonl \(quoted); echo "intake $?"
      '\(Program.url.path)' doctor --json \(quoted); echo "doctor $?"
      """
    let outcome = try Outcome(
      of: Child.Setup(
        path: "/usr/bin/unshare", arguments: Machine.apart + ["sh", "-c", script],
        environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/", "LANG": "C.UTF-8"],
        directory: "/"))
    #expect(outcome.output.contains("intake 75"), "\(outcome.output) \(outcome.errors)")
    #expect(outcome.output.contains("read-only-system") && outcome.output.contains("doctor 75"))
    #expect(try store.references().count == 3)
  }
}
