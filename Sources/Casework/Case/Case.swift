import TextSafety

/// A case (ärende): what is known and done for one or more children, read out of its record.
public struct Case: Hashable, Sendable {
  /// The facts.
  public let record: Record

  /// Takes a record of a case. Nil for any other.
  public init?(_ record: Record) {
    guard record.kind == .case else { return nil }
    self.record = record
  }

  /// What it is called while nobody knows a name.
  public var alias: UntrustedText { record.text("alias") ?? "" }

  /// The children it is for.
  public var children: [Reference] { record.references("children") }

  /// The login of the officer who has it; nil where nobody has.
  public var handler: String? { record.latest(of: "opened", "assigned")?.choice("handler") }

  /// What is suspected now.
  public var purposes: [Purpose] {
    record.latest(of: "opened", "purposesSuspected")?.terms("purposes") ?? []
  }

  /// Whether others than its officer and the leads need a reason to open it.
  public var isRestricted: Bool {
    record.latest(of: "opened", "restrictionChanged")?.flag("restricted") ?? false
  }

  /// Whether it is open now.
  public var isOpen: Bool { record.latest(of: "opened", "closed", "reopened")?.name != "closed" }

  /// Whether it was open at a moment: what happened then may still be recorded.
  public func isOpen(at instant: Instant) -> Bool {
    let changes = (record.all("closed") + record.all("reopened")).filter {
      $0.happenedAt <= instant
    }
    return changes.max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }?.name
      != "closed"
  }

  /// The children that are missing, each with the disappearance.
  public var missing: [(child: Reference, since: Record.Entry)] {
    children.compactMap { child in
      let entries = record.entries.filter {
        ["childDisappeared", "childFound"].contains($0.name) && $0.references("child") == [child]
      }
      let last = entries.max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
      return last.flatMap { $0.name == "childDisappeared" ? (child, $0) : nil }
    }
  }

  /// Where each child was placed last, the children in order.
  public var placements: [Record.Entry] {
    children.compactMap { child in
      record.all("placed").last { $0.references("child") == [child] }
    }
  }

  /// The legal questions that have no answer; each answer takes the oldest away.
  public var openLegalQuestions: [Record.Entry] {
    Array(record.all("legalAsked").dropFirst(record.all("legalAnswered").count))
  }
}

/// An indicator with where it comes from.
public struct NotedIndicator: Hashable, Sendable {
  /// What was noted.
  public let indicator: Indicator
  /// Who saw or said it.
  public let source: UntrustedText
  /// When.
  public let at: Instant
}

/// A question that a child has been asked.
public struct AskedQuestion: Hashable, Sendable {
  /// The child.
  public let child: Reference
  /// What it was about.
  public let topic: Topic
  /// The fact, with who asked, who was present and what was answered.
  public let entry: Record.Entry
}

/// A step of the manual and what became of it in a case.
public struct MarkedStep: Hashable, Sendable {
  /// The step.
  public let step: ManualStep
  /// What became of it; nil where nobody has said.
  public let outcome: StepOutcome?
  /// Why, where it is not done.
  public let why: UntrustedText?
  /// When it was marked.
  public let at: Instant?

  /// Whether it is done or need not be.
  public var isSettled: Bool { outcome == .done || outcome == .notApplicable }
}

extension Case {
  /// The indicators in the order they were noted.
  public var indicators: [NotedIndicator] {
    record.all("indicatorNoted").flatMap { entry in
      entry.terms("indicators").map {
        NotedIndicator(indicator: $0, source: entry.text("source") ?? "", at: entry.happenedAt)
      }
    }
  }

  /// The register of questions, in the order they were asked.
  public var questions: [AskedQuestion] {
    record.all("questionAsked").compactMap { entry in
      guard let child = entry.references("child").first, let topic: Topic = entry.term("topic")
      else { return nil }
      return AskedQuestion(child: child, topic: topic, entry: entry)
    }
  }

  /// The handling manual, every step of it.
  public var checklist: [MarkedStep] {
    let marks = record.all("stepMarked")
    return ManualStep.allCases.map { step in
      let mark = marks.last { $0.choice("step") == step.rawValue }
      return MarkedStep(
        step: step, outcome: mark?.term("outcome"), why: mark?.text("why"), at: mark?.happenedAt)
    }
  }
}
