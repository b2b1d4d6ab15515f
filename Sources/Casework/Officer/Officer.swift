import TextSafety

/// A member of staff with a login on the desk's host.
public struct Officer: Hashable, Sendable, Codable {
  /// Who it is.
  public let id: SubjectID
  /// How many facts have happened to it.
  public internal(set) var version: Int
  /// The operating system's login name.
  public internal(set) var login: String
  /// The person's name.
  public internal(set) var name: UntrustedText
  /// The unit worked for.
  public internal(set) var unit: Unit
  /// What the officer may do.
  public internal(set) var roles: Set<Role>
  /// False once deactivated: the history stays, nothing more may be done.
  public internal(set) var isActive: Bool

  /// Takes the parts as a projection has them.
  public init(
    id: SubjectID, version: Int, login: String, name: UntrustedText, unit: Unit, roles: Set<Role>,
    isActive: Bool
  ) {
    self.id = id
    self.version = version
    self.login = login
    self.name = name
    self.unit = unit
    self.roles = roles
    self.isActive = isActive
  }

  /// Whether one of the roles is held, by an active officer.
  public func holds(_ wanted: Set<Role>) -> Bool {
    isActive && !roles.isDisjoint(with: wanted)
  }
}

/// What happens to an officer.
public enum OfficerFact: Hashable, Sendable {
  /// Given access to the desk.
  case registered(OfficerDetails)
  /// Name, unit or roles changed.
  case changed(OfficerDetails)
  /// Access taken away.
  case deactivated(Reason)
}

/// An officer's particulars, whole.
public struct OfficerDetails: Hashable, Sendable, Codable {
  var login: String
  var name: UntrustedText
  var unit: Unit
  var roles: [Role]
}

/// A reason in words.
public struct Reason: Hashable, Sendable, Codable {
  /// The words.
  public var reason: UntrustedText

  /// Takes the words as they are.
  public init(_ reason: UntrustedText) {
    self.reason = reason
  }
}

extension Officer {
  /// The officer after one more fact. Nil where the fact cannot come first.
  static func applying(_ fact: OfficerFact, to old: Officer?, id: SubjectID) -> Officer? {
    switch fact {
    case .registered(let details):
      return Officer(
        id: id, version: 1, login: details.login, name: details.name, unit: details.unit,
        roles: Set(details.roles), isActive: true)
    case .changed(let details):
      guard var officer = old else { return nil }
      officer.version += 1
      officer.login = details.login
      officer.name = details.name
      officer.unit = details.unit
      officer.roles = Set(details.roles)
      return officer
    case .deactivated:
      guard var officer = old else { return nil }
      officer.version += 1
      officer.isActive = false
      return officer
    }
  }
}
