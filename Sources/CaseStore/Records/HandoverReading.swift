import Casework

/// A handover with what it is filled from.
public struct HandoverContent: Sendable {
  /// Its reference.
  public let reference: Reference
  /// The handover.
  public let record: Casework.Record
  /// Its facts, newest first.
  public let history: [HistoryEntry]
  /// The case and what belongs to it.
  public let material: HandoverMaterial
}

extension CaseStore {
  /// Opens a handover and what it is filled from: the case, its tips, its children and the passes they
  /// were seen on, custody decisions and police reports, each logged before anything is handed out. Nil where there is no such handover.
  ///
  /// `earlier` as in ``open(_:as:reasons:earlier:way:)``. Throws ``ReasonNeeded`` for a restricted
  /// case, and ``StoreError``.
  public func openHandover(
    _ reference: Reference, as officer: Officer, reasons: AccessReasons = AccessReasons(),
    earlier: AccessReasons? = nil, way: AccessWay
  ) throws -> HandoverContent? {
    try handover(reference, as: officer, reasons: reasons) {
      try opening($0, as: officer, reasons, earlier, way)
    }
  }

  /// A handover that stands open, read again after a change: no new opening. Throws ``StoreError``.
  public func handover(_ reference: Reference, as officer: Officer, reasons: AccessReasons) throws
    -> HandoverContent?
  {
    try handover(reference, as: officer, reasons: reasons) {
      try read(of: $0, as: officer)
    }
  }

  /// A handover that refers to something protected, with what it is filled in from. Throws
  /// ``StoreError``.
  func filling(_ content: SubjectContent, as officer: Officer) throws -> SubjectContent {
    guard case .record(let record) = content.state, record.kind == .handover,
      record.texts.contains(where: { $0.contains("{") })
    else { return content }
    let handover = try handover(content.reference, as: officer, reasons: AccessReasons()) {
      $0 == content.reference ? content : try read(of: $0, as: officer)
    }
    return content.filling(handover?.material)
  }

  private func handover(
    _ reference: Reference, as officer: Officer, reasons: AccessReasons,
    reading: (Reference) throws -> SubjectContent?
  ) throws -> HandoverContent? {
    guard let current = try current(officer), let handed = try reading(reference),
      case .record(let record) = handed.state,
      let handover = Handover(record), let about = handover.caseReference,
      let content = try reading(about), let source = try source(content, as: officer)
    else { return nil }
    let children = Set(
      handover.children.isEmpty ? Case(source.record)?.children ?? [] : handover.children)
    var sources = [source] + (try self.source(handed, as: officer).map { [$0.sent] } ?? [])
    var tips: Set<Reference> = []
    for linked in content.links where Self.fills(linked, children) {
      if linked.kind == .tip { tips.insert(linked) }
      guard linked.kind != .tip, let content = try reading(linked),
        let other = try self.source(content, as: officer), concerns(other, about, children)
      else { continue }
      sources.append(other)
      if linked.kind == .person { tips.formUnion(other.record.references("tips")) }
    }
    let persons = sources.filter { $0.record.kind == .person }.map { Person($0.record) }
    sources += try sightings(of: persons, as: officer, reading: reading)
    return HandoverContent(
      reference: reference, record: record, history: handed.history,
      material: HandoverMaterial(
        sources,
        tips: try tips.sorted { $0.number < $1.number }.compactMap {
          try reading($0).flatMap(Self.told)
        },
        of: about, for: current, reasons: reasons, now: clock.now()))
  }

  /// The passes on which the children were seen, of each the sightings of them alone.
  private func sightings(
    of persons: [Person], as officer: Officer, reading: (Reference) throws -> SubjectContent?
  ) throws -> [HandoverMaterial.Source] {
    let links = persons.flatMap { person in
      person.links.map { (link: $0, isProtected: person.protection != nil) }
    }
    return try Dictionary(grouping: links, by: \.link.pass).sorted { $0.key.number < $1.key.number }
      .compactMap { pass, links in
        guard let content = try reading(pass), let source = try source(content, as: officer) else {
          return nil
        }
        let seen = Set(links.map(\.link.sighting))
        let told = source.record.entries.filter {
          seen.contains($0.version)
            || ($0.name == "detailed" && $0.number("sighting").map(seen.contains) == true)
        }
        return source.telling(
          Set(told.map(\.version)), isProtected: links.contains { $0.isProtected })
      }
  }

  private static func told(_ content: SubjectContent) -> HandoverMaterial.TipSource? {
    guard case .tip = content.state else { return nil }
    return HandoverMaterial.TipSource(
      content.reference,
      told: content.history.reversed().compactMap { entry in
        guard case .tip(let fact)? = entry.fact else { return nil }
        return .init(
          fact, number: entry.seq, version: entry.version, happenedAt: entry.happenedAt)
      })
  }

  private static func fills(_ linked: Reference, _ children: Set<Reference>) -> Bool {
    switch linked.kind {
    case .custody, .policeReport, .tip: true
    case .person: children.contains(linked)
    default: false
    }
  }

  /// A custody decision about another child of the case stays out of the handover.
  private func concerns(
    _ source: HandoverMaterial.Source, _ about: Reference, _ children: Set<Reference>
  ) -> Bool {
    guard source.record.kind == .custody else { return true }
    let person = source.record.references("person").last
    return person.map(children.contains) ?? true
  }

  private func source(_ content: SubjectContent, as officer: Officer) throws
    -> HandoverMaterial.Source?
  {
    guard case .record(let record) = content.state else { return nil }
    let history =
      content.history.count < record.version
      ? try history(of: content.reference, limit: record.version, as: officer) : content.history
    return HandoverMaterial.Source(
      content.reference, record,
      numbers: Dictionary(
        history.map { ($0.version, $0.seq) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension HandoverMaterial.Source {
  /// Of the handover itself, that it was sent and what the district answered.
  fileprivate var sent: Self {
    let told = record.entries.filter { ["sent", "acknowledged", "accepted"].contains($0.name) }
    return telling(Set(told.map(\.version)), isProtected: false)
  }

  /// The same, telling of some facts alone.
  fileprivate func telling(_ versions: Set<Int>, isProtected: Bool) -> Self {
    Self(reference, record, numbers: numbers, versions: versions, isProtected: isProtected)
  }
}

extension SubjectContent {
  /// The other subjects that its texts refer to.
  var referredSources: [Reference] {
    guard let material, case .record(let record) = state else { return [] }
    return Set(record.texts.flatMap(material.referred)).sorted { $0.number < $1.number }
  }
}
