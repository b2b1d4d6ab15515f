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
      + lookHere()
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
    guard var detail = detail(opening: opening) else { return [] }
    detail.trouble = Problem(ReasonNeeded(reference).message)
    replace(detail)
    let index = layers.firstIndex { $0.opening == opening } ?? layers.count - 1
    layers.insert(
      .reason(ReasonDialog(purpose: .restricted, reference: reference, opening: opening)),
      at: index + 1)
    return []
  }

  /// Asks why the masked values of the open detail are needed.
  mutating func unmask() -> [Effect] {
    guard case .detail(let detail)? = layers.last else { return [] }
    layers.append(
      .reason(
        ReasonDialog(purpose: .masked, reference: detail.reference, opening: detail.opening)))
    return []
  }

  /// Why there is nothing to unmask here; nil where there is.
  var unmaskReason: Phrase? {
    guard case .detail(let detail)? = layers.last, let record = detail.record else {
      return Phrase(sv: "här är inget dolt", en: "nothing is masked here")
    }
    let view = RecordView(record, for: setup.officer, now: now, reasons: detail.reasons)
    guard view.hasMasked else {
      return Phrase(sv: "här är inget dolt", en: "nothing is masked here")
    }
    return view.showsMasked
      ? Phrase(sv: "det dolda visas redan", en: "what was masked is shown already") : nil
  }

  /// Goes on with the reason that was typed, or says what is wrong with it.
  mutating func confirmReason(_ dialog: ReasonDialog) -> [Effect] {
    guard let detail = detail(opening: dialog.opening) else {
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
    var reasons = detail.reasons
    switch dialog.purpose {
    case .restricted:
      var waiting = detail
      waiting.trouble = nil
      replace(waiting)
      reasons.access = reason
      return [.openDetail(detail.reference, opening: detail.opening, reasons, earlier: nil)]
    case .masked:
      reasons.masked = reason
      return [
        .openDetail(detail.reference, opening: detail.opening, reasons, earlier: detail.reasons)
      ]
    }
  }

  /// Without a reason a restricted case stays closed.
  mutating func cancelReason(_ dialog: ReasonDialog) -> [Effect] {
    if dialog.purpose == .restricted { layers.removeAll { $0.opening == dialog.opening } }
    return lookHere()
  }

  private func detail(opening: Int) -> SubjectDetail? {
    for case .detail(let detail) in layers where detail.opening == opening { return detail }
    return nil
  }

  private mutating func replace(_ detail: SubjectDetail) {
    guard let index = layers.firstIndex(where: { $0.opening == detail.opening }) else { return }
    layers[index] = .detail(detail)
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

  /// Reads what has been opened for a reason since it was last read; nothing but for a lead.
  func watchAccess() -> [Effect] { isLead ? [.loadBreaches(newerThan: newestBreach)] : [] }

  /// What others have opened for a reason: marked until the lead opens the log.
  mutating func take(breaches entries: [AccessEntry]) -> [Effect] {
    let isFirst = newestBreach == nil
    let known = newestBreach ?? 0
    newestBreach = max(known, entries.first?.id ?? 0)
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
  /// Which opening of a subject it shows; nil for anything but a detail.
  fileprivate var opening: Int? {
    guard case .detail(let detail) = self else { return nil }
    return detail.opening
  }
}
