// Step 70: the point of no return. No master calls it.
import type { Step } from "@orapart/contract"
import type { Migration } from "../migration.ts"
import { asData } from "../plan-data.ts"

/** Step 70 of the reference. */
export const planDropOldTable = (migration: Migration): Step => ({
  id: "drop-old-table",
  number: 70,
  file: "70_drop_old_table.sql",
  phase: "cleanup",
  title: `Drop the retained table ${migration.retained}: point of no return`,
  why: "the old rows take space and the reverse capture costs every change a little; both end here",
  does: `drops ${migration.retained}, the reverse capture and the ledger, after ${migration.settings.dropOldAfterDays} day(s) and only when the caller names the table`,
  apply: {
    template: "core:70_drop_old_table.sql",
    data: {
      retentionDays: migration.settings.dropOldAfterDays,
      capture: migration.capture === null ? null : asData(migration.capture)
    }
  },
  revert: {
    kind: "impossible",
    reason:
      "a dropped table comes back from the recycle bin at best, without the names of its indexes and without foreign keys",
    advice: "take a backup before; FLASHBACK TABLE ... TO BEFORE DROP is the last resort while the recycle bin holds it"
  },
  restart: "run-again",
  locks: [{ object: migration.retained, mode: "exclusive", duration: "while it is dropped" }],
  needs: "owner, or DROP ANY TABLE; DEFINE orapart_confirm_drop with the table's name; a fresh backup",
  estimate: { seconds: 5, bytes: null },
  master: null
})
