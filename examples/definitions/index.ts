// All examples. Their snapshots, and the configs that are not written by hand, are made from these definitions.
import { hardNames } from "./hard-names.ts"
import { hardTable } from "./hard-table/index.ts"
import { hr } from "./hr/index.ts"
import { intervalToIntervalHash } from "./interval-to-interval-hash.ts"
import { minimal } from "./minimal.ts"
import { mixedScenarios } from "./mixed/index.ts"
import { nonpartitionedToIntervalHash } from "./nonpartitioned-to-interval-hash.ts"
import { plan } from "./plan.ts"
import { refused } from "./refused/index.ts"
import type { Example } from "./example.ts"
import { formatJson } from "./format-json.ts"

export type { Example } from "./example.ts"
export { refusedTables } from "./refused/index.ts"
export type { RefusedTable } from "./refused/index.ts"

/** Every example, by folder name. */
export const examples: ReadonlyArray<Example> = [
  hardNames,
  hardTable,
  hr,
  intervalToIntervalHash,
  minimal,
  mixedScenarios,
  nonpartitionedToIntervalHash,
  plan
]

/** Examples whose tables are all refused: they have findings instead of script sets. */
export const refusedExamples: ReadonlyArray<Example> = [refused]

/** The files that are written for an example: path relative to the examples folder, and text. */
export const exampleFiles = ({
  folder,
  snapshot,
  config
}: Example): ReadonlyArray<{ readonly path: string; readonly text: string }> => [
  { path: `${folder}/schema_snapshot.json`, text: formatJson(snapshot) },
  ...(config === null ? [] : [{ path: `${folder}/migration_config.json`, text: formatJson(config) }])
]
