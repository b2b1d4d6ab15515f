import Casework

// The commands that are not actions on a subject.
extension CommandRegistry {
  private static let anyList: Set<CommandContext> = [
    .list, .detail, .handover, .help, .palette, .search, .reference, .pane, .retention,
  ]

  static let move: [Command] = [
    Command(
      "move.up", .move, in: anyList, palette: false, Phrase(sv: "Upp", en: "Up"),
      Phrase(sv: "Går en rad upp.", en: "Goes up one row.")),
    Command(
      "move.down", .move, in: anyList, palette: false, Phrase(sv: "Ner", en: "Down"),
      Phrase(sv: "Går en rad ner.", en: "Goes down one row.")),
    Command(
      "move.pageUp", .move, in: anyList, palette: false, Phrase(sv: "Sida upp", en: "Page up"),
      Phrase(sv: "Går en sida upp.", en: "Goes up one page.")),
    Command(
      "move.pageDown", .move, in: anyList, palette: false,
      Phrase(sv: "Sida ner", en: "Page down"),
      Phrase(sv: "Går en sida ner.", en: "Goes down one page.")),
    Command(
      "move.first", .move, in: anyList, palette: false, Phrase(sv: "Först", en: "First"),
      Phrase(sv: "Går till den första raden.", en: "Goes to the first row.")),
    Command(
      "move.last", .move, in: anyList, palette: false, Phrase(sv: "Sist", en: "Last"),
      Phrase(sv: "Går till den sista raden.", en: "Goes to the last row.")),
  ]

  static let view: [Command] = [
    Command(
      "view.open", .view, in: [.list], palette: false, Phrase(sv: "Öppna", en: "Open"),
      Phrase(sv: "Öppnar det som är markerat.", en: "Opens what is selected.")),
    Command(
      "view.back", .view, in: anyList.union([.tour]), palette: false,
      Phrase(sv: "Tillbaka", en: "Back"),
      Phrase(
        sv: "Stänger det som ligger överst, eller går till jourbordet.",
        en: "Closes what lies on top, or goes to the duty screen.")),
    Command(
      "pane.next", .view, in: [.list, .handover], palette: false,
      Phrase(sv: "Nästa ruta", en: "Next pane"),
      Phrase(sv: "Går till nästa ruta.", en: "Goes to the next pane.")),
    Command(
      "pane.previous", .view, in: [.list, .handover], palette: false,
      Phrase(sv: "Förra rutan", en: "Previous pane"),
      Phrase(sv: "Går till rutan före.", en: "Goes to the pane before.")),
    Command(
      "pane.zoom", .view, in: [.list], Phrase(sv: "Förstora", en: "Zoom"),
      Phrase(
        sv: "Låter rutan ta hela skärmen, eller delar den igen.",
        en: "Gives the pane the whole screen, or divides it again.")),
    Command(
      "pane.grow", .view, in: [.list], Phrase(sv: "Större ruta", en: "Larger pane"),
      Phrase(sv: "Gör rutan större.", en: "Makes the pane larger.")),
    Command(
      "pane.shrink", .view, in: [.list], Phrase(sv: "Mindre ruta", en: "Smaller pane"),
      Phrase(sv: "Gör rutan mindre.", en: "Makes the pane smaller.")),
    Command(
      "pane.swap", .view, in: [.list], Phrase(sv: "Byt plats på rutor", en: "Swap panes"),
      Phrase(
        sv: "Låter rutan och nästa byta plats.", en: "Lets the pane and the next change places.")),
    Command(
      "pane.close", .view, in: [.list], Phrase(sv: "Stäng rutan", en: "Close the pane"),
      Phrase(
        sv: "Tar bort rutan från skärmen tills jourbordet öppnas igen.",
        en: "Takes the pane off the screen until the desk is opened again.")),
    Command(
      "pane.splitRow", .view, in: [.list], Phrase(sv: "Dela bredvid", en: "Split beside"),
      Phrase(
        sv: "Delar rutan i två bredvid varandra.", en: "Divides the pane in two beside each other.")
    ),
    Command(
      "pane.splitColumn", .view, in: [.list], Phrase(sv: "Dela under", en: "Split below"),
      Phrase(
        sv: "Delar rutan i två under varandra.", en: "Divides the pane in two below each other.")),
    Command(
      "pane.filter", .view, in: [.list], Phrase(sv: "Nästa urval", en: "Next choice of rows"),
      Phrase(
        sv: "Visar nästa urval av listans rader.", en: "Shows the next choice of the list's rows.")),
    Command(
      "pane.sort", .view, in: [.list], Phrase(sv: "Nästa ordning", en: "Next order"),
      Phrase(sv: "Visar raderna i nästa ordning.", en: "Shows the rows in their next order.")),
    Command(
      "pane.reverse", .view, in: [.list, .pane], Phrase(sv: "Vänd ordningen", en: "Turn the order"),
      Phrase(sv: "Visar raderna i omvänd ordning.", en: "Shows the rows the other way round.")),
    Command(
      "pane.columns", .view, in: [.list],
      Phrase(sv: "Kolumner och ordning", en: "Columns and order"),
      Phrase(
        sv: "Väljer och flyttar rutans kolumner, ordnar raderna efter ett fält.",
        en: "Chooses and moves the pane's columns, puts the rows in order of a field.")),
    Command(
      "pane.only", .view, in: [.list], Phrase(sv: "Bara vissa rader", en: "Some rows only"),
      Phrase(
        sv: "Visar bara rader med de värden du väljer, till exempel hög prioritet.",
        en: "Shows only rows with the values you choose, such as high priority.")),
    Command(
      "pane.choose", .view, in: [.pane], palette: false, Phrase(sv: "Välj", en: "Choose"),
      Phrase(
        sv: "Visar eller döljer kolumnen, väljer urvalet, ordningen eller värdet; igen tar bort.",
        en: "Shows or hides the column, chooses the rows, order or value; again takes it away.")),
    Command(
      "pane.columnUp", .view, in: [.pane], palette: false,
      Phrase(sv: "Flytta åt vänster", en: "Move left"),
      Phrase(sv: "Flyttar kolumnen åt vänster.", en: "Moves the column to the left.")),
    Command(
      "pane.columnDown", .view, in: [.pane], palette: false,
      Phrase(sv: "Flytta åt höger", en: "Move right"),
      Phrase(sv: "Flyttar kolumnen åt höger.", en: "Moves the column to the right.")),
    Command(
      "pane.reset", .view, in: [.pane], palette: false,
      Phrase(sv: "Återställ", en: "As it was"),
      Phrase(
        sv: "Gör rutan som den var när jourbordet öppnades.",
        en: "Makes the pane as it was when the desk was opened.")),
    Command(
      "screen.save", .view, in: [.list, .pane], Phrase(sv: "Spara skärmen", en: "Save the screen"),
      Phrase(
        sv: "Sparar skärmen som den nu är delad, för dig själv.",
        en: "Saves the screen as it is divided now, for yourself.")),
    Command(
      "view.duty", .view, in: [.global], Phrase(sv: "Jourbordet", en: "Duty screen"),
      Phrase(sv: "Visar båda enheternas halvor.", en: "Shows the halves of both units.")),
    Command(
      "view.tips", .view, in: [.global], Phrase(sv: "Alla tips", en: "All tips"),
      Phrase(sv: "Visar alla tips, de nyaste först.", en: "Shows all tips, the newest first.")),
    Command(
      "view.case", .view, in: [.global], Phrase(sv: "Ärenden", en: "Casework"),
      Phrase(
        sv: "Visar ärenden, barn och möten, även avslutade.",
        en: "Shows cases, persons and meetings, closed ones too.")),
    Command(
      "view.shift", .view, in: [.global], Phrase(sv: "Arbetspasset", en: "The shift"),
      Phrase(
        sv: "Visar arbetspass, fältpass och vad som ska skyddsbedömas.",
        en: "Shows shifts, field passes and what is to be assessed.")),
    Command(
      "view.police", .view, in: [.global], Phrase(sv: "Polisanmälningar", en: "Police reports"),
      Phrase(
        sv: "Visar anmälningar som väntar på besked, de tystaste först.",
        en: "Shows reports that wait for news, the most silent first.")),
    Command(
      "view.statistics", .view, in: [.global], Phrase(sv: "Statistik", en: "Figures"),
      Phrase(
        sv: "Ritar talen för en dag, vecka, månad eller ett år.",
        en: "Draws the figures of a day, a week, a month or a year.")),
    Command(
      "view.reference", .view, in: [.global], Phrase(sv: "Uppslagsverk", en: "Handbook"),
      Phrase(
        sv: "Slår upp manual, lagar, indikatorer, kontakter, stadsdelar, ord och rutiner.",
        en: "Looks up manual, laws, indicators, directory, districts, words and routines.")),
    Command(
      "view.wordList", .view, in: [.global], Phrase(sv: "Ordlista", en: "Word list"),
      Phrase(
        sv: "Slår upp ord på romani och rumänska; ersätter aldrig en tolk.",
        en: "Looks up words in Romani and Romanian; no substitute for an interpreter.")),
    Command(
      "view.paragraph", .view, in: [.list, .detail], Phrase(sv: "Lagrummet", en: "The paragraph"),
      Phrase(
        sv: "Slår upp den regel som fristen följer, eller manualens nästa steg.",
        en: "Looks up the rule that the clock follows, or the manual's next step.")),
    Command(
      "reference.nextSection", .view, in: [.reference], palette: false,
      Phrase(sv: "Nästa avdelning", en: "Next section"),
      Phrase(sv: "Går till nästa avdelning.", en: "Goes to the next section.")),
    Command(
      "reference.previousSection", .view, in: [.reference], palette: false,
      Phrase(sv: "Förra avdelningen", en: "Previous section"),
      Phrase(sv: "Går till avdelningen före.", en: "Goes to the section before.")),
    Command(
      "view.clocks", .view, in: [.global], Phrase(sv: "Frister", en: "Clocks"),
      Phrase(
        sv: "Visar omhändertaganden, polisanmälningar och överlämningar, även avslutade.",
        en: "Shows custody decisions, police reports and handovers, closed ones too.")),
    Command(
      "view.triage", .view, in: [.global], Phrase(sv: "Sortera tips", en: "Triage"),
      Phrase(
        sv: "Visar kön med tipset bredvid; efter varje tips kommer nästa obedömda.",
        en: "Shows the queue with the tip beside it; after each comes the next unassessed.")),
    Command(
      "view.news", .view, in: [.global],
      Phrase(sv: "Sedan mitt förra pass", en: "Since my last shift"),
      Phrase(
        sv: "Visar vad andra har gjort sedan du lämnade över ditt förra pass.",
        en: "Shows what others have done since you handed over your last shift.")),
    Command(
      "news.readAll", .view, in: [.list], Phrase(sv: "Allt är läst", en: "All read"),
      Phrase(
        sv: "Märker allt som hänt sedan ditt förra pass som läst av dig.",
        en: "Marks all that has happened since your last shift as read by you.")),
    Command(
      "view.officers", .view, in: [.global], Phrase(sv: "Handläggare", en: "Officers"),
      Phrase(sv: "Visar alla handläggare.", en: "Shows all officers.")),
    Command(
      "view.drafts", .view, in: [.global], Phrase(sv: "Utkast", en: "Drafts"),
      Phrase(sv: "Visar det du har börjat skriva.", en: "Shows what you have begun to write.")),
    Command(
      "view.search", .view, in: [.global], Phrase(sv: "Sök", en: "Search"),
      Phrase(
        sv: "Söker medan du skriver: tips på ord, barn och ärenden på namn, nummer, referens.",
        en: "Searches as you type: tips by words, persons and cases by name, number, reference.")),
    Command(
      "view.copy", .view, in: [.list, .detail], Phrase(sv: "Kopiera", en: "Copy"),
      Phrase(
        sv:
          "Lägger referensen i terminalens urklipp; i ett öppnat ärende även läget, som det visas.",
        en:
          "Puts the reference in the terminal's clipboard; of what is open its state too, as shown."
      )),
    Command(
      "view.unmask", .view, in: [.detail, .handover],
      Phrase(sv: "Visa skyddade uppgifter …", en: "Show protected values …"),
      Phrase(
        sv: "Visar det som är dolt i det öppnade, när du har skrivit varför.",
        en: "Shows what is masked in what is open, once you have written why.")),
    Command(
      "view.accessLog", .view, in: [.list, .detail], Phrase(sv: "Åtkomstlogg", en: "Access log"),
      Phrase(
        sv: "Visar för arbetsledaren vem som har läst det markerade, och det som öppnats med skäl.",
        en: "Shows the lead who has read what is selected, and what was opened for a reason.")),
    Command(
      "view.retention", .view, in: [.list, .detail], Phrase(sv: "Gallring", en: "Retention"),
      Phrase(
        sv: "Visar för arbetsledaren vad som ska gallras, varför och enligt vilken paragraf.",
        en: "Shows the lead what is due to be erased, why and under what paragraph.")),
    Command(
      "retention.confirm", .view, in: [.retention], palette: false,
      Phrase(sv: "Gallra …", en: "Erase …"),
      Phrase(
        sv: "Gallrar det markerade för alltid, när du har skrivit ordet.",
        en: "Erases what is selected for ever, once you have typed the word.")),
    Command(
      "retention.early", .view, in: [.list, .detail, .retention],
      Phrase(sv: "Gallra i förtid …", en: "Erase ahead of time …"),
      ActionSpec.earlyErasing.help),
    Command(
      "search.open", .view, in: [.search], palette: false, Phrase(sv: "Öppna", en: "Open"),
      Phrase(
        sv: "Öppnar det som är markerat, eller går till referensen.",
        en: "Opens what is selected, or goes to the reference.")),
    Command(
      "search.next", .view, in: [.list, .detail], Phrase(sv: "Nästa träff", en: "Next hit"),
      Phrase(
        sv: "Öppnar nästa träff i den senaste sökningen.",
        en: "Opens the next hit of the latest search.")),
    Command(
      "search.previous", .view, in: [.list, .detail],
      Phrase(sv: "Förra träffen", en: "Previous hit"),
      Phrase(
        sv: "Öppnar träffen före i den senaste sökningen.",
        en: "Opens the hit before in the latest search.")),
    Command(
      "view.palette", .view, in: [.global], palette: false,
      Phrase(sv: "Kommandon", en: "Commands"),
      Phrase(sv: "Visar alla kommandon vid namn.", en: "Shows all commands by name.")),
    Command(
      "view.actions", .view, in: [.list, .detail, .handover], palette: false,
      Phrase(sv: "Gör …", en: "Do …"),
      Phrase(
        sv: "Visar allt som kan göras med det som är markerat.",
        en: "Shows all that can be done with what is selected.")),
    Command(
      "view.nextStep", .view, in: [.list, .detail, .handover], risk: .changes, palette: false,
      Phrase(sv: "Nästa steg", en: "Next step"),
      Phrase(
        sv: "Öppnar formuläret för det som står efter ”Nästa”.",
        en: "Opens the form for what stands after “Next”.")),
    Command(
      "palette.run", .view, in: [.palette], palette: false, Phrase(sv: "Utför", en: "Run"),
      Phrase(sv: "Utför kommandot som är markerat.", en: "Runs the command that is selected.")),
    Command(
      "view.help", .view, in: [.global], Phrase(sv: "Hjälp", en: "Help"),
      Phrase(sv: "Visar vad tangenterna gör här.", en: "Shows what the keys do here.")),
    Command(
      "view.tour", .view, in: [.global], Phrase(sv: "Rundtur", en: "Tour"),
      Phrase(
        sv: "Förklarar skärmen på några kort, med dina tangenter.",
        en: "Explains the screen on a few cards, with your keys.")),
    Command(
      "tour.next", .view, in: [.tour], palette: false, Phrase(sv: "Nästa kort", en: "Next card"),
      Phrase(
        sv: "Visar nästa kort; efter det sista är rundturen tagen.",
        en: "Shows the next card; after the last one the tour has been taken.")),
    Command(
      "tour.previous", .view, in: [.tour], palette: false,
      Phrase(sv: "Förra kortet", en: "Previous card"),
      Phrase(sv: "Visar kortet före.", en: "Shows the card before.")),
    Command(
      "tour.dismiss", .view, in: [.tour], palette: false,
      Phrase(sv: "Visa inte igen", en: "Not again"),
      Phrase(
        sv: "Stänger rundturen för gott; den finns kvar bland kommandona.",
        en: "Closes the tour for good; it stays among the commands.")),
    Command(
      "view.refresh", .view, in: [.global], Phrase(sv: "Rita om", en: "Refresh"),
      Phrase(sv: "Läser om allt och ritar om skärmen.", en: "Reads and draws everything anew.")),
  ]

  static let figures: [Command] = [
    Command(
      "figures.back", .view, in: [.figures], palette: false,
      Phrase(sv: "Bakåt", en: "Back"),
      Phrase(sv: "Räknar perioden före.", en: "Counts the period before.")),
    Command(
      "figures.forward", .view, in: [.figures], palette: false,
      Phrase(sv: "Framåt", en: "Forward"),
      Phrase(sv: "Räknar nästa period.", en: "Counts the next period.")),
    Command(
      "figures.day", .view, in: [.figures], palette: false,
      Phrase(sv: "Dag", en: "Day"), Phrase(sv: "Räknar en dag.", en: "Counts a day.")),
    Command(
      "figures.week", .view, in: [.figures], palette: false,
      Phrase(sv: "Vecka", en: "Week"), Phrase(sv: "Räknar en vecka.", en: "Counts a week.")),
    Command(
      "figures.month", .view, in: [.figures], palette: false,
      Phrase(sv: "Månad", en: "Month"), Phrase(sv: "Räknar en månad.", en: "Counts a month.")),
    Command(
      "figures.year", .view, in: [.figures], palette: false,
      Phrase(sv: "År", en: "Year"), Phrase(sv: "Räknar ett år.", en: "Counts a year.")),
  ]

  static let form: [Command] = [
    Command(
      "form.save", .form, in: [.form, .handover], risk: .changes, Phrase(sv: "Spara", en: "Save"),
      Phrase(sv: "Sparar formuläret.", en: "Saves the form.")),
    Command(
      "form.cancel", .form, in: [.form], palette: false, Phrase(sv: "Stäng", en: "Close"),
      Phrase(
        sv: "Stänger formuläret; det skrivna blir kvar som utkast.",
        en: "Closes the form; what is typed is kept as a draft.")),
    Command(
      "form.next", .form, in: [.form], palette: false, Phrase(sv: "Nästa fält", en: "Next field"),
      Phrase(sv: "Går till nästa fält.", en: "Goes to the next field.")),
    Command(
      "form.previous", .form, in: [.form], palette: false,
      Phrase(sv: "Förra fältet", en: "Previous field"),
      Phrase(sv: "Går till fältet före.", en: "Goes to the field before.")),
    Command(
      "form.toggle", .form, in: [.form], palette: false, Phrase(sv: "Välj", en: "Pick"),
      Phrase(sv: "Väljer eller väljer bort.", en: "Picks or unpicks.")),
    Command(
      "form.choiceNext", .form, in: [.form], palette: false,
      Phrase(sv: "Nästa val", en: "Next choice"),
      Phrase(sv: "Går till nästa val i fältet.", en: "Goes to the field's next choice.")),
    Command(
      "form.choicePrevious", .form, in: [.form], palette: false,
      Phrase(sv: "Förra valet", en: "Previous choice"),
      Phrase(sv: "Går till valet före i fältet.", en: "Goes to the field's choice before.")),
    Command(
      "form.editor", .form, in: [.form, .handover], Phrase(sv: "Egen editor", en: "Own editor"),
      Phrase(
        sv: "Öppnar fältet i den egna editorn ($VISUAL eller $EDITOR).",
        en: "Opens the field in your own editor ($VISUAL or $EDITOR).")),
    Command(
      "form.discard", .form, in: [.form, .list, .handover], risk: .irreversible,
      Phrase(sv: "Kasta utkastet", en: "Discard the draft"),
      Phrase(
        sv: "Kastar det skrivna för gott, efter en fråga.",
        en: "Throws away what is typed for good, after a question.")),
    Command(
      "dialog.confirm", .form, in: [.dialog], palette: false, Phrase(sv: "Utför", en: "Do it"),
      Phrase(sv: "Utför det som frågan gäller.", en: "Does what the question is about.")),
    Command(
      "dialog.cancel", .form, in: [.dialog], palette: false, Phrase(sv: "Ångra", en: "Cancel"),
      Phrase(sv: "Lämnar frågan utan att något görs.", en: "Leaves the question, nothing done.")),
  ]

  static let handover: [Command] = [
    Command(
      "note.openText", .handover, in: [.handover], palette: false,
      Phrase(sv: "Skriv", en: "Write"),
      Phrase(sv: "Går in i rubrikens text.", en: "Goes into the section's text.")),
    Command(
      "note.saveAll", .handover, in: [.handover], risk: .changes,
      Phrase(sv: "Spara alla", en: "Save all"),
      Phrase(
        sv: "Sparar alla rubriker som är ändrade eller föreslagna.",
        en: "Saves every section that is changed or proposed.")),
    Command(
      "note.preview", .handover, in: [.handover], Phrase(sv: "Förhandsvisa", en: "Preview"),
      Phrase(
        sv: "Visar hela överlämningen som den skulle skrivas ut.",
        en: "Shows the whole handover as it would be written out.")),
    Command(
      "note.showNews", .handover, in: [.handover], Phrase(sv: "Visa nytt", en: "Show news"),
      Phrase(
        sv: "Visar vad som hänt i ärendet sedan rubriken skrevs.",
        en: "Shows what has happened in the case since the section was written.")),
    Command(
      "note.takeNews", .handover, in: [.handover], risk: .changes,
      Phrase(sv: "Ta in nytt", en: "Take in news"),
      Phrase(
        sv: "Lägger det nya efter texten; inget skrivs över.",
        en: "Puts what is new after the text; nothing is written over.")),
    Command(
      "note.insertFact", .handover, in: [.handoverFacts], risk: .changes,
      Phrase(sv: "Infoga", en: "Insert"),
      Phrase(
        sv: "Infogar händelsen vid markören, med sitt journalnummer.",
        en: "Puts the fact at the cursor, with its journal number.")),
    Command(
      "note.keepMine", .handover, in: [.handover], risk: .changes,
      Phrase(sv: "Min text", en: "My text"),
      Phrase(
        sv: "Går vidare med det du skrev; den andras text finns kvar i journalen.",
        en: "Goes on with what you typed; the other's text stays in the journal.")),
    Command(
      "note.joinBoth", .handover, in: [.handover], risk: .changes,
      Phrase(sv: "Båda", en: "Both"),
      Phrase(
        sv: "Lägger den andras text efter din.", en: "Puts the other's text after yours.")),
    Command(
      "note.takeTheirs", .handover, in: [.handover], risk: .changes,
      Phrase(sv: "Den andras text", en: "Their text"),
      Phrase(
        sv: "Går vidare med den andras text och kastar ditt utkast.",
        en: "Goes on with the other's text and discards your draft.")),
  ]

  static let desk: [Command] = [
    Command(
      "desk.theme", .desk, in: [.global], Phrase(sv: "Byt tema", en: "Change theme"),
      Phrase(
        sv: "Byter mellan mörkt, ljust, enfärgat och hög kontrast.",
        en: "Changes between dark, light, mono and high contrast.")),
    Command(
      "desk.language", .desk, in: [.global],
      Phrase(sv: "Byt språk (English)", en: "Language (svenska)"),
      Phrase(sv: "Byter mellan svenska och engelska.", en: "Changes between Swedish and English.")),
    Command(
      "desk.mouse", .desk, in: [.global], Phrase(sv: "Musen av eller på", en: "Mouse off or on"),
      Phrase(
        sv: "Släpper musen så att terminalen kan markera, eller tar den.",
        en: "Lets go of the mouse so that the terminal can select, or takes it.")),
    Command(
      "desk.suspend", .desk, in: [.global], Phrase(sv: "Till skalet", en: "To the shell"),
      Phrase(
        sv: "Lägger jourbordet åt sidan; fg i skalet tar fram det.",
        en: "Puts the desk aside; fg in the shell brings it back.")),
    Command(
      "desk.quit", .desk, in: [.global], Phrase(sv: "Avsluta", en: "Quit"),
      Phrase(
        sv: "Lämnar jourbordet; det halvskrivna blir kvar som utkast.",
        en: "Leaves the desk; what is half typed is kept as a draft.")),
  ]
}
