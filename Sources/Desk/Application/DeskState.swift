import CaseStore
import Casework
import Foundation
import Terminal
import TextSafety

/// What stands still while the desk is open.
public struct DeskSetup: Sendable {
  /// Who sits at it.
  public var officer: Officer
  /// The keys.
  public var keymap: Keymap
  /// The screens by name.
  public var screens: [String: ScreenSpec]
  /// A training store, plainly marked.
  public var isTraining: Bool
  /// The store as it stood before: for reading only, plainly marked.
  public var isPast: Bool
  /// The desk is listened to, line by line: one thing at a time, each over the whole width.
  public var isLinear = false
  /// The desk begins with the tour.
  public var showsTour = false
  /// How many drafts were rescued beside others of the same forms.
  public var draftsBeside = 0
  /// The terminal has a clipboard that may be written to.
  public var hasClipboard = true
  /// What else the officer has chosen.
  public var settings: Settings
  /// What was wrong with the officer's files, shown once.
  public var diagnostics: [Diagnostic]

  /// Takes the parts as they are.
  public init(
    officer: Officer, keymap: Keymap, screens: [String: ScreenSpec], isTraining: Bool,
    isPast: Bool = false, settings: Settings = Settings(), diagnostics: [Diagnostic] = []
  ) {
    self.officer = officer
    self.keymap = keymap
    self.screens = screens
    self.isTraining = isTraining
    self.isPast = isPast
    self.settings = settings
    self.diagnostics = diagnostics
  }
}

/// A message for the person at the desk.
public struct DeskMessage: Sendable, Hashable {
  /// The words.
  public var text: Phrase
  /// How it is drawn: good, warning or error.
  public var role: Terminal.Role
}

/// One thing above the screen. The topmost takes the keys.
public enum Layer: Sendable {
  /// A subject opened.
  case detail(SubjectDetail)
  /// A form being filled in.
  case form(ActionForm)
  /// A handover being drafted.
  case handover(HandoverScreen)
  /// The commands and keys of this place.
  case help(HelpOverlay)
  /// All commands, by name.
  case palette(Palette)
  /// Search over tips and records.
  case search(SearchOverlay)
  /// The access log.
  case access(AccessOverlay)
  /// What is looked up: manual, laws, directory, words.
  case handbook(HandbookOverlay)
  /// A written reason is asked for.
  case reason(ReasonDialog)
  /// A question that takes a typed word.
  case confirm(ConfirmDialog)
  /// What came of an action on several subjects.
  case report(ReportOverlay)
  /// The cards that explain the screen.
  case tour(Tour)
  /// What a pane shows: columns, order, rows.
  case pane(PaneOverlay)
  /// What is due to be erased.
  case retention(RetentionOverlay)

  var isDetail: Bool { if case .detail = self { true } else { false } }

  /// Whether something typed in it is not recorded.
  var isDirty: Bool {
    switch self {
    case .form(let form): form.isDirty
    case .handover(let screen): screen.isDirty
    default: false
    }
  }
}

/// Everything the desk knows: plain values, changed only by ``update(_:now:)``.
public struct DeskState: Sendable {
  /// What stands still.
  public internal(set) var setup: DeskSetup
  /// Now, as of the last event.
  public internal(set) var now: Instant
  /// The terminal's size.
  public internal(set) var size: Size
  /// The language of the screen.
  public internal(set) var language: Language
  /// The theme's name.
  public internal(set) var themeName: String
  /// Whether the mouse is taken.
  public internal(set) var mouse: Bool
  /// Whether the desk is about to close.
  public internal(set) var isLeaving = false

  var screenName: String
  var panes: [String: Pane] = [:]
  var focus = ""
  var isZoomed = false
  /// Counts the changes of columns by hand, so that a kept row is told from one drawn in others.
  var columnChanges = 0
  /// The screens as they were when the desk opened.
  let openedScreens: [String: ScreenSpec]
  var layers: [Layer] = []
  var pendingKeys: [KeyStroke] = []
  var message: DeskMessage?
  var counters: TipCounters?
  /// The clock that runs out next of all the officer may see.
  var nextClock: SubjectClock?
  /// The house's routines that what is shown was read under.
  var routines = Routines.inForce
  /// What the officer has under way, a field pass and a shift.
  var underWay: [SubjectKind: RecordRow] = [:]
  /// What this desk has counted with one key, the latest last: what can be taken back.
  var counted: [CountedSighting] = []
  /// What this officer did last, as it can be taken back: the subject and its version after it.
  var lastDone: (reference: Reference, version: Int)?
  /// A tip that was done with while the top of the queue, where the next one stands, was not here.
  var seeksNext: Reference?
  /// Whether the first look for a shift to take over has been answered.
  var hasLookedForShift = false
  /// A shift that was handed over and waits for this officer to take it over.
  var waitingShift: RecordRow?
  /// The rows marked for an action on all of them, in the order they were marked.
  var marked: [MarkedRow] = []
  /// What has happened since the officer's last shift; nil until it is asked for.
  var news: News?
  /// Who has a desk open.
  var presence: [Presence] = []
  var officers: [OfficerRow] = []
  var drafts: [Draft] = []
  var storeTrouble: Problem?
  var seenSequence: Int64
  /// Acute tips that came while the desk was open and that nobody here has looked at.
  var glowing: Set<Reference> = []
  var ringsBell = false
  /// Drafts that the store does not have yet.
  public internal(set) var unsavedDrafts: [String: FormDraft] = [:]
  /// What the drafts of open forms were opened from.
  var draftOrigins: [String: Data] = [:]
  /// How many there have been: one that was opened from nothing is told from the next.
  var originCount = 0
  /// Why the desk closed by itself; said when the terminal has been given back.
  public internal(set) var farewell: Phrase?
  var draftRetry: Instant?
  /// Counts the searches, so that a late answer is told from a fresh one.
  var searchCount = 0
  /// Counts the openings, so that a late answer opens nothing that has been opened anew.
  var openingCount = 0
  /// What others have opened for a reason since the lead's last shift, unseen; empty but for a lead.
  var breaches: [AccessEntry] = []
  /// The newest of them that has been told of; nil before the first reading.
  var newestBreach: Int64?
  /// What the latest search that something was opened from had found.
  var hits: [Reference] = []
  /// The search for those that were not shown.
  var hitsGeneration: Int?
  /// The subjects whose latest change is this officer's own.
  var actedOn: Set<Reference> = []
  /// The version a subject has since this officer's own last action on it, so that the next action
  /// does not collide with it before the journal has told of it.
  var ownVersions: [Reference: Int] = [:]
  /// Which of the desks that are open this one is; nil before it is told.
  var presenceID: PresenceID?
  var looksAt: Reference?
  var isTyping = false
  var hasOfferedDrafts = false
  /// What is looked up; nil before it has been opened.
  var handbook: Handbook?
  /// What the statistics screen counts.
  var counting = CountedPeriod()

  /// The extent of a desk that is listened to: wide, so that little is cut short.
  public static let linearSize = Size(columns: 160, rows: 40)

  /// The desk at its start; ``start()`` gives the first effects.
  public init(
    setup: DeskSetup, now: Instant, size: Size, language: Language, themeName: String,
    mouse: Bool, head: Int64, screen: String = "duty"
  ) {
    self.setup = setup
    self.now = now
    self.size = size
    self.language = language
    self.themeName = themeName
    self.mouse = mouse
    self.seenSequence = head
    self.screenName = screen
    openedScreens = setup.screens
    message = setup.diagnostics.first.map {
      let more = setup.diagnostics.count - 1
      return DeskMessage(
        text: Phrase(
          sv: $0.text(.sv) + (more > 0 ? " (och \(more) till: samjour check-config)" : ""),
          en: $0.text(.en) + (more > 0 ? " (and \(more) more: samjour check-config)" : "")),
        role: .warning)
    }
    if setup.isPast { say(Self.readOnly, .warning) }
  }

  /// Why nothing can be done at a desk that looks back.
  static let readOnly = Phrase(
    sv: "så här stod det då; för att göra något, öppna jourbordet utan --as-of",
    en: "this is how it stood then; to do something, open the desk without --as-of")

  /// Lays out the first screen and asks for what it shows.
  public mutating func start() -> [Effect] {
    let shown = showScreen(screenName)
    if setup.showsTour { layers.append(.tour(Tour())) }
    return shown + [
      .loadCounters, .loadNextClock, .loadUnderWay(.pass), .loadUnderWay(.shift), .loadPresence,
      .loadDrafts, .findShiftToAcknowledge,
    ] + watchAccess()
  }

  /// The form on top, if one is.
  var form: ActionForm? {
    guard case .form(let form)? = layers.last else { return nil }
    return form
  }

  /// The pane that takes the keys when nothing lies above the screen.
  var focusedPane: Pane? { panes[focus] }

  /// The words in the desk's language.
  func words(_ phrase: Phrase) -> String { phrase[language] }

  mutating func say(_ text: Phrase, _ role: Terminal.Role = .good) {
    message = DeskMessage(text: text, role: role)
  }

  /// When the desk wants ``DeskEvent/tick``: a draft to save, or a minute to turn. Nil: never.
  public var nextWake: Instant? {
    let minute = now.milliseconds / 60_000 * 60_000 + 60_000
    let draft = layers.flatMap { layer -> [Int64] in
      switch layer {
      case .form(let form): [form.saveDue?.milliseconds].compactMap(\.self)
      case .handover(let screen): screen.texts.values.compactMap { $0.saveDue?.milliseconds }
      default: []
      }
    }.min()
    let retry = draftRetry?.milliseconds ?? minute
    return Instant(milliseconds: min(minute, draft ?? minute, retry))
  }
}
