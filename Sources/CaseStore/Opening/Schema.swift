import Foundation
import GRDB

/// The tables, as a row of migrations: the first is never changed once a store has been made by it.
enum Schema {
  /// Marks the file as a store of this program: "SJMR".
  static let applicationID: Int32 = 0x534A_4D52

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 journal, tips and officers") { db in
      try db.execute(sql: journal)
      try db.execute(sql: projections)
      try db.execute(sql: tipIndexes)
      try db.execute(sql: besideTheJournal)
    }
    migrator.registerMigration("2 records and what refers to what") { db in
      try db.execute(sql: recordProjections)
    }
    migrator.registerMigration("3 clocks that run") { db in
      try db.execute(sql: clockProjection)
      try ClockProjection(db).writeAll()
    }
    migrator.registerMigration("4 access log and names") { db in
      try db.execute(sql: accessLog)
      try db.execute(sql: nameProjections)
      try NameProjection.fill(db)
    }
    migrator.registerMigration("5 what each officer has read") { db in
      try db.execute(sql: readMarks)
    }
    migrator.registerMigration("6 clocks of tips") { db in
      // Made anew: SQLite's integrity check takes a key column before another column for an empty one.
      try db.execute(sql: "DROP TABLE clocks")
      try db.execute(sql: clockProjection)
      try ClockProjection(db).writeAll()
      try ClockProjection(db).writeAllTips()
    }
    migrator.registerMigration("7 erasure and checks of the access log") { db in
      try db.execute(sql: erasableReasons)
      try db.execute(sql: accessChecks)
    }
    migrator.registerMigration("8 who sees others, and clocks past their safe day") { db in
      // A store of the eighth version has both from the first migrations on.
      guard try !db.columns(in: "records").contains(where: { $0.name == "guards_others" }) else {
        return
      }
      try db.execute(
        sql: "ALTER TABLE records ADD COLUMN guards_others INTEGER NOT NULL DEFAULT 0")
      try RecordProjection(db).markGuards()
      try db.execute(sql: "DROP INDEX clocks_past_safe; " + clocksPastSafe)
    }
    migrator.registerMigration("9 words merged a little at a time") { db in
      try db.execute(sql: wordMerging)
      // What FTS5 has begun in its own way it ends here, and what it has in one piece is lifted above
      // those of single tips. A word that is put in and taken out makes a second piece.
      try db.execute(
        sql: """
          INSERT INTO tip_words (rowid, words) VALUES (0, 'x');
          INSERT INTO tip_words (tip_words, rowid, words) VALUES ('delete', 0, 'x');
          INSERT INTO tip_words (tip_words) VALUES ('optimize');
          """)
    }
    return migrator
  }

  /// DESIGN, The store. `seq` has no gaps; the reference number of a subject is the `seq` of its
  /// first fact.
  private static let journal = """
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, happened_at INTEGER NOT NULL,
      officer BLOB, subject BLOB NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL,
      body BLOB, salt BLOB, body_digest BLOB NOT NULL, digest BLOB NOT NULL,
      UNIQUE (subject, version)) STRICT;
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1), is_training INTEGER NOT NULL,
      head_seq INTEGER NOT NULL, head_digest BLOB NOT NULL) STRICT;
    """

  /// The beginnings of words of so many letters have an index each: without one SQLite reads every tip
  /// of every word that begins so before it gives the first. Each costs as much as the words do.
  /// ``TipSearch`` finds a beginning between two of them by the next longer, of which there are as many
  /// as letters may follow, and one that is longer than all by whole words: few share it. Every length
  /// up to six took a sixth more of the time and a quarter more memory of a rebuild, every length up to
  /// twelve more than twice as much.
  static let prefixes = [1, 2, 4, 6]

  /// Everything here, and ``tipIndexes``, is made again by `rebuild`. Older stores have indexes for more
  /// beginnings, and the sizes of their tips, until then.
  static let projections = """
    CREATE TABLE tips (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL, version INTEGER NOT NULL,
      received_at INTEGER NOT NULL, status TEXT NOT NULL, urgency INTEGER NOT NULL,
      is_acute INTEGER NOT NULL, priority TEXT, is_assessed INTEGER NOT NULL,
      concerns_child INTEGER NOT NULL, place TEXT, preview TEXT NOT NULL,
      children INTEGER NOT NULL, channel TEXT NOT NULL, assignee BLOB, assignee_name TEXT) STRICT;
    CREATE VIRTUAL TABLE tip_words USING fts5 (
      words, content = '', columnsize = 0, detail = none,
      prefix = '\(prefixes.map(String.init).joined(separator: " "))',
      tokenize = 'ascii');
    \(wordMerging)
    CREATE TABLE sources (key TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE officers (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, version INTEGER NOT NULL,
      login TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, roles TEXT NOT NULL,
      is_active INTEGER NOT NULL) STRICT;
    CREATE INDEX officers_login ON officers (login, number);
    CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO counters VALUES ('open', 0), ('acute', 0), ('unassessed', 0);
    """

  /// FTS5 is to merge its pieces only when ``TipProjection`` says so, some pages with each tip. Left to
  /// itself it merges all of a size in the commit that makes sixteen of them: nobody else could save
  /// for ten seconds where one of them had the words of a million tips. A program that does not know of
  /// this merges at a thousand.
  static let wordMerging = """
    INSERT INTO tip_words (tip_words, rank) VALUES ('automerge', 0);
    INSERT INTO tip_words (tip_words, rank) VALUES ('crisismerge', 1000);
    INSERT INTO tip_words (tip_words, rank) VALUES ('usermerge', 16);
    """

  static let tipIndexes = """
    CREATE INDEX tips_newest ON tips (received_at, number);
    CREATE INDEX tips_urgency ON tips (urgency, number) WHERE status = 'open';
    CREATE INDEX tips_waiting ON tips (received_at, number)
      WHERE status = 'open' AND is_assessed = 0 AND concerns_child = 1;
    """

  /// As ``projections``, for subjects that are kept as records.
  static let recordProjections = """
    CREATE TABLE records (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL,
      is_open INTEGER NOT NULL, sort_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
      guards_others INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE INDEX records_order ON records (kind, sort_at, number);
    CREATE INDEX records_open ON records (kind, sort_at, number) WHERE is_open = 1;
    CREATE TABLE links (
      source INTEGER NOT NULL, target INTEGER NOT NULL, PRIMARY KEY (source, target)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX links_target ON links (target, source);
    """

  /// What records are found by (förordning 2001:637 15 §): folded words of names, and whole numbers.
  /// As ``projections``.
  static let nameProjections = """
    CREATE TABLE names (
      form TEXT NOT NULL, word TEXT NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (form, word, number)) STRICT, WITHOUT ROWID;
    CREATE INDEX names_number ON names (number);
    """

  /// As ``projections``: the clocks that nobody has stopped, but for the protection assessment of a
  /// tip, which is in `tips_waiting`. Those whose safe day has passed and whose last day has not are
  /// found by how far apart the two are: weekends and holidays make that a few lengths.
  static let clockProjection = """
    CREATE TABLE clocks (
      number INTEGER NOT NULL, safe_until INTEGER NOT NULL, until INTEGER NOT NULL,
      kind TEXT NOT NULL, PRIMARY KEY (number, safe_until, until)) STRICT, WITHOUT ROWID;
    CREATE INDEX clocks_next ON clocks (kind, safe_until, until, number);
    """ + clocksPastSafe

  private static let clocksPastSafe = """
    CREATE INDEX clocks_past_safe ON clocks (kind, until - safe_until, until, number)
      WHERE until > safe_until;
    """

  static let projectionTables = [
    "tips", "tip_words", "sources", "officers", "records", "links", "clocks", "names",
    "counters",
  ]

  /// Not made from the journal: `rebuild` leaves it. Nobody changes what it says (SoLPuL 10 §).
  private static let accessLog = """
    CREATE TABLE access_log (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, officer BLOB NOT NULL,
      login TEXT NOT NULL, name TEXT NOT NULL, number INTEGER, kind TEXT, basis TEXT NOT NULL,
      reason TEXT, way TEXT NOT NULL) STRICT;
    CREATE INDEX access_log_number ON access_log (number, id);
    CREATE INDEX access_log_login ON access_log (login, id);
    CREATE INDEX access_log_at ON access_log (at, id);
    CREATE INDEX access_log_reasons ON access_log (id) WHERE basis IN ('restricted', 'masked');
    CREATE TRIGGER access_log_unchanged BEFORE UPDATE ON access_log
      BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
    CREATE TRIGGER access_log_kept BEFORE DELETE ON access_log
      BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
    """

  /// The words of a reason go with the subject they tell of; that it was opened, by whom and when
  /// stays.
  private static let erasableReasons = """
    DROP TRIGGER access_log_unchanged;
    CREATE TRIGGER access_log_unchanged BEFORE UPDATE ON access_log
      WHEN NOT (NEW.reason IS NULL AND NEW.id = OLD.id AND NEW.at = OLD.at
        AND NEW.officer = OLD.officer AND NEW.login = OLD.login AND NEW.name = OLD.name
        AND NEW.number IS OLD.number AND NEW.kind IS OLD.kind AND NEW.basis = OLD.basis
        AND NEW.way = OLD.way
        AND EXISTS (SELECT 1 FROM journal WHERE seq = OLD.number AND body IS NULL))
      BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
    """

  /// What leads have found when they checked the access log (SoLPuL 10 §). As the log itself.
  private static let accessChecks = """
    CREATE TABLE access_checks (
      id INTEGER PRIMARY KEY AUTOINCREMENT, entry INTEGER NOT NULL, at INTEGER NOT NULL,
      officer BLOB NOT NULL, name TEXT NOT NULL, finding TEXT NOT NULL, reason TEXT) STRICT;
    CREATE INDEX access_checks_entry ON access_checks (entry, id);
    CREATE TRIGGER access_checks_unchanged BEFORE UPDATE ON access_checks
      WHEN NOT (NEW.reason IS NULL AND NEW.id = OLD.id AND NEW.entry = OLD.entry
        AND NEW.at = OLD.at AND NEW.officer = OLD.officer AND NEW.name = OLD.name
        AND NEW.finding = OLD.finding AND EXISTS (SELECT 1 FROM journal JOIN access_log
          ON access_log.number = journal.seq
          WHERE access_log.id = OLD.entry AND journal.body IS NULL))
      BEGIN SELECT RAISE(ABORT, 'the checks of the access log only grow'); END;
    CREATE TRIGGER access_checks_kept BEFORE DELETE ON access_checks
      BEGIN SELECT RAISE(ABORT, 'the checks of the access log only grow'); END;
    """

  /// Beside the journal: the version of a subject that an officer has opened.
  private static let readMarks = """
    CREATE TABLE read_marks (
      officer BLOB NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (officer, number)) STRICT, WITHOUT ROWID;
    """

  private static let besideTheJournal = """
    CREATE TABLE drafts (
      officer BLOB NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, updated_at INTEGER NOT NULL,
      PRIMARY KEY (officer, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE presence (
      id INTEGER PRIMARY KEY, officer BLOB NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
      terminal TEXT NOT NULL, since INTEGER NOT NULL, pid INTEGER NOT NULL,
      started TEXT NOT NULL, viewing TEXT, is_typing INTEGER NOT NULL DEFAULT 0) STRICT;
    """
}
