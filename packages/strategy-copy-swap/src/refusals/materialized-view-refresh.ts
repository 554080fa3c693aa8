import { defineRefusal } from "../refusal.ts"

/** Materialized views follow the name but are invalid after the rename; only a complete refresh brings them back. */
export const materializedViewRefresh = defineRefusal({
  code: "OP262",
  slug: "materialized-view-refresh",
  title: "Materialized views need a complete refresh",
  severity: "warning",
  find: ({ source }) =>
    source.materializedViews.length === 0
      ? []
      : [
          {
            what: `${source.materializedViews.map((view) => `${view.owner}.${view.name}`).join(", ")} read ${source.owner}.${source.name}; step 60 refreshes them completely.`,
            advice: "Allow for the time of these refreshes after the cutover.",
            evidence: { materializedViews: source.materializedViews.map((view) => `${view.owner}.${view.name}`) }
          }
        ]
})
