// Codes and ORA numbers belong together: ORA-20401 says OP401, and every code that a script can say is in the list.
import { describe, expect, it } from "vitest"
import { scriptCodes } from "../../packages/strategy-copy-swap/src/index.ts"
import { renderScenario } from "./scenario.ts"
import { scriptSets, sqlFiles } from "./script-sets.ts"

const slugs = new Map(scriptCodes.map(({ code, slug }) => [code, slug]))

/** The statement from RAISE_APPLICATION_ERROR( to its semicolon at a line's end. */
const readRaises = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/RAISE_APPLICATION_ERROR\([\s\S]*?\);$/gmu)].map(([statement]) => statement)

describe.for(scriptSets)("the scripts of $name", (set) => {
  it("raise each error number with the code and the slug that belong to it", () => {
    const raises = sqlFiles(set).flatMap(([path, text]) => readRaises(text).map((statement) => ({ path, statement })))
    expect(raises.length).toBeGreaterThan(50)
    for (const { path, statement } of raises) {
      const number = /^RAISE_APPLICATION_ERROR\(-20(\d{3}),/u.exec(statement)?.[1]
      expect(statement, `${path}: ${statement}`).toMatch(
        new RegExp(`'OP${number} ${slugs.get(`OP${number}`) ?? "unlisted"}: `, "u")
      )
    }
  })

  it("name no code that is not listed, and each with its slug", () => {
    const named = sqlFiles(set).flatMap(([path, text]) =>
      [...text.matchAll(/\b(OP\d{3})(?: ([a-z][a-z-]+))?/gu)].map(([, code = "", slug]) => ({ path, code, slug }))
    )
    for (const { path, code, slug } of named) {
      expect([...slugs.keys()], path).toContain(code)
      if (slug !== undefined) expect(slug, `${path} ${code}`).toBe(slugs.get(code))
    }
  })
})

describe("the listed codes", () => {
  it("are all said by some script", async () => {
    // No example has a key that may be NULL.
    const nullable = await renderScenario({ table: { columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE"] } })
    const texts = [...scriptSets, nullable].flatMap((set) => sqlFiles(set).map(([, text]) => text)).join("\n")
    expect(scriptCodes.map(({ code }) => code).filter((code) => !texts.includes(code))).toEqual([])
  })
})
