import Casework
import Terminal
import TextSafety

/// A few cards that explain the screen, one at a time.
public struct Tour: Sendable {
  /// A card: what it is about, and some sentences with the keys as they are bound.
  struct Card {
    let title: Phrase
    let lines: [Phrase]
  }

  var card = 0
}

extension DeskState {
  mutating func openTour() -> [Effect] {
    layers.append(.tour(Tour()))
    return []
  }

  /// Shows another card; after the last one the tour has been taken, and is not shown by itself again.
  mutating func turnTour(by delta: Int) -> [Effect] {
    guard case .tour(var tour)? = layers.last else { return [] }
    guard tour.card + delta < tourCards.count else { return dismissTour() }
    tour.card = max(0, tour.card + delta)
    layers[layers.count - 1] = .tour(tour)
    return []
  }

  /// Closes the tour for good: it is opened by name or key only.
  mutating func dismissTour() -> [Effect] {
    guard case .tour? = layers.last else { return [] }
    layers.removeLast()
    return [.dismissTour] + closedTour()
  }

  /// What had to wait for the tour comes now.
  func closedTour() -> [Effect] {
    setup.showsTour ? [.findShiftToAcknowledge] : []
  }

  /// The cards, in the words of the officer's own keys.
  var tourCards: [Tour.Card] {
    [screenCard, handsCard, tipCard, nightCard]
  }

  private var screenCard: Tour.Card {
    Tour.Card(
      title: Phrase(sv: "Skärmen", en: "The screen"),
      lines: [
        Phrase(
          sv: "Överst: vad som brinner (▲ akut, ! obedömt), fristen som löper ut härnäst, klockan.",
          en: "On top: what burns (▲ acute, ! unassessed), the clock that runs out next, the time."),
        Phrase(
          sv: "Till vänster Ungdomsjouren: tips och fältpass. Till höger Socialjouren: "
            + "omhändertaganden, polisanmälningar, överlämningar.",
          en: "On the left outreach: tips and field passes. On the right the emergency unit: "
            + "custody decisions, police reports, handovers."),
        Phrase(
          sv: "Nederst: vad som nyss hände, och vad tangenterna gör just här.",
          en: "At the foot: what just happened, and what the keys do here."),
      ])
  }

  private var handsCard: Tour.Card {
    let (down, up) = (keyText("move.down", in: .list), keyText("move.up", in: .list))
    let (pane, zoom) = (keyText("pane.next", in: .list), keyText("pane.zoom", in: .list))
    let (open, back) = (keyText("view.open", in: .list), keyText("view.back", in: .detail))
    let (help, palette) = (keyText("view.help", in: .list), keyText("view.palette", in: .list))
    let search = keyText("view.search", in: .list)
    return Tour.Card(
      title: Phrase(sv: "Händerna", en: "The hands"),
      lines: [
        Phrase(
          sv: "\(down) och \(up) väljer rad, \(pane) nästa ruta; \(zoom) förstorar rutan.",
          en: "\(down) and \(up) choose a row, \(pane) the next pane; \(zoom) zooms the pane."),
        Phrase(
          sv: "\(open) öppnar det valda, \(back) går tillbaka.",
          en: "\(open) opens what is chosen, \(back) goes back."),
        Phrase(
          sv: "\(help) visar tangenterna där du är, \(palette) alla kommandon vid namn; "
            + "\(search) söker.",
          en: "\(help) shows the keys where you are, \(palette) all commands by name; "
            + "\(search) searches."),
      ])
  }

  private var tipCard: Tour.Card {
    let (new, save) = (keyText("tip.new", in: .list), keyText("form.save", in: .form))
    let (assess, rank) = (keyText("tip.assess", in: .list), keyText("tip.prioritise", in: .list))
    let (take, other) = (keyText("tip.take", in: .list), keyText("view.actions", in: .list))
    let undo = keyText("action.undo", in: .list)
    return Tour.Card(
      title: Phrase(sv: "Ett tips", en: "A tip"),
      lines: [
        Phrase(
          sv: "\(new) tar emot ett tips, \(assess) gör skyddsbedömningen, \(rank) prioriterar, "
            + "\(take) tar tipset; \(other) visar allt annat som kan göras.",
          en: "\(new) takes a tip down, \(assess) makes the protection assessment, \(rank) gives "
            + "priority, \(take) takes the tip; \(other) shows all else that can be done."),
        Phrase(
          sv: "\(save) sparar från vilket fält som helst. Det halvskrivna blir kvar som utkast.",
          en: "\(save) saves from any field. What is half typed is kept as a draft."),
        Phrase(
          sv: "\(undo) ångrar det du gjorde senast. Inget skrivs över: historiken minns allt.",
          en: "\(undo) takes back what you did last. Nothing is overwritten: history keeps all."),
      ])
  }

  private var nightCard: Tour.Card {
    let (triage, next) = (keyText("view.triage", in: .list), keyText("view.nextStep", in: .list))
    let (news, tour) = (keyText("view.news", in: .list), keyText("view.tour", in: .list))
    return Tour.Card(
      title: Phrase(sv: "Natten", en: "The night"),
      lines: [
        Phrase(
          sv: "Ett akut tips ringer en gång, och raden lyser tills du har sett den.",
          en: "An acute tip rings once, and its row glows until you have seen it."),
        Phrase(
          sv: "\(triage) sorterar kön, \(next) öppnar nästa steg, "
            + "\(news) visar vad andra gjort sedan ditt förra pass.",
          en: "\(triage) sorts the queue, \(next) opens the next step, "
            + "\(news) shows what others did since your last shift."),
        Phrase(
          sv: "Rundturen finns kvar: \(tour).", en: "The tour can be taken again: \(tour)."),
      ])
  }

  func viewTour(_ tour: Tour, into frame: inout Frame) {
    let cards = tourCards
    let card = cards[min(tour.card, cards.count - 1)]
    func button(_ id: CommandID, _ sv: String, _ en: String) -> Dialog.Button {
      Dialog.Button(
        key: SafeText(keyText(id, in: .tour)), label: SafeText(words(Phrase(sv: sv, en: en))))
    }
    let isLast = tour.card == cards.count - 1
    let title = Phrase(sv: "Rundtur", en: "Tour")
    let box = Dialog(
      title: SafeText("\(words(title)) \(tour.card + 1)/\(cards.count) · \(words(card.title))"),
      lines: card.lines.map { SafeText(words($0)) },
      buttons: [
        isLast ? button("tour.next", "klart", "done") : button("tour.next", "nästa", "next"),
        button("view.back", "stäng", "close"),
        button("tour.dismiss", "visa inte igen", "not again"),
      ]
    ).view(in: body, into: &frame)
    frame.cursor = Point(column: box.column + 2, row: box.row + 1)
  }
}
