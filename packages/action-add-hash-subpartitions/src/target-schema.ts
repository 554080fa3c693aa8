// The shape of this action's target_configuration. Imports nothing generated: the validator is compiled from this file.
import { intervalTargetSchema } from "@orapart/oracle-rules"

/** JSON Schema of target_configuration. Key, interval and first bound are kept and may be left out. */
export const targetSchema = intervalTargetSchema({ subpartitions: "hash", isIntervalRequired: false })
