import Foundation

/// Who the operating system says is acting. Nothing in the environment changes it.
enum SystemLogin {
  /// The login of the process's real user.
  static var name: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return "uid\(getuid())"
    }
    return String(cString: name)
  }

  /// The person's name as the system has it, else the login.
  static var fullName: String {
    guard let entry = getpwuid(getuid()), let gecos = entry.pointee.pw_gecos else { return name }
    let first = String(cString: gecos).split(separator: ",").first.map(String.init) ?? ""
    return first.allSatisfy(\.isWhitespace) ? name : first
  }
}
