import { defineRefusal } from "../refusal.ts"

/** Only heap tables can be copied and swapped: the others are built, stored or owned by something else. */
export const tableKindNotCarried = defineRefusal({
  code: "OP240",
  slug: "table-kind-not-carried",
  title: "The table is of a kind that copy_swap cannot move",
  severity: "error",
  find: ({ source }) =>
    source.kind === "heap"
      ? []
      : [
          {
            what: `${source.owner}.${source.name} is a table of kind ${source.kind}; copy_swap moves heap tables only.`,
            why: "Partitioning an index-organized, clustered, temporary, external or container table follows other rules (CREATE TABLE, partitioning restrictions).",
            advice: `Set "enabled": false for this table.`,
            evidence: { kind: source.kind }
          }
        ]
})
