// Every script that orapart generates for the examples and for the set of 1,000 tables. It reads and judges no SQL.
import * as Effect from "effect/Effect"
import { makeBigSet } from "../../bench/thousand-tables.ts"
import { generateScriptSets } from "../../packages/cli/src/index.ts"
import { scriptSets } from "../scripts/script-sets.ts"
import type { Script } from "./generated-statements.ts"

const scriptsOf = (name: string, files: ReadonlyArray<readonly [string, string]>): ReadonlyArray<Script> => {
  const sqlFiles = files.filter(([path]) => path.endsWith(".sql"))
  const byFolder = Map.groupBy(sqlFiles, ([path]) => path.replace(/[^/]*$/, ""))
  return [...byFolder].flatMap(([folder, own]) => {
    const besides = new Map(own.map(([path, text]) => [path.slice(folder.length), text]))
    return own.map(([path, text]) => ({ place: `${name}/${path}`, text, besides }))
  })
}

/** The scripts of every example, masters and rollback scripts among them. */
export const exampleScripts: ReadonlyArray<Script> = scriptSets.flatMap(({ name, files }) =>
  scriptsOf(name, [...files])
)

/** How many tables the big set has. */
export const bigSetTables = 1000

/** The scripts of the big set. Takes seconds, so it is made when it is asked for. */
export const makeBigSetScripts = async (): Promise<ReadonlyArray<Script>> => {
  const { result } = await Effect.runPromise(
    generateScriptSets({ ...makeBigSet(bigSetTables), madeBy: "orapart 0.0.0" })
  )
  if (result === null) throw new Error("the set of 1,000 tables is refused")
  return result.flatMap(({ folder, files }) =>
    scriptsOf(
      `thousand-tables/${folder}`,
      files.map(({ path, text }) => [path, text] as const)
    )
  )
}

/**
 * The text with everything made equal that differs between tables which are alike: the plan's digest becomes a word,
 * and every run of five and more digits becomes zeros. No keyword of the grammar holds such a run, and its lexer takes any digit for any
 * other, so texts of the same shape have the same tokens.
 */
export const shapeOf = (text: string): string => {
  const digest = /'([0-9a-f]{64})'/.exec(text)?.[1] ?? null
  const withoutDigest =
    digest === null ? text : text.replaceAll(digest, "digest").replaceAll(digest.slice(0, 8), "digest")
  return withoutDigest.replace(/\bplan [0-9a-f]{8}\b/g, "plan digest").replace(/[0-9]{5,}/g, "00000")
}

/** The shape of a script together with the settings it calls, because they decide what is substituted. */
export const shapeOfScript = ({ text, besides }: Script): string =>
  shapeOf(`${text}\n${besides.get("_settings.sql") ?? ""}`)
