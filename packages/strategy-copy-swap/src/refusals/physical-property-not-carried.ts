import { defineRefusal } from "../refusal.ts"

/** Properties whose details the snapshot does not hold. */
export const physicalPropertyNotCarried = defineRefusal({
  code: "OP248",
  slug: "physical-property-not-carried",
  title: "A physical property of the table cannot be carried over",
  severity: "error",
  find: ({ source }) =>
    [
      { isSet: source.storage.isInMemory, name: "INMEMORY", undo: "ALTER TABLE ... NO INMEMORY" },
      { isSet: source.storage.hasClustering, name: "attribute clustering", undo: "ALTER TABLE ... DROP CLUSTERING" }
    ]
      .filter((property) => property.isSet)
      .map((property) => ({
        what: `${source.owner}.${source.name} has ${property.name}; its details are not part of the snapshot, so the new table would be without it.`,
        advice: `Take it off before the migration (${property.undo}) and set it on the new table afterwards.`,
        evidence: { property: property.name }
      }))
})
