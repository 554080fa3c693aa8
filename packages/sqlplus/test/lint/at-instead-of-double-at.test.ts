import { describe, expect, it } from "vitest"
import { atInsteadOfDoubleAt } from "../../src/lint/at-instead-of-double-at.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP715 at-instead-of-double-at", () => {
  it("fires on @ and START", () => {
    const text = script("@a.sql", "START a.sql")
    expect(linesBreaking(atInsteadOfDoubleAt, text)).toEqual([1, 2])
  })

  it("is silent on paths that are the same from every folder", () => {
    const text = script("@?/rdbms/admin/utlrp", "@/u01/a.sql", "@&path", "@https://db/a.sql", "START C:\\a.sql")
    expect(linesBreaking(atInsteadOfDoubleAt, text)).toEqual([])
  })

  it("is silent on @@ and on a database link", () => {
    const text = script("@@a.sql", "SELECT 1 FROM t@link;")
    expect(linesBreaking(atInsteadOfDoubleAt, text)).toEqual([])
  })
})
