import { defineRefusal } from "../refusal.ts"

/** RENAME of a table with a materialized view log raises ORA-26563. */
export const materializedViewLog = defineRefusal({
  code: "OP243",
  slug: "materialized-view-log",
  title: "A materialized view log forbids the rename",
  severity: "error",
  find: ({ source }) =>
    source.hasMaterializedViewLog
      ? [
          {
            what: `${source.owner}.${source.name} has a materialized view log, and a table with a log cannot be renamed (ORA-26563).`,
            advice: `Drop the log before the migration (DROP MATERIALIZED VIEW LOG ON ...), create it again afterwards and refresh its materialized views completely.`,
            evidence: {}
          }
        ]
      : []
})
