import CaseStore
import Casework
import Foundation
import Testing

@Suite("Drafts, presence and change")
struct LiveTests {
  @Test("a draft is kept per officer and key until it is let go, on any terminal")
  func drafts() throws {
    let test = try TestStore()
    let karin = OfficerID(try test.officer("karin", [.coordinator]).id)
    let me = OfficerID(test.founder.id)
    func draft(_ officer: OfficerID, _ key: String, _ text: String) -> Draft {
      Draft(
        officer: officer, key: key, body: Data(text.utf8), updatedAt: test.time.clock.now())
    }
    try test.store.save(draft(me, "tip.note T2", "halv"))
    test.time.advance(minutes: 1)
    try test.store.save(draft(me, "tip.receive", "annan"))
    try test.store.save(draft(me, "tip.note T2", "halv mening"))
    try test.store.save(draft(karin, "tip.note T2", "Karins"))
    let elsewhere = try CaseStore(at: test.path)
    #expect(
      try elsewhere.drafts(of: me).map { String(decoding: $0.body, as: UTF8.self) }
        == ["halv mening", "annan"])
    try elsewhere.deleteDraft(of: me, key: "tip.note T2")
    #expect(try test.store.drafts(of: me).map(\.key) == ["tip.receive"])
    #expect(try test.store.drafts(of: karin).count == 1)
  }

  @Test("an open desk is seen with what it looks at, until it closes")
  func presence() throws {
    let test = try TestStore()
    let id = try test.store.enter(test.founder, terminal: "pts/7")
    try test.store.look(at: Reference(.tip, 4), typing: true, id)
    let seen = try CaseStore(at: test.path).present()
    #expect(seen.map(\.name) == ["Charlotta Påhittad"])
    #expect(seen.map(\.viewing) == [Reference(.tip, 4)])
    #expect(seen.map(\.isTyping) == [true])
    #expect(seen.map(\.terminal) == ["pts/7"])
    try test.store.leave(id)
    #expect(try test.store.present().isEmpty)
  }

  @Test("a commit rings at another opening of the store, and is visible then")
  func bell() throws {
    let test = try TestStore()
    let elsewhere = try CaseStore(at: test.path)
    let feed = try ChangeFeed(elsewhere)
    #expect(try !feed.dataVersionChanged())
    var wait = pollfd(fd: feed.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&wait, 1, 0) == 0)
    try test.tip()
    #expect(poll(&wait, 1, 10_000) == 1)
    #expect(try elsewhere.facts(after: 1, limit: 10).map(\.kind) == ["tip.received"])
    feed.drain()
    #expect(poll(&wait, 1, 0) == 0)
    #expect(try feed.dataVersionChanged())
    #expect(try !feed.dataVersionChanged())
  }

  @Test("a backup is a store of its own, whole, and overwrites nothing")
  func backup() throws {
    let test = try TestStore()
    try test.tip()
    let copy = test.directory + "/copy.sqlite"
    try test.store.backup(to: copy, as: test.founder)
    let opened = try CaseStore(at: copy)
    #expect(try opened.head() == test.store.head())
    #expect(try opened.verify().fault == nil)
    do {
      try test.store.backup(to: copy, as: test.founder)
      Issue.record("was overwritten")
    } catch let error as StoreError {
      #expect(error.kind == .exists)
    }
  }
}
