// The findings about examples/refused, byte for byte, and that every reason to refuse a table has a table there.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { actionCodes } from "../../packages/oracle-rules/src/index.ts"
import { plannerCodes } from "../../packages/planner/src/index.ts"
import { refusalCodes } from "../../packages/strategy-copy-swap/src/index.ts"
import { exampleFolder } from "./golden-files.ts"
import { judgeRefused, writeFindings } from "./refused-findings.ts"

const isUpdating = process.env["ORAPART_UPDATE_GOLDEN"] === "1" && process.env["CI"] === undefined
const file = join(exampleFolder("refused"), "findings.txt")
const judged = await judgeRefused()

describe("examples/refused", () => {
  it("has the expected findings, byte for byte", () => {
    const text = writeFindings(judged)
    if (isUpdating) writeFileSync(file, text)
    expect(readFileSync(file, "utf8")).toBe(text)
  })

  it.for(judged)("refuses $refused.table.name with exactly its codes", ({ refused, findings, isPlanned }) => {
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(refused.codes)
    expect(isPlanned).toBe(false)
  })

  it.for(judged)("says of $refused.table.name what to do about it", ({ findings }) => {
    expect(findings.filter(({ advice }) => advice === "").map(({ code }) => code)).toEqual([])
  })

  it("has a table for each refusal of strategy, planner and actions that depends on what a table is or has", () => {
    // These depend on the config's wishes, on the snapshot as a whole or on plugins, whatever the table is.
    const elsewhere = [
      "OP206",
      "OP220",
      "OP221",
      "OP222",
      "OP223",
      "OP224",
      "OP227",
      "OP228",
      "OP234",
      "OP235",
      "OP236",
      "OP520"
    ]
    const errors = [...refusalCodes, ...plannerCodes, ...actionCodes]
      .filter(({ severity }) => severity === "error")
      .map(({ code }) => code)
    const fired = new Set(judged.flatMap(({ findings }) => findings.map(({ code }) => code)))
    expect(errors.filter((code) => !fired.has(code)).toSorted()).toEqual(elsewhere)
  })
})
