// What a table model can say, read from the snapshot's own schema, and what given tables do say: `storage.isCache = true`,
// `indexes.type = bitmap`, `comment is set`. Nothing is listed by hand, so a new property is a new fact.
import { snapshotSchema } from "../../../packages/config-schema/src/index.ts"
import type { TableModel } from "../../../packages/contract/src/index.ts"

interface Schema {
  readonly type?: string | ReadonlyArray<string>
  readonly enum?: ReadonlyArray<string | null>
  readonly properties?: { readonly [name: string]: Schema }
  readonly items?: Schema
  readonly oneOf?: ReadonlyArray<Schema>
  readonly anyOf?: ReadonlyArray<Schema>
}

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`)

const typesOf = ({ type }: Schema): ReadonlyArray<string> => (typeof type === "string" ? [type] : (type ?? []))

const walkSchema = (schema: Schema, path: string): ReadonlyArray<string> => {
  const nulls = typesOf(schema).includes("null") ? [`${path} is null`] : []
  const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((one) => walkSchema(one, path))
  if (schema.properties !== undefined)
    return [
      ...nulls,
      ...alternatives,
      ...Object.entries(schema.properties).flatMap(([name, one]) => walkSchema(one, join(path, name)))
    ]
  if (schema.items !== undefined) return [...nulls, ...walkSchema(schema.items, path)]
  if (schema.enum !== undefined)
    return [...nulls, ...schema.enum.filter((one) => one !== null).map((one) => `${path} = ${one}`)]
  if (typesOf(schema).includes("boolean")) return [`${path} = true`, `${path} = false`]
  return alternatives.length > 0 ? [...nulls, ...alternatives] : [...nulls, `${path} is set`]
}

const tableSchema = (snapshotSchema as Schema).properties?.["tables"]?.items ?? {}

/** Every fact that a table model can state. */
export const allFacts: ReadonlyArray<string> = [...new Set(walkSchema(tableSchema, ""))]

const known: ReadonlySet<string> = new Set(allFacts)

const walkModel = (value: unknown, path: string, found: Set<string>): void => {
  if (value === null || value === undefined) found.add(`${path} is null`)
  else if (Array.isArray(value)) for (const one of value) walkModel(one, path, found)
  else if (typeof value === "object") {
    for (const [name, below] of Object.entries(value)) walkModel(below, join(path, name), found)
  } else {
    const stated = `${path} = ${JSON.stringify(value).replaceAll('"', "")}`
    found.add(known.has(stated) ? stated : `${path} is set`)
  }
}

/** The facts that the tables state. */
export const factsOf = (tables: ReadonlyArray<TableModel>): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const table of tables) walkModel(table, "", found)
  return found
}

/** The path of a fact: `indexes.type` of `indexes.type = bitmap`. */
export const pathOf = (fact: string): string => fact.replace(/ (?:=|is) .*$/u, "")
