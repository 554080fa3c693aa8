// Every statement that orapart renders must be one that the sandbox can read: all of them, without exception.
import { describe, expect, it } from "vitest"
import { prepareStatement } from "../../src/sql/index.ts"
import { readGoldenStatements, readStaticTexts } from "./golden-texts.ts"
import { tryParse } from "./tree.ts"

const describeFailure = (sql: string): ReadonlyArray<string> => {
  const outcome = tryParse(sql)
  if (outcome.kind === "ok") return []
  const at = outcome.error.offset ?? 0
  return [`${outcome.error.message.replaceAll("\n", " ")} at >>>${sql.slice(at, at + 60)}<<< of ${sql.slice(0, 80)}`]
}

describe("golden scripts", () => {
  const all = readGoldenStatements()
  const distinct = [...new Set(all)]

  it("are parsed to the last statement, static texts of EXECUTE IMMEDIATE included", () => {
    const outcomes = distinct.map((sql) => tryParse(sql))
    const statics = new Set(
      outcomes.flatMap((outcome) => (outcome.kind === "ok" ? readStaticTexts(outcome.statement) : []))
    )
    const failures = [...distinct, ...statics].flatMap(describeFailure)
    console.log(
      `golden scripts: ${all.length} statements, ${distinct.length} distinct, ${statics.size} static dynamic texts;`,
      `${distinct.length + statics.size - failures.length} of ${distinct.length + statics.size} parsed`
    )
    expect(failures).toEqual([])
    expect(all.length).toBeGreaterThan(3000)
    expect(statics.size).toBeGreaterThan(500)
  })

  it("are prepared with a kind that is known", () => {
    expect(
      distinct.filter((sql) => prepareStatement(sql).kind === "other").map((sql) => sql.split(/\s+/, 2).join(" "))
    ).toSatisfy((verbs: ReadonlyArray<string>) => verbs.every((verb) => verb === "COMMIT" || verb === "ALTER SESSION"))
  })
})
