import { defineRefusal } from "../refusal.ts"

/** The history in a flashback archive belongs to the old table and cannot follow the name. */
export const historyTracked = defineRefusal({
  code: "OP244",
  slug: "history-tracked",
  title: "The table's history in a flashback archive would be lost",
  severity: "error",
  find: ({ source }) =>
    source.flashbackArchive === null
      ? []
      : [
          {
            what: `${source.owner}.${source.name} is tracked in flashback archive ${source.flashbackArchive}; the history would stay with the retained table (ORA-55610 for some of the DDL).`,
            advice: `Decide about the history first (ALTER TABLE ... NO FLASHBACK ARCHIVE destroys it), or set "enabled": false.`,
            evidence: { archive: source.flashbackArchive }
          }
        ]
})
