// The shape of this action's target_configuration. Imports nothing generated: the validator is compiled from this file.
import { intervalTargetSchema } from "@orapart/oracle-rules"

/** JSON Schema of target_configuration. */
export const targetSchema = intervalTargetSchema({ subpartitions: "hash", isIntervalRequired: true })
