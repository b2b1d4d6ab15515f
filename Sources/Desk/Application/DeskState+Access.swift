import CaseStore
import Casework
import Terminal
import TextSafety

// Opening subjects, with a reason where one is needed, and the lead's access log.
extension DeskState {
  mutating func openDetail(_ reference: Reference) -> [Effect] {
    openingCount += 1
    layers.append(.detail(SubjectDetail(reference, opening: openingCount)))
    unglow()
    return [.openDetail(reference, opening: openingCount, AccessReasons(), earlier: nil)]
      + lookHere() + read([reference])
  }

  /// What was opened, once it is in the access log.
  mutating func take(
    _ result: Result<DetailContent?, Problem>, of reference: Reference, opening: Int,
    _ reasons: AccessReasons
  ) -> [Effect] {
    guard var detail = detail(opening: opening) else { return [] }
    switch result {
    case .success(let content?):
      detail.content = content
      detail.reasons = reasons
      detail.trouble = nil
    case .failure(let problem) where detail.content != nil: say(problem.message, .error)
    case .failure(let problem): detail.trouble = problem
    case .success(nil):
      detail.trouble = Problem(
        Phrase(sv: "\(reference) finns inte i lagret", en: "\(reference) is not in the store"))
    }
    // What was told while it was being opened may have come too late for it.
    let isOutdated = detail.isOutdated && detail.content != nil
    detail.isOutdated = false
    replace(detail)
    layOutDetails()
    return isOutdated ? [.loadDetail(reference)] : []
  }

  /// A restricted case: nothing of it has been handed out, and the reason is asked for.
  mutating func askReason(_ reference: Reference, opening: Int) -> [Effect] {
    let trouble = Problem(ReasonNeeded(reference).message)
    if var detail = detail(opening: opening) {
      detail.trouble = trouble
      replace(detail)
    }
    // Beside a list it only says that a reason is needed: it is given where the case is opened.
    guard let index = layers.firstIndex(where: { $0.opening == opening }) else { return [] }
    if case .handover(var screen) = layers[index] {
      screen.trouble = trouble
      layers[index] = .handover(screen)
    }
    layers.insert(
      .reason(ReasonDialog(purpose: .restricted, reference: reference, opening: opening)),
      at: index + 1)
    return []
  }

  /// Asks why the masked values of the open detail are needed.
  mutating func unmask() -> [Effect] {
    guard let opening = layers.last?.opening, let reference = selectedReference else { return [] }
    layers.append(
      .reason(ReasonDialog(purpose: .masked, reference: reference, opening: opening)))
    return []
  }

  /// Why there is nothing to unmask here; nil where there is.
  var unmaskReason: Phrase? {
    let nothing = Phrase(sv: "här är inget dolt", en: "nothing is masked here")
    let (record, reasons): (Record?, AccessReasons)
    switch layers.last {
    case .detail(let detail)?: (record, reasons) = (detail.record, detail.reasons)
    case .handover(let screen)?: (record, reasons) = (screen.content?.record, screen.reasons)
    default: return nothing
    }
    guard let record else { return nothing }
    let view = RecordView(record, for: setup.officer, now: now, reasons: reasons)
    guard view.hasMasked || handoverScreen?.content?.material.hasMasked == true else {
      return nothing
    }
    return reasons.masked != nil
      ? Phrase(sv: "det dolda visas redan", en: "what was masked is shown already") : nil
  }

  /// Goes on with the reason that was typed, or says what is wrong with it.
  mutating func confirmReason(_ dialog: ReasonDialog) -> [Effect] {
    guard let layer = layers.last(where: { $0.opening == dialog.opening }) else {
      layers.removeLast()
      return []
    }
    let reason: AccessReason
    do throws(Refusal) {
      reason = try AccessReason(dialog.input.text)
    } catch {
      var dialog = dialog
      dialog.problem = error.reason
      layers[layers.count - 1] = .reason(dialog)
      return []
    }
    layers.removeLast()
    switch layer {
    case .detail(var detail):
      let reasons = detail.reasons.giving(reason, for: dialog.purpose)
      let earlier = dialog.purpose == .masked ? detail.reasons : nil
      if dialog.purpose == .restricted { detail.trouble = nil }
      replace(detail)
      return [.openDetail(detail.reference, opening: detail.opening, reasons, earlier: earlier)]
    case .handover(var screen):
      let reasons = screen.reasons.giving(reason, for: dialog.purpose)
      let earlier = dialog.purpose == .masked ? screen.reasons : nil
      if dialog.purpose == .restricted { screen.trouble = nil }
      put(screen)
      return [.openHandover(screen.reference, opening: screen.opening, reasons, earlier: earlier)]
    default: return []
    }
  }

  /// Without a reason a restricted case stays closed.
  mutating func cancelReason(_ dialog: ReasonDialog) -> [Effect] {
    if dialog.purpose == .restricted { layers.removeAll { $0.opening == dialog.opening } }
    return lookHere()
  }

  private func detail(opening: Int) -> SubjectDetail? {
    shownDetails.first { $0.opening == opening }
  }

  private mutating func replace(_ detail: SubjectDetail) {
    changeDetails { if $0.opening == detail.opening { $0 = detail } }
  }

  // MARK: The lead

  var isLead: Bool { setup.officer.holds([.lead]) }

  /// Opens the access log: of what is selected, and what was opened for a reason.
  mutating func openAccessLog() -> [Effect] {
    let reference = selectedReference
    layers.append(.access(AccessOverlay(reference: reference)))
    breaches = []
    return [.loadAccess(reference)]
  }

  mutating func take(_ result: Result<AccessReport, Problem>, of reference: Reference?) -> [Effect]
  {
    for index in layers.indices {
      guard case .access(var overlay) = layers[index], overlay.reference == reference else {
        continue
      }
      switch result {
      case .success(let report): overlay.report = report
      case .failure(let problem): overlay.trouble = problem
      }
      layers[index] = .access(overlay)
    }
    return []
  }

  /// Reads the access log again where it stands open: reasons go with what is erased.
  func readAccessAgain() -> [Effect] {
    layers.compactMap { layer in
      guard case .access(let overlay) = layer else { return nil }
      return .loadAccess(overlay.reference)
    }
  }

  /// Reads what has been opened for a reason since it was last read; nothing but for a lead.
  /// `latest` is the latest there is, where that is known.
  func watchAccess(latest: Int64? = nil) -> [Effect] {
    if let latest, let newestBreach, latest <= newestBreach { return [] }
    return isLead ? [.loadBreaches(newerThan: newestBreach)] : []
  }

  /// What others have opened for a reason: marked until the lead opens the log.
  mutating func take(breaches entries: [AccessEntry], latest: Int64) -> [Effect] {
    let isFirst = newestBreach == nil
    let known = newestBreach ?? 0
    newestBreach = max(known, latest, entries.first?.id ?? 0)
    let fresh = entries.filter { $0.id > known && $0.officer != me }
    breaches = fresh + breaches
    guard let latest = fresh.first, !isFirst else { return [] }
    let name = SafeText(latest.name, limit: 40).string
    let what = latest.reference?.description ?? ""
    let reason = latest.reason.map { SafeText($0, limit: 200).string } ?? ""
    let key = keyText("view.accessLog", in: .list)
    say(
      Phrase(
        sv: "\(name) öppnade \(what) med skäl (\(key) visar loggen): \(reason)",
        en: "\(name) opened \(what) for a reason (\(key) shows the log): \(reason)"),
      .warning)
    return []
  }
}

extension Layer {
  /// Which opening of a subject it shows; nil for anything that is not opened.
  var opening: Int? {
    switch self {
    case .detail(let detail): detail.opening
    case .handover(let screen): screen.opening
    default: nil
    }
  }
}

extension AccessReasons {
  /// These with one more.
  fileprivate func giving(_ reason: AccessReason, for purpose: ReasonDialog.Purpose)
    -> AccessReasons
  {
    var reasons = self
    switch purpose {
    case .restricted: reasons.access = reason
    case .masked: reasons.masked = reason
    }
    return reasons
  }
}
