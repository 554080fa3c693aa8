import { defineRefusal } from "../refusal.ts"

/** Domain and bitmap join indexes, partial indexes and global range partitions hold facts that the snapshot does not have. */
export const indexNotCarried = defineRefusal({
  code: "OP242",
  slug: "index-not-carried",
  title: "An index cannot be built again from the dictionary's facts",
  severity: "error",
  find: ({ source }) =>
    source.indexes.flatMap((index) => {
      const reason =
        index.type === "domain"
          ? "it is a domain index: composite partitioned tables do not take one (CREATE INDEX)"
          : index.type === "bitmap-join"
            ? "it is a bitmap join index: it would have to name the joined tables"
            : index.type === "other"
              ? "its type is not known to this release"
              : index.isPartial
                ? "it is partial (INDEXING PARTIAL): which partitions it covers would be lost"
                : index.partitioning.type === "global-range"
                  ? "it is partitioned GLOBAL BY RANGE: its bounds are not part of the snapshot"
                  : null
      return reason === null
        ? []
        : [
            {
              subject: `${index.owner}.${index.name}`,
              what: `Index ${index.owner}.${index.name} cannot be carried over: ${reason}.`,
              advice: "Drop the index before the migration and create it on the new table by hand.",
              evidence: { index: index.name, type: index.type }
            }
          ]
    })
})
