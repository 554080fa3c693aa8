import { describe, expect, it } from "vitest"
import type { FindScript } from "@orapart/sqlplus"
import { scriptMissing } from "../../src/lint/script-missing.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

const findScript: FindScript = ({ verb, file }) => {
  if (file === "there") return { file: "there.sql", text: "COMMIT;\n" }
  return verb === "@@" && file === "nowhere.sql" ? "missing" : null
}

describe("OP755 script-missing", () => {
  it("fires on a call that leads nowhere", () => {
    const text = script("@@there", "@@nowhere.sql")
    expect(linesBreaking(scriptMissing, text, { findScript })).toEqual([2])
  })

  it("is silent on @, which also looks in SQLPATH, on computed names and on absolute paths", () => {
    const text = script("@nowhere.sql", "@@&v", "@@/u01/x.sql", "@@?/rdbms/admin/x.sql")
    expect(linesBreaking(scriptMissing, text, { findScript })).toEqual([])
  })
})
