import TextSafety

extension Fact {
  /// The fact without what anybody wrote: words become ``Redaction/marker``, the rest stays.
  var withoutWords: Fact {
    switch self {
    case .tip(let fact): .tip(fact.withoutWords)
    case .record(let fact): .record(fact.withoutWords)
    case .officer, .erased: self
    }
  }

  /// The fact without the words that it repeats from another of its subject.
  func withoutWords(repeatedFrom other: Fact) -> Fact {
    guard case .tip(let own) = self, case .tip(let removed) = other else { return self }
    return .tip(own.withoutWords(repeatedFrom: removed))
  }
}

extension RecordedFact {
  fileprivate var withoutWords: RecordedFact {
    let fields = RecordKinds.action(becoming: kind)?.fields ?? []
    var values = values
    for field in fields where values[field.name] != nil && holdsWords(field) {
      values[field.name] = .text(Redaction.marker)
    }
    return RecordedFact(kind: kind, values: values)
  }

  /// In a correction the names of fields are the program's own, and the new value is words only
  /// where the corrected field's is.
  private func holdsWords(_ field: FieldSpec) -> Bool {
    guard field.type == .line || field.type == .text else { return false }
    guard let name = FactName(kind), name.name == Correction.factName else { return true }
    guard field.name == Correction.value else { return field.name != Correction.field }
    guard case .text(let corrected)? = values[Correction.field] else { return true }
    return RecordKinds.fields(of: name.subject).filter { $0.name == corrected }
      .contains { $0.type == .line || $0.type == .text }
  }
}

extension TipFact {
  fileprivate var withoutWords: TipFact {
    func bare(_ text: UntrustedText?) -> UntrustedText? { text.map { _ in .redacted } }
    switch self {
    case .received(let report): return .received(report.without(TipReport.wordFields))
    case .corrected(var correction):
      correction.report = correction.report.without(Set(correction.changed))
      correction.reason = .redacted
      return .corrected(correction)
    case .protectionAssessed(var assessment):
      assessment.ground = .redacted
      return .protectionAssessed(assessment)
    case .prioritised(var prioritisation):
      prioritisation.reason = bare(prioritisation.reason)
      return .prioritised(prioritisation)
    case .noted: return .noted(Note(text: .redacted))
    case .unmarkedDuplicate(var unmark):
      unmark.reason = .redacted
      return .unmarkedDuplicate(unmark)
    case .closed(var closing):
      closing.note = bare(closing.note)
      return .closed(closing)
    case .reopened: return .reopened(Reason(.redacted))
    case .recalled: return .recalled(Reason(.redacted))
    case .dispatched(var sending):
      sending.note = bare(sending.note)
      return .dispatched(sending)
    case .passedOn(var sending):
      sending.note = bare(sending.note)
      return .passedOn(sending)
    case .preliminaryAssessed(var preliminary):
      preliminary.note = bare(preliminary.note)
      return .preliminaryAssessed(preliminary)
    case .feedbackGiven: return .feedbackGiven(Feedback(note: .redacted))
    case .assigned, .markedDuplicate, .duplicatesChanged, .linked, .redacted: return self
    }
  }

  /// A correction of a report holds the whole report: what it has unchanged goes with the original.
  fileprivate func withoutWords(repeatedFrom other: TipFact) -> TipFact {
    guard let removed = other.removedWords else { return self }
    func isRepeated(_ report: TipReport) -> Set<String> {
      TipReport.wordFields.filter { name in
        removed[name].map { $0 == report.words(name) } ?? false
      }
    }
    switch self {
    case .received(let report): return .received(report.without(isRepeated(report)))
    case .corrected(var correction):
      correction.report = correction.report.without(isRepeated(correction.report))
      return .corrected(correction)
    default: return self
    }
  }

  /// The words of a report that go with this fact, by field; nil where it holds no report.
  private var removedWords: [String: UntrustedText]? {
    func words(_ report: TipReport, _ names: Set<String>) -> [String: UntrustedText] {
      var words: [String: UntrustedText] = [:]
      for name in names { words[name] = report.words(name) }
      return words
    }
    switch self {
    case .received(let report): return words(report, TipReport.wordFields)
    case .corrected(let correction): return words(correction.report, Set(correction.changed))
    default: return nil
    }
  }
}

extension TipReport {
  private static let optionalWords:
    [String: WritableKeyPath<TipReport, UntrustedText?> & Sendable] =
      [
        "place": \.place, "duration": \.duration, "acute": \.acute, "childNow": \.childNow,
        "ifNothing": \.ifNothing, "cautions": \.cautions, "language": \.language,
        "reporterName": \.reporterName, "reporterPhone": \.reporterPhone,
        "reporterEmail": \.reporterEmail, "reporterCategory": \.reporterCategory,
        "enclosures": \.enclosures,
      ]

  /// The fields that hold what somebody wrote.
  fileprivate static let wordFields = Set(optionalWords.keys).union(["text", "source"])

  fileprivate func words(_ name: String) -> UntrustedText? {
    switch name {
    case "text": text
    case "source": source.map { UntrustedText($0) }
    default: Self.optionalWords[name].flatMap { self[keyPath: $0] }
    }
  }

  /// The report without the words of those fields. The sender's own key names the sender, so it goes
  /// altogether.
  fileprivate func without(_ names: Set<String>) -> TipReport {
    var report = self
    for name in names {
      switch name {
      case "text": report.text = .redacted
      case "source": report.source = nil
      default:
        guard let path = Self.optionalWords[name], report[keyPath: path] != nil else { continue }
        report[keyPath: path] = .redacted
      }
    }
    return report
  }
}
