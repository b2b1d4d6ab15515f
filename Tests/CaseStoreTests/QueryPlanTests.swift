import CaseStore
import Casework
import Foundation
import GRDBSQLite
import Synchronization
import Testing
import TextSafety

/// What statements have walked through, row by row without an index, on the stores that are watched.
private let walks = Mutex<[String: [String: Int]]>([:])

/// Watches each connection that is opened from now on in this process.
private let isWatching: Bool = {
  typealias Entry =
    @convention(c) (
      OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeRawPointer?
    ) -> Int32
  let watch: Entry = { connection, _, _ in
    sqlite3_trace_v2(
      connection, UInt32(SQLITE_TRACE_PROFILE),
      { _, _, statement, _ in
        let statement = OpaquePointer(statement)
        guard let sql = sqlite3_sql(statement),
          let file = sqlite3_db_filename(sqlite3_db_handle(statement), "main")
        else { return 0 }
        let walked =
          sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1)
          + sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_AUTOINDEX, 1)
        walks.withLock {
          $0[String(cString: file)]?[String(cString: sql), default: 0] += Int(walked)
        }
        return 0
      }, nil)
  }
  return sqlite3_auto_extension(unsafeBitCast(watch, to: (@convention(c) () -> Void).self))
    == SQLITE_OK
}()

@Suite("What a reading walks through")
struct QueryPlanTests {
  /// More of each than any screen shows.
  private static let many = 400

  /// The statements that walk through rows of the store meanwhile, with how many.
  private func walked(_ test: TestStore, _ body: () throws -> Void) rethrows -> [String: Int] {
    let path = URL(filePath: test.path).resolvingSymlinksInPath().path
    walks.withLock { $0[path] = [:] }
    try body()
    return walks.withLock { $0.removeValue(forKey: path) ?? [:] }
  }

  /// `many` tips, and as many cases, custody decisions, police reports and handovers of one child
  /// each.
  private func fill(_ test: TestStore) throws {
    for index in 0..<Self.many {
      let tip = try test.tip("Påhittat barn \(index) vid torget")
      if index % 2 == 0 { try test.assess(tip.reference) }
      let child = try test.make(
        "person.register",
        ["alias": .text("påhittat barn \(index)"), "claimedName": .text("Påhitt\(index) Påhittad")])
      let file = try test.make(
        "case.open",
        ["alias": .text("ärende \(index)"), "children": .list([.text(child.description)])])
      _ = try test.make(
        "custody.prepare", ["who": .text("barn \(index)"), "person": .text(child.description)])
      _ = try test.make(
        "policeReport.draft", ["what": .text("barn \(index)"), "case": .text(file.description)])
      _ = try test.make(
        "handover.draft",
        ["case": .text(file.description), "district": .text("Södermalm")])
    }
  }

  @Test("nothing that a desk does while an officer waits walks through a list or the journal")
  func plans() throws {
    #expect(isWatching)
    let test = try TestStore()
    let officer = test.founder
    try fill(test)
    let kinds: [SubjectKind] = [.person, .case, .custody, .policeReport, .handover]
    let store = try CaseStore(at: test.path, clock: test.time.clock)
    let found = try walked(test) {
      for order in [TipQuery.Order.urgency, .newest, .waiting] {
        let page = try store.tips(TipQuery(order: order, limit: 30), as: officer)
        let tip = try #require(page.rows.last?.reference)
        #expect(try store.open(tip, as: officer, way: .desk) != nil)
        _ = try store.history(of: tip, as: officer)
      }
      for kind in kinds {
        let page = try store.records(RecordQuery(kind: kind, limit: 30), as: officer)
        let record = try #require(page.rows.last?.reference)
        let content = try #require(try store.open(record, as: officer, way: .desk))
        #expect(!content.links.isEmpty)
        _ = try store.underWay(kind, of: officer)
      }
      _ = try store.counters()
      #expect(try store.nextClock(at: test.time.now, as: officer) != nil)
      #expect(try store.search("Påhitt17", limit: 30, as: officer).isEmpty == false)
      #expect(try store.search("torget", limit: 30, as: officer).isEmpty == false)
      _ = try store.drafts(of: OfficerID(officer.id))
      _ = try store.shiftToAcknowledge(by: officer)
      _ = try store.latestBreach()
      let head = try store.head().seq
      _ = try test.tip("Nytt tips")
      #expect(try store.changes(after: head, limit: 100, as: officer).facts.count == 1)
    }
    let long = found.filter { $0.value > Self.many / 2 }
    #expect(long.isEmpty, "\(long)")
    // What does walk through all is seen.
    let counted = try walked(test) {
      _ = try store.statistics(.days("2026-11-01", "2026-11-30"), as: officer)
    }
    #expect(counted.values.contains { $0 > Self.many * 5 })
  }
}
