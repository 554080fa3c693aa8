import { defineRefusal } from "../refusal.ts"

/** Which partitions may not be changed belongs to the old partitions: in the new table every partition is READ WRITE. */
export const partitionReadOnly = defineRefusal({
  code: "OP251",
  slug: "partition-read-only",
  title: "Single partitions are READ ONLY",
  severity: "error",
  find: ({ source }) => {
    // A table that is READ ONLY as a whole stays so: its partitions are no exception.
    if (source.storage.isReadOnly) return []
    const names = (source.partitioning?.partitions ?? [])
      .filter((one) => one.isReadOnly === true)
      .map((one) => one.name)
    return names.length === 0
      ? []
      : [
          {
            what: `${names.length} partition(s) of ${source.owner}.${source.name} are READ ONLY: ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", ..." : ""}. In the new table they would be READ WRITE.`,
            why: "The new partitions have other bounds, so which of them may not be changed is a new decision.",
            advice:
              "Set them READ WRITE before the migration (ALTER TABLE ... MODIFY PARTITION ... READ WRITE) and the new ones READ ONLY after step 65.",
            evidence: { partitions: names }
          }
        ]
  }
})
