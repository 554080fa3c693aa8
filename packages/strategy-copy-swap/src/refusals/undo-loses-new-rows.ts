import { deltaKey } from "../delta-key.ts"
import { defineRefusal } from "../refusal.ts"

/** Rows written after the cutover come back with the undo only when they can be found by a key. */
export const undoLosesNewRows = defineRefusal({
  code: "OP263",
  slug: "undo-loses-new-rows",
  title: "The undo after the cutover cannot carry new rows back",
  severity: "warning",
  find: ({ source }) =>
    deltaKey(source) === null && !source.storage.isReadOnly
      ? [
          {
            what: `${source.owner}.${source.name} has no key whose columns are NOT NULL: changes made after the cutover cannot be captured for the way back.`,
            why: "The undo of step 50 compares both tables and refuses as long as they differ.",
            advice: "Verify before you open the table to the application, or add a primary key first.",
            evidence: {}
          }
        ]
      : []
})
