import CaseStore
import Casework
import Terminal
import TextSafety

extension DeskState {
  /// What a form starts with.
  func filledIn(_ spec: ActionSpec, _ subject: Reference?) -> [String: String] {
    switch spec.id {
    case "tip.receive": return ["channel": Channel.phone.rawValue]
    case "tip.correct":
      return subject.flatMap { shownTip($0) }?.report.typed(now: now, language) ?? [:]
    case "officer.change":
      guard let row = officers.first(where: { $0.reference == subject }) else { return [:] }
      return [
        "login": row.officer.login, "name": row.officer.name.raw, "unit": row.officer.unit.rawValue,
        "roles": row.officer.roles.map(\.rawValue).sorted().joined(separator: ","),
      ]
    default:
      let known = spec.creates ? linked(spec, to: selectedReference) : linked(spec, to: subject)
      return known.merging(own(spec, subject)) { $1 }
    }
  }

  /// What this officer or this desk knows without being asked.
  private func own(_ spec: ActionSpec, _ subject: Reference?) -> [String: String] {
    switch spec.id {
    case "pass.start": return ["staff": setup.officer.name.raw]
    case "shift.start":
      let waiting = openDetail(of: selectedReference)?.record.flatMap { record in
        record.kind == .shift ? selectedReference?.description : nil
      }
      return [
        "officer": setup.officer.login, "unit": setup.officer.unit.rawValue,
        "lead": setup.officer.roles.contains(.lead) ? setup.officer.login : "",
        "previous": waiting ?? "",
      ]
    case "pass.detail":
      let last = counted.last { $0.pass == subject }?.version
      let waits = subject.flatMap { shownRecord($0) }.map(Pass.init)?.sightingToDetail?.version
      return (waits ?? last).map { ["sighting": String($0)] } ?? [:]
    case "policeReport.file":
      let draft = subject.flatMap { shownRecord($0) }
      return ["authority", "offence", "otherOffence"].reduce(into: [:]) { filled, field in
        filled[field] = draft?.text(field)?.raw
      }
    case "person.linkSighting":
      guard let last = counted.last(where: { $0.field == "children" }) else { return [:] }
      return ["pass": last.pass.description, "sighting": String(last.version)]
    case "person.register":
      let seen = selectedReference.flatMap { shownTip($0) }?.report.children ?? []
      return seen.count == 1 ? seen[0].described : [:]
    case "case.step":
      let state = subject.flatMap { shownRecord($0) }.flatMap(Case.init)
      let next = state?.checklist.first { !$0.isSettled }?.step
      return next.map { ["step": $0.rawValue] } ?? [:]
    case "person.merge":
      let match = openDetail(of: subject)?.content?.likePersons.first
      return match.map { ["into": $0.reference.description] } ?? [:]
    default: return [:]
    }
  }

  /// A form belongs to the subject it is opened from: the subject's reference is filled in where it
  /// fits, and so are those the subject itself refers to.
  private func linked(_ spec: ActionSpec, to reference: Reference?) -> [String: String] {
    guard let reference else { return [:] }
    var known: [SubjectKind: [Reference]] = [:]
    let record = shownRecord(reference).flatMap { record in
      RecordView(record, for: setup.officer, now: now).isWhole ? record : nil
    }
    if let record {
      known[.case] = record.references("case").suffix(1)
      known[.person] = ["children", "persons", "person"].flatMap(record.references)
      known[.tip] = record.references("tips")
    }
    if reference.kind == .tip {
      known[.person] = openDetail(of: reference)?.content?.links.filter { $0.kind == .person }
    }
    if spec.creates { known[reference.kind] = [reference] }
    var filled: [String: String] = [:]
    for field in spec.fields where !Self.kinship.contains(field.name) {
      switch field.type {
      case .reference(let kind):
        guard spec.creates || field.isRequired, let found = known[kind], found.count == 1 else {
          continue
        }
        filled[field.name] = found[0].description
      case .references(let kind) where spec.creates:
        let found = (known[kind] ?? []).map(\.description)
        if !found.isEmpty { filled[field.name] = found.joined(separator: ", ") }
      default: continue
      }
    }
    if spec.creates, let record { filled.merge(named(spec, record)) { old, _ in old } }
    return filled
  }

  /// Who is family is never taken from where a form was opened.
  private static let kinship: Set<String> = ["siblings"]

  /// The name a new subject goes by is that of the person or case it is about.
  private func named(_ spec: ActionSpec, _ record: Record) -> [String: String] {
    let isProtected =
      !record.namingFields.isEmpty || (record.kind == .person && Person(record).protection != nil)
    guard [.person, .case].contains(record.kind), !isProtected, let alias = record.text("alias")
    else { return [:] }
    let name = SafeText(alias, limit: 120).string
    var filled: [String: String] = [:]
    for field in ["alias", "who", "what"] where spec.field(field)?.isRequired == true {
      filled[field] = name
    }
    let purposes = Case(record)?.purposes.map(\.rawValue) ?? []
    if spec.field("purposes") != nil, !purposes.isEmpty {
      filled["purposes"] = purposes.joined(separator: ",")
    }
    return filled
  }

  // MARK: What is on the screen

  private func openDetail(of reference: Reference?) -> SubjectDetail? {
    shownDetails.first { $0.reference == reference }
  }

  private func shownTip(_ reference: Reference) -> Tip? { openDetail(of: reference)?.tip }

  /// A record as the screen has it: opened, in a list, or the officer's own pass.
  func shownRecord(_ reference: Reference) -> Record? {
    if let record = openDetail(of: reference)?.record { return record }
    for case .handover(let screen) in layers where screen.reference == reference {
      if let record = screen.content?.record { return record }
    }
    for case .records(let pane) in panes.values {
      if let row = pane.rows.first(where: { $0.reference == reference }) { return row.record }
    }
    return underWay[reference.kind].flatMap { $0.reference == reference ? $0.record : nil }
  }

  /// The action that does what the selected subject waits for.
  var nextAction: ActionSpec? {
    guard let reference = selectedReference else { return nil }
    let id: String?
    if reference.kind == .tip {
      id = shownTip(reference)?.nextAction ?? selectedRow?.nextAction
    } else {
      id = shownRecord(reference).flatMap {
        RecordView($0, for: setup.officer, now: now).nextAction
      }
    }
    return id.flatMap { ActionRegistry.action($0) }
  }
}

extension SeenChild {
  /// What a tip tells of its only child, as a person's form takes it.
  fileprivate var described: [String: String] {
    var filled: [String: String] = [:]
    filled["sex"] = sex?.rawValue
    filled["estimatedFrom"] = ageFrom.map(String.init)
    filled["estimatedTo"] = ageTo.map(String.init)
    return filled
  }
}

extension TipRow {
  /// As ``Tip/nextAction``, as far as a list knows.
  var nextAction: String? {
    guard status == .open else { return nil }
    if concernsChild && !isAssessed { return "tip.assess" }
    return priority == nil ? "tip.prioritise" : assigneeName == nil ? "tip.assign" : "tip.close"
  }
}
