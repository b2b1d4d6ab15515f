import CaseStore
import Casework
import Foundation
import Terminal
import TextSafety

/// Something that has gone wrong, in words for the person at the desk.
public struct Problem: Error, Sendable, Hashable {
  /// What happened, what was kept, and what to do.
  public let message: Phrase

  /// Takes the words as they are.
  public init(_ message: Phrase) {
    self.message = message
  }
}

/// What came of recording an action.
public enum RecordOutcome: Sendable {
  /// It is durable.
  case recorded(Receipt)
  /// The subject moved on; nothing was written.
  case conflict(Conflict)
  /// A rule, a role or the store said no; nothing was written.
  case refused(Problem, field: String?)
}

/// Everything that can happen to the desk, in the order it happened.
public enum DeskEvent: Sendable {
  /// From the terminal.
  case terminal(TerminalEvent)
  /// A moment asked for by ``DeskState/nextWake`` has come.
  case tick
  /// Other processes, or this one, have appended these facts.
  case storeChanged(StoreChanges)
  /// The store cannot be followed just now.
  case storeTrouble(Problem?)
  /// A page of tips for a pane.
  case tips(pane: String, generation: Int, Result<TipPage, Problem>)
  /// A page of records for a pane.
  case records(pane: String, generation: Int, Result<RecordPage, Problem>)
  /// The counters of the header.
  case counters(TipCounters)
  /// The clock that runs out next of all the officer may see; nil where none runs.
  case nextClock(Result<SubjectClock?, Problem>)
  /// A field pass as it stands after something was counted in it.
  case tally(Reference, Pass)
  /// What the officer has under way of a kind, a field pass or a shift; nil where nothing is.
  case underWay(SubjectKind, Result<RecordRow?, Problem>)
  /// Who has a desk open.
  case presence([Presence])
  /// This desk is among them from now on, as that one.
  case entered(PresenceID)
  /// All officers.
  case officers([OfficerRow])
  /// The officer's own drafts.
  case drafts([Draft])
  /// A subject that stands open, read again; nil where there is none.
  case detail(Reference, Result<DetailContent?, Problem>)
  /// A subject that was opened, for those reasons, and logged; nil where there is none.
  case opened(Reference, opening: Int, AccessReasons, Result<DetailContent?, Problem>)
  /// A handover to draft, with what it is filled from, for those reasons; nil where there is none.
  case handover(Reference, opening: Int, AccessReasons, Result<HandoverContent?, Problem>)
  /// What was opened is shown, and the disk did not take that it was.
  case notSettled(Problem)
  /// A restricted case is opened for a reason only.
  case reasonNeeded(Reference, opening: Int)
  /// The access log, for a lead.
  case access(Reference?, Result<AccessReport, Problem>)
  /// What was opened for a reason, newest first, for a lead; `latest` is the last that was looked at.
  case breaches([AccessEntry], latest: Int64)
  /// What a search found.
  case found(generation: Int, Result<[SearchHit], Problem>)
  /// Tips or persons that resemble what is being typed.
  case likeness(form: String, generation: Int, [LikelyMatch])
  /// What came of recording; `form` names the form's draft, nil for an action without a form.
  case recorded(action: Action, form: String?, RecordOutcome)
  /// What is due to be erased.
  case retention(Result<[RetentionCase], Problem>)
  /// The file that a subject belongs to, for a form; nil where there is none.
  case file(Reference, form: String, Result<RetentionCase?, Problem>)
  /// What came of erasing a file, where an exception was made by a form.
  case erased(form: String?, Result<RetentionCase, Problem>)
  /// Something was typed at a form that had closed and was still on the screen.
  case typedAhead
  /// A draft could not be saved or deleted.
  case draftTrouble(key: String, Problem)
  /// A draft is durable.
  case draftSaved(key: String, FormDraft)
  /// A draft is durable beside the one that another desk of the same officer has kept meanwhile.
  case draftKeptBeside(key: String, FormDraft)
  /// What came of the officer's own editor; nil where there is none.
  case edited(form: String, field: String, ExternalEditor.Outcome?)
  /// The tip whose child has waited longest for a protection assessment; nil where none waits.
  case unassessed(Result<TipRow?, Problem>)
  /// The handbook, and how many faults its files have.
  case handbook(Handbook, faults: Int)
  /// The figures of a period.
  case counted(generation: Int, Result<Statistics, Problem>)
  /// What came of recording one action on each of several subjects.
  case recordedEach([EachOutcome], form: String)
  /// What takes back what was just done with a subject; nil where nothing is there any more.
  case undoing(Reference, Result<Undoing?, Problem>)
  /// What came of writing a file of the officer's own, in words.
  case wroteFile(Result<Phrase, Problem>)
  /// What has happened since the officer's last shift.
  case news(Result<News, Problem>)
  /// What the note of a shift starts from.
  case shiftEnd(form: String, ShiftEnd)
  /// The shift that waits for this officer to take it over; nil where none does.
  case shiftToAcknowledge(Result<RecordRow?, Problem>)
}

/// What came of an action on one of several subjects.
public struct EachOutcome: Sendable {
  let action: Action
  let outcome: RecordOutcome
}

/// What is known when a shift is handed over.
public struct ShiftEnd: Sendable {
  /// What happened on it.
  let news: News
  /// The tips its officer still has.
  let claims: [TipRow]
}

/// A subject with its history, newest first.
public struct DetailContent: Sendable {
  /// The subject.
  public let state: SubjectState
  /// Its latest facts, newest first.
  public let history: [HistoryEntry]
  /// What it refers to and what refers to it.
  public let links: [Reference]
  /// Of a person: who may be the same.
  public let likePersons: [PersonLikeness.Match]
  /// What a handover's references are filled in from.
  let material: HandoverMaterial?

  /// Takes the parts as they are.
  public init(
    state: SubjectState, history: [HistoryEntry], links: [Reference],
    likePersons: [PersonLikeness.Match] = [], material: HandoverMaterial? = nil
  ) {
    self.material = material
    self.state = state
    self.history = history
    self.links = links
    self.likePersons = likePersons
  }
}

/// What the desk asks the world to do. A value: ``DeskState/update(_:now:)`` does nothing itself.
public enum Effect: Sendable {
  /// Read a page; answered by ``DeskEvent/tips(pane:generation:_:)``.
  case loadTips(pane: String, TipQuery, generation: Int)
  /// Read a page of records; answered by ``DeskEvent/records(pane:generation:_:)``.
  case loadRecords(pane: String, RecordQuery, generation: Int)
  /// Read the counters.
  case loadCounters
  /// Read the clock that runs out next.
  case loadNextClock
  /// Read how much has been counted in a field pass.
  case loadTally(Reference)
  /// Read what the officer has under way: a field pass, a shift.
  case loadUnderWay(SubjectKind)
  /// Read who has a desk open.
  case loadPresence
  /// Read the officers.
  case loadOfficers
  /// Read the officer's drafts, after all writing that was asked for before.
  case loadDrafts
  /// Open a subject: log it, then read it. `earlier` are the reasons it stands open for already.
  case openDetail(Reference, opening: Int, AccessReasons, earlier: AccessReasons?)
  /// Open a handover to draft, and what it is filled from: log it, then read it.
  case openHandover(Reference, opening: Int, AccessReasons, earlier: AccessReasons?)
  /// Read a handover that stands open again.
  case loadHandover(Reference, opening: Int, AccessReasons)
  /// Read a subject that stands open again.
  case loadDetail(Reference)
  /// Read the access log: of a subject, and what was opened for a reason since the last shift.
  case loadAccess(Reference?)
  /// Read what was opened for a reason after that entry; nil: since the officer's last shift.
  case loadBreaches(newerThan: Int64?)
  /// Find the tip that has waited longest for its protection assessment.
  case findUnassessed
  /// Read the handbook's files.
  case loadHandbook
  /// Count the figures of a period.
  case count(Period, generation: Int)
  /// Search tips and records, for no more than so many.
  case search(String, limit: Int, generation: Int)
  /// Find tips or persons like the one being typed: which action's form, and its values.
  case findLike(form: String, action: String, [String: FieldValue], generation: Int)
  /// Record an action.
  case record(Action, form: String?)
  /// Record the same action on several subjects, each as its own; answered by
  /// ``DeskEvent/recordedEach(_:form:)``.
  case recordEach([Action], form: String)
  /// Find what takes back the fact that left a subject at a version.
  case findUndoing(Reference, version: Int)
  /// Read what has happened since the officer's last shift.
  case loadNews
  /// Remember that the officer has read subjects at those versions.
  case markRead([Reference: Int])
  /// Read what the note of a shift starts from.
  case loadShiftEnd(Reference, form: String)
  /// Find the shift that waits to be taken over.
  case findShiftToAcknowledge
  /// Find what is due to be erased.
  case loadRetention
  /// Find the file that a subject belongs to, and how long it is kept.
  case findFile(Reference, form: String)
  /// Erase the file that a subject belongs to, out of the store's files too; with a reason where an
  /// exception is made by a form.
  case erase(Reference, because: UntrustedText?, form: String?)
  /// Keep a draft; `origin` is what it was opened from.
  case saveDraft(key: String, FormDraft, origin: Data?)
  /// Let a draft go.
  case deleteDraft(key: String)
  /// Write a screen to a file of the officer's own.
  case saveScreen(ScreenSpec)
  /// Remember that the tour is not wanted again.
  case dismissTour
  /// Tell the other desks what is looked at here.
  case look(Reference?, typing: Bool)
  /// Open the text in the officer's own editor.
  case edit(form: String, field: String, String)
  /// Redraw everything.
  case redraw
  /// Mouse on or off.
  case setMouse(Bool)
  /// Put lines in the terminal's clipboard.
  case copy([SafeText])
  /// Show a notice on the desktop.
  case notify(SafeText, NoticeSequence)
  /// Stop the process as Ctrl-Z does.
  case suspend
  /// Leave the desk.
  case quit
}
