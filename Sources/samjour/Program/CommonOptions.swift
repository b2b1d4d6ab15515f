import ArgumentParser
import CaseStore
import Casework
import Foundation

/// The language that people are answered in.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .long,
    help: .init(
      sv: "Språk: sv eller en. Annars språkmiljöns, annars svenska.",
      en: "Language: sv or en. Default: by the locale, else Swedish."))
  var lang: Casework.Language?

  var language: Casework.Language { lang ?? .ofLocale }
}

/// Where the store is.
struct StoreOption: ParsableArguments {
  @Option(
    name: .long,
    help: .init(
      sv: "Lagret. Annars SAMJOUR_STORE, annars $XDG_DATA_HOME/samjour/store.sqlite.",
      en: "The store. Default: SAMJOUR_STORE, then $XDG_DATA_HOME/samjour/store.sqlite.",
      valueName: "path"))
  var store: String?

  var path: String {
    if let store { return store }
    if let path = Environment.value("SAMJOUR_STORE") { return path }
    let data = Environment.directory("XDG_DATA_HOME") ?? Environment.home + "/.local/share"
    return data + "/samjour/store.sqlite"
  }
}

/// Options that every command on a store has.
struct CommonOptions: ParsableArguments {
  @OptionGroup var storeOption: StoreOption
  @OptionGroup var languageOption: LanguageOption

  @Option(
    name: .long,
    help: .init(
      sv: "Agera som den handläggaren. Bara på ett övningslager.",
      en: "Act as this officer. On a training store only.", valueName: "login"))
  var officer: String?

  @Option(
    name: .long,
    help: .init(
      sv: "Låt detta vara tiden (ISO 8601 med förskjutning). Bara på ett övningslager.",
      en: "Let this be the time (ISO 8601 with offset). On a training store only.",
      valueName: "time"))
  var now: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: .init(
      sv: "Visa hur det stod då, bara för läsning: ISO 8601, ”igår 21:40”, -2h …",
      en: "Show how it stood then, for reading only: ISO 8601, “yesterday 21:40”, -2h …",
      valueName: "time"))
  var asOf: String?

  var path: String { storeOption.path }
  var language: Casework.Language { languageOption.language }

  /// Opens the store as the officer who acts. Throws where it is asked for as it stood before.
  func open() throws -> Session {
    guard asOf == nil else { throw Complaint.nowOnly }
    return try openNow()
  }

  private func openNow() throws -> Session {
    let clock = try TrainingClock.chosen(now)
    let store = try CaseStore(at: path, clock: clock) {
      let words = Phrase(
        sv: "Lagret förs över till den här versionen av Samjour. I ett stort lager tar det några "
          + "minuter; avbryts det går inget förlorat.",
        en: "The store is brought up to this version of Samjour. With a large one that takes some "
          + "minutes; if it is broken off nothing is lost.")
      FileHandle.standardError.write(Data((words[language] + "\n").utf8))
    }
    if officer != nil || now != nil, !store.isTraining { throw Complaint.trainingOnly }
    let login = officer ?? SystemLogin.name
    guard let acting = try store.officer(login: login) else {
      throw Complaint(
        .notPermitted,
        Phrase(
          sv: "\(login) är inte registrerad som handläggare; be en administratör registrera dig",
          en: "\(login) is no registered officer; ask an administrator to register you"))
    }
    guard acting.isActive else {
      throw Complaint(
        .notPermitted,
        Phrase(
          sv: "\(login) är avslutad som handläggare; be en administratör registrera dig på nytt",
          en: "\(login) is deactivated; ask an administrator to register you again"))
    }
    return Session(store: store, officer: acting, language: language, clock: clock)
  }

  /// Opens the store, as it stood at `--as-of` where that is given, and reads from it; or ends the
  /// program in words.
  func run(_ body: (Session) throws -> Void) throws {
    try Words.orExit(language) {
      let session = try openNow()
      try body(try asOf.map { try session.lookingBack(to: $0) } ?? session)
    }
  }

  /// Opens the store as it stands and does something with it; or ends the program in words.
  func runNow(_ body: (Session) throws -> Void) throws {
    try Words.orExit(language) { try body(try open()) }
  }
}

/// A store opened by an officer.
struct Session {
  let store: CaseStore
  let officer: Officer
  let language: Casework.Language
  let clock: StoreClock
}

extension Complaint {
  static let nowOnly = Complaint(
    .usage,
    Phrase(
      sv: "--as-of går bara där något läses: list, show, clocks, search, report, agenda, desk",
      en:
        "--as-of works only where something is read: list, show, clocks, search, report, agenda, desk"
    ))

  static let trainingOnly = Complaint(
    .usage,
    Phrase(
      sv: "--officer och --now går bara på ett övningslager (samjour init --training)",
      en: "--officer and --now work on a training store only (samjour init --training)"))
}

/// The time that `--now` chooses on a training store.
enum TrainingClock {
  /// A clock that shows `text` now and goes on from there; the system's clock without a text.
  static func chosen(_ text: String?) throws -> StoreClock {
    guard let text else { return .system }
    guard let start = Instant(iso8601: text) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "--now: skriv tiden som 2026-11-21T02:13:00+01:00",
          en: "--now: write the time as 2026-11-21T02:13:00+01:00"))
    }
    let opened = StoreClock.system.now()
    return StoreClock { start.adding(milliseconds: StoreClock.system.now().since(opened)) }
  }
}
