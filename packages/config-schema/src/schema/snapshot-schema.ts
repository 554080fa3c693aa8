// JSON Schema of schema_snapshot.json: the contract's SchemaSnapshot. Compiled at build to generated/validate-snapshot.js.
import type { DatabaseInfo, JsonSchema, OracleVersion, SchemaSnapshot, TableModel, UsedNames } from "@orapart/contract"
import {
  dependentSchema,
  grantSchema,
  materializedViewSchema,
  policySchema,
  supplementalLogSchema,
  synonymSchema,
  triggerSchema
} from "./snapshot/attachment-schema.ts"
import { columnSchema, identitySchema } from "./snapshot/column-schema.ts"
import { childForeignKeySchema, constraintSchema } from "./snapshot/constraint-schema.ts"
import { indexSchema, lobSchema } from "./snapshot/index-schema.ts"
import { partitioningSchema } from "./snapshot/partitioning-schema.ts"
import {
  count,
  countOrNull,
  flag,
  flagOrNull,
  listOf,
  oneOfTexts,
  orNull,
  recordOf,
  text,
  textOrNull,
  texts
} from "./snapshot/schema-parts.ts"
import { segmentSizesSchema, statisticsSchema, storageSchema } from "./snapshot/storage-schema.ts"

/** Where the snapshot's schema is published; `$schema` of a written snapshot. */
export const snapshotSchemaUrl = "https://unpkg.com/@orapart/config-schema/schema/schema-snapshot.schema.json"

/** The format number that this version reads. */
export const supportedSnapshotVersion = 1

const coverage = oneOfTexts("dba", "all-partial", "none")

const databaseSchema = recordOf<DatabaseInfo>({
  version: orNull(recordOf<OracleVersion>({ major: count, minor: count })),
  compatible: textOrNull,
  characterSet: textOrNull,
  partitioningOption: flagOrNull,
  forceLogging: flagOrNull,
  standby: flagOrNull,
  cpuCount: countOrNull,
  blockSizeBytes: countOrNull,
  tablespaces: listOf(
    recordOf<DatabaseInfo["tablespaces"][number]>({ name: text, freeBytes: countOrNull, bigfile: flagOrNull })
  ),
  coverage: recordOf<DatabaseInfo["coverage"]>({
    childForeignKeys: coverage,
    triggers: coverage,
    grants: coverage,
    policies: coverage,
    dependents: coverage,
    segments: coverage
  })
})

const tableSchema = recordOf<TableModel>({
  owner: text,
  name: text,
  kind: oneOfTexts(
    "heap",
    "index-organized",
    "clustered",
    "global-temporary",
    "external",
    "hybrid-partitioned",
    "nested-table-storage",
    "materialized-view-container",
    "object-table",
    "queue-table",
    "blockchain"
  ),
  columns: listOf(columnSchema),
  identity: orNull(identitySchema),
  partitioning: orNull(partitioningSchema),
  constraints: listOf(constraintSchema),
  childForeignKeys: listOf(childForeignKeySchema),
  indexes: listOf(indexSchema),
  lobs: listOf(lobSchema),
  triggers: listOf(triggerSchema),
  grants: listOf(grantSchema),
  synonyms: listOf(synonymSchema),
  dependents: listOf(dependentSchema),
  materializedViews: listOf(materializedViewSchema),
  hasMaterializedViewLog: flag,
  policies: listOf(policySchema),
  supplementalLogs: listOf(supplementalLogSchema),
  flashbackArchive: textOrNull,
  comment: textOrNull,
  storage: storageSchema,
  statistics: statisticsSchema,
  segments: orNull(segmentSizesSchema)
})

const usedNamesSchema: JsonSchema = {
  type: "object",
  additionalProperties: recordOf<UsedNames[string]>({
    objects: texts,
    indexes: texts,
    constraints: texts,
    triggers: texts
  })
}

/** The snapshot's schema. Keys of later additive versions are let through; every key of today is required. */
export const snapshotSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: snapshotSchemaUrl,
  title: "orapart schema snapshot",
  description: "Facts of Oracle tables as the dictionary tells them. Not meant to be edited.",
  ...recordOf<SchemaSnapshot>(
    {
      $schema: text,
      snapshotVersion: { type: "integer", const: supportedSnapshotVersion },
      takenAt: textOrNull,
      database: databaseSchema,
      tables: listOf(tableSchema),
      usedNames: usedNamesSchema
    },
    ["$schema", "usedNames"]
  )
}
