// The shape of this action's target_configuration: that of an interval table, and what is to be archived.
import type { JsonSchema } from "@orapart/contract"
import { intervalTargetSchema } from "@orapart/oracle-rules"

const interval = intervalTargetSchema({ subpartitions: "none", isIntervalRequired: true })

const archiveKeys: { readonly [key: string]: JsonSchema } = {
  archive_table: {
    description: "Name of the table that gets the old rows. It must not exist: the plan makes it.",
    type: "string",
    minLength: 1,
    examples: ["INVOICES_ARCHIVE"]
  },
  archive_before: {
    description: "Rows whose partition key is older than this day are archived, as YYYY-MM-DD.",
    type: "string",
    pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
    examples: ["2024-01-01"]
  }
}

/** JSON Schema of target_configuration. */
export const targetSchema: JsonSchema = {
  ...interval,
  properties: { ...(interval["properties"] as object), ...archiveKeys },
  required: [...(interval["required"] as ReadonlyArray<string>), ...Object.keys(archiveKeys)]
}
