import CaseStore
import Casework
import Foundation
import Synchronization
import Terminal

/// Carries out what the desk asks of the store. Stateless but for what is stale; safe from any
/// thread, and blocking: it belongs on a worker.
public final class EffectRunner: Sendable {
  private let store: CaseStore
  private let officer: Officer
  private let clock: StoreClock
  private let directories: [String]
  private let files: OfficerFiles
  private let presence = Mutex<PresenceID?>(nil)
  private let latestSearch = Mutex<Int>(0)
  /// Which of an officer's desks this is.
  private let desk = UUID().uuidString
  /// The drafts that are kept beside those of another desk, by the key of the form.
  private let besides = Mutex<[String: Beside]>([:])

  private struct Beside {
    let key: String
    let origin: Data?
  }
  private let likeness = Mutex<(TipLikeness?, [Reference: Tip])>((nil, [:]))

  /// The officer is who acts; the store checks the roles again on every call. `directories` are
  /// where the handbook's files are, `files` what is written for the officer alone.
  public init(
    store: CaseStore, officer: Officer, clock: StoreClock, directories: [String] = [],
    files: OfficerFiles = OfficerFiles(configuration: nil, state: nil)
  ) {
    self.store = store
    self.officer = officer
    self.clock = clock
    self.directories = directories
    self.files = files
  }

  /// Whether an effect writes: writes are carried out in order, apart from reads.
  static func writes(_ effect: Effect) -> Bool {
    switch effect {
    case .record, .recordEach, .markRead, .erase, .saveDraft, .deleteDraft, .loadDrafts, .look,
      .saveScreen, .dismissTour:
      true
    default: opens(effect)
    }
  }

  /// Whether an effect opens something to be read, which is written down first.
  static func opens(_ effect: Effect) -> Bool {
    switch effect {
    case .openDetail, .openHandover: true
    default: false
    }
  }

  /// Takes to the disk that something was opened, once it is shown. Returns what to tell where that
  /// failed.
  func settle(_ opened: DeskEvent) -> DeskEvent? {
    do {
      switch opened {
      case .opened(_, _, _, .success), .handover(_, _, _, .success): try store.settle()
      default: break
      }
      return nil
    } catch {
      return .notSettled(Self.problem(error))
    }
  }

  /// Whether an effect searches or looks something up: that holds up no list.
  static func searches(_ effect: Effect) -> Bool {
    switch effect {
    case .search, .findLike, .loadHandbook: true
    default: false
    }
  }

  /// Whether an effect reads the whole journal: it holds up nothing else.
  static func counts(_ effect: Effect) -> Bool {
    switch effect {
    case .count, .loadRetention: true
    default: false
    }
  }

  /// Whether what an effect brings stands beside what a change touches, which need not wait for it.
  static func isAside(_ effect: Effect) -> Bool {
    switch effect {
    case .loadBreaches, .notify: true
    default: false
    }
  }

  /// Whether what an effect brings is told after the first frame: what has been left undone, which an
  /// officer reads once the lists stand there.
  static func canFollow(_ effect: Effect) -> Bool {
    switch effect {
    case .loadDrafts, .findShiftToAcknowledge, .loadBreaches: true
    default: false
    }
  }

  /// Notes the newest search, so that older ones still waiting are skipped.
  func announce(_ effect: Effect) {
    if case .search(_, _, let generation) = effect {
      latestSearch.withLock { $0 = max($0, generation) }
    }
  }

  /// Registers this desk among those open, and returns which it is.
  @discardableResult
  public func enter(terminal: String) throws -> PresenceID {
    let id = try store.enter(officer, terminal: terminal)
    presence.withLock { $0 = id }
    return id
  }

  /// Takes this desk from those open.
  public func leave() {
    guard let id = presence.withLock({ $0 }) else { return }
    try? store.leave(id)
  }

  /// Carries effects out that need not wait for one another, as many at once as there are processors,
  /// and tells in their order what came of them.
  func perform(together effects: [Effect]) -> [DeskEvent] {
    let events = Mutex([DeskEvent?](repeating: nil, count: effects.count))
    DispatchQueue.concurrentPerform(iterations: effects.count) { index in
      let event = perform(effects[index])
      events.withLock { $0[index] = event }
    }
    return events.withLock(\.self).compactMap(\.self)
  }

  /// Carries an effect out and tells what came of it; nil where there is nothing to tell or the
  /// effect is the terminal's.
  public func perform(_ effect: Effect) -> DeskEvent? {
    switch effect {
    case .loadTips(let pane, let query, let generation):
      return .tips(
        pane: pane, generation: generation, attempt { try store.tips(query, as: officer) })
    case .loadRecords(let pane, let query, let generation):
      return .records(
        pane: pane, generation: generation, attempt { try store.records(query, as: officer) })
    case .loadCounters:
      return (try? store.counters()).map(DeskEvent.counters)
    case .loadNextClock:
      return .nextClock(attempt { try store.nextClock(at: clock.now(), as: officer) })
    case .loadTally(let reference):
      guard case .record(let record)? = try? store.subject(reference, as: officer) else {
        return nil
      }
      return .tally(reference, Pass(record))
    case .loadUnderWay(let kind):
      return .underWay(kind, attempt { try store.underWay(kind, of: officer) })
    case .loadPresence: return (try? store.present()).map(DeskEvent.presence)
    case .loadOfficers:
      return (try? store.officers()).map { rows in
        .officers(rows.map { OfficerRow(reference: $0.reference, officer: $0.officer) })
      }
    case .loadDrafts: return (try? store.drafts(of: OfficerID(officer.id))).map(DeskEvent.drafts)
    case .loadDetail(let reference):
      return .detail(
        reference, attempt { try store.content(of: reference, as: officer).map(detail) })
    case .openDetail(let reference, let opening, let reasons, let earlier):
      return open(reference, opening, reasons, earlier)
    case .openHandover(let reference, let opening, let reasons, let earlier):
      return openHandover(reference, opening, reasons, earlier)
    case .loadHandover(let reference, let opening, let reasons):
      return .handover(
        reference, opening: opening, reasons,
        attempt { try store.handover(reference, as: officer, reasons: reasons) })
    case .loadAccess(let reference):
      return .access(reference, attempt { try accessReport(reference) })
    case .loadBreaches(let newest):
      // No news of those known is nothing to draw.
      guard let latest = try? store.latestBreach(),
        let found = try? breaches(newerThan: newest), newest == nil || !found.isEmpty
      else { return nil }
      return .breaches(found, latest: latest)
    case .loadHandbook:
      let (handbook, diagnostics) = HandbookLoader.load(directories: directories)
      return .handbook(handbook, faults: diagnostics.count)
    case .count(let period, let generation):
      return .counted(
        generation: generation, attempt { try store.statistics(period, as: officer) })
    case .search(let text, let limit, let generation):
      guard generation >= latestSearch.withLock({ $0 }) else { return nil }
      return .found(
        generation: generation,
        attempt {
          text.allSatisfy(\.isWhitespace)
            ? [] : try store.search(text, limit: limit, as: officer)
        })
    case .findLike(let form, let action, let values, let generation):
      let found =
        action == "tip.receive"
        ? like(TipReport(draft: values)).map(\.likely) : likePersons(values).map(\.likely)
      return .likeness(form: form, generation: generation, found)
    case .record(let action, let form):
      return .recorded(action: action, form: form, record(action, finishing: form))
    case .findUnassessed:
      return .unassessed(
        attempt {
          try store.tips(TipQuery(order: .waiting, limit: 1), as: officer).rows.first
        })
    case .recordEach(let actions, let form):
      return .recordedEach(record(each: actions), form: form)
    case .findUndoing(let reference, let version):
      return .undoing(
        reference, attempt { try store.undoing(reference, version: version, as: officer) })
    case .loadNews: return .news(attempt { try store.newsSinceLastShift(of: officer) })
    case .markRead(let versions):
      try? store.markRead(versions, by: OfficerID(officer.id))
      return nil
    case .loadShiftEnd(let shift, let form):
      guard let news = try? store.news(sinceStartOf: shift, as: officer) else { return nil }
      let claims = (try? store.claims(of: officer)) ?? []
      return .shiftEnd(form: form, ShiftEnd(news: news, claims: claims))
    case .findShiftToAcknowledge:
      return .shiftToAcknowledge(attempt { try store.shiftToAcknowledge(by: officer) })
    case .loadRetention: return .retention(attempt { try store.retentionDue(as: officer) })
    case .findFile(let reference, let form):
      return .file(
        reference, form: form, attempt { try store.retention(of: reference, as: officer) })
    case .erase(let reference, let reason, let form):
      return .erased(
        form: form,
        attempt {
          let erased = try store.erase(reference, because: reason, by: officer)
          try store.sweep(compacting: true)
          return erased
        })
    case .saveDraft(let key, let draft, let origin):
      do {
        return try save(draft, key, origin)
      } catch {
        return .draftTrouble(key: key, Self.problem(error))
      }
    case .deleteDraft(let key):
      do {
        try store.deleteDraft(of: OfficerID(officer.id), key: storedKey(key))
        return nil
      } catch {
        return .draftTrouble(key: key, Self.problem(error))
      }
    case .saveScreen(let screen):
      return .wroteFile(Result { () throws(Problem) in try files.save(screen) })
    case .dismissTour: return .wroteFile(Result { () throws(Problem) in try files.dismissTour() })
    case .look(let reference, let typing):
      if let id = presence.withLock({ $0 }) {
        try? store.look(at: reference, typing: typing, id)
      }
      return nil
    case .edit, .redraw, .setMouse, .copy, .notify, .suspend, .quit: return nil
    }
  }

  private func draft(_ key: String, _ draft: FormDraft) throws -> Draft {
    var kept = draft
    kept.desk = desk
    return Draft(
      officer: OfficerID(officer.id), key: key, body: try kept.data(), updatedAt: clock.now())
  }

  /// Keeps a draft. Where another desk of the same officer has kept its own meanwhile, that one stands
  /// and this one is kept beside it, from then on.
  private func save(_ draft: FormDraft, _ key: String, _ origin: Data?) throws -> DeskEvent {
    // Typed before it was heard that the subject is erased: gone with it, whichever came first.
    defer { try? forgetErased(draft, key) }
    if let beside = besides.withLock({ $0[key] }), beside.origin == origin {
      try store.save(try self.draft(beside.key, draft))
      return .draftSaved(key: key, draft)
    }
    let kept = try self.draft(key, draft)
    let other = try store.save(kept) { body in
      guard body != origin, let found = FormDraft(data: body)?.desk else { return false }
      return found != desk
    }
    guard other != nil else {
      besides.withLock { $0[key] = nil }
      return .draftSaved(key: key, draft)
    }
    let beside = Beside(key: "\(key) @\(desk)", origin: origin)
    try store.save(try self.draft(beside.key, draft))
    besides.withLock { $0[key] = beside }
    return .draftKeptBeside(key: key, draft)
  }

  private func forgetErased(_ draft: FormDraft, _ key: String) throws {
    guard try draft.references.contains(where: store.isErased) else { return }
    try store.deleteDraft(of: OfficerID(officer.id), key: storedKey(key))
  }

  /// Drafts that the store has not taken, by the keys under which it would, as this desk's own.
  func own(_ drafts: [String: FormDraft]) -> [String: FormDraft] {
    Dictionary(
      drafts.map { key, draft in
        var draft = draft
        draft.desk = desk
        return (storedKey(key), draft)
      }, uniquingKeysWith: { $1 })
  }

  /// The key under which the store has this desk's draft.
  private func storedKey(_ key: String) -> String { besides.withLock { $0[key]?.key } ?? key }

  private func record(_ action: Action, finishing draft: String?) -> RecordOutcome {
    do {
      return .recorded(try store.record(action, by: officer, finishing: draft.map(storedKey)))
    } catch {
      return Self.outcome(error)
    }
  }

  /// Records actions each on its own: one that is refused leaves the others be.
  private func record(each actions: [Action]) -> [EachOutcome] {
    do {
      let results = try store.record(batch: actions, by: officer)
      return zip(actions, results).map { action, result in
        switch result {
        case .success(let receipt): EachOutcome(action: action, outcome: .recorded(receipt))
        case .failure(let error): EachOutcome(action: action, outcome: Self.outcome(error))
        }
      }
    } catch {
      return actions.map { EachOutcome(action: $0, outcome: Self.outcome(error)) }
    }
  }

  private static func outcome(_ error: any Error) -> RecordOutcome {
    switch error {
    case let conflict as Conflict: .conflict(conflict)
    case let refusal as Refusal: .refused(Problem(refusal.message), field: refusal.field)
    default: .refused(problem(error), field: nil)
    }
  }

  private func open(
    _ reference: Reference, _ opening: Int, _ reasons: AccessReasons, _ earlier: AccessReasons?
  ) -> DeskEvent {
    do {
      let content = try store.open(
        reference, as: officer, reasons: reasons, earlier: earlier, way: .desk)
      return .opened(reference, opening: opening, reasons, .success(try content.map(detail)))
    } catch is ReasonNeeded {
      return .reasonNeeded(reference, opening: opening)
    } catch {
      return .opened(reference, opening: opening, reasons, .failure(Self.problem(error)))
    }
  }

  private func openHandover(
    _ reference: Reference, _ opening: Int, _ reasons: AccessReasons, _ earlier: AccessReasons?
  ) -> DeskEvent {
    do {
      let content = try store.openHandover(
        reference, as: officer, reasons: reasons, earlier: earlier, way: .desk)
      return .handover(reference, opening: opening, reasons, .success(content))
    } catch let needed as ReasonNeeded {
      return .reasonNeeded(needed.reference, opening: opening)
    } catch {
      return .handover(reference, opening: opening, reasons, .failure(Self.problem(error)))
    }
  }

  /// What a detail shows beside the subject itself.
  private func detail(_ content: SubjectContent) throws -> DetailContent {
    DetailContent(
      state: content.state, history: content.history, links: content.links,
      likePersons: try like(content.state, content.reference), material: content.material)
  }

  /// What a screen of the access log shows of each.
  private static let logLength = 40

  private func accessReport(_ reference: Reference?) throws -> AccessReport {
    AccessReport(
      broken: try breaches(newerThan: nil),
      readings: try reference.map {
        try store.accessLog(AccessQuery(reference: $0, limit: Self.logLength), as: officer)
      } ?? [])
  }

  private func breaches(newerThan newest: Int64?) throws -> [AccessEntry] {
    var query = AccessQuery(onlyBreakGlass: true, newerThan: newest, limit: Self.logLength)
    if newest == nil { query.from = try store.lastShiftEnd(of: officer) }
    return try store.accessLog(query, as: officer)
  }

  private func like(_ report: TipReport) -> [TipLikeness.Match] {
    let now = clock.now()
    return likeness.withLock { known in
      guard
        let candidates = try? store.tipsLike(report, now: now, reusing: known.1, as: officer)
      else { return [] }
      let fresh = TipLikeness(candidates: candidates, reusing: known.0)
      known = (fresh, Dictionary(candidates, uniquingKeysWith: { first, _ in first }))
      return fresh.matches(for: report, now: now)
    }
  }

  /// Who may be the same as one whose form is being filled in.
  private func likePersons(_ values: [String: FieldValue]) -> [PersonLikeness.Match] {
    guard let persons = try? store.newestPersons(as: officer) else { return [] }
    return PersonLikeness(candidates: persons).matches(forValues: values)
  }

  /// Who may be the same as a person; nobody where it has been merged with another.
  private func like(_ state: SubjectState, _ reference: Reference) throws
    -> [PersonLikeness.Match]
  {
    guard case .record(let record) = state, record.kind == .person else { return [] }
    let person = Person(record)
    guard person.mergedInto == nil else { return [] }
    return PersonLikeness(candidates: try store.newestPersons(as: officer))
      .matches(for: reference, person)
  }

  private func attempt<Value>(_ body: () throws -> Value) -> Result<Value, Problem> {
    do {
      return .success(try body())
    } catch {
      return .failure(Self.problem(error))
    }
  }

  static func problem(_ error: any Error) -> Problem {
    switch error {
    case let error as StoreError: Problem(error.message)
    case let error as Refusal: Problem(error.message)
    case let error as Conflict: Problem(error.message)
    case let error as Problem: error
    default:
      Problem(
        Phrase(
          sv: "Det gick inte: \(error). Inget är ändrat; försök igen.",
          en: "It failed: \(error). Nothing is changed; try again."))
    }
  }
}
