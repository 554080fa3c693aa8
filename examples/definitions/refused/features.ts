// Indexes, policies, triggers, logs and properties that copy_swap does not carry: one table each.
import { column, index, supplementalLog, trigger, vpdPolicy } from "@orapart/testkit/builders"
import type { TableModel } from "@orapart/testkit/builders"
import { values } from "../column-facts.ts"
import type { RefusedTable } from "./refused-table.ts"
import { refusedTable } from "./refused-table.ts"

const note = column("NOTE VARCHAR2(200)", { statistics: values(9_000) })

const indexed = (
  name: string,
  feature: string,
  given: Parameters<typeof index>[2],
  codes: ReadonlyArray<string>
): RefusedTable =>
  refusedTable({ name, feature, codes, columns: [note], table: { indexes: [index(`${name}_IX`, "NOTE", given)] } })

const indexes = [
  indexed("DOMAIN_INDEX", "a domain index (Text, spatial, JSON search)", { type: "domain" }, ["OP123", "OP229", "OP242"]),
  indexed("BITMAP_JOIN_INDEX", "a bitmap join index", { type: "bitmap-join" }, ["OP123", "OP242"]),
  indexed("OTHER_INDEX", "an index of a type that this release does not know", { type: "other" }, ["OP123", "OP242"]),
  indexed("PARTIAL_INDEX", "an index with INDEXING PARTIAL", { isPartial: true }, ["OP242"]),
  indexed("GLOBAL_RANGE_INDEX", "an index GLOBAL PARTITION BY RANGE", { partitioning: { type: "global-range", columns: ["NOTE"] } }, ["OP242"])
]

const watched = (kind: TableModel["policies"][number]["kind"], feature: string): RefusedTable =>
  refusedTable({
    name: `${kind.replaceAll("-", "_").toUpperCase()}_POLICY`,
    feature,
    codes: ["OP245"],
    table: { policies: [{ kind, name: "P1", isEnabled: true, vpd: null }] }
  })

const policies = [
  watched("fga", "a fine-grained audit policy"),
  watched("redaction", "a redaction policy"),
  watched("label-security", "a Label Security policy"),
  watched("audit", "an audit policy on the table"),
  refusedTable({
    name: "POLICY_GROUP",
    feature: "a VPD policy of a group",
    codes: ["OP245"],
    table: { policies: [vpdPolicy("P1", { function: "F", group: "REGIONS" })] }
  })
]

const attachments = [
  refusedTable({
    name: "MATERIALIZED_VIEW_LOG",
    feature: "a materialized view log",
    codes: ["OP243"],
    table: { hasMaterializedViewLog: true }
  }),
  refusedTable({
    name: "FLASHBACK_ARCHIVE",
    feature: "a flashback archive",
    codes: ["OP244"],
    table: { flashbackArchive: "FDA_1Y" }
  }),
  refusedTable({
    name: "CROSS_EDITION_TRIGGER",
    feature: "a cross-edition trigger",
    codes: ["OP246"],
    table: {
      triggers: [
        trigger("UPGRADE_REVERSE", {
          isCrossEdition: true,
          ordering: [{ type: "PRECEDES", owner: "HR", name: "UPGRADE_FORWARD" }]
        })
      ]
    }
  }),
  refusedTable({
    name: "NAMED_LOG_GROUP",
    feature: "a named supplemental log group",
    codes: ["OP247"],
    table: {
      supplementalLogs: [supplementalLog({ kind: "named-group", groupName: "GG_1", columns: ["ID"], isAlways: false })]
    }
  })
]

const properties = [
  refusedTable({ name: "INMEMORY_TABLE", feature: "INMEMORY", codes: ["OP248"], table: { storage: { isInMemory: true } } }),
  refusedTable({
    name: "CLUSTERING_TABLE",
    feature: "attribute clustering",
    codes: ["OP248"],
    table: { storage: { hasClustering: true } }
  }),
  refusedTable({
    name: "LINE_BREAK_IN_NAME",
    feature: "a line break or other control character in a name",
    codes: ["OP250"],
    columns: [{ ...column("X NUMBER"), name: "two\nlines" }]
  })
]

const timestamp = { delta_sync: "timestamp", delta_column: "CREATED_AT" } as const

const deltas = [
  refusedTable({
    name: "DELTA_WITHOUT_KEY",
    feature: `delta_sync "timestamp" without a key whose columns are NOT NULL`,
    codes: ["OP249"],
    table: { constraints: [] },
    settings: timestamp
  }),
  refusedTable({
    name: "DELTA_WITHOUT_COLUMN",
    feature: `delta_sync "timestamp" by a column that is no DATE or TIMESTAMP`,
    codes: ["OP160", "OP249"],
    columns: [note],
    settings: { ...timestamp, delta_column: "NOTE" }
  })
]

/** Indexes, policies, what hangs on the table, properties, the delta. */
export const refusedFeatures: ReadonlyArray<RefusedTable> = [
  ...indexes,
  ...policies,
  ...attachments,
  ...properties,
  ...deltas
]
