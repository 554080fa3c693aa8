// One way to write a condition: JSON Schema's own keyword for the yes-branch makes an object that `await` would take for a promise.
import type { JsonSchema } from "@orapart/contract"

/** The rule holds for values that fit the condition; others pass. */
export const when = (condition: JsonSchema, rule: JsonSchema): JsonSchema => ({ if: { not: condition }, else: rule })
