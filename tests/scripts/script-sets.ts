// The script sets of all examples, made once for every test of this project. It judges nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import type { MigrationPlan } from "../../packages/contract/src/index.ts"
import { generateScriptSets } from "../../packages/cli/src/index.ts"

/** One rendered set: `hr/HR_ORDERS` with its plan and its files by path. */
export interface ScriptSet {
  readonly name: string
  readonly folder: string
  readonly plan: MigrationPlan
  readonly files: ReadonlyMap<string, string>
}

const examples = fileURLToPath(new URL("../../examples/", import.meta.url))

/** Names of the examples: the folders that hold a config, but for that of refused tables, which has findings and no scripts. */
export const exampleNames: ReadonlyArray<string> = readdirSync(examples)
  .filter((name) => existsSync(join(examples, name, "migration_config.json")) && name !== "refused")
  .toSorted()

const readExample = (name: string, file: string): string => readFileSync(join(examples, name, file), "utf8")

/** Makes the sets of one example. Fails with the findings when one of its tables is refused. */
export const renderExample = async (name: string): Promise<ReadonlyArray<ScriptSet>> => {
  const { findings, result } = await Effect.runPromise(
    generateScriptSets({
      configText: readExample(name, "migration_config.json"),
      snapshotText: readExample(name, "schema_snapshot.json"),
      madeBy: "orapart 0.0.0"
    })
  )
  if (result === null)
    throw new Error(`examples/${name}: ${findings.map(({ code, what }) => `${code} ${what}`).join("; ")}`)
  return result.map(({ folder, files }) => {
    const texts = new Map(files.map(({ path, text }) => [path, text]))
    return {
      name: `${name}/${folder}`,
      folder,
      plan: JSON.parse(texts.get("plan.json") ?? "null") as MigrationPlan,
      files: texts
    }
  })
}

/** Every set of every example. */
export const scriptSets: ReadonlyArray<ScriptSet> = (await Promise.all(exampleNames.map(renderExample))).flat()

/** The set with this name; throws when there is none, so that a test cannot pass by finding nothing. */
export const findSet = (name: string): ScriptSet => {
  const found = scriptSets.find((set) => set.name === name)
  if (found === undefined)
    throw new Error(`there is no script set ${name}; there are ${scriptSets.map((set) => set.name).join(", ")}`)
  return found
}

/** The text of a file of a set; throws when it is not there. */
export const readFile = (set: ScriptSet, path: string): string => {
  const text = set.files.get(path)
  if (text === undefined) throw new Error(`${set.name} has no ${path}`)
  return text
}

/** The SQL files of a set: path and text. */
export const sqlFiles = (set: ScriptSet): ReadonlyArray<readonly [string, string]> =>
  [...set.files].filter(([path]) => path.endsWith(".sql"))

/** Path of a file that a script calls with @@: it lies beside the caller. */
export const besideCaller = (caller: string, called: string): string => caller.replace(/[^/]*$/, "") + called
