import Casework
import GRDB

/// Which way a link is followed.
enum LinkDirection {
  /// To what refers to the subject.
  case sources
  /// To what it refers to and what refers to it.
  case both
}

/// Which subjects refer to which, of those that are in a list.
struct Links {
  let db: Database

  /// What is linked to the subject with that number, by number.
  ///
  /// Each kind is looked up by number: joined with all lists at once, SQLite copies the lists.
  func of(_ number: Int64, _ direction: LinkDirection) throws -> [Reference] {
    let targets =
      direction == .both ? "SELECT target AS number FROM links WHERE source = ?1 UNION " : ""
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT number, coalesce(
            (SELECT kind FROM records WHERE records.number = linked.number),
            (SELECT 'tip' FROM tips WHERE tips.number = linked.number),
            (SELECT 'officer' FROM officers WHERE officers.number = linked.number))
          FROM (\(targets)SELECT source AS number FROM links WHERE target = ?1) linked
          ORDER BY number
          """), arguments: [number])
    return rows.compactMap { row in
      (row[1] as String?).flatMap { SubjectKind(rawValue: $0) }.map { Reference($0, row[0]) }
    }
  }
}
