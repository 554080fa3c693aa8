// Validation of a thousand tables in one process, with and without a snapshot.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readNode } from "./measure.ts"
import { programOf } from "./places.ts"
import type { Result } from "./result.ts"
import { makeBigSet } from "./thousand-tables.ts"

interface Validation {
  readonly parse: number
  readonly validate: number
}

/** A fresh process per round: the first call is what a user waits for. */
export const measureValidate = (folder: string, rounds: number): ReadonlyArray<Result> => {
  mkdirSync(folder, { recursive: true })
  const { configText, snapshotText } = makeBigSet(1000)
  const [config, snapshot] = [join(folder, "migration_config.json"), join(folder, "schema_snapshot.json")]
  writeFileSync(config, configText)
  writeFileSync(snapshot, snapshotText)
  const measure = (files: ReadonlyArray<string>) =>
    Array.from(
      { length: rounds },
      () => readNode([programOf("validate.mjs"), ...files]) as { readonly first: Validation; readonly warm: Validation }
    )
  const resultsOf = (name: string, files: ReadonlyArray<string>): ReadonlyArray<Result> => {
    const runs = measure(files)
    const result = (what: string, ours: ReadonlyArray<number>, most: number | null): Result => ({
      what: `validate, 1,000 tables, ${name}, ${what}`,
      ours,
      anchor: null,
      most,
      peak: null
    })
    return [
      result(
        "first call, parsing left out",
        runs.map(({ first }) => first.validate),
        null
      ),
      result(
        "warm, parsing left out",
        runs.map(({ warm }) => warm.validate),
        10
      ),
      result(
        "warm, parsing included",
        runs.map(({ warm }) => warm.parse + warm.validate),
        null
      )
    ]
  }
  return [...resultsOf("config alone", [config]), ...resultsOf("with snapshot", [config, snapshot])]
}
