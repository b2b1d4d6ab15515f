import CaseStore
import Casework
import Testing
import TextSafety

@Suite("A handover read from the store")
struct HandoverReadingTests {
  private struct Night {
    let test: TestStore
    let duty: Officer
    let girl: Reference
    let `case`: Reference
    let custody: Reference
    let handover: Reference
  }

  /// A tip that was assessed, a girl met on a pass, in custody, placed and reported to the police.
  private func night(protected: Bool) throws -> Night {
    let test = try TestStore()
    let duty = try test.officer("duty", [.dutyOfficer], unit: .emergency)
    let tip = try test.tip("Flickan i röd jacka sover på Centralen").reference
    try test.act(
      "tip.assess", tip, ["outcome": .text("investigate"), "ground": .text("ingen vuxen")], by: duty
    )
    let girl = try test.make("person.register", ["alias": .text("flicka, röd jacka")], by: duty)
    let pass = try test.make(
      "pass.start",
      ["staff": .text("Karin"), "area": .text("city"), "place": .text("Sergels torg")])
    try test.act("pass.sighting", pass, ["children": .number(1)])
    try test.act(
      "person.linkSighting", girl,
      ["pass": .text("\(pass)"), "sighting": .number(2), "certainty": .text("likely")], by: duty)
    if protected {
      try test.act("person.protect", girl, ["protection": .text("marking")], by: duty)
    }
    let about = try test.make(
      "case.open", ["alias": .text("flicka, röd jacka"), "children": .list([.text("\(girl)")])],
      by: duty)
    try test.act("tip.link", tip, ["case": .text("\(about)")], by: duty)
    let custody = try test.make(
      "custody.prepare",
      [
        "who": .text("flicka, röd jacka"), "person": .text("\(girl)"), "case": .text("\(about)"),
        "age": .number(14),
      ], by: duty)
    try test.act(
      "custody.decide", custody,
      [
        "decider": .text("Vera Låtsas"), "capacity": .text("board"), "given": .text("meeting"),
      ], by: duty)
    try test.act("custody.execute", custody, ["interpreter": .text("romani")], by: duty)
    try test.act("custody.askCounsel", custody, [:], by: duty)
    try test.act("custody.askGodMan", custody, [:], by: duty)
    try test.act(
      "case.place", about,
      [
        "child": .text("\(girl)"), "kind": .text("shelter"), "address": .text("Hemliga gatan 1"),
      ], by: duty)
    let report = try test.make(
      "policeReport.draft", ["what": .text("flicka, röd jacka"), "case": .text("\(about)")],
      by: duty)
    try test.act(
      "policeReport.file", report,
      [
        "authority": .text("borderPolice"), "offence": .text("trafficking"),
        "secrecyGround": .text("10:21"),
      ], by: duty)
    let handover = try test.make(
      "handover.draft", ["case": .text("\(about)"), "district": .text("Södermalm")], by: duty)
    return Night(
      test: test, duty: duty, girl: girl, case: about, custody: custody, handover: handover)
  }

  private func opened(_ night: Night, _ reason: String? = nil) throws -> HandoverContent {
    let content = try night.test.store.openHandover(
      night.handover, as: night.duty,
      reasons: AccessReasons(try reason.map { try AccessReason($0) }),
      way: .handover)
    return try #require(content)
  }

  /// Saves what is proposed under every heading, as the drafting screen does.
  private func save(_ content: HandoverContent, _ night: Night) throws {
    let note = HandoverNote(content.material, .sv)
    for section in HandoverSection.allCases {
      try night.test.act(
        "handover.edit", night.handover, [section.rawValue: .text(note.text(section))],
        by: night.duty)
    }
  }

  private func document(_ content: HandoverContent, _ night: Night, _ reason: String? = nil) throws
    -> String
  {
    let reasons = AccessReasons(try reason.map { try AccessReason($0) })
    let now = night.test.time.now
    let view = RecordView(
      content.record, for: night.duty, now: now, reasons: reasons, filling: content.material)
    let document = HandoverDocument(
      content.record, night.handover, texts: HandoverDocument.texts(view),
      material: content.material,
      foot: "", now: now, .sv)
    return document.blocks.map { "\($0)" }.joined(separator: "\n")
  }

  @Test(
    "A saved proposal refers to the address: masked for who gives no reason, whole for who does")
  func address() throws {
    let night = try night(protected: false)
    // Whoever fills it in with a reason given copies nothing either.
    try save(try opened(night, "ska köra barnet dit"), night)
    guard case .record(let record)? = try night.test.store.subject(night.handover, as: night.duty)
    else { throw Refusal(.unknownSubject, Phrase(same: "handover")) }
    let journal = "\(record.entries)"
    #expect(!journal.contains("Hemliga") && !journal.contains(Masking.mask.sv))
    let masked = try document(try opened(night), night)
    #expect(!masked.contains("Hemliga") && masked.contains("dolt; visas när skäl anges"))
    let whole = try document(try opened(night, "ska köra barnet dit"), night, "ska köra barnet dit")
    #expect(whole.contains("adress Hemliga gatan 1"))
    #expect(!whole.contains("dolt") && !whole.contains("{adress"))
  }

  @Test("A saved proposal refers to a child whose data are protected: nowhere is the alias copied")
  func alias() throws {
    let night = try night(protected: true)
    try save(try opened(night, "ska köra barnet dit"), night)
    guard case .record(let record)? = try night.test.store.subject(night.handover, as: night.duty)
    else { throw Refusal(.unknownSubject, Phrase(same: "handover")) }
    // The tip's own words stay its own.
    #expect(
      !"\(record.entries)".contains("flicka, röd jacka") && !"\(record.entries)".contains("Sergels")
    )
    let masked = try document(try opened(night), night)
    #expect(masked.contains("\(night.girl) skyddade personuppgifter"))
    #expect(!masked.contains("flicka, röd jacka") && !masked.contains("Sergels"))
    let whole = try document(try opened(night, "ska köra barnet dit"), night, "ska köra barnet dit")
    #expect(whole.contains("\(night.girl) flicka, röd jacka"))
    #expect(whole.contains("plats Sergels torg") && whole.contains("vem flicka, röd jacka"))
  }

  @Test("Where nothing is known of a placement, nothing is said to be masked")
  func nothing() throws {
    let night = try night(protected: false)
    try night.test.act(
      "handover.edit", night.handover, ["placement": .text("Inget antecknat.")], by: night.duty)
    let content = try opened(night)
    let now = night.test.time.now
    let view = RecordView(content.record, for: night.duty, now: now)
    #expect(!view.hides(.placement) && !view.hasMasked)
    #expect(HandoverDocument.texts(view)[.placement] == ["Inget antecknat."])
    #expect(!"\(view.sections)".contains(Masking.mask.sv))
    try night.test.act(
      "handover.edit", night.handover, ["placement": .text("hos en faster")], by: night.duty)
    let later = RecordView(try opened(night).record, for: night.duty, now: now)
    #expect(later.hides(.placement) && later.hasMasked)
  }

  @Test("What the facts prove of the manual is done, with the fact; the rest is ticked by hand")
  func steps() throws {
    let night = try night(protected: false)
    let content = try opened(night)
    let proven = content.material.steps.filter(\.mark.isSettled).map(\.mark.step)
    #expect(
      proven == [
        .interpreter, .protectionAssessment, .concernOrCustody, .safePlacement, .policeReport,
        .godMan, .publicCounsel,
      ])
    let text = HandoverNote(content.material, .sv).text(.steps)
    #expect(text.contains("skyddsbedömning: gjort – T3 Skyddsbedömning:"))
    #expect(text.contains("orosanmälan eller LVU: gjort – \(night.custody) Beslutat"))
    #expect(text.contains("sjukvård: återstår"))
    try night.test.act(
      "handover.send", night.handover, ["how": .text("visit"), "to": .text("mottagningen")],
      by: night.duty)
    let sent = try opened(night).material.steps.first { $0.mark.step == .handover }
    #expect(sent?.mark.isSettled == true && sent?.item?.name == "sent")
  }

  @Test(
    "What has happened is told in time order: tip, assessment, sighting, custody, place, police")
  func events() throws {
    let night = try night(protected: false)
    let lines = HandoverNote(try opened(night).material, .sv).lines(.events).map(\.text.string)
    let told = [
      "sover på Centralen", "Skyddsbedömning", "Sergels torg", "Ärende öppnat", "Förberett",
      "Beslutat", "Verkställt", "Placerat", "Anmäl",
    ]
    let places = told.map { words in lines.firstIndex { $0.contains(words) } ?? -1 }
    #expect(places == places.sorted() && !places.contains(-1), "\(places)\n\(lines)")
    #expect(!lines.joined().contains("Hemliga"))
  }

  /// All that is read of a handover that is opened: what stands, the history, and what leaves as JSON.
  private func read(_ night: Night, _ reason: String? = nil) throws -> String {
    let reasons = AccessReasons(try reason.map { try AccessReason($0) })
    let content = try #require(
      try night.test.store.open(night.handover, as: night.duty, reasons: reasons, way: .show))
    guard case .record(let record) = content.state else { return "" }
    let view = RecordView(
      record, for: night.duty, now: night.test.time.now, reasons: reasons,
      filling: content.material)
    let facts = content.history.compactMap { entry -> RecordedFact? in
      guard case .record(let fact)? = entry.fact else { return nil }
      return fact
    }
    return
      "\(view.sections)\n\(facts.map { view.words(of: $0) })\n\(facts.map { view.values(of: $0) })"
  }

  @Test("Wherever a handover is read what it refers to is masked, and filled in for a reason")
  func everywhere() throws {
    let night = try night(protected: true)
    try save(try opened(night), night)
    let masked = try read(night)
    #expect(masked.contains("adress dolt; visas när skäl anges"))
    #expect(masked.contains("\(night.girl) skyddade personuppgifter"))
    #expect(!masked.contains("{") || !masked.contains("{adress"), "\(masked)")
    #expect(!masked.contains("Hemliga") && !masked.contains("röd jacka; "))
    let whole = try read(night, "ska köra barnet dit")
    #expect(whole.contains("adress Hemliga gatan 1"))
    #expect(whole.contains("\(night.girl) flicka, röd jacka") && !whole.contains("{adress"))
    let logged = try night.test.store.accessLog(
      AccessQuery(reference: night.case, onlyBreakGlass: true, limit: 10), as: night.test.founder)
    #expect(logged.first?.reason?.raw == "ska köra barnet dit" && logged.first?.way == .show)
    // A list, where there is no material at hand, masks as well.
    guard case .record(let record)? = try night.test.store.subject(night.handover, as: night.duty)
    else { return }
    let listed = RecordView(record, for: night.duty, now: night.test.time.now)
    #expect("\(listed.sections)".contains("adress dolt") && listed.hasMasked)
    #expect(!"\(listed.sections)".contains("{adress"))
  }

  @Test("What was protected when it was written and is not any more stands open")
  func unprotected() throws {
    let night = try night(protected: true)
    try save(try opened(night), night)
    try night.test.act("person.unprotect", night.girl, ["ground": .text("hävt")], by: night.duty)
    let text = try read(night)
    #expect(text.contains("\(night.girl) flicka, röd jacka") && !text.contains("{\(night.girl)}"))
    #expect(text.contains("plats Sergels torg"), "\(text)")
  }

  @Test("A name that was written before the child was protected is masked as a reference is")
  func protectedLater() throws {
    let night = try night(protected: false)
    try night.test.act(
      "person.identify", night.girl,
      [
        "identity": .text("claimed"), "name": .text("Maja Låtsas"), "ground": .text("egen uppgift"),
      ], by: night.duty)
    try night.test.act(
      "handover.edit", night.handover,
      ["risks": .text("Flicka, röd jacka kan försvinna. Maja är rädd. Majas bror, i maj.")],
      by: night.duty)
    #expect(try read(night).contains("Maja är rädd"))
    try night.test.act(
      "person.protect", night.girl, ["protection": .text("marking")], by: night.duty)
    let who = "\(night.girl) skyddade personuppgifter"
    let masked = "\(who) kan försvinna. \(who) är rädd. Majas bror, i maj."
    #expect(try read(night).contains(masked))
    #expect(try document(try opened(night), night).contains(masked))
    #expect(try read(night, "ska köra barnet dit").contains("Maja är rädd"))
    // Whoever writes on does not write the name again.
    let view = RecordView(
      try opened(night).record, for: night.duty, now: night.test.time.now,
      reasons: AccessReasons(try AccessReason("ska köra barnet dit")))
    #expect(
      view.written(.risks)
        == "{\(night.girl)} kan försvinna. {\(night.girl)} är rädd. Majas bror, i maj.")
  }
}
