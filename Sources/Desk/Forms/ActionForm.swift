import CaseStore
import Casework
import Terminal

/// A subject that may be what a form tells of, with why.
public struct LikelyMatch: Sendable, Hashable {
  let reference: Reference
  let why: Phrase
}

extension TipLikeness.Match {
  var likely: LikelyMatch { LikelyMatch(reference: reference, why: .joined(reasons)) }
}

extension PersonLikeness.Match {
  /// All the reasons.
  var why: Phrase { .joined(reasons) }
  var likely: LikelyMatch { LikelyMatch(reference: reference, why: why) }
}

extension Phrase {
  fileprivate static func joined(_ reasons: [Phrase]) -> Phrase {
    Phrase(
      sv: reasons.map(\.sv).joined(separator: "; "), en: reasons.map(\.en).joined(separator: "; "))
  }
}

/// A form for any action, made from the action's description.
public struct ActionForm: Sendable {
  let spec: ActionSpec
  let subject: Reference?
  var expects: Int?
  /// The other subjects that the action is for, with the versions they were marked at.
  var others: [MarkedRow] = []
  /// Subjects told of under the fields, each with its words: what goes back to the queue.
  var listed: [LikelyMatch] = []
  /// Names the draft: the action, and the subject or the moment the form was opened.
  let key: String
  var fields: [ActionFormField]
  var focus = 0
  /// What the fields held when the form opened: only what differs is sent in a correction.
  var initial: [String: String]
  var problem: Phrase?
  var conflict: Phrase?
  var isSaving = false
  var isDirty = false
  /// When the draft is to be saved: within a second of a pause in typing (DESIGN, The store).
  var saveDue: Instant?
  var draftSaved = false
  var matches: [LikelyMatch] = []
  var likenessGeneration = 0
  var likenessAsked = 0
  var likenessAnswered = 0

  /// How long typing has to pause before the draft is saved, in milliseconds.
  static let draftPause: Int64 = 700

  /// When it happened: every action can be recorded late (DOMAIN, Custody decision).
  static let happenedAt = FieldSpec(
    "happenedAt", Phrase(sv: "När", en: "When"), .time, short: true,
    help: Phrase(
      sv: "när det hände; tomt = nu · -20min · igår 21:40",
      en: "when it happened; empty = now · -20min · yesterday 21:40"))

  init(
    _ spec: ActionSpec, subject: Reference?, expects: Int?, key: String,
    filled: [String: String] = [:]
  ) {
    self.spec = spec
    self.subject = subject
    self.expects = expects
    self.key = key
    // A handover's sections are written on a screen of their own.
    let sections = Set(spec.kind == .handover ? HandoverSection.allCases.map(\.rawValue) : [])
    let asked = spec.fields.filter { !sections.contains($0.name) }
    fields = (asked + (spec.isRecorded ? [Self.happenedAt] : [])).map {
      ActionFormField($0, raw: filled[$0.name] ?? "")
    }
    initial = Dictionary(uniqueKeysWithValues: fields.map { ($0.spec.name, $0.raw) })
    // The first that has to be filled in and is not; a telephone tip begins with its text. What
    // stands as it was reported is read from its top.
    let reads = spec.id == "tip.correct" || spec.id == "officer.change"
    focus =
      fields.firstIndex { $0.spec.isRequired && $0.raw.isEmpty }
      ?? (reads ? 0 : fields.firstIndex { $0.raw.isEmpty }) ?? 0
  }

  /// Puts a kept draft back.
  mutating func restore(_ draft: FormDraft) {
    initial.merge(draft.initial ?? [:]) { $1 }
    for index in fields.indices {
      if let raw = draft.values[fields[index].spec.name] { fields[index].set(raw: raw) }
      if fields[index].spec.name == draft.focus { focus = index }
    }
    expects = draft.expects
    others = (draft.others ?? [:]).compactMap { text, version in
      Reference(text).map { MarkedRow(reference: $0, version: version) }
    }.sorted { $0.reference.number < $1.reference.number }
    isDirty = true
    draftSaved = true
  }

  /// What to keep of it. A correction keeps only what was changed, and from what: what others
  /// correct meanwhile is not written over.
  var draft: FormDraft {
    let kept = fields.filter { field in
      let isChanged = initial[field.spec.name] != field.raw
      return isCorrection ? isChanged : isChanged || !field.raw.isEmpty
    }
    let before = kept.compactMap { field in
      initial[field.spec.name].map { (field.spec.name, $0) }
    }
    return FormDraft(
      action: spec.id, subject: subject?.description, expects: expects,
      values: Dictionary(uniqueKeysWithValues: kept.map { ($0.spec.name, $0.raw) }),
      initial: isCorrection ? Dictionary(uniqueKeysWithValues: before) : nil,
      others: others.isEmpty
        ? nil
        : Dictionary(
          others.map { ($0.reference.description, $0.version) },
          uniquingKeysWith: { first, _ in first }),
      focus: fields[focus].spec.name)
  }

  /// Whether the form fills in what stands, so that only changes are sent.
  var isCorrection: Bool {
    spec.id == "tip.correct" || spec.id == "officer.change"
  }

  /// Looks at what the field in focus holds before it is left. What is wrong is told there and then; what
  /// is missing is not, as it may come. Nil where nothing is wrong.
  mutating func checkField(now: Instant, officers: [Officer]) -> Phrase? {
    let field = fields[focus]
    // Who there is may not have been read yet.
    if case .officer = field.spec.type, officers.isEmpty { return nil }
    var complaint: Phrase?
    do throws(Problem) {
      if let value = try field.value(now: now, officers: officers) {
        complaint = field.spec.problem(with: value)
      }
    } catch {
      complaint = error.message
    }
    fields[focus].problem = complaint
    return complaint.map { field.spec.label + Phrase(same: ": ") + $0 }
  }

  /// Marks what was typed: the draft is due after the pause, old complaints are gone.
  mutating func touched(now: Instant) {
    isDirty = true
    draftSaved = false
    fields[focus].problem = nil
    problem = nil
    saveDue = now.adding(milliseconds: Self.draftPause)
    likenessGeneration += 1
  }

  /// The action as typed, or nil with the complaints set and the first bad field in focus.
  mutating func action(now: Instant, officers: [Officer]) -> Action? {
    var values: [String: FieldValue] = [:]
    var happenedAt: Instant?
    var firstBad: Int?
    for index in fields.indices {
      let field = fields[index]
      do throws(Problem) {
        let value = try field.value(now: now, officers: officers)
        fields[index].problem = nil
        if field.spec.name == Self.happenedAt.name {
          if case .text(let text)? = value { happenedAt = Instant(iso8601: text) }
        } else if isCorrection {
          if initial[field.spec.name] != field.raw {
            values[field.spec.name] = value ?? FieldValue.none
          }
        } else if let value {
          if let complaint = field.spec.problem(with: value) { throw Problem(complaint) }
          values[field.spec.name] = value
        } else if field.spec.isRequired {
          throw Problem(Phrase(sv: "måste fyllas i", en: "must be filled in"))
        }
      } catch {
        fields[index].problem = error.message
        firstBad = firstBad ?? index
      }
    }
    if let firstBad {
      focus = firstBad
      problem = fields[firstBad].problem.map {
        Phrase(
          sv: "\(fields[firstBad].spec.label.sv): \($0.sv)",
          en: "\(fields[firstBad].spec.label.en): \($0.en)")
      }
      return nil
    }
    return Action(
      spec.id, subject: subject, expects: expects, happenedAt: happenedAt, fields: values)
  }

  /// The action for each of the subjects, each with its own version.
  func actions(_ action: Action) -> [Action] {
    [action]
      + others.map {
        Action(
          action.id, subject: $0.reference, expects: $0.version, happenedAt: action.happenedAt,
          fields: action.fields)
      }
  }

  /// What is typed, as far as it can be read, for likeness.
  func typed(now: Instant) -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for field in fields {
      if let value = try? field.value(now: now, officers: []) { values[field.spec.name] = value }
    }
    return values
  }

  /// Whether what is typed is held against what there is.
  var findsLikeness: Bool { spec.id == "tip.receive" || spec.id == "person.register" }
}
