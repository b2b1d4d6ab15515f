import CaseStore
import Casework

/// Cases with a custody decision, a police report and a handover under way each: five clocks that run
/// for every case.
struct OpenClocks {
  /// Ten thousand clocks.
  private static let cases = 2000

  let store: CaseStore
  let officer: Officer
  let now: Instant

  /// Records them, where the store has none yet.
  func record() throws {
    let known = RecordQuery(kind: .custody, limit: 1)
    guard try store.records(known, as: officer).rows.isEmpty else { return }
    let persons = try make { index in
      Action(
        "person.register", happenedAt: at(index, 2),
        fields: ["alias": .text("påhittat barn \(index)"), "claimedAge": .number(12 + index % 6)])
    }
    let cases = try make { index in
      Action(
        "case.open", happenedAt: at(index, 1),
        fields: [
          "alias": .text("påhittat ärende \(index)"),
          "children": .list([.text(persons[index])]), "purposes": .list([.text("begging")]),
        ])
    }
    try custody(persons, cases)
    try policeReports(cases)
    try handovers(cases)
  }

  private func custody(_ persons: [String], _ cases: [String]) throws {
    let custody = try make { index in
      Action(
        "custody.prepare", happenedAt: at(index, 1),
        fields: [
          "who": .text("påhittat barn \(index)"), "age": .number(12 + index % 6),
          "ground": .text("home"), "person": .text(persons[index]), "case": .text(cases[index]),
        ])
    }
    _ = try make { index in
      Action(
        "custody.decide", subject: Reference(custody[index]), happenedAt: at(index, 0),
        fields: [
          "decider": .text("Greta Ordförandesson"), "capacity": .text("chairman"),
          "given": .text("telephone"), "board": .text("Socialnämnden"),
          "boardMeeting": .text(Stockholm.civil(now).date.adding(days: 21).description),
        ])
    }
    _ = try make { index in
      Action(
        "custody.execute", subject: Reference(custody[index]), happenedAt: at(index, 0),
        fields: ["place": .text("Socialjouren")])
    }
  }

  private func policeReports(_ cases: [String]) throws {
    let reports = try make { index in
      Action(
        "policeReport.draft", happenedAt: at(index, 0),
        fields: [
          "what": .text("påhittat barn \(index)"), "purposes": .list([.text("begging")]),
          "offence": .text("trafficking"), "case": .text(cases[index]),
        ])
    }
    _ = try make { index in
      Action(
        "policeReport.file", subject: Reference(reports[index]), happenedAt: at(index, 0),
        fields: [
          "authority": .text("borderPolice"), "offence": .text("trafficking"),
          "secrecyGround": .text("10:21"),
        ])
    }
  }

  private func handovers(_ cases: [String]) throws {
    let handovers = try make { index in
      Action(
        "handover.draft", happenedAt: at(index, 0),
        fields: ["district": .text("Södermalm"), "case": .text(cases[index])])
    }
    _ = try make { index in
      Action(
        "handover.send", subject: Reference(handovers[index]), happenedAt: at(index, 0),
        fields: ["how": .text("secureMail"), "to": .text("Mottagningen")])
    }
  }

  /// Within the last five days, so many hours before what comes after.
  private func at(_ index: Int, _ hours: Int) -> Instant {
    now.adding(minutes: -(index % 100 * 70 + (hours + 1) * 60))
  }

  /// Records one action for each case; the references of their subjects.
  private func make(_ action: (Int) -> Action) throws -> [String] {
    try store.record(batch: (0..<Self.cases).map(action), by: officer).map {
      try $0.get().reference.description
    }
  }
}
