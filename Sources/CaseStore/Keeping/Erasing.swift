import Casework
import Foundation
import GRDB

/// Takes away what is erased, inside the transaction of the fact that says so: bodies and salts,
/// and all that was copied from them outside the journal.
struct Erasing {
  let db: Database
  let journal: any Journal

  init(_ db: Database, _ journal: any Journal) {
    self.db = db
    self.journal = journal
  }

  /// The bodies that a redaction names, and drafts on the subject that hold their words.
  func erase(_ redaction: Redaction, of subject: SubjectID) throws {
    let versions = redaction.remains.map(\.version)
    let gone = try words(of: versions, subject)
      .subtracting(redaction.remains.flatMap(\.body.texts))
    try journal.erase(versions, of: subject)
    if let first = try journal.facts(of: subject, after: 0).first,
      let kind = FactName(first.kind)?.subject
    {
      let reference = Reference(kind, first.seq)
      try deleteDrafts { draft in
        draft.mention(reference) && draft.contains { text in gone.contains(where: text.contains) }
      }
    }
    try Traces.add(.ofErased, db)
  }

  /// All of a subject but its row in the journal: who recorded what kind of fact when.
  func erase(_ state: SubjectState, _ reference: Reference) throws {
    try journal.erase(nil, of: state.id)
    try Projections(db).replace(state, with: nil, version: 0, number: reference.number)
    try eraseBeside(reference)
  }

  /// Erases again, in an older copy of the journal, what entries after that number say is erased. The
  /// lists are to be made from it afterwards.
  func eraseAgain(after seq: Int64) throws {
    let coder = FactCoder()
    let later = try Row.fetchAll(
      db,
      sql: """
        SELECT seq, version, recorded_at, happened_at, officer, subject, kind, body FROM journal
        WHERE seq > ? ORDER BY seq
        """, arguments: [seq]
    ).compactMap(StoredFact.init)
    for fact in later {
      if Fact.isErasure(fact.kind) {
        try db.execute(
          sql: "UPDATE journal SET body = NULL, salt = NULL WHERE subject = ? AND version < ?",
          arguments: [fact.subject.bytes, fact.version])
        if let number = try journal.number(of: fact.subject),
          let kind = FactName(fact.kind)?.subject
        {
          try eraseBeside(Reference(kind, number))
        }
      } else if Fact.isRedaction(fact.kind), let body = fact.body,
        let redaction = try coder.fact(kind: fact.kind, body: body).redaction
      {
        try erase(redaction, of: fact.subject)
      }
    }
  }

  /// What was written of a subject outside the journal.
  private func eraseBeside(_ reference: Reference) throws {
    try db.execute(sql: "DELETE FROM read_marks WHERE number = ?", arguments: [reference.number])
    try db.execute(
      sql: "UPDATE presence SET viewing = NULL WHERE viewing = ?",
      arguments: [reference.description])
    try deleteDrafts { $0.mention(reference) }
    try db.execute(
      sql: """
        UPDATE access_checks SET reason = NULL
        WHERE entry IN (SELECT id FROM access_log WHERE number = ?)
        """, arguments: [reference.number])
    try db.execute(
      sql: "UPDATE access_log SET reason = NULL WHERE number = ?", arguments: [reference.number])
    try Traces.add(.ofErased, db)
  }

  /// Texts of a word or more in the bodies of those facts.
  private func words(of versions: [Int], _ subject: SubjectID) throws -> Set<String> {
    let bodies = try journal.facts(of: subject, after: 0)
      .filter { versions.contains(Int($0.version)) }.compactMap(\.body)
    return Set(
      bodies.compactMap { try? JSONDecoder().decode(FieldValue.self, from: $0) }
        .flatMap(\.texts).filter { $0.count > 2 })
  }

  private func deleteDrafts(where isOver: ([String]) -> Bool) throws {
    for row in try Row.fetchAll(db, sql: "SELECT officer, key, body FROM drafts") {
      let (officer, key, body): (Data, String, Data) = (row[0], row[1], row[2])
      let texts = (try? JSONDecoder().decode(FieldValue.self, from: body))?.texts ?? []
      guard isOver(texts + [key]) else { continue }
      try db.execute(
        sql: "DELETE FROM drafts WHERE officer = ? AND key = ?", arguments: [officer, key])
    }
  }
}

extension FieldValue {
  /// Every text in it, the names of an object's values too.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let list): list.flatMap(\.texts)
    case .object(let object): object.flatMap { [$0.key] + $0.value.texts }
    case .none, .number, .flag: []
    }
  }
}

extension [String] {
  /// Whether one of them names the subject.
  fileprivate func mention(_ reference: Reference) -> Bool {
    contains(where: reference.isNamed)
  }
}
