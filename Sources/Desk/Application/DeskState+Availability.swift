import CaseStore
import Casework
import Terminal

extension DeskState {
  /// Why a command can't be run now, in words; nil where it can. The footer, the palette and the
  /// keys ask the same.
  func disabledReason(_ id: CommandID) -> Phrase? {
    if setup.isPast, CommandRegistry.command(id).map({ $0.risk != .safe }) ?? false {
      return Self.readOnly
    }
    switch id {
    case _ where id.rawValue.hasPrefix("note."): return draftingReason(id)
    case "form.save" where handoverScreen != nil, "form.editor" where handoverScreen != nil:
      return handoverScreen.flatMap(writingReason)
    case "form.toggle", "form.choiceNext", "form.choicePrevious":
      guard let form, !form.fields[form.focus].isTyped else {
        return Phrase(sv: "här skrivs text", en: "text is typed here")
      }
      return nil
    case "form.editor":
      guard let form, form.fields[form.focus].isTyped else {
        return Phrase(sv: "bara för textfält", en: "only for text fields")
      }
      return nil
    case "form.save", "form.next", "form.previous":
      return form == nil ? Phrase(sv: "inget formulär är öppet", en: "no form is open") : nil
    case "form.discard":
      if form != nil || handoverScreen?.text.isDirty == true { return nil }
      if layers.isEmpty, case .drafts(let pane)? = focusedPane, !draftRows(pane).isEmpty {
        return nil
      }
      return Phrase(sv: "det finns inget att kasta här", en: "there is nothing to discard here")
    case "view.open":
      switch focusedPane {
      case .tips(let pane)?:
        return pane.selected == nil ? Phrase(sv: "listan är tom", en: "the list is empty") : nil
      case .records(let pane)?:
        return pane.selected == nil ? Phrase(sv: "listan är tom", en: "the list is empty") : nil
      case .presence(let pane)?:
        let viewing = presence.first { $0.key == pane.selection }?.viewing
        return viewing == nil || viewing?.kind == .officer
          ? Phrase(sv: "den som är vald har inget öppet", en: "the one selected has nothing open")
          : nil
      case .figures?: return Phrase(sv: "här finns inget att öppna", en: "nothing to open here")
      case .drafts(let pane)?:
        return draftRows(pane).isEmpty ? Phrase(sv: "inga utkast", en: "no drafts") : nil
      case .news(let pane)?:
        return selectedNews(pane) == nil
          ? Phrase(sv: "listan är tom", en: "the list is empty") : nil
      default: return nil
      }
    case "pane.grow", "pane.shrink", "pane.swap", "pane.close", "pane.splitRow",
      "pane.splitColumn", "pane.filter", "pane.sort", "screen.save", "pane.columns", "pane.only",
      "pane.reverse", "pane.choose", "pane.columnUp", "pane.columnDown", "pane.reset":
      return paneReason(id)
    case "search.next", "search.previous":
      return hits.isEmpty
        ? Phrase(sv: "sök och öppna en träff först", en: "search and open a hit first") : nil
    case "view.actions":
      return selectedReference == nil
        ? Phrase(sv: "välj något först", en: "choose something first") : nil
    case "view.paragraph":
      return selectedParagraph == nil
        ? Phrase(sv: "här löper ingen frist", en: "no clock runs here") : nil
    case "view.copy": return copyReason
    case "view.unmask": return unmaskReason
    case "view.accessLog":
      return isLead
        ? nil
        : Phrase(
          sv: "bara arbetsledare läser åtkomstloggen", en: "only leads read the access log")
    case "view.retention":
      return retentionReason
    case "retention.confirm": return erasingReason
    case "retention.early": return earlyErasingReason
    case "view.nextStep":
      guard let spec = nextAction else {
        return Phrase(sv: "inget steg väntar här", en: "no step waits here")
      }
      return permission(spec.id)
    case "pass.countAdult", "pass.countChild": return underWayReason("pass.sighting", .pass)
    case "action.undo":
      guard counted.isEmpty, lastDone == nil else { return nil }
      return Phrase(
        sv: "inget att ångra: du har inte gjort något här än",
        en: "nothing to take back: you have done nothing here yet")
    case "mark.toggle":
      guard layers.isEmpty, selectedReference != nil else {
        return Phrase(sv: "inget att markera här", en: "nothing to mark here")
      }
      return nil
    case "mark.clear":
      return marked.isEmpty ? Phrase(sv: "inget är markerat", en: "nothing is marked") : nil
    case "news.readAll":
      guard news?.items.contains(where: \.isUnread) == true else {
        return Phrase(sv: "inget är oläst", en: "nothing is unread")
      }
      return nil
    case "tip.take": return tipReason("tip.assign")
    case "tip.nextNew": return nil
    case "tip.new": return permission("tip.receive")
    default:
      guard let spec = ActionRegistry.action(id.rawValue) else { return nil }
      if spec.creates { return permission(spec.id) }
      switch spec.kind {
      case .tip: return tipReason(spec.id)
      case .officer: return officerReason(spec.id)
      case .pass, .shift: return underWayReason(spec.id, spec.kind)
      default: return recordReason(spec)
      }
    }
  }

  /// Why a command of the drafting screen means nothing now.
  private func draftingReason(_ id: CommandID) -> Phrase? {
    guard let screen = handoverScreen, screen.content != nil else {
      return Phrase(sv: "ingen överlämning är öppen", en: "no handover is open")
    }
    switch id {
    case "note.keepMine", "note.joinBoth", "note.takeTheirs":
      guard screen.text.theirs == nil else { return nil }
      return Phrase(sv: "ingen annan har ändrat den", en: "nobody else has changed it")
    case "note.insertFact":
      return screen.facts.isEmpty
        ? Phrase(sv: "inget har hänt i ärendet", en: "nothing has happened in the case")
        : writingReason(screen)
    // Whether the section that is selected is masked says nothing of the others.
    case "note.saveAll": return standingReason(screen)
    default: return nil
    }
  }

  func permission(_ action: String) -> Phrase? {
    guard let spec = ActionRegistry.action(action) else { return nil }
    do throws(Refusal) {
      try Decision.permit(spec, setup.officer)
      return nil
    } catch {
      return error.reason
    }
  }

  private func officerReason(_ action: String) -> Phrase? {
    if let reason = permission(action) { return reason }
    guard selectedReference?.kind == .officer else {
      return Phrase(
        sv: "välj en handläggare först (\(keyText("view.officers", in: .list)))",
        en: "choose an officer first (\(keyText("view.officers", in: .list)))")
    }
    return nil
  }

  /// A pass or a shift need not be selected: the officer's own under way is meant.
  private func underWayReason(_ action: String, _ kind: SubjectKind) -> Phrase? {
    if let reason = permission(action) { return reason }
    if action == "shift.acknowledge" {
      return shiftToAcknowledge == nil
        ? Phrase(sv: "inget pass väntar på att tas över", en: "no shift waits to be taken over")
        : nil
    }
    guard subject(of: kind) == nil else { return nil }
    let keys = keyText(CommandID(rawValue: "\(kind.rawValue).start"), in: .list)
    return Phrase(
      sv: "inget eget \(kind.title.sv) pågår: välj ett, eller starta ett (\(keys))",
      en: "no \(kind.title.en) of yours is under way: choose one, or start one (\(keys))")
  }

  private func recordReason(_ spec: ActionSpec) -> Phrase? {
    if let reason = permission(spec.id) { return reason }
    guard selectedReference?.kind == spec.kind else {
      return Phrase(
        sv: "välj först: \(spec.kind.title.sv)", en: "choose a \(spec.kind.title.en) first")
    }
    return nil
  }

  private func tipReason(_ action: String) -> Phrase? {
    let isMarked = layers.isEmpty && marked.contains { $0.reference.kind == .tip }
    if isMarked { return permission(action) }
    guard let reference = selectedReference, reference.kind == .tip else {
      return Phrase(sv: "välj ett tips först", en: "choose a tip first")
    }
    if let reason = permission(action) { return reason }
    guard let status = shownStatus(of: reference) else { return nil }
    switch (action, status) {
    case ("tip.reopen", .open):
      return Phrase(sv: "tipset är redan öppet", en: "the tip is open already")
    case ("tip.dispatch", .duplicate), ("tip.passOn", .duplicate), ("tip.reopen", .duplicate),
      ("tip.close", .duplicate), ("tip.assign", .duplicate),
      ("tip.prioritise", .duplicate):
      return Phrase(sv: "tipset är en dubblett", en: "the tip is a duplicate")
    case ("tip.dispatch", .closed), ("tip.passOn", .closed), ("tip.close", .closed),
      ("tip.assign", .closed), ("tip.prioritise", .closed),
      ("tip.duplicate", .closed):
      return Phrase(
        sv: "tipset är avslutat; öppna det igen först", en: "the tip is closed; reopen it first")
    case ("tip.duplicate", .duplicate):
      return Phrase(sv: "tipset är redan en dubblett", en: "the tip is a duplicate already")
    case ("tip.notDuplicate", .open), ("tip.notDuplicate", .closed):
      return Phrase(sv: "tipset är ingen dubblett", en: "the tip is no duplicate")
    case ("tip.correct", _) where !isOpenInDetail(reference):
      return Phrase(sv: "öppna tipset först (Enter)", en: "open the tip first (Enter)")
    default: return nil
    }
  }

  private func isOpenInDetail(_ reference: Reference) -> Bool {
    shownDetails.contains { $0.reference == reference && $0.tip != nil }
  }

  private func shownStatus(of reference: Reference) -> Tip.Status? {
    for detail in shownDetails where detail.reference == reference {
      if let tip = detail.tip { return tip.status }
    }
    return selectedRow?.status
  }
}
