import Casework
import Foundation
import GRDB

/// Why the store could not do what was asked. Where something was being written, nothing of it is.
public struct StoreError: Error, Sendable, Hashable {
  /// What kind of trouble.
  public enum Kind: String, Sendable {
    /// There is no store at that path.
    case missing
    /// There is one already.
    case exists
    /// The file is no store of this program.
    case notAStore
    /// A newer program has changed the store's form.
    case newer
    /// Others hold it, past the time to wait.
    case busy
    /// The disk is full.
    case full
    /// It cannot be written to by this login.
    case readOnly
    /// The disk answers with errors.
    case io
    /// The file's content is damaged.
    case corrupt
    /// The officer may not.
    case notPermitted
  }

  /// What kind of trouble.
  public let kind: Kind
  /// What happened, what was kept and what to do.
  public let message: Phrase

  init(_ kind: Kind, _ message: Phrase) {
    self.kind = kind
    self.message = message
  }

  /// The exit code of sysexits.h that tells it to a mail server or a script.
  public var exitCode: Int32 {
    switch kind {
    case .exists: 64
    case .notAStore, .corrupt: 65
    case .missing, .newer: 69
    case .io: 74
    case .busy, .full, .readOnly: 75
    case .notPermitted: 77
    }
  }

  /// Whether the same call may go well a little later.
  public var isPassing: Bool { exitCode == 75 }

  /// Runs `body` and turns SQLite's errors into words.
  static func translate<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = "\(error.message ?? "SQLite") \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy,
        Phrase(
          sv: "Lagret är upptaget av någon annan. Inget sparades; försök igen.",
          en: "The store is busy. Nothing was saved; try again."))
    // Also where there is no room for the log's index, which comes first.
    case .SQLITE_FULL,
      _ where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      self.init(
        .full,
        Phrase(
          sv: "Disken är full. Inget sparades; ge plats på disken och försök igen.",
          en: "The disk is full. Nothing was saved; make room and try again."))
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .readOnly,
        Phrase(
          sv:
            "Lagret går inte att skriva i. Inget sparades; samjour doctor säger varför. (\(path))",
          en: "The store can't be written to. Nothing was saved; samjour doctor says why. (\(path))"
        ))
    case .SQLITE_NOTADB: self = .notAStore(path)
    // A page that is not there: the file has been cut.
    case .SQLITE_CORRUPT,
      _ where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
      self.init(
        .corrupt,
        Phrase(
          sv: "Lagret är skadat. Inget sparades; samjour doctor visar vägen. (\(path): \(detail))",
          en: "The store is damaged. Nothing was saved; see samjour doctor. (\(path): \(detail))"))
    default:
      self.init(
        .io,
        Phrase(
          sv: "Disken svarar med fel. Bara det som fick kvitto är sparat; försök igen. (\(detail))",
          en:
            "The disk answers with errors. Only what got a receipt is saved; try again. (\(detail))"
        ))
    }
  }

  static func emptied(_ path: String) -> StoreError {
    StoreError(
      .corrupt,
      Phrase(
        sv: "Lagrets fil är tom. Rör inget; samjour doctor visar vägen. (\(path))",
        en: "The store's file is empty. Touch nothing; see samjour doctor. (\(path))"))
  }

  static func cut(_ path: String) -> StoreError {
    StoreError(
      .corrupt,
      Phrase(
        sv: "Lagrets fil är avkortad. Inget sparades; samjour doctor visar vägen. (\(path))",
        en: "The store's file was cut. Nothing was saved; see samjour doctor. (\(path))"))
  }

  static func logLost(_ path: String) -> StoreError {
    StoreError(
      .corrupt,
      Phrase(
        sv:
          "Lagrets logg är borttagen. Inget sparades; stäng alla jourbord, öppna igen. (\(path)-wal, -shm)",
        en:
          "The store's log was removed. Nothing was saved; close all desks, open again. (\(path)-wal, -shm)"
      ))
  }

  static func superseded(_ path: String) -> StoreError {
    StoreError(
      .newer,
      Phrase(
        sv: "Nyare Samjour har ändrat lagret. Inget sparades; stäng och öppna igen. (\(path))",
        en: "A newer Samjour changed the store. Nothing was saved; close and reopen. (\(path))"))
  }

  static func clockBehind(_ latest: Instant) -> StoreError {
    StoreError(
      .io,
      Phrase(
        sv:
          "Datorns klocka går fel: lita inte på fristerna, ring IT. Senaste posten: \(latest.iso8601)",
        en:
          "The computer's clock is wrong: don't trust the clocks, call IT. Latest entry: \(latest.iso8601)"
      ))
  }

  static func missing(_ path: String) -> StoreError {
    StoreError(
      .missing,
      Phrase(
        sv: "Det finns inget lager i \(path). samjour init gör ett nytt.",
        en: "There is no store at \(path). samjour init makes a new one."))
  }

  static func replaced(_ path: String) -> StoreError {
    StoreError(
      .missing,
      Phrase(
        sv: "Lagrets fil är borttagen eller utbytt. Inget sparades; öppna på nytt. (\(path))",
        en: "The store's file was removed or replaced. Nothing was saved; open anew. (\(path))"))
  }

  static func closed(_ path: String) -> StoreError {
    StoreError(
      .notPermitted,
      Phrase(
        sv: "Du kommer inte åt \(path). Be administratören lägga till dig i lagrets grupp.",
        en: "You have no access to \(path). Ask the administrator to add you to its group."))
  }

  static func exists(_ path: String) -> StoreError {
    StoreError(
      .exists,
      Phrase(
        sv: "Det finns redan något i \(path). Inget är ändrat; välj en annan plats.",
        en: "There is something at \(path) already. Nothing is changed; choose another place."))
  }

  static func notAStore(_ path: String) -> StoreError {
    StoreError(
      .notAStore,
      Phrase(
        sv: "\(path) är inget lager för Samjour. Filen är inte rörd.",
        en: "\(path) is no store of Samjour. The file is not touched."))
  }

  static func newer(_ path: String) -> StoreError {
    StoreError(
      .newer,
      Phrase(
        sv:
          "Lagret \(path) är gjort av en nyare Samjour än den här. Inget är rört; uppdatera programmet.",
        en: "The store \(path) was made by a newer Samjour. Nothing is touched; update the program."
      ))
  }

  /// What was asked for is not shown, because who reads it could not be written down.
  static func notLogged(_ error: StoreError) -> StoreError {
    StoreError(
      error.kind,
      Phrase(
        sv: "Inget visas: läsningen gick inte att anteckna i åtkomstloggen [SoLPuL 10 §]. "
          + error.message.sv,
        en: "Nothing is shown: the reading could not be written to the access log [SoLPuL 10 §]. "
          + error.message.en))
  }

  /// What is shown stands in the access log, and the disk did not take it.
  static func notSettled(_ error: StoreError) -> StoreError {
    StoreError(
      error.kind,
      Phrase(
        sv:
          "Läsningen står i åtkomstloggen, men disken svarar med fel: stannar datorn nu kan raden "
          + "gå förlorad [SoLPuL 10 §]. Säg till den som sköter datorn; samjour doctor säger mer.",
        en: "The reading is in the access log, but the disk answers with errors: if the machine "
          + "stops now the line may be lost [SoLPuL 10 §]. Tell who looks after the machine; samjour "
          + "doctor says more."))
  }

  static let noAccessLog = StoreError(
    .notPermitted,
    Phrase(
      sv: "Åtkomstloggen läses bara av arbetsledare.", en: "Only leads read the access log."))

  static let past = StoreError(
    .notPermitted,
    Phrase(
      sv: "Så här stod det då; det går inte att ändra. Inget sparades. Arbeta utan --as-of.",
      en: "This is how it stood then; it can't be changed. Nothing was saved. Leave out --as-of."))

  static func noRoom(_ directory: String) -> StoreError {
    StoreError(
      .full,
      Phrase(
        sv:
          "\(directory) rymmer inte bilden av hur det stod. Sätt TMPDIR till en plats med mer rum.",
        en: "\(directory) has no room for how it stood. Set TMPDIR to a place with more room."))
  }

  static let noExport = StoreError(
    .notPermitted,
    Phrase(
      sv: "Journalen innehåller allt: bara arbetsledare skriver ut den.",
      en: "The journal holds everything: only leads export it."))

  static let noBackup = StoreError(
    .notPermitted,
    Phrase(
      sv: "En säkerhetskopia innehåller allt: bara arbetsledare och administratörer gör den.",
      en: "A backup holds everything: only leads and administrators make it."))

  static let noFigures = StoreError(
    .notPermitted,
    Phrase(
      sv: "Dina roller ger inte tillgång till statistik. Rollen läsare gör det.",
      en: "Your roles give no access to the figures. The role reader does."))

  /// The officer's roles do not reach that far.
  public static let notPermitted = StoreError(
    .notPermitted,
    Phrase(
      sv:
        "Dina roller ger inte tillgång till det här. Arbetsledaren eller administratören ger roller.",
      en: "Your roles give no access to this. The lead or the administrator gives roles."))
}
