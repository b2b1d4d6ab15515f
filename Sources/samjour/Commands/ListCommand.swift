import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour list LIST`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Phrase(sv: "Listar ärenden av ett slag.", en: "Lists the subjects of a kind.").local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(sv: "Högst så många rader.", en: "At most so many rows.", valueName: "n"))
  var limit: Int?

  @Option(
    name: .long,
    help: .init(
      sv: "Bara tips som är: open, acute, unassessed, duplicate eller closed.",
      en: "Only tips that are: open, acute, unassessed, duplicate or closed."))
  var filter: TipFilter?

  @Option(
    name: .long,
    help: .init(
      sv: "Ordning på tips: urgency (öppna, bråttom först), newest eller waiting (obedömda).",
      en: "Order of tips: urgency (open, most urgent first), newest or waiting (unassessed)."))
  var order: TipOrderName?

  @Argument(
    help: .init(
      sv:
        "tips, passes, persons, cases, custody, policeReports, handovers, shifts, meetings eller officers.",
      en:
        "tips, passes, persons, cases, custody, policeReports, handovers, shifts, meetings or officers."
    ))
  var list: String

  func run() throws {
    try common.run { session in
      if let limit, limit < 1 {
        throw Complaint(
          .usage, Phrase(sv: "--limit ska vara minst 1", en: "--limit must be at least 1"))
      }
      switch list {
      case "tips": try listTips(session)
      case "officers": try listOfficers(session)
      default: try listRecords(session)
      }
    }
  }

  private func listTips(_ session: Session) throws {
    var left = limit ?? (format.json ? .max : 50)
    var table = TipTable(session.language, now: session.clock.now())
    var isEmpty = true
    try Output.lines { output in
      try session.eachTip(order: order?.order ?? filter.order) { row in
        guard filter?.matches(row) ?? true else { return true }
        isEmpty = false
        if format.json {
          try output.json(TipRowJSON(row))
        } else {
          table.add(row)
        }
        left -= 1
        return left > 0
      }
      guard !format.json else { return }
      if isEmpty {
        output.line(SafeText(Phrase(sv: "Inga tips.", en: "No tips.")[session.language]))
      } else {
        table.write(to: &output)
      }
    }
  }

  private func listRecords(_ session: Session) throws {
    guard let kind = SubjectKind(recordList: list) else {
      throw unknownList
    }
    guard filter == nil || filter == .open, order == nil else { throw onlyForTips }
    try RecordList(
      session: session, kind: kind, limit: limit, json: format.json, onlyOpen: filter == .open
    ).write()
  }

  private var onlyForTips: Complaint {
    Complaint(
      .usage,
      Phrase(
        sv: "--order och --filter utom open gäller bara list tips",
        en: "--order, and --filter but for open, are for list tips only"))
  }

  private func listOfficers(_ session: Session) throws {
    guard filter == nil, order == nil else {
      throw onlyForTips
    }
    let language = session.language
    var table = TextTable(
      [
        Phrase(sv: "Ref", en: "Ref"), Phrase(sv: "Inloggning", en: "Login"),
        Phrase(sv: "Namn", en: "Name"), Phrase(sv: "Enhet", en: "Unit"),
        Phrase(sv: "Roller", en: "Roles"),
      ], language)
    try Output.lines { output in
      for row in try session.store.officers().prefix(limit ?? .max) {
        if format.json {
          try output.json(OfficerJSON(row.officer, row.reference))
          continue
        }
        let officer = row.officer
        let roles = Role.allCases.filter(officer.roles.contains).map { $0.title[language] }
        let ended = Phrase(sv: "avslutad", en: "deactivated")[language]
        table.add([
          SafeText(row.reference.description), SafeText(officer.login, limit: 64),
          SafeText(officer.name, limit: 40), SafeText(officer.unit.title[language]),
          SafeText(officer.isActive ? roles.joined(separator: ", ") : ended),
        ])
      }
      if !format.json { table.write(to: &output) }
    }
  }

  private var unknownList: Complaint {
    let known = (["tips", "officers"] + RecordKinds.all.map { $0.kind.listName }).joined(
      separator: ", ")
    let name = SafeText(list, limit: 40).string
    return Complaint(
      .usage,
      Phrase(
        sv: "okänd lista ”\(name)”; listorna är: \(known)",
        en: "unknown list “\(name)”; the lists are: \(known)"))
  }
}

/// The values of `--order`.
enum TipOrderName: String, ExpressibleByArgument, CaseIterable {
  case urgency, newest, waiting

  var order: TipQuery.Order {
    switch self {
    case .urgency: .urgency
    case .newest: .newest
    case .waiting: .waiting
    }
  }
}

/// The values of `--filter`.
enum TipFilter: String, ExpressibleByArgument, CaseIterable {
  case open, acute, unassessed, duplicate, closed

  func matches(_ row: TipRow) -> Bool {
    switch self {
    case .open: row.status == .open
    case .acute: row.status == .open && row.isAcute
    case .unassessed: row.status == .open && row.concernsChild && !row.isAssessed
    case .duplicate: row.status == .duplicate
    case .closed: row.status == .closed
    }
  }
}

extension TipFilter? {
  /// The order that holds what the filter lets through and little else.
  fileprivate var order: TipQuery.Order {
    switch self {
    case .open, .acute: .urgency
    case .unassessed: .waiting
    case .duplicate, .closed, nil: .newest
    }
  }
}

extension Session {
  /// Hands on tip after tip, a page in memory at a time, until `each` says false.
  func eachTip(order: TipQuery.Order, _ each: (TipRow) throws -> Bool) throws {
    var start = TipQuery.Start.first
    while true {
      let page = try store.tips(TipQuery(order: order, start: start, limit: 200), as: officer)
      for row in page.rows {
        guard try each(row) else { return }
      }
      guard page.hasAfter, let last = page.rows.last else { return }
      start = .after(last.cursor)
    }
  }
}
