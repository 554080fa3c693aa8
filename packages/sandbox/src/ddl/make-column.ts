// Columns of CREATE TABLE and ADD: types, defaults, virtual and identity columns. Constraints written at a column are handed on.
import type { ColumnEntry, IdentityEntry, OracleType, TableEntry } from "../catalog/entries.ts"
import { isCharacterType, isLobType, isLongType } from "../catalog/oracle-type.ts"
import { ora } from "../errors/ora.ts"
import type { ColumnDefinition, DefaultClause, IdentityClause } from "../sql/ast/index.ts"
import { readColumnType } from "./column-type.ts"
import type { DdlContext } from "./ddl-context.ts"
import { namesIn, spellExpression, textOf, walkNodes } from "./expression-text.ts"
import { makeSequenceEntry, readSequenceOptions } from "./sequence-options.ts"

const plainColumn = (id: number, name: string, type: OracleType): ColumnEntry => ({
  id,
  name,
  type,
  position: null,
  visibility: "visible",
  isNullable: true,
  default: null,
  identity: null,
  virtual: null,
  comment: null,
  encryption: null,
  collation: null,
  statistics: null
})

/** A column of which only name and type are known: CREATE TABLE AS SELECT. */
export const columnOfType = (id: number, position: number, name: string, type: OracleType): ColumnEntry => ({
  ...plainColumn(id, name, type),
  position
})

/** A hidden virtual column that an index on an expression needs: `SYS_NC00005$`. */
export const hiddenColumn = (id: number, place: number, type: OracleType, text: string): ColumnEntry => ({
  ...plainColumn(id, `SYS_NC${String(place).padStart(5, "0")}$`, type),
  visibility: "system",
  virtual: { text }
})

/** The hidden column of ROW ARCHIVAL. */
export const archiveStateColumn = (id: number, type: OracleType): ColumnEntry => ({
  ...plainColumn(id, "ORA_ARCHIVE_STATE", type),
  visibility: "system",
  default: { text: "0", isOnNull: false }
})

const readDefault = (context: DdlContext, clause: DefaultClause): ColumnEntry["default"] => {
  for (const name of namesIn(clause.value)) throw ora(984, [name], clause.value.start)
  walkNodes(clause.value, ({ kind }) => {
    if (kind === "bind") throw ora(1027, [], clause.value.start)
    if (kind === "subquery") throw ora(936, [], clause.value.start)
  })
  return { text: textOf(context.sql, clause.value), isOnNull: clause.isOnNull }
}

/** The identity of a column and its sequence `ISEQ$$_<object id of the table>`, which is made at once. */
export const makeIdentity = async (
  context: DdlContext,
  table: Pick<TableEntry, "id" | "owner">,
  clause: IdentityClause
): Promise<IdentityEntry> => {
  const options = readSequenceOptions(clause.options, null, clause.start)
  const sequence = makeSequenceEntry(context, {
    owner: table.owner,
    name: `ISEQ$$_${String(table.id)}`,
    options,
    identityTableId: table.id
  })
  context.change.put(sequence)
  await context.storage.createSequence(sequence)
  return { mode: clause.mode, sequenceId: sequence.id, options }
}

const readVirtual = async (
  context: DdlContext,
  table: TableEntry,
  definition: ColumnDefinition
): Promise<{ readonly text: string; readonly type: OracleType } | null> => {
  if (definition.virtual === null) return null
  const { expression } = definition.virtual
  const names = new Map(table.columns.map((column) => [column.name, column]))
  for (const name of namesIn(expression)) {
    const column = names.get(name)
    if (column === undefined) throw ora(904, [`"${name}"`], expression.start)
    if (column.virtual !== null) throw ora(54012, [], expression.start)
  }
  const type = await context.queries.describeExpression(expression, table)
  if (type === null) throw ora(54016, [], expression.start)
  return { text: spellExpression(context.sql, expression, (name) => names.has(name)), type }
}

const checkType = (definition: ColumnDefinition, type: OracleType, table: TableEntry): void => {
  if (isLongType(type) && table.columns.some((column) => isLongType(column.type))) throw ora(1754, [], definition.start)
  if (definition.identity !== null && type.name !== "NUMBER" && type.name !== "FLOAT")
    throw ora(30675, [], definition.start)
  if (definition.virtual !== null && (isLobType(type) || isLongType(type))) throw ora(54003, [], definition.start)
}

const readEncryption = (definition: ColumnDefinition): ColumnEntry["encryption"] =>
  definition.encryption === null
    ? null
    : {
        algorithm: (definition.encryption.algorithm ?? "AES192").replace(/^AES(\d+)$/u, "AES $1 bits key"),
        isSalted: definition.encryption.isSalted ?? true,
        integrity: definition.encryption.integrity === "NOMAC" ? "NOMAC" : "SHA-1"
      }

/**
 * The column of a definition, without constraints. `typeOf` gives the type where none was written (foreign keys). Fails with ORA-00957/01430 (by the caller),
 * ORA-00984, ORA-30669, ORA-30675, ORA-54012, ORA-02263 ...
 */
export const makeColumn = async (
  context: DdlContext,
  table: TableEntry,
  definition: ColumnDefinition,
  typeOf: (definition: ColumnDefinition) => OracleType
): Promise<ColumnEntry> => {
  const virtual = await readVirtual(context, table, definition)
  const written = definition.type === null ? null : readColumnType(definition.type, context.lengthSemantics)
  const type = written ?? virtual?.type ?? typeOf(definition)
  checkType(definition, type, table)
  if (definition.identity !== null && table.columns.some(({ identity }) => identity !== null))
    throw ora(30669, [], definition.start)
  const identity = definition.identity === null ? null : await makeIdentity(context, table, definition.identity)
  return {
    ...plainColumn(table.nextColumnId, definition.name.value, type),
    position: definition.isInvisible === true ? null : nextPosition(table),
    visibility: definition.isInvisible === true ? "invisible" : "visible",
    default: definition.default === null ? null : readDefault(context, definition.default),
    identity,
    virtual: virtual === null ? null : { text: virtual.text },
    encryption: readEncryption(definition),
    collation: definition.collation !== null && isCharacterType(type) ? definition.collation.value : null
  }
}

/** COLUMN_ID of the next visible column. */
export const nextPosition = (table: TableEntry): number =>
  table.columns.reduce((most, { position }) => Math.max(most, position ?? 0), 0) + 1
