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
  /// Opens a handover and what it is filled from: the case, its children, custody decisions and police
  /// reports, each logged before anything is handed out. Nil where there is no such handover.
  ///
  /// `earlier` as in ``open(_:as:reasons:earlier:way:)``. Throws ``ReasonNeeded`` for a restricted
  /// case, and ``StoreError``.
  public func openHandover(
    _ reference: Reference, as officer: Officer, reasons: AccessReasons = AccessReasons(),
    earlier: AccessReasons? = nil, way: AccessWay
  ) throws -> HandoverContent? {
    try handover(reference, as: officer, reasons: reasons) {
      try open($0, as: officer, reasons: reasons, earlier: earlier, way: way)
    }
  }

  /// A handover that stands open, read again after a change: no new opening. Throws ``StoreError``.
  public func handover(_ reference: Reference, as officer: Officer, reasons: AccessReasons) throws
    -> HandoverContent?
  {
    try handover(reference, as: officer, reasons: reasons) {
      try content(of: $0, as: officer)
    }
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
    var sources = [source]
    let children = Set(
      handover.children.isEmpty ? Case(source.record)?.children ?? [] : handover.children)
    for linked in content.links where Self.fills(linked, children) {
      guard let content = try reading(linked), let other = try self.source(content, as: officer),
        concerns(other, about, children)
      else { continue }
      sources.append(other)
    }
    return HandoverContent(
      reference: reference, record: record, history: handed.history,
      material: HandoverMaterial(
        sources, of: about, for: current, reasons: reasons, now: clock.now()))
  }

  private static func fills(_ linked: Reference, _ children: Set<Reference>) -> Bool {
    switch linked.kind {
    case .custody, .policeReport: true
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
