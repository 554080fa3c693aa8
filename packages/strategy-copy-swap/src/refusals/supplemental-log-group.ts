import { defineRefusal } from "../refusal.ts"

/** A named log group cannot be renamed and its name is taken while the old table exists. */
export const supplementalLogGroup = defineRefusal({
  code: "OP247",
  slug: "supplemental-log-group",
  title: "A named supplemental log group cannot be carried over",
  severity: "error",
  find: ({ source }) =>
    source.supplementalLogs
      .filter((log) => log.kind === "named-group")
      .map((log) => ({
        what: `Supplemental log group ${log.groupName ?? "(unnamed)"} of ${source.owner}.${source.name} cannot be carried over: its name is taken as long as the retained table exists.`,
        why: "Replication that relies on the group (GoldenGate, LogMiner) would stop hours later.",
        advice:
          "Replace the group by ADD SUPPLEMENTAL LOG DATA (PRIMARY KEY) COLUMNS, or coordinate it with the replication and drop the group first.",
        evidence: { group: log.groupName, columns: log.columns }
      }))
})
