// What Oracle makes by itself when a table is created: NOT NULL constraints with SYS_C names, indexes behind keys, hidden columns
// behind expression indexes, LOB storage, the identity sequence. Numbers are derived from the table's name: same input, same names.
import type {
  ColumnModel,
  ConstraintModel,
  IdentityModel,
  IndexKeyPart,
  IndexModel,
  LobModel,
  StorageModel
} from "@orapart/contract"
import { constraintState } from "./constraints.ts"
import { index } from "./indexes.ts"
import { lob } from "./attachments.ts"

/** A number that stays the same for a table: between 10,000 and 99,999. */
export const tableNumber = (owner: string, table: string): number => {
  let hash = 7
  for (const character of `${owner}.${table}`) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 90_000
  return 10_000 + hash
}

const isInForce = ({ state }: ConstraintModel): boolean => state.isEnabled && state.isValidated

/** NOT NULL constraints for the columns declared so that have none among the given ones, with names SYS_Cnnnnnnn. */
export const generatedNotNulls = (
  columns: ReadonlyArray<ColumnModel>,
  given: ReadonlyArray<ConstraintModel>,
  number: number
): ReadonlyArray<ConstraintModel> => {
  const named = new Set(given.flatMap(({ body }) => (body.type === "not-null" ? [body.column] : [])))
  return columns
    .filter((column) => !column.nullable && !named.has(column.name))
    .map((column, position) => ({
      name: `SYS_C${String(number * 100 + position + 1).padStart(7, "0")}`,
      isGeneratedName: true,
      state: constraintState(),
      body: { type: "not-null", column: column.name }
    }))
}

/** The columns with NULLABLE as the constraints in force make it: by NOT NULL or the primary key. */
export const applyNotNulls = (
  columns: ReadonlyArray<ColumnModel>,
  constraints: ReadonlyArray<ConstraintModel>
): ReadonlyArray<ColumnModel> => {
  const filled = new Set(
    constraints.filter(isInForce).flatMap(({ body, state }) => {
      // A NOT NULL that can be deferred leaves NULLABLE at Y.
      if (body.type === "not-null") return state.isDeferrable ? [] : [body.column]
      return body.type === "primary-key" ? body.columns : []
    })
  )
  return columns.map((column) => ({ ...column, nullable: !filled.has(column.name) }))
}

/** Indexes that Oracle makes for keys whose index is not among the given ones. Deferrable keys get a non-unique one. */
export const generatedKeyIndexes = (
  constraints: ReadonlyArray<ConstraintModel>,
  given: ReadonlyArray<IndexModel>,
  tablespace: string | null
): ReadonlyArray<IndexModel> =>
  constraints.flatMap(({ isGeneratedName, state, body }) => {
    if (body.type !== "primary-key" && body.type !== "unique") return []
    const { indexName, columns } = body
    if (indexName === null || given.some(({ name }) => name === indexName)) return []
    const keys = columns.map((column) => ({ column, expression: null, isDescending: false }))
    return [{ ...index(indexName, []), keys, isUnique: !state.isDeferrable, isGeneratedName, tablespace }]
  })

const expressionType = (expression: string, columns: ReadonlyArray<ColumnModel>): Partial<ColumnModel> => {
  const named = columns.find(({ name }) => expression.includes(`"${name}"`))
  if (named === undefined) return { dataType: "NUMBER", lengthBytes: 22 }
  const { dataType, lengthBytes, precision, scale, charLength, charUsed } = named
  return { dataType, lengthBytes, precision, scale, charLength, charUsed }
}

const hiddenColumn = (part: IndexKeyPart, columns: ReadonlyArray<ColumnModel>, position: number): ColumnModel => {
  const expression = part.expression ?? `"${part.column ?? ""}"`
  const type = expressionType(expression, columns)
  const descending = { dataType: "RAW", lengthBytes: Math.ceil(1.5 * (type.lengthBytes ?? 22) + 1) }
  const noType = { precision: null, scale: null, charLength: 0, charUsed: null }
  return {
    name: `SYS_NC${String(position).padStart(5, "0")}$`,
    dataType: "NUMBER",
    dataTypeOwner: null,
    lengthBytes: 22,
    ...noType,
    ...(part.isDescending ? descending : type),
    nullable: true,
    dataDefault: expression,
    isDefaultOnNull: false,
    isVirtual: true,
    isHidden: true,
    isUserGenerated: false,
    isIdentity: false,
    position: null,
    internalPosition: position,
    collation: null,
    encryption: null,
    comment: null,
    statistics: null
  }
}

/** The columns followed by the hidden virtual ones behind expressions and DESC parts (SYS_NC000nn$), one per expression. */
export const addHiddenColumns = (
  columns: ReadonlyArray<ColumnModel>,
  indexes: ReadonlyArray<IndexModel>
): ReadonlyArray<ColumnModel> => {
  const all = [...columns]
  for (const part of indexes.flatMap(({ keys }) => keys)) {
    if (part.expression === null && !part.isDescending) continue
    const made = hiddenColumn(part, columns, all.length + 1)
    const isThere = all.some(
      ({ isHidden, dataDefault, dataType }) =>
        isHidden && dataDefault === made.dataDefault && dataType === made.dataType
    )
    if (!isThere) all.push(made)
  }
  return all
}

/** Storage of every LOB column: the given ones, and SecureFiles in the table's tablespace for the rest. */
export const completeLobs = (
  columns: ReadonlyArray<ColumnModel>,
  given: ReadonlyArray<LobModel>,
  { tablespace }: StorageModel
): ReadonlyArray<LobModel> =>
  columns
    .filter(
      ({ dataType, isHidden, isUserGenerated }) =>
        /^(CLOB|NCLOB|BLOB)$/.test(dataType) && !(isHidden && !isUserGenerated)
    )
    .map(({ name }) => given.find(({ column }) => column === name) ?? lob(name, { tablespace }))

/** The sequence of the identity column with CREATE TABLE's defaults; null when no column is one. */
export const identitySequence = (
  columns: ReadonlyArray<ColumnModel>,
  generation: IdentityModel["generation"] | null,
  number: number,
  given: Partial<IdentityModel>
): IdentityModel | null => {
  const column = columns.find(({ isIdentity }) => isIdentity)
  if (column === undefined) return null
  return {
    column: column.name,
    generation: generation ?? "ALWAYS",
    isOnNull: column.isDefaultOnNull,
    sequenceName: `ISEQ$$_${number}`,
    lastNumber: "1",
    incrementBy: "1",
    minValue: "1",
    maxValue: "9999999999999999999999999999",
    cacheSize: 20,
    isCycle: false,
    isOrdered: false,
    ...given
  }
}
