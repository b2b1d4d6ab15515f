import Casework
import Foundation
import Glibc

/// The files that the desk writes for its officer alone: screens among the configuration, and what is
/// remembered from one desk to the next.
public struct OfficerFiles: Sendable {
  /// `$XDG_CONFIG_HOME/samjour`; nil where there is no home.
  public let configuration: String?
  /// `$XDG_STATE_HOME/samjour`; nil where there is no home.
  public let state: String?

  /// Takes both as they are.
  public init(configuration: String?, state: String?) {
    self.configuration = configuration
    self.state = state
  }

  // MARK: The tour

  private var tourPath: String? { state.map { $0 + "/tour-dismissed" } }

  /// Whether the tour is shown by itself no more. Where that could not be remembered it never is.
  public var isTourDismissed: Bool {
    tourPath.map { FileManager.default.fileExists(atPath: $0) } ?? true
  }

  /// Remembers that the tour is not wanted again; tells so.
  func dismissTour() throws(Problem) -> Phrase {
    guard let tourPath else { throw Self.homeless }
    try write("", to: tourPath)
    return Phrase(
      sv: "Rundturen visas inte av sig själv igen", en: "The tour is not shown by itself again")
  }

  // MARK: Screens

  /// Writes a screen where it is read when the desk is opened next; tells where.
  func save(_ screen: ScreenSpec) throws(Problem) -> Phrase {
    guard let configuration else { throw Self.homeless }
    let path = "\(configuration)/screens/\(screen.name).yaml"
    let text = screen.yaml
    // What could not be read back as it is would be another screen tomorrow.
    guard ScreenFile.read(ConfigSource(name: path, text: text)).0 == screen else {
      throw Problem(
        Phrase(
          sv: "skärmen är delad på ett sätt som en fil inte kan säga; inget skrevs",
          en: "the screen is divided in a way that no file can say; nothing was written"))
    }
    try write(text, to: path)
    let (sources, _) = ConfigSource.folder("screens", in: [configuration])
    guard ScreenLoader.load(sources).screens[screen.name] == screen else {
      throw Problem(
        Phrase(
          sv: "skrev \(path), men en annan fil i katalogen har sista ordet om \(screen.name)",
          en: "wrote \(path), but another file there has the last word on \(screen.name)"))
    }
    return Phrase(sv: "Skärmen är sparad i \(path)", en: "The screen is saved in \(path)")
  }

  // MARK: Writing

  private static let homeless = Problem(
    Phrase(
      sv: "det finns ingen egen katalog att skriva i: sätt HOME",
      en: "there is no directory of your own to write in: set HOME"))

  /// Puts a text in a file that its owner alone can read: the whole of it, or what was there before.
  private func write(_ text: String, to path: String) throws(Problem) {
    let directory = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      // No name of it ends as one that is read.
      guard let (fresh, handle) = PrivateFile.make("\(path).") else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      defer { unlink(fresh) }
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
      try handle.close()
      guard rename(fresh, path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      let words = (error as NSError).localizedDescription
      throw Problem(
        Phrase(
          sv: "\(path) gick inte att skriva: \(words)", en: "\(path) could not be written: \(words)"
        ))
    }
  }
}
