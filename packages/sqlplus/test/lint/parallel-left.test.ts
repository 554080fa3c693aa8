import { describe, expect, it } from "vitest"
import { parallelLeft } from "../../src/lint/parallel-left.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP753 parallel-left", () => {
  it("fires on indexes, copies, rebuilds and a second FORCE", () => {
    const text = script(
      "CREATE UNIQUE INDEX i ON t (a) PARALLEL;",
      "CREATE TABLE c PARALLEL 4 AS SELECT * FROM t;",
      "ALTER INDEX j REBUILD PARALLEL 4;",
      "ALTER SESSION FORCE PARALLEL DML PARALLEL 4;",
      "ALTER SESSION FORCE PARALLEL DML PARALLEL 1;"
    )
    expect(linesBreaking(parallelLeft, text)).toEqual([1, 2, 3, 5])
  })

  it("is silent when it is taken back", () => {
    const text = script(
      "CREATE INDEX app.i ON t (a) PARALLEL 8;",
      "ALTER INDEX app.I NOPARALLEL;",
      "ALTER TABLE m MOVE PARALLEL 4;",
      "ALTER TABLE m PARALLEL 1;",
      "CREATE TABLE c PARALLEL 4 AS SELECT 1 a FROM dual;",
      "DROP TABLE c;",
      "ALTER SESSION FORCE PARALLEL DDL;",
      "ALTER SESSION DISABLE PARALLEL DDL;",
      "ALTER SESSION FORCE PARALLEL DDL;"
    )
    expect(linesBreaking(parallelLeft, text)).toEqual([])
  })

  it("is silent on a table that is given a degree on purpose and on hints", () => {
    const text = script(
      "CREATE TABLE t (a NUMBER) PARALLEL 4;",
      "INSERT /*+ PARALLEL(t 4) */ INTO t SELECT * FROM u;",
      'CREATE INDEX i ON t ("PARALLEL");'
    )
    expect(linesBreaking(parallelLeft, text)).toEqual([])
  })
})
