import Casework

/// Reads screen files: the built-in, then the site's, then the officer's.
public enum ScreenLoader {
  /// The screens by name, and everything that is wrong with the files, in their order.
  ///
  /// A later file replaces the screen of that name; one without a pane that can be shown does not.
  public static func load(
    _ sources: [ConfigSource], builtIn: [ConfigSource] = ConfigSource.builtInScreens
  ) -> (screens: [String: ScreenSpec], diagnostics: [Diagnostic]) {
    var screens: [String: ScreenSpec] = [:]
    var diagnostics: [Diagnostic] = []
    for source in builtIn + sources {
      let (screen, report) = ScreenFile.read(source)
      if let screen { screens[screen.name] = screen }
      diagnostics += report.sorted
    }
    return (screens, diagnostics)
  }
}
