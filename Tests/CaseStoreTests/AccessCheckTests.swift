import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Checks of the access log")
struct AccessCheckTests {
  /// Thirty readings in November by somebody who is no lead, and ten in December.
  private func read() throws -> (TestStore, Officer) {
    let test = try TestStore()
    let duty = try test.officer("duty", [.dutyOfficer])
    let tip = try test.tip().reference
    for _ in 1...30 {
      test.time.advance(minutes: 60)
      _ = try test.store.open(tip, as: duty, way: .desk)
    }
    test.time.advance(minutes: 14 * 24 * 60)
    try test.tip()
    for _ in 1...10 { _ = try test.store.open(tip, as: duty, way: .desk) }
    return (test, duty)
  }

  private let november = CivilDate(iso8601: "2026-11-15")

  @Test("The sample is the same whoever asks and whenever, and only of its month")
  func sample() throws {
    let (test, _) = try read()
    let month = try #require(november)
    let sample = try test.store.accessSample(month, size: 8, as: test.founder)
    #expect(sample.entries == 30)
    #expect(sample.items.count == 8 && sample.unchecked == 8)
    let ids = sample.items.map(\.entry.id)
    #expect(ids == ids.sorted() && Set(ids).count == 8)
    // Not simply the first or the last ones.
    #expect(ids != Array(1...8) && ids != Array(23...30))
    let lead = try test.officer("lead", [.lead])
    try test.tip()
    let again = try test.store.accessSample(month, size: 8, as: lead)
    #expect(again.items.map(\.entry.id) == ids)
    let larger = try test.store.accessSample(month, size: 12, as: lead)
    #expect(Set(larger.items.map(\.entry.id)).isSuperset(of: ids))
    #expect(try test.store.accessSample(month, size: 100, as: lead).items.count == 30)
    #expect(try test.store.accessMonths(as: lead).map(\.description) == ["2026-11-01"])
  }

  @Test("What is not checked is seen until a lead has written down what was found, and why")
  func check() throws {
    let (test, duty) = try read()
    let month = try #require(november)
    let id = try test.store.accessSample(month, size: 5, as: test.founder).items[2].entry.id
    let reason = try AccessReason("stod på passet den natten")
    try test.store.checkAccess(id, .unclear, because: reason, by: test.founder)
    try test.store.checkAccess(id, .justified, because: reason, by: test.founder)
    let sample = try test.store.accessSample(month, size: 5, as: test.founder)
    #expect(sample.unchecked == 4)
    #expect(sample.items[2].check?.finding == .justified)
    #expect(sample.items[2].check?.name.raw == "Charlotta Påhittad")
    #expect(sample.items[2].check?.reason?.raw == "stod på passet den natten")
    #expect(throws: StoreError.noAccessLog) {
      try test.store.checkAccess(id, .justified, because: reason, by: duty)
    }
    #expect(throws: StoreError.noAccessLog) {
      try test.store.accessSample(month, size: 5, as: duty)
    }
    #expect(throws: (any Error).self) {
      try test.store.write { try $0.execute(sql: "DELETE FROM access_checks") }
    }
    #expect(throws: (any Error).self) {
      try test.store.write { try $0.execute(sql: "UPDATE access_checks SET finding = 'x'") }
    }
  }

  @Test(
    "Nobody checks what they have read themselves, nor a month that lasts, nor what is not there")
  func refusals() throws {
    let (test, _) = try read()
    let tip = try test.tip().reference
    _ = try test.store.open(tip, as: test.founder, way: .desk)
    let reason = try AccessReason("egen läsning")
    let own = try #require(try test.store.accessLog(AccessQuery(limit: 1), as: test.founder).first)
    #expect(throws: Refusal.self) {
      try test.store.checkAccess(own.id, .justified, because: reason, by: test.founder)
    }
    #expect(throws: Refusal.self) {
      try test.store.checkAccess(own.id + 1, .justified, because: reason, by: test.founder)
    }
    let december = try #require(CivilDate(iso8601: "2026-12-01"))
    #expect(throws: Refusal.self) {
      try test.store.accessSample(december, size: 5, as: test.founder)
    }
  }
}
