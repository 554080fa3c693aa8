import { describe, expect, it } from "vitest"
import { tokenizeSql, withoutComments } from "@orapart/sqlplus"
import { findUnitEnd } from "../src/plsql-structure.ts"

/** What follows the unit's end; null when no end is found. */
const restAfter = (text: string): string | null => {
  const words = withoutComments(tokenizeSql(text))
  const end = findUnitEnd(words)
  return end === null ? null : text.slice(words[end]?.end).trim()
}

const units = [
  "BEGIN NULL; END;",
  "<<b>> BEGIN NULL; END b;",
  "DECLARE x NUMBER := 1; BEGIN x := 2; END;",
  "BEGIN IF a THEN NULL; ELSIF b THEN NULL; ELSE NULL; END IF; END;",
  "BEGIN FOR i IN 1..3 LOOP EXIT WHEN i = 2; END LOOP; WHILE x LOOP NULL; END LOOP; LOOP EXIT; END LOOP l; END;",
  "BEGIN x := CASE WHEN a THEN 1 ELSE 2 END; CASE x WHEN 1 THEN NULL; END CASE; END;",
  "BEGIN DECLARE y DATE; BEGIN NULL; EXCEPTION WHEN OTHERS THEN RAISE; END; END;",
  "DECLARE PROCEDURE p (a NUMBER DEFAULT CASE WHEN 1 IS NULL THEN 1 END); PROCEDURE p (a NUMBER) IS x DATE; BEGIN NULL; END p; FUNCTION f RETURN DATE AS BEGIN RETURN SYSDATE; END; BEGIN p(1); END;",
  "DECLARE CURSOR c IS SELECT 1 AS x FROM dual; TYPE t IS TABLE OF NUMBER; BEGIN NULL; END;",
  "CREATE OR REPLACE PROCEDURE p (a IN OUT NUMBER) AUTHID CURRENT_USER AS BEGIN a := 1; END p;",
  "CREATE PROCEDURE IF NOT EXISTS p IS x NUMBER; BEGIN NULL; END;",
  "DECLARE PROCEDURE p; CURSOR c IS SELECT 1 FROM dual; PROCEDURE p IS BEGIN NULL; END; BEGIN NULL; END;",
  "CREATE FUNCTION f RETURN NUMBER AS LANGUAGE JAVA NAME 'a.b()';",
  "CREATE FUNCTION f RETURN t PIPELINED USING impl;",
  "CREATE PACKAGE p IS PROCEDURE a; FUNCTION b RETURN DATE; c NUMBER; END p;",
  "CREATE OR REPLACE PACKAGE BODY p AS PROCEDURE a IS BEGIN NULL; END; BEGIN a; END p;",
  "CREATE TYPE t AS OBJECT (a NUMBER, MEMBER FUNCTION f RETURN NUMBER);",
  "CREATE OR REPLACE TYPE BODY t AS CONSTRUCTOR FUNCTION t (a NUMBER) RETURN SELF AS RESULT IS BEGIN RETURN; END; MEMBER FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; END;",
  "CREATE TYPE l AS TABLE OF VARCHAR2(10);",
  "CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (new.a IS NULL) BEGIN :new.end := CASE WHEN 1 = 1 THEN 2 END; END;",
  "CREATE TRIGGER g FOR INSERT ON t COMPOUND TRIGGER n NUMBER; BEFORE STATEMENT IS BEGIN n := 0; END BEFORE STATEMENT; AFTER EACH ROW IS x DATE; BEGIN n := n + 1; END AFTER EACH ROW; END g;",
  "CREATE LIBRARY l AS '/opt/l.so';",
  "BEGIN EXECUTE IMMEDIATE q'~CREATE TRIGGER x BEGIN NULL; ~'; END;"
]

describe("findUnitEnd", () => {
  it.each(units)("finds the end of %s", (unit) => {
    expect(restAfter(unit)).toBe("")
  })

  it.each(units)("sees that text goes on after %s", (unit) => {
    expect(restAfter(`${unit}\nBEGIN NULL; END;`)).toBe("BEGIN NULL; END;")
  })

  it.each(["BEGIN NULL;", "DECLARE x NUMBER;", "CREATE PACKAGE p IS a NUMBER;", "BEGIN IF x THEN NULL; END;"])(
    "finds no end in the unfinished %s",
    (text) => {
      expect(restAfter(text)).toBeNull()
    }
  )

  it.each([
    "CREATE JAVA SOURCE NAMED j AS class a { int b; }",
    "CREATE PACKAGE p wrapped a0; b",
    "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual",
    "CREATE VIEW v AS WITH PROCEDURE p IS BEGIN NULL; END; SELECT 1 FROM dual"
  ])("leaves %s alone", (text) => {
    expect(restAfter(text)).toBeNull()
  })
})
