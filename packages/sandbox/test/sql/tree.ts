// What the tests of the front end share: parsing with a known outcome, and walking a tree without knowing its types.
import type { OracleRelease, Statement } from "../../src/sql/index.ts"
import { parseStatement } from "../../src/sql/index.ts"
import { DatabaseError } from "../../src/engine/engine.ts"

/** Any node: an object with offsets. */
export interface AnyNode {
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const isNode = (value: unknown): value is AnyNode =>
  isObject(value) && typeof value["start"] === "number" && typeof value["end"] === "number"

/** Every node of a tree with the node around it. */
export const nodesOf = (root: unknown): ReadonlyArray<{ readonly node: AnyNode; readonly parent: AnyNode | null }> => {
  const found: Array<{ readonly node: AnyNode; readonly parent: AnyNode | null }> = []
  const open: Array<{ readonly value: unknown; readonly parent: AnyNode | null }> = [{ value: root, parent: null }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isObject(next.value)) continue
    const node = isNode(next.value) ? next.value : null
    if (node !== null) found.push({ node, parent: next.parent })
    for (const value of Object.values(next.value)) open.push({ value, parent: node ?? next.parent })
  }
  return found
}

/** The nodes of one kind. */
export const nodesOfKind = (root: unknown, kind: string): ReadonlyArray<AnyNode> =>
  nodesOf(root)
    .map(({ node }) => node)
    .filter((node) => node["kind"] === kind)

/** What became of a text. */
export type Outcome =
  | { readonly kind: "ok"; readonly statement: Statement }
  | { readonly kind: "error"; readonly error: DatabaseError }

/** Parses; a DatabaseError is an outcome, anything else is raised. */
export const tryParse = (sql: string, version?: OracleRelease): Outcome => {
  try {
    return { kind: "ok", statement: parseStatement(sql, version === undefined ? {} : { version }) }
  } catch (error) {
    if (error instanceof DatabaseError) return { kind: "error", error }
    throw error
  }
}

/** The number a text is refused with; null when it is accepted. */
export const codeOf = (sql: string, version?: OracleRelease): number | null => {
  const outcome = tryParse(sql, version)
  return outcome.kind === "ok" ? null : outcome.error.code
}

/** Number and offset a text is refused with. */
export const refusalOf = (sql: string): readonly [number, number | null] | null => {
  const outcome = tryParse(sql)
  return outcome.kind === "ok" ? null : [outcome.error.code, outcome.error.offset]
}

/** A tree without offsets: two texts that mean the same give the same. */
export const withoutOffsets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutOffsets)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "start" && key !== "end")
      .map(([key, field]) => [key, withoutOffsets(field)])
  )
}
