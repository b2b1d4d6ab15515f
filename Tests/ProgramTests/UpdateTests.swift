import GRDB
import Testing

@Suite("A store of an earlier version")
struct UpdateTests {
  @Test("Is brought up to date once, and that is said before it is done")
  func updated() throws {
    let store = try TrainingStore()
    let line = "{\"text\":\"Sedd vid Slussen\"}\n"
    #expect(try store.run("intake", "jsonl", input: line).status == 0)
    try DatabaseQueue(path: store.path).write {
      try $0.execute(
        sql: """
          ALTER TABLE records DROP COLUMN guards_others;
          DELETE FROM grdb_migrations WHERE identifier LIKE '8 %';
          """)
    }
    let first = try store.run("list", "tips")
    #expect(first.status == 0)
    #expect(first.errors.contains("Lagret förs över till den här versionen"))
    #expect(first.output.contains("Slussen"))
    let second = try store.run("list", "tips")
    #expect(second.errors.isEmpty)
    #expect(second.output == first.output)
  }
}
