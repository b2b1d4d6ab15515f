import TextSafety

/// A handover's sections as the journal fills them in: the case, its tips, its children and the
/// sightings of them, custody decisions and police reports, each line with the facts it came from.
/// What is protected is never in it: see ``HandoverMaterial/filled(_:_:)``.
public struct HandoverNote: Sendable {
  private let material: HandoverMaterial
  private let language: Language

  /// Fills from that material, in that language.
  public init(_ material: HandoverMaterial, _ language: Language) {
    self.material = material
    self.language = language
  }

  /// A section's text as it is proposed. That the journal has nothing is said too: an empty heading
  /// does not tell whether anybody looked.
  public func text(_ section: HandoverSection) -> String {
    let lines = lines(section)
    guard !lines.isEmpty else {
      return Phrase(sv: "Inget antecknat.", en: "Nothing recorded.")[language]
    }
    return lines.map(\.marked).joined(separator: "\n")
  }

  /// What has come since a section took in everything up to that journal number, and is not marked
  /// in its text: also lines that a later fact has changed.
  public func news(
    _ section: HandoverSection, in text: String, since number: Int64
  ) -> [HandoverLine] {
    let marked = Set(HandoverLine.marks(in: text))
    return lines(section).filter { line in
      line.numbers.contains { $0 > number && !marked.contains($0) }
    }
  }

  /// A section's lines, in time order where they tell of time.
  public func lines(_ section: HandoverSection) -> [HandoverLine] {
    switch section {
    case .identity: identity
    case .events: facts(Self.events)
    case .custody: facts(Self.custody) + clocks(.custody) { _ in true }
    case .placement: facts([.case: ["placed", "placementRefused"], .custody: ["placed"]])
    case .childView: facts([.case: ["childViewRecorded"]]) + executed("childsView")
    case .guardian:
      facts([.custody: ["godManAsked", "godManAppointed"]])
        + supports(.godMan, .specialRepresentative) + executed("guardianTold")
    case .interpreter: languages + facts([.case: ["interpreterEngaged"]]) + executed("interpreter")
    case .police: facts([.policeReport: nil])
    case .counsel:
      facts([.custody: ["counselAsked", "counselAppointed"]]) + supports(.victimCounsel)
    case .steps: steps
    case .questions: facts([.case: ["questionAsked"]])
    case .risks: risks
    case .dates: dates
    }
  }

  // MARK: Facts

  /// The facts of a case that belong under another heading, or say nothing to a district.
  private static let events: [SubjectKind: Set<String>?] = [
    .case: [
      "opened", "described", "noted", "placed", "placementRefused", "indicatorNoted",
      "purposesSuspected", "concernReported",
      "investigationAnswered", "adviceTaken", "meetingHeld", "childDisappeared", "childFound",
      "returnRecorded", "returnReferred", "legalAsked", "legalAnswered", "closed", "reopened",
    ],
    .custody: [
      "prepared", "decided", "executed", "placed", "arrived", "examined", "reported",
      "careAppliedFor", "extensionAsked", "extensionGranted", "extensionRefused", "careDecided",
      "lifted", "closed", "noted",
    ],
    .policeReport: nil, .pass: nil, .tip: nil,
    .person: ["concernReported"],
  ]

  private static let custody: [SubjectKind: Set<String>?] = [
    .custody: [
      "prepared", "decided", "executed", "arrived", "examined", "meetingDated", "reported",
      "careAppliedFor", "extensionAsked", "extensionGranted", "extensionRefused", "careDecided",
      "lifted", "closed",
    ]
  ]

  /// The facts of those names, in time order; nil stands for all of a kind.
  private func facts(_ names: [SubjectKind: Set<String>?]) -> [HandoverLine] {
    items { item in
      guard let wanted = names[item.reference.kind] else { return false }
      return wanted?.contains(item.name) ?? true
    }
  }

  private func items(_ isWanted: (HandoverMaterial.Item) -> Bool) -> [HandoverLine] {
    material.items.filter(isWanted).map { material.line($0, language) }
  }

  private func supports(_ wanted: Support...) -> [HandoverLine] {
    items { item in
      item.name == "supportMarked"
        && wanted.contains { item.entry.choice("support") == $0.rawValue }
    }
  }

  /// One value that was filled in when a decision was executed.
  private func executed(_ field: String) -> [HandoverLine] {
    items(of: .custody, telling: field) { $0.name == "executed" }
  }

  /// The facts of a kind in which a field was filled in, told by that field alone.
  private func items(
    of kind: SubjectKind, telling field: String, _ isWanted: (HandoverMaterial.Item) -> Bool
  ) -> [HandoverLine] {
    let labels = Set(RecordKinds.fields(of: kind).filter { $0.name == field }.map(\.label))
    return material.items.filter { item in
      item.reference.kind == kind && item.entry.values[field] != nil && isWanted(item)
    }.map { item in
      let told = item.words.details.filter { labels.contains($0.label) }
      return material.line(
        item.telling(FactWords(title: item.words.title, details: told)), language)
    }
  }

  // MARK: What is worked out

  private var identity: [HandoverLine] {
    let name = material.records(.case).map { source in
      HandoverLine(material.named(source, language), numbers: numbers(source, "opened"))
    }
    let children = material.records(.person).map { source in
      let certainty = Person(source.record).identity.title[language]
      let word = language == .sv ? "identitet" : "identity"
      return HandoverLine(
        material.named(source, language) + SafeText(" · \(word): \(certainty)"),
        numbers: numbers(source, "registered"))
    }
    let known: Set<String> = ["identified", "assessedAdult", "assessedChild", "protected"]
    return name + children
      + facts([.person: known.union(["unprotected", "merged", "split"])])
  }

  private var languages: [HandoverLine] {
    material.records(.person).compactMap { source in
      let spoken = material.items.last {
        $0.reference == source.reference && $0.entry.values["languages"] != nil
      }
      guard let spoken,
        let label = RecordKinds.fields(of: .person).first(where: { $0.name == "languages" })?.label,
        let detail = spoken.words.details.first(where: { $0.label == label })
      else { return nil }
      guard !spoken.protected.contains(label) else {
        let stand = material.stand(in: spoken, for: label, language)
        return HandoverLine(
          SafeText("\(source.reference) · \(stand)"), numbers: spoken.numbers)
      }
      guard case .untrusted(let text) = detail.value else { return nil }
      return HandoverLine(
        SafeText("\(source.reference) · \(label[language].lowercased()): ") + SafeText(text),
        numbers: spoken.numbers)
    }
  }

  private var steps: [HandoverLine] {
    material.steps.map { step, item in
      let outcome = step.outcome?.title ?? Phrase(sv: "återstår", en: "to do")
      var text = SafeText("\(step.step.title[language]): \(outcome[language])")
      if let why = step.why { text += " – " + SafeText(why) }
      text += material.proof(step, item, language)
      return HandoverLine(text, numbers: item?.numbers ?? [])
    }
  }

  private var risks: [HandoverLine] {
    let state = material.records(.case).first.flatMap { Case($0.record) }
    let missing = (state?.missing ?? []).map { child, since in
      let when = TimeText.exact(since.happenedAt, now: material.now, language)
      let words = Phrase(sv: "\(child) FÖRSVUNNET sedan", en: "\(child) MISSING since")
      return HandoverLine(
        SafeText("\(words[language]) \(when)"), numbers: number(of: since, in: material.reference))
    }
    let cautions = items(of: .case, telling: "cautions") { _ in true }.suffix(1)
    let ceased = clocks(.custody) { $0.ceased(at: material.now) != nil }
    let secret = [SubjectKind.case, .custody].flatMap { kind in
      items(of: kind, telling: "secretFromParents") {
        $0.entry.flag("secretFromParents") == true
      }
    }
    let protected = facts([.person: ["protected"]])
    return missing + ceased + protected + cautions + secret + openQuestions(state)
  }

  private var dates: [HandoverLine] {
    let state = material.records(.case).first.flatMap { Case($0.record) }
    let running = [SubjectKind.custody, .policeReport].flatMap { kind in
      clocks(kind) { $0.state(at: material.now).isOpen }
    }
    return running + openQuestions(state)
  }

  private func openQuestions(_ state: Case?) -> [HandoverLine] {
    let versions = Set((state?.openLegalQuestions ?? []).map(\.version))
    return items { $0.reference == material.reference && versions.contains($0.entry.version) }
  }

  /// The clocks of a kind of record with the facts that started and stopped them.
  private func clocks(_ kind: SubjectKind, _ isWanted: (Clock) -> Bool) -> [HandoverLine] {
    material.records(kind).flatMap { source in
      let clocks = SubjectState.record(source.record).clocks(at: material.now).filter(isWanted)
      return clocks.map { clock in
        let act = clock.rule.brief[language]
        let standing = clock.standing(at: material.now)[language]
        let causes = source.record.entries.filter {
          $0.happenedAt == clock.start || $0.happenedAt == clock.stop
        }
        return HandoverLine(
          SafeText("\(source.reference) \(act): \(standing)"),
          numbers: causes.flatMap { number(of: $0, in: source.reference) })
      }
    }
  }

  private func numbers(_ source: HandoverMaterial.Source, _ name: String) -> [Int64] {
    material.items.first { $0.reference == source.reference && $0.name == name }?.numbers ?? []
  }

  private func number(of entry: Record.Entry, in reference: Reference) -> [Int64] {
    material.items.first {
      $0.reference == reference && $0.entry.version == entry.version
    }?.numbers ?? []
  }
}
