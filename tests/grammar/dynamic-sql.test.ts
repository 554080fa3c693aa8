import { describe, expect, it } from "vitest"
import { findDynamicSql } from "./dynamic-sql.ts"

const textsOf = (block: string) => findDynamicSql(block).map(({ texts }) => texts)

describe("the dynamic SQL of a block", () => {
  it("is a literal, doubled quotes made single", () => {
    expect(textsOf("BEGIN EXECUTE IMMEDIATE 'COMMENT ON TABLE T IS ''it'''; END;")).toEqual([
      ["COMMENT ON TABLE T IS 'it'"]
    ])
  })

  it("is what literals and characters give together, up to INTO and USING", () => {
    const block = "BEGIN EXECUTE IMMEDIATE 'SELECT 1' || CHR(10) || q'~FROM dual~' INTO a USING b; END;"
    expect(textsOf(block)).toEqual([["SELECT 1\nFROM dual"]])
  })

  it("has a name for a quoted name and a number for a number in text", () => {
    const block =
      "BEGIN EXECUTE IMMEDIATE 'DROP INDEX ' || DBMS_ASSERT.ENQUOTE_NAME(f(1), FALSE) || TO_CHAR(n, 'TM9'); END;"
    expect(textsOf(block)).toEqual([['DROP INDEX "A name"1']])
  })

  it("has every branch of a CASE and every value of a variable", () => {
    const block = `DECLARE l_view VARCHAR2(9) := CASE WHEN USER = 'A' THEN 'all_x' ELSE 'dba_x' END;
      BEGIN IF a THEN l_view := 'user_x'; END IF; EXECUTE IMMEDIATE 'SELECT 1 FROM ' || l_view; END;`
    expect(textsOf(block)).toEqual([["SELECT 1 FROM all_x", "SELECT 1 FROM dba_x", "SELECT 1 FROM user_x"]])
  })

  it("is what the callers give to a local procedure that runs its parameter", () => {
    const block = `DECLARE
      PROCEDURE run (p_text IN VARCHAR2) IS BEGIN EXECUTE IMMEDIATE p_text; END run;
    BEGIN run('DROP TABLE A'); run('DROP TABLE ' || 'B'); END;`
    expect(textsOf(block)).toEqual([["DROP TABLE A"], ["DROP TABLE B"]])
  })

  it("is unknown when a query fills the variable, when a function gives it, and when a package runs it", () => {
    expect(textsOf("BEGIN SELECT a INTO l_text FROM t; EXECUTE IMMEDIATE l_text; END;")).toEqual([null])
    expect(textsOf("BEGIN l_text := 'A'; SELECT a, b INTO x, l_text FROM t; EXECUTE IMMEDIATE l_text; END;")).toEqual([
      null
    ])
    expect(textsOf("BEGIN EXECUTE IMMEDIATE make_text(1); END;")).toEqual([null])
    expect(textsOf("BEGIN EXECUTE IMMEDIATE 'A' + 'B'; END;")).toEqual([null])
    expect(textsOf("BEGIN DBMS_UTILITY.EXEC_DDL_STATEMENT('DROP TABLE A'); END;")).toEqual([null])
  })

  it("is found at its line, and OPEN for a query is none", () => {
    expect(findDynamicSql("BEGIN\n  OPEN c FOR SELECT 1 FROM dual;\n  OPEN c FOR 'SELECT 2 FROM dual';\nEND;")).toEqual(
      [{ line: 3, texts: ["SELECT 2 FROM dual"] }]
    )
  })
})
