import Casework
import Foundation

// What the doctor can say, in words. The way back from a store that is lost is the same each time.
extension Finding {
  private static let wayBack = Phrase(
    sv: """
      Stäng alla jourbord, låt filen ligga, och kör: samjour restore SENASTE-KOPIAN. Finns en \
      utskrift av journalen efter kopian: lägg till --journal FIL. Det gamla lagret läggs åt sidan.
      """,
    en: """
      Close all desks, leave the file, and run: samjour restore LATEST-COPY. With an export of the \
      journal made after the copy add --journal FILE. The old store is set aside.
      """)

  private static let administrator = Phrase(
    sv: "Be den som äger filerna köra: samjour doctor --repair",
    en: "Ask the owner of the files to run: samjour doctor --repair")

  // MARK: The store

  static func missing(_ path: String) -> Finding {
    Finding(
      "missing", .fault, exit: 69,
      Phrase(sv: "Det finns inget lager i \(path).", en: "There is no store at \(path)."),
      remedy: Phrase(
        sv:
          "Är sökvägen rätt (--store, SAMJOUR_STORE)? Ska lagret vara där: samjour restore KOPIA. Annars samjour init.",
        en:
          "Is the path right (--store, SAMJOUR_STORE)? If a store belongs there: samjour restore COPY. Else samjour init."
      ))
  }

  static func closed(_ path: String) -> Finding {
    Finding(
      "no-access", .fault, exit: 77,
      Phrase(sv: "Du kommer inte åt \(path).", en: "You have no access to \(path)."),
      remedy: Phrase(
        sv: "Be administratören lägga till dig i lagrets grupp; logga sedan in på nytt.",
        en: "Ask the administrator to add you to the store's group; then log in again."))
  }

  static func notAStore(_ path: String) -> Finding {
    Finding(
      "not-a-store", .fault, exit: 65,
      Phrase(
        sv: "\(path) är inget lager för Samjour. Filen är inte rörd.",
        en: "\(path) is no store of Samjour. The file is not touched."),
      remedy: Phrase(
        sv: "Ange lagret med --store eller SAMJOUR_STORE.",
        en: "Name the store with --store or SAMJOUR_STORE."))
  }

  static func planted(_ file: String) -> Finding {
    Finding(
      "planted", .fault, exit: 65,
      Phrase(
        sv: "\(file) är ingen fil utan en länk eller annat. Lagret öppnas inte med den där.",
        en: "\(file) is no file but a link or other. The store is not opened with it there."),
      remedy: Phrase(
        sv: "Ta reda på vem som lade dit den, och flytta sedan undan den.",
        en: "Find out who put it there, then move it away."))
  }

  static func empty(_ path: String) -> Finding {
    Finding(
      "empty", .fault, exit: 65,
      Phrase(
        sv: "Filen \(path) är tom: allt i den är borta. Loggen bredvid kan ha det senaste.",
        en: "The file \(path) is empty: all in it is gone. The log beside it may have the latest."),
      remedy: wayBack)
  }

  static func newer(_ path: String) -> Finding {
    Finding(
      "newer", .fault, exit: 69,
      Phrase(
        sv: "Lagret \(path) är gjort av en nyare Samjour än den här. Inget är rört.",
        en: "The store \(path) was made by a newer Samjour. Nothing is touched."),
      remedy: Phrase(sv: "Uppdatera programmet.", en: "Update the program."))
  }

  static let older = Finding(
    "older", .note,
    Phrase(
      sv: "Lagret är gjort av en äldre Samjour.", en: "The store was made by an older Samjour."),
    remedy: Phrase(
      sv: "Inget behövs: det får sin nya form när jourbordet öppnas. Listorna prövades inte.",
      en: "Nothing: it gets its new form when a desk opens. The lists were not checked."))

  static func truncated(_ path: String, _ missing: Int64) -> Finding {
    Finding(
      "truncated", .fault, exit: 65,
      Phrase(
        sv: "Lagret \(path) är avkortat: \(bytes(missing)) fattas i slutet.",
        en: "The store \(path) is cut short: \(bytes(missing)) are missing at its end."),
      remedy: wayBack)
  }

  static func damaged(_ path: String, _ details: [String]) -> Finding {
    let shown = details.isEmpty ? "" : " (\(details.prefix(3).joined(separator: "; ")))"
    return Finding(
      "damaged", .fault, exit: 65,
      Phrase(
        sv: "Sidor i lagret \(path) är skadade\(shown).",
        en: "Pages of the store \(path) are damaged\(shown)."),
      remedy: wayBack)
  }

  static func unreadable(_ error: StoreError) -> Finding {
    Finding(
      "unreadable", .fault, exit: error.exitCode, error.message,
      remedy: Phrase(
        sv: "Försök igen; blir det inte bättre, be den som sköter datorn se på disken.",
        en: "Try again; if it does not get better, let your IT colleague look at the disk."))
  }

  static func logLost(_ path: String, _ holders: [Int32]) -> Finding {
    let list = holders.map(String.init).joined(separator: ", ")
    return Finding(
      "log-lost", .fault, exit: 65,
      Phrase(
        sv:
          "\(path)-wal eller -shm är borttagen medan processerna \(list) har lagret öppet. De tar inte emot mer.",
        en:
          "\(path)-wal or -shm was removed while the processes \(list) have the store open. They take no more."
      ),
      remedy: Phrase(
        sv:
          "Avsluta dem med Ctrl-Q eller kill, inte kill -9: de för in det sparade i lagret när de stängs. Kör doctor igen.",
        en:
          "End them with Ctrl-Q or kill, not kill -9: they bring what is saved into the store as they close. Run doctor again."
      ))
  }

  // MARK: The content

  static func chainBroken(_ fault: JournalFault) -> Finding {
    Finding(
      "chain-broken", .fault, exit: 65,
      Phrase(
        sv: "Journalen är inte hel, post \(fault.seq): \(fault.message.sv).",
        en: "The journal is not whole, entry \(fault.seq): \(fault.message.en)."),
      remedy: Phrase(
        sv:
          "Någon eller något har ändrat i filen bakom programmet: meddela arbetsledaren och spara filen. \(wayBack.sv)",
        en:
          "Somebody or something changed the file behind the program: tell the lead and keep the file. \(wayBack.en)"
      ))
  }

  static func listsDiffer(_ tables: [String]) -> Finding {
    let names = tables.joined(separator: ", ")
    return Finding(
      "lists-differ", .fault, exit: 65,
      Phrase(
        sv: "Listorna visar annat än journalen (\(names)). Journalen är hel: inget är förlorat.",
        en: "The lists differ from the journal (\(names)). The journal is whole: nothing is lost."),
      remedy: Phrase(
        sv: "samjour rebuild, eller doctor --repair, gör om dem.",
        en: "samjour rebuild, or doctor --repair, makes them anew."),
      repair: .lists)
  }

  static let wordsDiffer = Finding(
    "search-differs", .fault, exit: 65,
    Phrase(
      sv: "Sökningen hittar annat än vad tipsen säger. Journalen är hel: inget är förlorat.",
      en: "The search finds other than the tips say. The journal is whole: nothing is lost."),
    remedy: Phrase(
      sv: "samjour rebuild, eller doctor --repair, gör om sökningen.",
      en: "samjour rebuild, or doctor --repair, makes the search anew."),
    repair: .lists)

  static func clockBehind(_ latest: Instant, now: Instant) -> Finding {
    Finding(
      "clock-behind", .fault, exit: 75,
      Phrase(
        sv:
          "Datorns klocka säger \(now.iso8601), men senaste posten är från \(latest.iso8601). Frister räknas fel.",
        en:
          "The computer's clock says \(now.iso8601), but the latest entry is of \(latest.iso8601). Clocks are counted wrong."
      ),
      remedy: Phrase(
        sv:
          "Ställ klockan (timedatectl set-ntp true). Går den rätt nu gick den fel då: rätta händelsetiderna med åtgärderna för rättelse.",
        en:
          "Set the clock (timedatectl set-ntp true). If it is right now, it was wrong then: correct the times with the actions for that."
      ))
  }

  static func orphans(_ count: Int) -> Finding {
    Finding(
      "presence-orphaned", .note,
      Phrase(
        sv: "\(count) jourbord har dött utan att säga till. De visas inte för någon.",
        en: "\(count) desks have died without a word. They are shown to nobody."),
      remedy: Phrase(
        sv: "Inget behövs: nästa jourbord som öppnas stryker dem.",
        en: "Nothing: the next desk that opens removes them."),
      repair: .presence)
  }

  // MARK: The files

  static func readOnlySystem(_ path: String) -> Finding {
    Finding(
      "read-only-system", .fault, exit: 75,
      Phrase(
        sv: "Filsystemet med \(path) är skrivskyddat. Det som är sparat går att läsa.",
        en: "The file system of \(path) is read-only. What is saved can be read."),
      remedy: Phrase(
        sv:
          "Linux skriver ofta skydd efter diskfel: be den som sköter datorn se i dmesg och montera om.",
        en:
          "Linux often does that after disk errors: let your IT colleague look in dmesg and remount."
      ))
  }

  static func directoryNotWritable(_ path: String) -> Finding {
    Finding(
      "directory-not-writable", .fault, exit: 77,
      Phrase(
        sv: "Du får inte skriva i katalogen med \(path).",
        en: "You may not write in the directory of \(path)."),
      remedy: administrator)
  }

  static func notWritable(_ file: String) -> Finding {
    Finding(
      "not-writable", .fault, exit: 77,
      Phrase(sv: "Du får inte skriva i \(file).", en: "You may not write to \(file)."),
      remedy: administrator)
  }

  static let bellMissing = Finding(
    "bell-missing", .warning,
    Phrase(
      sv: "Dörrklockan saknas: andras ändringar syns upp till en sekund sent.",
      en: "The doorbell is missing: others' changes are seen up to a second late."),
    remedy: Phrase(
      sv: "Nästa som sparar något gör en ny; doctor --repair också.",
      en: "Whoever saves next makes a new one; so does doctor --repair."),
    repair: .bell)

  static func modes(_ files: [String]) -> Finding {
    let names = files.map { ($0 as NSString).lastPathComponent }.joined(separator: ", ")
    return Finding(
      "file-mode", .warning,
      Phrase(
        sv:
          "\(names) har inte rättigheterna 0660 och katalogens grupp: alla i gruppen kommer inte åt dem, eller andra gör det.",
        en:
          "\(names) have not the mode 0660 and the directory's group: not all of the group can use them, or others can."
      ),
      remedy: administrator, repair: .modes)
  }

  static func directoryMode(_ path: String, _ mode: Int) -> Finding {
    let octal = String(mode, radix: 8)
    return Finding(
      "directory-mode", .warning,
      Phrase(
        sv: "Katalogen med \(path) har rättigheterna \(octal), inte 2770: nya filer kan hamna fel.",
        en: "The directory of \(path) has the mode \(octal), not 2770: new files may go wrong."),
      remedy: Phrase(
        sv: "Är den bara för lagret: chmod 2770 \(StoreFiles.directory(of: path))",
        en: "If it is for the store alone: chmod 2770 \(StoreFiles.directory(of: path))"))
  }

  // MARK: What is around it

  static func diskFull(_ free: Int64) -> Finding {
    Finding(
      "disk-full", .fault, exit: 75,
      Phrase(
        sv: "Disken är full: \(bytes(free)) kvar. Det som är sparat är kvar; nytt avvisas.",
        en: "The disk is full: \(bytes(free)) left. What is saved is kept; new things are refused."),
      remedy: Phrase(
        sv: "Ge plats på disken. Post väntar hos avsändaren, utkast i jourbordet.",
        en: "Make room on the disk. Mail waits at its sender, drafts in the desk."))
  }

  static func diskNearlyFull(_ free: Int64) -> Finding {
    Finding(
      "disk-nearly-full", .warning,
      Phrase(
        sv: "Bara \(bytes(free)) kvar på disken.", en: "Only \(bytes(free)) left on the disk."),
      remedy: Phrase(
        sv: "Ge plats innan den är full.", en: "Make room before it is full."))
  }

  static let noWatch = Finding(
    "no-watch", .warning,
    Phrase(
      sv: "Datorn kan inte bevaka fler filer: andras ändringar syns upp till en sekund sent.",
      en: "The system has no watch left: others' changes are seen up to a second late."),
    remedy: Phrase(
      sv: "Höj fs.inotify.max_user_instances och max_user_watches (sysctl).",
      en: "Raise fs.inotify.max_user_instances and max_user_watches (sysctl)."))

  static func rescue(_ file: String) -> Finding {
    Finding(
      "drafts-rescued", .note,
      Phrase(
        sv: "Utkast som lagret inte tog emot ligger i \(file).",
        en: "Drafts that the store did not take are in \(file)."),
      remedy: Phrase(
        sv: "Öppna jourbordet: de läggs in av sig själva (g u).",
        en: "Open the desk: they are brought in by themselves (g u)."))
  }

  /// "12 kB", in whole units.
  private static func bytes(_ count: Int64) -> String {
    switch count {
    case ..<1000: "\(count) B"
    case ..<1_000_000: "\(count / 1000) kB"
    case ..<1_000_000_000: "\(count / 1_000_000) MB"
    default: "\(count / 1_000_000_000) GB"
    }
  }
}
