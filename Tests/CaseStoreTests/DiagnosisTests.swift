import Casework
import Testing

@testable import CaseStore

@Suite("What the doctor says of a store")
struct DiagnosisTests {
  struct State: CustomTestStringConvertible, Sendable {
    let name: String
    let findings: [String]
    var exit: Int32 = 0
    let make: @Sendable (inout StoreProbe) -> Void

    var testDescription: String { name }
  }

  private static func reading(_ make: (inout StoreProbe.Reading) -> Void) -> StoreProbe.Content {
    var reading = StoreProbe.Reading()
    make(&reading)
    return .read(reading)
  }

  private static let now = Instant(milliseconds: 1_795_287_600_000)

  static let states = [
    State(name: "nothing wrong", findings: []) { _ in },
    State(name: "no store", findings: ["missing"], exit: 69) { $0.store = nil },
    State(name: "no way to it", findings: ["no-access"], exit: 77) {
      ($0.store, $0.isHidden) = (nil, true)
    },
    State(name: "a directory", findings: ["not-a-store"], exit: 65) {
      $0.store?.isRegular = false
    },
    State(name: "empty", findings: ["empty"], exit: 65) { $0.store?.size = 0 },
    State(name: "no right to read", findings: ["no-access"], exit: 77) {
      $0.store?.isReadable = false
    },
    State(name: "a letter", findings: ["not-a-store"], exit: 65) {
      $0.header?.isStore = false
      ($0.wal, $0.bell) = (nil, nil)
    },
    State(name: "a store whose beginning is overwritten", findings: ["damaged"], exit: 65) {
      $0.header?.isStore = false
    },
    State(name: "log taken away", findings: ["log-lost"], exit: 65) {
      ($0.isLogLost, $0.wal, $0.holders) = (true, nil, [17])
    },
    State(name: "a link in the log's place", findings: ["planted"], exit: 65) {
      $0.wal?.isRegular = false
    },
    State(name: "newer", findings: ["newer"], exit: 69) {
      $0.content = .unreadable(.newer($0.path))
    },
    State(name: "older", findings: ["older"]) { $0.content = reading { $0.isOlder = true } },
    State(name: "cut", findings: ["truncated"], exit: 65) {
      $0.header?.bytes = 16384
      $0.content = reading { $0.damage = ["Page 3: never used"] }
    },
    State(name: "cut, unreadable", findings: ["truncated"], exit: 65) {
      $0.header?.bytes = 16384
      $0.content = .unreadable(.cut($0.path))
    },
    State(name: "shorter than it says while it is written, but whole", findings: []) {
      $0.header?.bytes = 16384
    },
    State(name: "damaged", findings: ["damaged"], exit: 65) {
      $0.content = reading { $0.damage = ["Page 3: btreeInitPage() returns error code 11"] }
    },
    State(name: "not to be read just now", findings: ["unreadable"], exit: 75) {
      $0.content = .unreadable(
        StoreError(.busy, Phrase(sv: "Lagret är upptaget.", en: "The store is busy.")))
    },
    State(name: "chain broken", findings: ["chain-broken"], exit: 65) {
      $0.content = reading {
        $0.fault = JournalFault(seq: 4, message: Phrase(sv: "ändrad", en: "changed"))
      }
    },
    State(name: "lists differ", findings: ["lists-differ"], exit: 65) {
      $0.content = reading { $0.differing = ["tips", "names"] }
    },
    State(name: "search differs", findings: ["search-differs"], exit: 65) {
      $0.content = reading { $0.differing = ["tip_words"] }
    },
    State(name: "clock set back", findings: ["clock-behind"], exit: 75) {
      $0.content = reading { $0.latest = now.adding(minutes: 3) }
    },
    State(name: "clocks a little apart", findings: []) {
      $0.content = reading { $0.latest = now.adding(minutes: 1) }
    },
    State(name: "desks that died", findings: ["presence-orphaned"]) {
      $0.content = reading { $0.orphans = 2 }
    },
    State(name: "read-only file system", findings: ["read-only-system"], exit: 75) {
      $0.isReadOnlySystem = true
      $0.directory?.isWritable = false
      $0.store?.isWritable = false
    },
    State(name: "directory of others", findings: ["directory-not-writable"], exit: 77) {
      $0.directory?.isWritable = false
    },
    State(name: "log of others", findings: ["not-writable"], exit: 77) {
      $0.wal?.isWritable = false
    },
    State(name: "no doorbell", findings: ["bell-missing"]) { $0.bell = nil },
    State(name: "readable for everybody", findings: ["file-mode"]) { $0.store?.mode = 0o664 },
    State(name: "index of another group", findings: ["file-mode"]) { $0.index?.group = 7 },
    State(name: "directory without set-group-ID", findings: ["directory-mode"]) {
      $0.directory?.mode = 0o770
    },
    State(name: "disk full", findings: ["disk-full"], exit: 75) { $0.free = 4096 },
    State(name: "disk nearly full", findings: ["disk-nearly-full"]) { $0.free = 100 << 20 },
    State(name: "no inotify", findings: ["no-watch"]) { $0.canWatch = false },
    State(name: "drafts rescued", findings: ["drafts-rescued"]) { $0.rescue = "/home/x/d.json" },
    State(
      name: "several at once: faults first", findings: ["damaged", "disk-full", "file-mode"],
      exit: 65
    ) {
      $0.store?.mode = 0o600
      $0.free = 0
      $0.content = reading { $0.damage = ["Page 3"] }
    },
  ]

  @Test(
    "each state is named, has its exit code, and says in two languages what to do",
    arguments: states)
  func table(_ state: State) {
    var probe = StoreProbe(path: "/srv/samjour/store.sqlite", now: Self.now)
    var file = StoreProbe.File()
    file.size = 8192
    (probe.store, probe.wal, probe.index, probe.bell) = (file, file, file, file)
    file.mode = 0o2770
    probe.directory = file
    probe.header = StoreProbe.Header()
    probe.header?.bytes = 8192
    probe.free = 1 << 40
    probe.content = .read(StoreProbe.Reading())
    state.make(&probe)
    let diagnosis = StoreDiagnosis(probe)
    #expect(diagnosis.findings.map(\.name) == state.findings)
    #expect(diagnosis.exitCode == state.exit)
    for finding in diagnosis.findings {
      for phrase in [finding.message, finding.remedy] {
        #expect(phrase.sv.count > 8 && phrase.en.count > 8)
        #expect(phrase.sv != phrase.en || finding.name == "unreadable")
      }
    }
  }
}
