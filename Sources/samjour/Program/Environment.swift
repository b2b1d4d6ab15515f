import Glibc

/// The environment variables, asked for one by one: making a dictionary of all of them takes three
/// milliseconds of the start.
enum Environment {
  /// The value; nil where it is not set, or set to nothing.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A directory, which is taken only where its path is absolute.
  static func directory(_ name: String) -> String? {
    value(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// The officer's own directory: `HOME`, where that is a path, else what the system has for the
  /// login; never a place that others can write in.
  static var home: String {
    if let home = directory("HOME") { return home }
    guard let entry = getpwuid(getuid()), let path = entry.pointee.pw_dir else { return "/" }
    return String(cString: path)
  }
}
