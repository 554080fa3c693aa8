// Reads a step's data the way a template does: by name. A name that is not there fails the test instead of comparing undefined.
import type { JsonObject, JsonValue, Step } from "@orapart/contract"

/** The value under a key of plan data. */
export const valueOf = (data: JsonObject, key: string): JsonValue => {
  const value = data[key]
  if (value === undefined) throw new Error(`there is no ${key}; there are ${Object.keys(data).join(", ")}`)
  return value
}

/** The rows under a key of plan data. */
export const rowsOf = (data: JsonObject, key: string): ReadonlyArray<JsonObject> => {
  const value = valueOf(data, key)
  if (!Array.isArray(value)) throw new Error(`${key} is no list`)
  return value as ReadonlyArray<JsonObject>
}

/** The object under a key of plan data. */
export const objectOf = (data: JsonObject, key: string): JsonObject => {
  const value = valueOf(data, key)
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error(`${key} is no object`)
  return value as JsonObject
}

/** The undo of a step that has one. */
export const undoOf = (step: Step) => {
  if (step.revert.kind !== "script") throw new Error(`step ${step.id} has no undo script`)
  return step.revert
}

/** The text under a key of plan data. */
export const textOf = (data: JsonObject, key: string): string => {
  const value = valueOf(data, key)
  if (typeof value !== "string") throw new Error(`${key} is no text`)
  return value
}

/** The lines under a key of plan data. */
export const linesOf = (data: JsonObject | undefined, key: string): ReadonlyArray<string> => {
  const value = valueOf(data ?? {}, key)
  const isLine = (line: unknown): line is string => typeof line === "string"
  if (!Array.isArray(value) || !value.every(isLine)) throw new Error(`${key} is no list of lines`)
  return value
}
