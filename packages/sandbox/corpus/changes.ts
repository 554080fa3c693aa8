// INSERT, UPDATE, DELETE, MERGE, locks and transactions.
import type { CorpusEntry } from "./corpus-entry.ts"
import { fails, ok, refused, topic } from "./corpus-entry.ts"

const stock = [
  "CREATE TABLE c_stock (id NUMBER(6) PRIMARY KEY, name VARCHAR2(10) NOT NULL, pieces NUMBER(6) DEFAULT 0, changed DATE)",
  "INSERT INTO c_stock VALUES (1, 'bolt', 5, SYSDATE)",
  "CREATE TABLE c_other (id NUMBER(6), name VARCHAR2(10), pieces NUMBER(6))",
  "INSERT INTO c_other VALUES (1, 'bolt', 7)",
  "INSERT INTO c_other VALUES (2, 'nut', 9)"
]

const written = topic(
  { source: "assumed", reference: "DML", setup: stock },
  ok("INSERT INTO c_stock VALUES (9, 'screw', DEFAULT, SYSDATE)"),
  ok("INSERT INTO c_stock (id, name) VALUES (10, 'nail')"),
  ok("INSERT INTO c_stock (id, name) SELECT id + 100, name FROM c_other"),
  ok("INSERT INTO c_stock (id, name) (SELECT id + 200, name FROM c_other)"),
  ok("INSERT INTO c_stock s (s.id, name) VALUES (:1, :2)"),
  ok("INSERT INTO c_stock (id, name) VALUES (:id, :name) RETURNING id, ROWID INTO :out_id, :out_rowid"),
  ok("INSERT /*+ APPEND PARALLEL(s, 4) */ INTO c_stock s (id, name) SELECT id + 300, name FROM c_other"),
  ok("UPDATE c_stock SET pieces = pieces + 1, changed = SYSDATE WHERE id = 1"),
  ok(
    "UPDATE c_stock s SET (name, pieces) = (SELECT o.name, o.pieces FROM c_other o WHERE o.id = s.id) WHERE s.id IN (SELECT id FROM c_other)"
  ),
  ok("UPDATE c_stock SET pieces = DEFAULT WHERE id = :id RETURNING pieces INTO :p"),
  ok("UPDATE (SELECT id, pieces FROM c_stock) v SET v.pieces = 3"),
  ok("DELETE FROM c_stock WHERE id NOT IN (SELECT id FROM c_other)"),
  ok("DELETE c_stock s WHERE s.pieces < 0"),
  ok("DELETE FROM c_stock WHERE (id, name) IN (SELECT id, name FROM c_other)"),
  ok("DELETE FROM c_other WHERE id = 2 RETURNING name INTO :n"),
  ok(`MERGE INTO c_stock s USING c_other o ON (s.id = o.id)
 WHEN MATCHED THEN UPDATE SET s.pieces = o.pieces WHERE o.pieces > 0 DELETE WHERE s.pieces > 1000
 WHEN NOT MATCHED THEN INSERT (s.id, s.name, s.pieces) VALUES (o.id, o.name, o.pieces) WHERE o.id > 0`),
  ok(
    "MERGE INTO c_stock s USING (SELECT 5 AS id FROM dual) o ON (s.id = o.id) WHEN NOT MATCHED THEN INSERT (id, name) VALUES (o.id, 'new')"
  ),
  fails(1, "INSERT INTO c_stock (id, name) VALUES (1, 'again')"),
  fails(1400, "INSERT INTO c_stock (id) VALUES (77)"),
  fails(1407, "UPDATE c_stock SET name = NULL"),
  fails(12899, "UPDATE c_stock SET name = 'much too long for it'"),
  fails(1438, "UPDATE c_stock SET pieces = 10000000"),
  fails(947, "INSERT INTO c_stock (id, name) VALUES (1)"),
  fails(913, "INSERT INTO c_stock (id, name) VALUES (1, 'a', 2)"),
  fails(947, "INSERT INTO c_stock (id, name) SELECT id FROM c_other"),
  fails(904, "UPDATE c_stock SET nope = 1"),
  fails(957, "INSERT INTO c_stock (id, id) VALUES (1, 2)"),
  fails(1722, "UPDATE c_stock SET pieces = 'x'"),
  fails(38104, "MERGE INTO c_stock s USING c_other o ON (s.id = o.id) WHEN MATCHED THEN UPDATE SET s.id = 5"),
  fails(1008, "SELECT :missing FROM dual")
)

const afterAppend = topic(
  {
    source: "documented",
    reference: "partitioning 9 (12838)",
    setup: [...stock, "INSERT /*+ APPEND */ INTO c_other SELECT id + 10, name, pieces FROM c_stock"]
  },
  fails(12838, "SELECT COUNT(*) FROM c_other"),
  fails(12838, "INSERT INTO c_other VALUES (5, 'x', 1)")
)

const inserts = topic(
  { source: "assumed", reference: "INSERT" },
  refused(925, "INSERT c_stock VALUES (1)"),
  refused(903, "INSERT INTO VALUES (1)"),
  refused(903, "INSERT INTO 5 VALUES (1)"),
  refused(926, "INSERT INTO c_stock"),
  refused(926, "INSERT INTO c_stock (id)"),
  refused(926, "INSERT INTO c_stock (id) VALUE (1)"),
  refused(926, "INSERT INTO c_stock (id) SET id = 1"),
  refused(928, "INSERT INTO c_stock ('id') VALUES (1)"),
  refused(928, "INSERT INTO c_stock (1, 2)"),
  refused(928, "INSERT INTO c_stock (number) VALUES (1)"),
  refused(1747, "INSERT INTO c_stock (id, date) VALUES (1, 2)"),
  refused(1747, "INSERT INTO c_stock (id,) VALUES (1)"),
  refused(917, "INSERT INTO c_stock (id name) VALUES (1, 2)"),
  refused(906, "INSERT INTO c_stock (id) VALUES 1"),
  refused(936, "INSERT INTO c_stock (id) VALUES ()"),
  refused(936, "INSERT INTO c_stock (id) VALUES (1,)"),
  refused(917, "INSERT INTO c_stock (id) VALUES (1 2)"),
  refused(917, "INSERT INTO c_stock (id) VALUES (1"),
  refused(933, "INSERT INTO c_stock (id) VALUES (1), (2)"),
  refused(933, "INSERT INTO c_stock (id) VALUES (1) ON CONFLICT DO NOTHING"),
  refused(925, "INSERT INTO c_stock (id) VALUES (1) RETURNING id"),
  refused(936, "INSERT INTO c_stock (id) VALUES (1) RETURNING id INTO x"),
  refused(3001, "INSERT ALL INTO c_stock (id) VALUES (1) SELECT 1 FROM dual"),
  refused(3001, "INSERT INTO c_stock (id) SELECT 1 FROM dual LOG ERRORS"),
  refused(3001, "INSERT INTO TABLE(SELECT a FROM b) VALUES (1)")
)

const updates = topic(
  { source: "assumed", reference: "UPDATE, DELETE, MERGE" },
  refused(903, "UPDATE SET a = 1"),
  refused(971, "UPDATE c_stock a = 1"),
  refused(971, "UPDATE c_stock"),
  refused(933, "UPDATE c_stock s SET a = 1 FROM c_other"),
  refused(971, "UPDATE c_stock AS s SET a = 1"),
  refused(1747, "UPDATE c_stock SET"),
  refused(1747, "UPDATE c_stock SET WHERE id = 1"),
  refused(1747, "UPDATE c_stock SET date = 1"),
  refused(927, "UPDATE c_stock SET pieces 1"),
  refused(936, "UPDATE c_stock SET pieces ="),
  refused(933, "UPDATE c_stock SET pieces = 1 id = 2"),
  refused(1747, "UPDATE c_stock SET pieces = 1, WHERE id = 2"),
  refused(1767, "UPDATE c_stock SET (name, pieces) = ('a', 1)"),
  refused(936, "UPDATE c_stock SET pieces = 1 WHERE"),
  refused(920, "UPDATE c_stock SET pieces = 1 WHERE id"),
  refused(903, "DELETE"),
  refused(903, "DELETE FROM WHERE id = 1"),
  refused(903, "DELETE * FROM c_stock"),
  refused(933, "DELETE FROM c_stock, c_other"),
  refused(933, "DELETE FROM c_stock LIMIT 1"),
  refused(933, "DELETE FROM c_stock USING c_other"),
  refused(925, "MERGE c_stock s USING c_other o ON (1 = 1) WHEN MATCHED THEN UPDATE SET a = 1"),
  refused(2012, "MERGE INTO c_stock s ON (s.id = 1)"),
  refused(969, "MERGE INTO c_stock s USING c_other o WHEN MATCHED THEN UPDATE SET a = 1"),
  refused(906, "MERGE INTO c_stock s USING c_other o ON s.id = o.id WHEN MATCHED THEN UPDATE SET a = 1"),
  refused(905, "MERGE INTO c_stock s USING c_other o ON (s.id = o.id)"),
  refused(905, "MERGE INTO c_stock s USING c_other o ON (s.id = o.id) WHEN MATCHED UPDATE SET a = 1"),
  refused(905, "MERGE INTO c_stock s USING c_other o ON (s.id = o.id) WHEN MATCHED THEN DELETE"),
  refused(
    926,
    "MERGE INTO c_stock s USING c_other o ON (s.id = o.id) WHEN NOT MATCHED THEN INSERT (a) SELECT 1 FROM dual"
  )
)

const predecessorMerge = topic(
  { source: "documented", reference: "peers 4.3 D5: the predecessor's delta" },
  refused(
    927,
    "MERGE INTO c_stock t USING c_other s ON (t.id = s.id) WHEN MATCHED THEN UPDATE SET WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)"
  ),
  refused(
    927,
    "MERGE INTO c_stock t USING c_other s ON (t.id = s.id) WHEN MATCHED THEN UPDATE SET -- UPDATE SET clause\nWHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)"
  )
)

const transactions = topic(
  { source: "assumed", reference: "transactions and locks", setup: stock },
  ok("COMMIT"),
  ok("COMMIT WORK"),
  ok("COMMIT WRITE BATCH NOWAIT"),
  ok("ROLLBACK"),
  ok("SAVEPOINT before_it"),
  fails(1086, "ROLLBACK TO SAVEPOINT nowhere"),
  ok("SET TRANSACTION READ ONLY"),
  ok("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"),
  ok("SET CONSTRAINTS ALL DEFERRED"),
  ok("SET ROLE ALL"),
  ok("LOCK TABLE c_stock IN EXCLUSIVE MODE NOWAIT"),
  ok("LOCK TABLE c_stock, c_other IN SHARE ROW EXCLUSIVE MODE WAIT 3"),
  ok("LOCK TABLE c_stock IN SHARE MODE"),
  fails(942, "LOCK TABLE c_nothing IN SHARE MODE"),
  refused(2185, "COMMIT TRANSACTION"),
  refused(2185, "COMMIT;"),
  refused(2181, "ROLLBACK TRANSACTION"),
  refused(2182, "SAVEPOINT"),
  refused(2182, "ROLLBACK TO"),
  refused(933, "SAVEPOINT a b"),
  refused(2178, "SET TRANSACTION READ"),
  refused(2179, "SET TRANSACTION ISOLATION LEVEL DIRTY"),
  refused(922, "SET NAMES utf8"),
  refused(905, "SET CONSTRAINTS ALL"),
  refused(905, "LOCK c_stock IN SHARE MODE"),
  refused(1738, "LOCK TABLE c_stock"),
  refused(1738, "LOCK TABLE c_stock s IN SHARE MODE"),
  refused(1737, "LOCK TABLE c_stock IN WRITE MODE"),
  refused(1739, "LOCK TABLE c_stock IN SHARE"),
  refused(6576, "CALL do_it"),
  ok("CALL DBMS_OUTPUT.ENABLE(20000)")
)

/** Changes of rows, and what holds them together. */
export const changeEntries: ReadonlyArray<CorpusEntry> = [
  ...written,
  ...afterAppend,
  ...inserts,
  ...updates,
  ...predecessorMerge,
  ...transactions
]
