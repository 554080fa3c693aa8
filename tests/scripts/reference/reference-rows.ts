// The whole sequence of a set, for a plan without a delta: `delta_sync` none.
import type { ScriptSet } from "../script-sets.ts"
import { cutoverRows } from "./cutover-rows.ts"
import { prepareRows } from "./prepare-rows.ts"
import { describeSubject } from "./reference-row.ts"
import type { ReferenceRow } from "./reference-row.ts"
import { swapRows } from "./swap-rows.ts"

/** The rows in order. */
export const referenceRows = (set: ScriptSet): ReadonlyArray<ReferenceRow> => {
  const subject = describeSubject(set)
  return [...prepareRows(subject), ...cutoverRows(subject), ...swapRows(subject)]
}
