import TextSafety

extension Officer {
  static let unitChoices = Unit.allCases.map { Choice($0.rawValue, $0.title) }

  static let detailFields: [FieldSpec] = [
    FieldSpec(
      "login", Phrase(sv: "Inloggningsnamn", en: "Login"), .line, required: true,
      help: Phrase(sv: "som i operativsystemet", en: "as in the operating system")),
    FieldSpec(
      "name", Phrase(sv: "Namn", en: "Name"), .line, required: true,
      help: Phrase(sv: "för- och efternamn", en: "first and last name")),
    FieldSpec(
      "unit", Phrase(sv: "Enhet", en: "Unit"), .choice(unitChoices), required: true,
      help: Phrase(sv: "där personen arbetar", en: "where the person works")),
    FieldSpec(
      "roles", Phrase(sv: "Roller", en: "Roles"), .roles, required: true,
      help: Phrase(sv: "en eller flera; de styr vad som får göras", en: "one or more; they decide")),
  ]

  /// What can be done with officers.
  public static let actions: [ActionSpec] = [
    ActionSpec(
      "officer.register", .officer, creates: true,
      title: Phrase(sv: "Registrera handläggare", en: "Register officer"),
      help: Phrase(sv: "Ger en inloggning tillgång till jourbordet.", en: "Gives a login access."),
      roles: [.administrator], fields: detailFields),
    ActionSpec(
      "officer.change", .officer,
      title: Phrase(sv: "Ändra handläggare", en: "Change officer"),
      help: Phrase(sv: "Ändrar namn, enhet eller roller.", en: "Changes name, unit or roles."),
      roles: [.administrator],
      fields: detailFields.map { FieldSpec($0.name, $0.label, $0.type, help: $0.help) }),
    ActionSpec(
      "officer.deactivate", .officer,
      title: Phrase(sv: "Avsluta handläggare", en: "Deactivate officer"),
      help: Phrase(
        sv: "Tar bort tillgången; historiken står kvar.", en: "Takes access away; history stays."),
      roles: [.administrator],
      fields: [
        FieldSpec(
          "reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
          help: Phrase(sv: "varför tillgången tas bort", en: "why access is taken away"))
      ]),
  ]

  static func decide(
    _ spec: ActionSpec, _ fields: FieldReader, _ officer: Officer?, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    guard let officer else {
      let details = OfficerDetails(
        login: fields.string("login") ?? "", name: fields.text("name") ?? "",
        unit: fields.choice("unit") ?? .outreach, roles: fields.choices("roles"))
      try checkLogin(details.login, free: nil, context)
      return [DecidedFact(context.newID(), .officer(.registered(details)))]
    }
    guard officer.isActive else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "handläggaren är avslutad; registrera på nytt om personen är tillbaka",
          en: "the officer is deactivated; register again if the person is back"))
    }
    if spec.id == "officer.deactivate" {
      try keepAnAdministrator(without: officer, context)
      return [DecidedFact(officer.id, .officer(.deactivated(Reason(fields.text("reason") ?? ""))))]
    }
    let roles: [Role] = fields.choices("roles")
    let details = OfficerDetails(
      login: fields.string("login") ?? officer.login, name: fields.text("name") ?? officer.name,
      unit: fields.choice("unit") ?? officer.unit,
      roles: roles.isEmpty ? officer.roles.sorted { $0.rawValue < $1.rawValue } : roles)
    guard
      details.login != officer.login || details.name != officer.name
        || details.unit != officer.unit || Set(details.roles) != officer.roles
    else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ändrat; ange minst en ny uppgift",
          en: "nothing is changed; give at least one new value"))
    }
    try checkLogin(details.login, free: officer.id, context)
    if !details.roles.contains(.administrator) {
      try keepAnAdministrator(without: officer, context)
    }
    return [DecidedFact(officer.id, .officer(.changed(details)))]
  }

  private static func checkLogin(_ login: String, free: SubjectID?, _ context: DecisionContext)
    throws
  {
    let allowed = login.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        || [0x2D, 0x2E, 0x5F, 0x40].contains($0)
    }
    guard allowed, (1...64).contains(login.utf8.count) else {
      throw Refusal(
        .invalid,
        Phrase(
          sv:
            "inloggningsnamnet har a–z, 0–9, punkt, bindestreck, understreck, @ och högst 64 tecken",
          en: "a login has a–z, 0–9, dot, dash, underscore, @ and at most 64 characters"),
        field: "login")
    }
    if let other = try context.officerWithLogin(login), other.isActive, other.id != free {
      throw Refusal(
        .rule,
        Phrase(
          sv: "inloggningen \(login) har redan en aktiv handläggare",
          en: "the login \(login) already has an active officer"), field: "login")
    }
  }

  private static func keepAnAdministrator(
    without officer: Officer, _ context: DecisionContext
  ) throws {
    guard officer.roles.contains(.administrator) else { return }
    let others = try context.activeAdministrators()
    guard others > 1 else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det måste finnas minst en aktiv administratör; ge rollen till någon annan först",
          en: "there must be at least one active administrator; give the role to another first"))
    }
  }
}
