/// By what right something was opened, as the access log has it. The raw values are kept in stores.
public enum AccessBasis: String, Sendable, CaseIterable {
  /// The officer's roles let it be read.
  case ordinary
  /// A restricted case of the officer's own.
  case own
  /// A restricted case, or all there is, by a lead.
  case lead
  /// A restricted case of somebody else's, for a written reason.
  case restricted
  /// Masked values, for a written reason.
  case masked

  /// Whether it took a written reason.
  public var isBreakGlass: Bool { self == .restricted || self == .masked }

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .ordinary: Phrase(sv: "i tjänsten", en: "by role")
    case .own: Phrase(sv: "eget skyddat ärende", en: "own restricted case")
    case .lead: Phrase(sv: "arbetsledare", en: "lead")
    case .restricted: Phrase(sv: "skyddat ärende, med skäl", en: "restricted case, for a reason")
    case .masked: Phrase(sv: "dolda uppgifter, med skäl", en: "masked values, for a reason")
    }
  }
}

/// In what way something left the store. The raw values are kept in stores.
public enum AccessWay: String, Sendable, CaseIterable {
  /// At the desk.
  case desk
  /// `samjour show`.
  case show
  /// A handover, written out.
  case handover
  /// The journal, written out.
  case export
  /// A copy of the whole store.
  case backup
  /// The store was made again from a copy.
  case restore

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .desk: Phrase(sv: "jourbordet", en: "desk")
    case .show: Phrase(sv: "kommandot show", en: "the command show")
    case .handover: Phrase(sv: "utskrift av överlämning", en: "export of a handover")
    case .export: Phrase(sv: "utskrift av journalen", en: "export of the journal")
    case .backup: Phrase(sv: "säkerhetskopia", en: "backup")
    case .restore: Phrase(sv: "återställning", en: "restoring")
    }
  }
}

/// One thing an officer is about to be shown, and why.
public struct AccessGround: Hashable, Sendable {
  /// By what right.
  public let basis: AccessBasis
  /// The written reason, where there is one.
  public let reason: AccessReason?

  /// Takes both as they are.
  public init(_ basis: AccessBasis, _ reason: AccessReason? = nil) {
    self.basis = basis
    self.reason = reason
  }
}

extension RecordView {
  /// By what right the record is opened: the opening itself, and the masked values where they are
  /// shown. `earlier` are the reasons it stands open for already, nil where it is opened now. Empty
  /// where nothing is shown that was not shown before.
  public func grounds(earlier: AccessReasons? = nil) -> [AccessGround] {
    var grounds = earlier == nil ? [opening] : []
    if showsMasked, earlier?.masked == nil {
      grounds.append(AccessGround(.masked, reasons.masked))
    }
    // What belongs to a restricted case is as restricted as the case.
    let broken = ownerView?.grounds(earlier: earlier).filter(\.basis.isBreakGlass) ?? []
    return grounds + broken.filter { ground in !grounds.contains { $0.basis == ground.basis } }
  }

  private var opening: AccessGround {
    guard record.kind == .case, let state = Case(record.present), state.isRestricted else {
      return AccessGround(.ordinary)
    }
    if state.handler == officer.login { return AccessGround(.own) }
    if officer.holds([.lead]) { return AccessGround(.lead) }
    return AccessGround(.restricted, reasons.access)
  }
}
