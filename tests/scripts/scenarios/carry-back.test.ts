// The undo of a finished cutover: whatever goes wrong while rows are carried back, the application gets its table back.
import { primaryKey } from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { lintSet } from "../lint-set.ts"
import { readFile } from "../script-sets.ts"
import { renderScenario } from "../scenario.ts"

const file = "rollback/50_undo_swap_tables.sql"
const constraints = [primaryKey("ORDERS_PK", "ORDER_ID")]

/** The first handler of all errors with its block: from the freeze to the end. */
const readBlock = (text: string): { readonly work: string; readonly handler: string } => {
  const [, work = "", handler = ""] =
    /READ ONLY';[\s\S]*?END LOOP;\n([\s\S]*?)\n {2}EXCEPTION\n {4}WHEN OTHERS THEN\n([\s\S]*?)\n {2}END;\n/u.exec(
      text
    ) ?? []
  return { work, handler }
}

describe("carrying rows back", async () => {
  const set = await renderScenario({ table: { constraints } })
  const { work, handler } = readBlock(readFile(set, file))

  it("has all of it between the freeze and one handler: changes, comparison, refusal", () => {
    for (const part of [
      "DELETE FROM HR.ORDERS_OLD",
      "INSERT INTO HR.ORDERS_OLD",
      "COMMIT;",
      "SELECT COUNT(*)",
      "OP603 rows-would-be-lost"
    ])
      expect(work).toContain(part)
  })

  it("takes half-done changes back before the first DDL, which would commit them", () => {
    expect(handler.trimStart().startsWith("ROLLBACK;")).toBe(true)
  })

  it("opens the new table first, freezes the old one again, and raises the error", () => {
    const places = ["ALTER TABLE HR.ORDERS READ WRITE", "ALTER TABLE HR.ORDERS_OLD READ ONLY", "RAISE;"].map((part) =>
      handler.indexOf(part)
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
  })

  it("has no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })
})

describe("carrying nothing back", async () => {
  const set = await renderScenario({ table: { constraints, storage: { isReadOnly: true } } })

  it("never opens a table that is READ ONLY anyway, nor the old one", () => {
    const [, first = ""] = /([\s\S]*?)\n-- 2 {2}Names/u.exec(readFile(set, file)) ?? []
    expect(first).toContain("OP603 rows-would-be-lost")
    expect(first).not.toContain("READ WRITE'")
    expect(first).not.toContain("and the table is open")
  })
})
