// PL/SQL: blocks, triggers, stored units.
import type { CorpusEntry } from "./corpus-entry.ts"
import { fails, ok, refused, topic } from "./corpus-entry.ts"

const run = topic(
  { source: "assumed", reference: "issue 4, Build 3" },
  ok("BEGIN NULL; END;"),
  ok(
    "DECLARE n NUMBER := 1; s VARCHAR2(10 CHAR); d DATE DEFAULT SYSDATE; b BOOLEAN := TRUE; c CONSTANT PLS_INTEGER := 5; BEGIN n := n + c; s := 'x' || n; b := NOT b AND n > 3; END;"
  ),
  ok(
    "DECLARE v dual.dummy%TYPE; r dual%ROWTYPE; BEGIN SELECT dummy INTO v FROM dual; SELECT * INTO r FROM dual; IF v = r.dummy THEN NULL; ELSIF v IS NULL THEN NULL; ELSE NULL; END IF; END;"
  ),
  ok(
    "<<outer>> DECLARE i PLS_INTEGER; BEGIN <<rows>> FOR i IN REVERSE 1 .. 3 LOOP CONTINUE rows WHEN i = 2; EXIT rows WHEN i = 1; END LOOP rows; WHILE i < 3 LOOP i := i + 1; END LOOP; LOOP EXIT; END LOOP; END outer;"
  ),
  ok(
    "BEGIN FOR r IN (SELECT dummy AS d FROM dual UNION ALL SELECT 'y' FROM dual) LOOP DBMS_OUTPUT.PUT_LINE(r.d); END LOOP; END;"
  ),
  ok(
    "DECLARE CURSOR c (p NUMBER) IS SELECT dummy FROM dual WHERE 1 = p; v VARCHAR2(1); BEGIN OPEN c(1); FETCH c INTO v; IF c%FOUND AND c%ROWCOUNT = 1 THEN NULL; END IF; CLOSE c; FOR x IN c(0) LOOP NULL; END LOOP; END;"
  ),
  ok(
    "DECLARE TYPE t_list IS TABLE OF VARCHAR2(30) INDEX BY PLS_INTEGER; l t_list; BEGIN l(1) := 'a'; l(2) := l(1) || 'b'; IF l.COUNT = 2 AND l.EXISTS(1) THEN l.DELETE(1); END IF; FOR i IN l.FIRST .. l.LAST LOOP NULL; END LOOP; END;"
  ),
  ok(
    "DECLARE TYPE t_row IS RECORD (a NUMBER NOT NULL := 1, b VARCHAR2(5)); TYPE t_rows IS TABLE OF t_row; r t_row; l t_rows := t_rows(); BEGIN r.a := 2; l.EXTEND; l(1) := r; l(1).b := 'x'; END;"
  ),
  ok(
    "DECLARE TYPE t_names IS TABLE OF VARCHAR2(128); l t_names; BEGIN SELECT table_name BULK COLLECT INTO l FROM all_tables WHERE ROWNUM < 3; FORALL i IN 1 .. l.COUNT SAVE EXCEPTIONS UPDATE dual SET dummy = l(i) WHERE 1 = 0; DBMS_OUTPUT.PUT_LINE(SQL%ROWCOUNT || SQL%BULK_ROWCOUNT(1)); END;"
  ),
  ok(
    "DECLARE c SYS_REFCURSOR; v VARCHAR2(1); BEGIN OPEN c FOR 'SELECT dummy FROM dual WHERE 1 = :x' USING 1; FETCH c INTO v; CLOSE c; OPEN c FOR SELECT dummy FROM dual; CLOSE c; END;"
  ),
  ok(
    "DECLARE n NUMBER; BEGIN EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM dual WHERE dummy = :d' INTO n USING IN 'X'; EXECUTE IMMEDIATE 'BEGIN :x := 5; END;' USING OUT n; END;"
  ),
  ok(
    "DECLARE too_bad EXCEPTION; PRAGMA EXCEPTION_INIT(too_bad, -942); BEGIN EXECUTE IMMEDIATE 'DROP TABLE c_nothing'; EXCEPTION WHEN too_bad OR NO_DATA_FOUND THEN NULL; WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(SQLCODE || SQLERRM); RAISE; END;"
  ),
  ok(
    "DECLARE FUNCTION twice (p IN NUMBER DEFAULT 1) RETURN NUMBER IS BEGIN RETURN p * 2; END twice; PROCEDURE show (p VARCHAR2, q OUT NOCOPY NUMBER) IS BEGIN q := twice(p => 3); END; BEGIN NULL; END;"
  ),
  ok("BEGIN CASE 1 WHEN 1 THEN NULL; WHEN 2 THEN NULL; ELSE NULL; END CASE; CASE WHEN 1 = 1 THEN NULL; END CASE; END;"),
  ok("BEGIN :res := CASE :val WHEN 1 THEN 'one' ELSE 'many' END; END;"),
  ok("BEGIN DBMS_STATS.GATHER_TABLE_STATS(ownname => USER, tabname => 'DUAL', cascade => TRUE); END;"),
  ok(
    "DECLARE n NUMBER := 2 ** 3; BEGIN IF n BETWEEN 1 AND 9 AND n IN (8, 9) AND 'abc' LIKE 'a%' THEN COMMIT; END IF; ROLLBACK; SAVEPOINT s; END;"
  ),
  ok(
    "DECLARE PRAGMA AUTONOMOUS_TRANSACTION; d INTERVAL DAY TO SECOND := INTERVAL '1' DAY; SUBTYPE t_small IS PLS_INTEGER RANGE 0 .. 9; s t_small; BEGIN s := 3; END;"
  ),
  fails(6550, "BEGIN no_such_procedure; END;"),
  fails(6550, "DECLARE n NUMBER; BEGIN n := no_such_variable; END;"),
  fails(20001, "BEGIN RAISE_APPLICATION_ERROR(-20001, 'stop'); END;"),
  fails(1403, "DECLARE v VARCHAR2(1); BEGIN SELECT dummy INTO v FROM dual WHERE 1 = 0; END;"),
  fails(1422, "DECLARE v NUMBER; BEGIN SELECT LEVEL INTO v FROM dual CONNECT BY LEVEL < 3; END;"),
  fails(6502, "DECLARE v VARCHAR2(1); BEGIN v := 'ab'; END;"),
  fails(1476, "DECLARE n NUMBER; BEGIN n := 1 / 0; END;"),
  fails(6592, "BEGIN CASE 5 WHEN 1 THEN NULL; END CASE; END;"),
  fails(942, "BEGIN EXECUTE IMMEDIATE 'DROP TABLE c_nothing'; END;"),
  fails(911, "BEGIN EXECUTE IMMEDIATE 'SELECT 1 FROM dual WHERE 1 = ?'; END;")
)

const blockText = topic(
  { source: "assumed", reference: "PL/SQL syntax" },
  refused(6550, "BEGIN END;", "PLS-00103"),
  refused(6550, "BEGIN NULL END;", "PLS-00103"),
  refused(6550, "BEGIN NULL; END", "PLS-00103"),
  refused(6550, "BEGIN NULL;", "PLS-00103"),
  refused(6550, "BEGIN", "PLS-00103"),
  refused(6550, "DECLARE n NUMBER BEGIN NULL; END;", "PLS-00103"),
  refused(6550, "DECLARE BEGIN NULL; END; NULL;", "PLS-00103"),
  refused(6550, "BEGIN IF 1 = 1 NULL; END IF; END;", "PLS-00103"),
  refused(6550, "BEGIN IF 1 = 1 THEN NULL; END; END;", "PLS-00103"),
  refused(6550, "BEGIN IF 1 = 1 THEN NULL; ELSEIF 2 = 2 THEN NULL; END IF; END;", "PLS-00103"),
  refused(6550, "BEGIN FOR i IN 1 TO 3 LOOP NULL; END LOOP; END;", "PLS-00103"),
  refused(6550, "BEGIN FOR i IN 1 .. 3 NULL; END LOOP; END;", "PLS-00103"),
  refused(6550, "BEGIN LOOP NULL; END; END;", "PLS-00103"),
  refused(6550, "BEGIN WHILE TRUE NULL; END LOOP; END;", "PLS-00103"),
  refused(6550, "BEGIN x = 5; END;", "PLS-00103"),
  refused(6550, "BEGIN x := ; END;", "PLS-00103"),
  refused(6550, "BEGIN x := 1 +; END;", "PLS-00103"),
  refused(6550, "BEGIN x := (1 + 2; END;", "PLS-00103"),
  refused(6550, "BEGIN do_it(1,; END;", "PLS-00103"),
  refused(6550, "BEGIN do_it(1; END;", "PLS-00103"),
  refused(6550, "BEGIN CREATE TABLE t (a NUMBER); END;", "PLS-00103"),
  refused(6550, "BEGIN DROP TABLE t; END;", "PLS-00103"),
  refused(6550, "BEGIN TRUNCATE TABLE t; END;", "PLS-00103"),
  refused(6550, "BEGIN ALTER TABLE t READ ONLY; END;", "PLS-00103"),
  refused(6550, "BEGIN EXECUTE 'x'; END;", "PLS-00103"),
  refused(6550, "BEGIN EXECUTE IMMEDIATE; END;", "PLS-00103"),
  refused(6550, "BEGIN RETURN 1 2; END;", "PLS-00103"),
  refused(6550, "BEGIN EXCEPTION WHEN OTHERS THEN NULL; END;", "PLS-00103"),
  refused(6550, "BEGIN NULL; EXCEPTION WHEN OTHERS NULL; END;", "PLS-00103"),
  refused(6550, "BEGIN NULL; EXCEPTION WHEN OTHERS THEN NULL; WHEN NO_DATA_FOUND THEN NULL; END;", "PLS-00370"),
  refused(6550, "DECLARE c CONSTANT NUMBER; BEGIN NULL; END;", "PLS-00322"),
  refused(6550, "DECLARE n NUMBER NOT NULL; BEGIN NULL; END;", "PLS-00218"),
  refused(6550, "DECLARE PROCEDURE p (a VARCHAR2(10)) IS BEGIN NULL; END; BEGIN NULL; END;", "PLS-00103"),
  refused(6550, "DECLARE FUNCTION f IS BEGIN NULL; END; BEGIN NULL; END;", "PLS-00103"),
  refused(6550, "DECLARE PROCEDURE p IS BEGIN NULL; END q; BEGIN NULL; END;", "PLS-00113"),
  refused(6550, "DECLARE s VARCHAR2(10) := 'open; BEGIN NULL; END;", "PLS-00103"),
  refused(6550, "DECLARE TYPE t IS LIST OF NUMBER; BEGIN NULL; END;", "PLS-00103"),
  refused(6550, "BEGIN SELECT dummy FROM dual; END;", "PLS-00428"),
  refused(6550, "BEGIN x := (SELECT dummy FROM dual); END;", "PLS-00103"),
  refused(6550, "BEGIN IF EXISTS (SELECT 1 FROM dual) THEN NULL; END IF; END;", "PLS-00204"),
  refused(6550, "BEGIN IF x IN (SELECT 1 FROM dual) THEN NULL; END IF; END;", "PLS-00405"),
  refused(6550, "BEGIN x := DECODE(1, 1, 2); END;", "PLS-00204"),
  refused(6550, "BEGIN x := COUNT(*); END;", "PLS-00204"),
  refused(6550, "BEGIN IF (a, b) = (1, 2) THEN NULL; END IF; END;", "PLS-00103"),
  refused(6550, "BEGIN SELECT (SELECT dummy INTO y FROM dual) INTO x FROM dual; END;", "ORA-01744"),
  refused(6550, "BEGIN UPDATE t SET a = (SELECT b INTO c FROM u); END;", "ORA-01744"),
  refused(6550, "BEGIN FOR r IN (SELECT dummy INTO x FROM dual) LOOP NULL; END LOOP; END;", "ORA-01744"),
  refused(6550, "BEGIN x := a ? b; END;", "PLS-00103"),
  refused(6550, "BEGIN SELECT 1 + INTO x FROM dual; END;", "ORA-00936"),
  refused(6550, "BEGIN SELECT dummy INTO x FORM dual; END;", "ORA-00923"),
  refused(6550, "BEGIN INSERT INTO t (a) VALUES (1; END;", "ORA-00917"),
  refused(6550, "BEGIN UPDATE t SET a 1; END;", "ORA-00927"),
  refused(6550, "BEGIN DELETE FROM t WHERE; END;", "ORA-00936"),
  refused(6550, "BEGIN DELETE FROM t LIMIT 5; END;", "ORA-00933"),
  refused(3001, "BEGIN GOTO done; <<done>> NULL; END;"),
  refused(3001, "DECLARE a XMLTYPE; BEGIN NULL; END;")
)

const stored = topic(
  { source: "assumed", reference: "triggers and units", setup: ["CREATE TABLE c_trg (id NUMBER, changed DATE)"] },
  ok(
    "CREATE OR REPLACE TRIGGER c_t1 BEFORE INSERT OR UPDATE OF id, changed ON c_trg FOR EACH ROW BEGIN :NEW.changed := SYSDATE; IF UPDATING('ID') AND :OLD.id <> :NEW.id THEN RAISE_APPLICATION_ERROR(-20001, 'no'); END IF; END;"
  ),
  ok(
    "CREATE TRIGGER c_t2 AFTER DELETE ON c_trg REFERENCING OLD AS o NEW AS n FOR EACH ROW DISABLE WHEN (o.id > 5) DECLARE n NUMBER; BEGIN n := 1; END;"
  ),
  ok("CREATE TRIGGER c_t3 AFTER INSERT ON c_trg DISABLE CALL do_it(USER)"),
  ok(
    "CREATE TRIGGER c_t4 FOR INSERT ON c_trg COMPOUND TRIGGER n PLS_INTEGER := 0; AFTER EACH ROW IS BEGIN n := n + 1; END AFTER EACH ROW; AFTER STATEMENT IS BEGIN NULL; END AFTER STATEMENT; END c_t4;"
  ),
  ok(
    "CREATE OR REPLACE PROCEDURE c_p (a IN NUMBER, b OUT VARCHAR2) AUTHID CURRENT_USER AS n NUMBER; BEGIN n := a; b := n; END c_p;"
  ),
  ok("CREATE OR REPLACE FUNCTION c_f RETURN NUMBER DETERMINISTIC IS BEGIN RETURN 1; END;"),
  ok("CREATE OR REPLACE PACKAGE c_pkg AS PROCEDURE p; END;"),
  ok("ALTER TRIGGER c_t1 DISABLE"),
  ok("ALTER TRIGGER c_t1 RENAME TO c_t9"),
  ok("ALTER PROCEDURE c_p COMPILE"),
  ok("ALTER PACKAGE c_pkg COMPILE BODY"),
  ok("CREATE OR REPLACE TRIGGER c_broken BEFORE INSERT ON c_trg BEGIN x := ; END;"),
  ok("CREATE OR REPLACE PROCEDURE c_broken2 IS BEGIN NULL END;"),
  refused(4070, "CREATE TRIGGER 1 BEFORE INSERT ON c_trg BEGIN NULL; END;"),
  refused(4071, "CREATE TRIGGER c_t INSERT ON c_trg BEGIN NULL; END;"),
  refused(4079, "CREATE TRIGGER c_t BEFORE CHANGE ON c_trg BEGIN NULL; END;"),
  refused(969, "CREATE TRIGGER c_t BEFORE INSERT c_trg BEGIN NULL; END;"),
  refused(4077, "CREATE TRIGGER c_t BEFORE INSERT ON c_trg WHEN (new.id > 5) BEGIN NULL; END;"),
  refused(4079, "CREATE TRIGGER c_t BEFORE INSERT ON c_trg"),
  refused(4074, "CREATE TRIGGER c_t BEFORE INSERT ON c_trg REFERENCING x FOR EACH ROW BEGIN NULL; END;"),
  refused(4050, "CREATE PROCEDURE 1 IS BEGIN NULL; END;"),
  refused(922, "ALTER TRIGGER c_t1 STOP"),
  refused(3001, "CREATE TRIGGER c_t AFTER LOGON ON DATABASE BEGIN NULL; END;"),
  refused(3001, "CREATE TRIGGER c_t BEFORE INSERT ON c_trg BEGIN GOTO done; END;")
)

/** PL/SQL. */
export const blockEntries: ReadonlyArray<CorpusEntry> = [...run, ...blockText, ...stored]
