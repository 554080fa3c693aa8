// The shape of this action's target_configuration: that of an interval table, and what is to be archived.
import type { JsonSchema } from "@orapart/contract"
import { intervalTargetSchema } from "@orapart/oracle-rules"

const interval = intervalTargetSchema({ subpartitions: "none", isIntervalRequired: true })

const archiveKeys: { readonly [key: string]: JsonSchema } = {
  archive_table: {
    title: "Archive table",
    description: "Name of the table that gets the old rows. It must not exist: it is made by the plan.",
    type: "string",
    minLength: 1
  },
  archive_before: {
    title: "Archive before",
    description: "Rows older than this day are archived, as YYYY-MM-DD.",
    type: "string",
    pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"
  },
  archive_column: {
    title: "Archive column",
    description: "The DATE or TIMESTAMP column that says how old a row is. Left out: the partition key.",
    type: "string",
    minLength: 1
  },
  archive_tablespace: {
    title: "Archive tablespace",
    description: "Tablespace of the archive table. Left out: that of the table.",
    type: "string",
    minLength: 1
  }
}

/** JSON Schema of target_configuration. */
export const targetSchema: JsonSchema = {
  ...interval,
  properties: { ...(interval["properties"] as object), ...archiveKeys },
  required: [...(interval["required"] as ReadonlyArray<string>), "archive_table", "archive_before"]
}
