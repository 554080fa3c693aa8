import { defineRefusal } from "../refusal.ts"

/** The price of delta_sync timestamp, said before anything runs and again in the README of the table. */
export const deltaMissesChanges = defineRefusal({
  code: "OP260",
  slug: "delta-misses-changes",
  title: "delta_sync timestamp misses some changes",
  severity: "warning",
  find: ({ source, settings }) =>
    // A table that is READ ONLY anyway has no writers to miss.
    settings.deltaSync === "none" || source.storage.isReadOnly
      ? []
      : [
          {
            what: `delta_sync "timestamp" finds changes of ${source.owner}.${source.name} by ${settings.deltaColumn ?? "its timestamp column"}: deletes, updates that do not set the column, and rows with an older value are missed.`,
            why: settings.validateData
              ? "The exact comparison inside the freeze finds what was missed and stops the cutover; it costs one scan of both tables while the table is READ ONLY."
              : "validate_data is false: inside the freeze rows are only counted, so a missed update goes unnoticed.",
            advice: `Use "delta_sync": "none" unless the application only inserts and always sets the column.`,
            evidence: {
              deltaSync: settings.deltaSync,
              deltaColumn: settings.deltaColumn,
              validateData: settings.validateData
            }
          }
        ]
})
