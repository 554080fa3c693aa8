// What the user wants an index to be, checked against what Oracle allows. A wish never changes an index in silence.
import type { Finding, IndexModel, MigrationSettings, TableModel } from "@orapart/contract"
import { isPowerOfTwo } from "@orapart/oracle-rules"
import { makeFinding } from "../plan-codes.ts"
import type { IndexLocality } from "./index-locality.ts"

/** One value of `index_overrides`. */
export type IndexOverride = NonNullable<MigrationSettings["index_overrides"]>[string]

const describeOverride = (override: IndexOverride): string =>
  typeof override === "string" ? override : `GLOBAL with ${override.global_hash_partitions} hash partitions`

const explainHash = (index: IndexModel, partitions: number): string | null => {
  if (!Number.isInteger(partitions) || partitions < 2 || !isPowerOfTwo(partitions)) {
    return `${partitions} hash partitions do not spread evenly: the number has to be a power of two from 2 on`
  }
  return (index.keys[0]?.column ?? null) === null
    ? "its first key part is an expression, which cannot be a partitioning key (CREATE INDEX)"
    : null
}

/** Why Oracle refuses the override; null when it takes it. */
const explainOverride = (index: IndexModel, override: IndexOverride, locality: IndexLocality): string | null => {
  if (override === "LOCAL") return locality.localAllowed ? null : locality.localError
  if (!locality.globalAllowed) return locality.globalError
  return override === "GLOBAL" ? null : explainHash(index, override.global_hash_partitions)
}

/** Refuses an override that Oracle would refuse, with its error number; null when it stands. */
export const checkOverride = (
  table: TableModel,
  index: IndexModel,
  override: IndexOverride,
  locality: IndexLocality
): Finding | null => {
  const problem = explainOverride(index, override, locality)
  if (problem === null) return null
  return makeFinding("OP228", {
    subject: `${index.owner}.${index.name}`,
    what: `index_overrides asks for ${index.name} as ${describeOverride(override)}, but ${problem}.`,
    why: "The index would fail to build in step 30, after the load.",
    advice: `Remove ${index.name} from migration_settings.index_overrides: without it the index becomes ${locality.choice}.`,
    evidence: {
      table: `${table.owner}.${table.name}`,
      index: index.name,
      override: describeOverride(override),
      withoutOverride: locality.choice
    }
  })
}

/** Overrides for indexes that the table does not have, all in one finding. */
export const checkOverrideNames = (
  table: TableModel,
  overrides: NonNullable<MigrationSettings["index_overrides"]>,
  known: ReadonlySet<string>
): ReadonlyArray<Finding> => {
  const unknown = Object.keys(overrides).filter((name) => !known.has(name))
  if (unknown.length === 0) return []
  const names = table.indexes.map((index) => index.name).sort()
  return [
    makeFinding("OP227", {
      subject: `${table.owner}.${table.name}`,
      what: `index_overrides names ${unknown.join(", ")}, but ${table.owner}.${table.name} has no such index.`,
      why: "A wish that applies to nothing is most likely a spelling mistake.",
      advice:
        names.length === 0
          ? "The table has no indexes: remove index_overrides."
          : `Its indexes are ${names.join(", ")}.`,
      evidence: { unknown, indexes: names }
    })
  ]
}
