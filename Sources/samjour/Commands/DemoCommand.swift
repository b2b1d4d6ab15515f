import ArgumentParser
import CaseStore
import Casework
import Demo
import Foundation
import TextSafety

/// `samjour demo`: a throw-away store, tips coming in, and the desk on it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: Phrase(
      sv: "Öppnar bordet på ett övningslager där nya tips kommer in.",
      en: "Opens the desk on a training store with new tips arriving."
    ).local)

  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var desk: DeskOptions

  @Option(
    name: .long,
    help: .init(
      sv: "Nya tips i minuten, 0–600.", en: "New tips a minute, 0–600.", valueName: "n"))
  var tipsPerMinute: Double = 6

  @Option(
    name: .long,
    help: .init(
      sv: "Gör bara lagret med 2011 års händelser, på den platsen, och sluta.",
      en: "Only make the store with the events of 2011, there, and stop.",
      valueName: "path"))
  var into: String?

  @Option(
    name: .long,
    help: .init(
      sv: "Sitt vid bordet som: demo, anna, karin …", en: "Sit at the desk as: demo, anna, karin …",
      valueName: "login"))
  var officer = DemoData.officers[0].login

  func run() throws {
    try Words.orExit(languageOption.language) {
      guard (0...600).contains(tipsPerMinute) else {
        throw Complaint(
          .usage,
          Phrase(sv: "--tips-per-minute ska vara 0–600", en: "--tips-per-minute must be 0–600"))
      }
      if let into { return try make(into) }
      try desk.checkTerminal()
      try openDesk()
    }
  }

  private func make(_ path: String) throws {
    let store = try DemoStore.make(at: path, DemoData.project2011)
    let head = try store.head()
    Output.line(
      SafeText(
        Phrase(
          sv:
            "Övningslager över 2011 gjort i \(path): \(head.seq) händelser. Öppna: samjour --store \(path)"
            + " --officer \(officer)",
          en:
            "Training store of 2011 made at \(path): \(head.seq) events. Open: samjour --store \(path)"
            + " --officer \(officer)"
        )[languageOption.language]))
  }

  private func openDesk() throws {
    let directory = try DemoDirectory()
    // Started first: when this process ends, however it ends, the feed takes the directory away.
    let feed = try DemoFeed.start(directory, tipsPerMinute: tipsPerMinute)
    defer {
      feed.stop()
      directory.remove()
    }
    let language = languageOption.language
    Output.complain(
      Phrase(
        sv: "lägger upp övningslagret; ett bord till i ett annat fönster:",
        en: "making the training store; another desk in another window:")[language])
    Output.complain("  samjour --store \(directory.storePath) --officer anna")
    let events = DemoData.events(until: StoreClock.system.now())
    let store = try DemoStore.make(at: directory.storePath, events)
    guard let acting = try store.officer(login: officer) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "ingen i övningen heter \(officer); välj bland: \(DemoStore.logins)",
          en: "nobody in the demonstration is \(officer); choose among: \(DemoStore.logins)"))
    }
    feed.go()
    try desk.open(
      Session(store: store, officer: acting, language: language, clock: .system),
      desk.keymapOption.configurationAhead(), withTour: true)
  }
}
