import { describe, expect, it } from "vitest"
import { exitCommits } from "../../src/lint/exit-commits.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP742 exit-commits", () => {
  it("fires when several statements change rows", () => {
    const text = script("WHENEVER SQLERROR EXIT 1", "WHENEVER OSERROR EXIT 1 COMMIT", "DELETE t;", "DELETE u;")
    expect(linesBreaking(exitCommits, text)).toEqual([1, 2])
  })

  it("is silent with ROLLBACK, for one change and for DDL", () => {
    const text = script(
      "WHENEVER SQLERROR EXIT 1 ROLLBACK",
      "WHENEVER OSERROR EXIT 1",
      "DELETE t;",
      "DROP TABLE a;",
      "DROP TABLE b;"
    )
    expect(linesBreaking(exitCommits, text)).toEqual([])
  })
})
