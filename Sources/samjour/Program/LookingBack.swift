import CaseStore
import Casework
import Foundation

extension Session {
  /// The same officer before the store as it stood at a time, written as into a form. The clock
  /// stands still at that time.
  func lookingBack(to text: String) throws -> Session {
    let now = clock.now()
    guard let moment = TimeEntry.parse(text, now: now) else {
      throw Complaint(
        .usage,
        Phrase(
          sv:
            "--as-of: skriv tiden som 2026-11-21T02:13:00+01:00, ”igår 21:40”, ”fre 13.45” eller -2h",
          en: "--as-of: write the time as 2026-11-21T02:13:00+01:00, “yesterday 21:40” or -2h"))
    }
    guard moment <= now else {
      let then = TimeText.exact(moment, now: now, language)
      throw Complaint(
        .usage,
        Phrase(
          sv: "--as-of: \(then) ligger i framtiden; det som ska hända vet ingen än",
          en: "--as-of: \(then) is in the future; nobody knows yet what will happen"))
    }
    var progress = Progress(Phrase(sv: "lagda", en: "replayed")[language])
    let past = try store.asOf(moment, in: RuntimeDirectory.path) { progress.report($0) }
    progress.end()
    return Session(store: past, officer: officer, language: language, clock: past.clock)
  }
}

/// Where what lives no longer than this process is kept.
enum RuntimeDirectory {
  /// `TMPDIR`, else `XDG_RUNTIME_DIR`, else `/tmp`.
  static var path: String {
    ["TMPDIR", "XDG_RUNTIME_DIR"].lazy.compactMap(Environment.directory).first ?? "/tmp"
  }
}
