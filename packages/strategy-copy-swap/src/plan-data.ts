// Typed pieces of a plan as JSON data. The contract's models are JSON-safe by definition; TypeScript cannot see that of interfaces.
import type { JsonObject } from "@orapart/contract"

/** The same value, typed as plan data. */
export const asData = (value: object): JsonObject => value as unknown as JsonObject
