// The shape of a statement: its tree without names, values and repetitions. Statements of one shape ask the same of the engine.
import type { Statement } from "../../src/sql/index.ts"

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

/** Fields that say where something is or what it is called, not what it is. */
const ignored: ReadonlySet<string> = new Set(["start", "end", "hint", "isQuoted", "index"])

const shapeOfList = (list: ReadonlyArray<unknown>): unknown => {
  const shapes = list.map(shapeOf)
  const keys = shapes.map((shape) => JSON.stringify(shape))
  return shapes.filter((_, at) => keys.indexOf(keys[at] ?? "") === at)
}

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return shapeOfList(value)
  if (!isObject(value))
    return typeof value === "string" || typeof value === "boolean" ? value : value === null ? null : "n"
  if (typeof value["value"] === "string" && "isQuoted" in value) return "name"
  if (value["kind"] === "call")
    return { ...shapeFields(value, ["path"]), path: (value["path"] as ReadonlyArray<unknown>).length }
  if (value["kind"] === "string" || value["kind"] === "number" || value["kind"] === "datetime") return value["kind"]
  return shapeFields(value, value["kind"] === "comment" ? ["text"] : [])
}

const shapeFields = (value: Record<string, unknown>, without: ReadonlyArray<string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !ignored.has(key) && !without.includes(key))
      .map(([key, field]) => [key, shapeOf(field)])
  )

/** Two statements with the same shape give the same text. */
export const statementShape = (statement: Statement): string => JSON.stringify(shapeOf(statement))
