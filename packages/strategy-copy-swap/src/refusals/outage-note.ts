import { defineRefusal } from "../refusal.ts"

/** The price of each way to treat changes during the copy, said before anything runs. */
export const outageNote = defineRefusal({
  code: "OP260",
  slug: "outage-note",
  title: "What the application cannot do during the migration",
  severity: "warning",
  find: ({ source, settings }) =>
    settings.deltaSync === "none"
      ? [
          {
            what: `${source.owner}.${source.name} is READ ONLY from step 10 until the end of step 50: every insert, update and delete gets ORA-12081 (or ORA-14466 on a partitioned table) for as long as the load and the index builds take.`,
            advice: "Plan both masters in one change window, or find a time when nothing writes to the table.",
            evidence: { deltaSync: "none" }
          }
        ]
      : [
          {
            what: `delta_sync "timestamp" finds changes of ${source.owner}.${source.name} by ${settings.deltaColumn ?? "its timestamp column"}: deletes, updates that do not set the column, and rows with an older value are missed.`,
            why: "The exact comparison inside the freeze finds what was missed and stops the cutover; it costs one scan of both tables while the table is READ ONLY.",
            advice: `Use "delta_sync": "none" unless the application only inserts and always sets the column.`,
            evidence: { deltaSync: "timestamp", deltaColumn: settings.deltaColumn }
          }
        ]
})
