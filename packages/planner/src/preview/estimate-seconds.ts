// How long the migration takes, from bytes and assumed rates. The rates are assumptions for one process on ordinary storage, not
// measurements of the user's machine: good for "minutes or hours", and written into the plan's README as such.
import type { PlanSettings, Step, TableModel } from "@orapart/contract"
import { FRESH_INDEX_RATIO, readSizes } from "./estimate-space.ts"

/** Assumed: direct-path INSERT ... SELECT of table data, bytes per second and process. */
export const LOAD_BYTES_PER_SECOND = 40e6

/** Assumed: copy of LOB segments, bytes per second; serial, because DML on LOBs may fall back to one process without notice. */
export const LOB_BYTES_PER_SECOND = 20e6

/** Assumed: index build with its sort, bytes of finished index per second and process. */
export const INDEX_BYTES_PER_SECOND = 30e6

/** Assumed: scan and row hash of the exact comparison, bytes per second and process; both tables are read. */
export const COMPARE_BYTES_PER_SECOND = 25e6

/** Assumed: guards, DDL, statistics bookkeeping and the cutover itself, seconds for a table of any size. */
export const FIXED_SECONDS = 60

/**
 * Seconds for load, index builds and comparison (left out with validate_data false), rounded up; null when the size of the data is
 * unknown. Unknown LOB and index sizes count as 0: the estimate then is too small, and the space basis says what was unknown.
 */
export const estimateSeconds = (
  source: TableModel,
  settings: Pick<PlanSettings, "parallelDegree" | "validateData">
): number | null => {
  const { dataBytes, indexBytes, lobBytes } = readSizes(source)
  if (dataBytes === null) return null
  const degree = Math.max(1, settings.parallelDegree)
  const load = dataBytes / (LOAD_BYTES_PER_SECOND * degree) + (lobBytes ?? 0) / LOB_BYTES_PER_SECOND
  const indexes = ((indexBytes ?? 0) * FRESH_INDEX_RATIO) / (INDEX_BYTES_PER_SECOND * degree)
  const comparison = settings.validateData
    ? (2 * (dataBytes + (lobBytes ?? 0))) / (COMPARE_BYTES_PER_SECOND * degree)
    : 0
  return Math.ceil(FIXED_SECONDS + load + indexes + comparison)
}

/** The seconds of all steps that tell theirs; null when none does. */
export const sumStepSeconds = (steps: ReadonlyArray<Step>): number | null => {
  const known = steps.flatMap((step) => step.estimate.seconds ?? [])
  return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0)
}
