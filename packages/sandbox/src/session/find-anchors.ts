// Columns and stored units that PL/SQL names: `%TYPE`, `%ROWTYPE`, calls.
import { canSee } from "../catalog/privileges.ts"
import { lookUpName } from "../catalog/resolve-name.ts"
import type { ResultColumn } from "../engine/engine.ts"
import type { StoredUnit } from "../plsql/runtime.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import { resultColumnOf } from "../types/value-text.ts"
import type { StatementRunner } from "./statement-runner.ts"
import { authorityFor } from "./session-state.ts"

/** The visible columns of `t` or `s.t`: table, view or dictionary view; null when there is none that the user may see. */
export const findAnchors = (
  runner: StatementRunner,
  path: ReadonlyArray<string>
): ReadonlyArray<ResultColumn> | null => {
  const { database, state, dictionary } = runner.site
  const { catalog } = database
  const [name, schema] = [path.at(-1), path.length > 1 ? path.at(-2) : undefined]
  if (name === undefined) return null
  const meaning = lookUpName(catalog, { schema: schema ?? null, name, offset: null }, state.settings.currentSchema)
  if (meaning.kind === "unknown") {
    const relation = dictionary.find(meaning.owner, meaning.name)
    return relation === null
      ? null
      : relation.columns.map((column) => resultColumnOf(column.name, column.type, column.isNullable))
  }
  const { entry } = meaning
  if (!canSee(catalog, authorityFor(state, catalog), entry)) return null
  if (entry.kind === "table") {
    const visible = entry.columns
      .filter(({ visibility }) => visibility === "visible")
      .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    return visible.map((column) => resultColumnOf(column.name, column.type, column.isNullable))
  }
  return entry.kind === "view"
    ? entry.columns.map((column) => resultColumnOf(column.name, column.type, column.isNullable))
    : null
}

/** The stored procedure or function of `p` or `s.p`; null when there is none that the user may run. */
export const findStoredUnit = (runner: StatementRunner, path: ReadonlyArray<string>): StoredUnit | null => {
  const { database, state } = runner.site
  const { catalog } = database
  const [name, schema] = [path.at(-1), path.length > 1 ? path.at(-2) : undefined]
  if (name === undefined) return null
  const meaning = lookUpName(catalog, { schema: schema ?? null, name, offset: null }, state.settings.currentSchema)
  if (meaning.kind !== "object" || meaning.entry.kind !== "unit") return null
  const { entry } = meaning
  if (
    (entry.type !== "PROCEDURE" && entry.type !== "FUNCTION") ||
    !canSee(catalog, authorityFor(state, catalog), entry)
  )
    return null
  const text = `CREATE ${entry.source}`
  const tree = parseStatement(text, { version: runner.site.release })
  if (tree.kind !== "create-unit" || tree.body.subprogram === null) return null
  return { owner: entry.owner, name: entry.name, text, subprogram: tree.body.subprogram }
}
