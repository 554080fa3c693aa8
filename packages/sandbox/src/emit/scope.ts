// Which names a query block knows: its tables with their columns, and the blocks around it.
import type { TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Identifier } from "../sql/ast/index.ts"
import type { Emitted } from "./emitted.ts"

/** A column of a source. */
export interface SourceColumn {
  readonly name: string
  /** Not part of `*`: invisible columns, hidden ones. */
  readonly isHidden: boolean
  /** The column with the alias in front. */
  readonly emit: (prefix: string) => Emitted
}

/** A table, view, subquery or WITH name in FROM. */
export interface Source {
  /** Names by which columns may be qualified: the alias, or the table's name (with its schema). */
  readonly alias: string | null
  readonly schema: string | null
  /** Alias in PostgreSQL. */
  readonly name: string
  readonly columns: ReadonlyArray<SourceColumn>
  readonly table: TableEntry | null
  /** The ROWID of a source that is no stored table: DUAL. */
  readonly rowid?: string
}

/** A query block. Fields that change do so while the block is emitted: first FROM and WHERE, then the rest. */
export interface Scope {
  readonly sources: Source[]
  readonly parent: Scope | null
  /** Columns of NATURAL and USING joins: known without a qualifier and in no other way ambiguous. */
  readonly merged: Map<string, Emitted>
  /** Alias of the block in which the sources are wrapped as rows; null when they are in FROM themselves. */
  wrapper: string | null
  /** What stands for ROWNUM, LEVEL ...; absent ones are not allowed. */
  readonly pseudo: Map<string, Emitted>
  /** How a source of the row before is named (PRIOR); null outside a hierarchy. */
  priorPrefix: ((source: Source) => string) | null
}

/** A new block. */
export const makeScope = (parent: Scope | null): Scope => ({
  sources: [],
  parent,
  merged: new Map(),
  wrapper: null,
  pseudo: new Map(),
  priorPrefix: null
})

/** How a source is named before a column: `t1` or `(w1.t1)`. */
export const prefixOf = (scope: Scope, source: Source, wrapper: string | null = scope.wrapper): string =>
  wrapper === null ? source.name : `(${wrapper}.${source.name})`

const matches = (source: Source, qualifier: ReadonlyArray<Identifier>): boolean => {
  const [first, second] = qualifier
  if (first === undefined) return true
  if (second === undefined) return source.alias === first.value
  return source.schema === first.value && source.alias === second.value
}

/** A column found, with the source it belongs to. */
export interface FoundColumn {
  readonly source: Source | null
  readonly scope: Scope
  readonly value: Emitted
}

/** The source that a qualifier names, in this block only. */
export const findSource = (scope: Scope, qualifier: ReadonlyArray<Identifier>): Source | null =>
  scope.sources.find((source) => matches(source, qualifier)) ?? null

/**
 * The column of a path in this block or one around it; null when there is none. ORA-00918 when two sources of one block have it.
 * With `isPrior` the columns are those of the row before.
 */
export const findColumn = (
  scope: Scope | null,
  path: ReadonlyArray<Identifier>,
  isPrior = false
): FoundColumn | null => {
  const name = path.at(-1)
  if (name === undefined) return null
  const qualifier = path.slice(0, -1)
  for (let at = scope; at !== null; at = at.parent) {
    const merged = qualifier.length === 0 ? at.merged.get(name.value) : undefined
    if (merged !== undefined) return { source: null, scope: at, value: merged }
    const found = at.sources.flatMap((source) => {
      if (!matches(source, qualifier)) return []
      return source.columns.filter((column) => column.name === name.value).map((column) => ({ source, column }))
    })
    const [first] = found
    if (first === undefined) continue
    if (found.length > 1) throw ora(918, [], (path[0] ?? name).start)
    const value = first.column.emit(
      isPrior && at.priorPrefix !== null ? at.priorPrefix(first.source) : prefixOf(at, first.source)
    )
    return { source: first.source, scope: at, value }
  }
  return null
}
