import { describe, expect, it } from "vitest"
import { gluedWords } from "../../src/lint/glued-words.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP750 glued-words", () => {
  it("fires before BY, after ROW and in PROMPT", () => {
    const text = script(
      "SELECT a FROM tORDER BY a;",
      "ALTER TABLE t ENABLE ROW MOVEMENTPARALLEL 4;",
      "PROMPT creating T_NEWPROMPT done"
    )
    expect(linesBreaking(gluedWords, text)).toEqual([1, 2, 3])
  })

  it("fires in dynamic SQL", () => {
    const text = script(
      "BEGIN",
      "  EXECUTE IMMEDIATE 'CREATE TABLE t (d DATE) TABLESPACE usersPARTITION BY RANGE (d)';",
      "END;",
      "/"
    )
    expect(linesBreaking(gluedWords, text)).toEqual([2])
  })

  it("is silent on the clauses themselves", () => {
    const text = script(
      "SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY c) FROM workorder ORDER BY a;",
      "CREATE TABLE t (d DATE) PARTITION BY RANGE (d) SUBPARTITION BY HASH (d) (PARTITION p VALUES LESS THAN (MAXVALUE));",
      "ALTER TABLE t ENABLE ROW MOVEMENT;",
      "PROMPT the PROMPT command",
      "COMMENT ON TABLE t IS 'usersPARTITION BY';"
    )
    expect(linesBreaking(gluedWords, text)).toEqual([])
  })
})
