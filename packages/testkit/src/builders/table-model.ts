// Builds a TableModel from what a test cares about, completed with what Oracle would have made beside it.
import type {
  ColumnModel,
  IdentityModel,
  SegmentSizes,
  StatisticsModel,
  StorageModel,
  TableModel
} from "@orapart/contract"
import { column, declaredGeneration } from "./column.ts"
import { defaultOwner, ownerIn } from "./default-owner.ts"
import { segments, statistics, storage } from "./storage.ts"
import {
  addHiddenColumns,
  applyNotNulls,
  completeLobs,
  generatedKeyIndexes,
  generatedNotNulls,
  identitySequence,
  tableNumber
} from "./system-made.ts"

type Plain = Omit<TableModel, "columns" | "identity" | "storage" | "statistics" | "segments">

/** What a test says of a table. Everything absent is as Oracle would have it for a plain table. */
export interface TableModelInput extends Partial<Plain> {
  /** Declarations or columns. Default: ORDER_ID NUMBER(12) NOT NULL and ORDER_DATE DATE NOT NULL. */
  readonly columns?: ReadonlyArray<string | ColumnModel>
  /** Changes to the sequence of the identity column that a declaration made. */
  readonly identity?: Partial<IdentityModel>
  readonly storage?: Partial<StorageModel>
  readonly statistics?: Partial<StatisticsModel>
  /** Default null: neither segments nor statistics were read. */
  readonly segments?: Partial<SegmentSizes> | null
}

const defaultColumns: ReadonlyArray<string> = ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL"]

const numberColumns = (columns: ReadonlyArray<ColumnModel>): ReadonlyArray<ColumnModel> => {
  let visible = 0
  return columns.map((one, position) => ({
    ...one,
    position: one.isHidden ? null : (visible += 1),
    internalPosition: position + 1
  }))
}

const ownParts = (input: TableModelInput, owner: string) => {
  const claim = <Part extends { readonly owner: string }>(part: Part): Part => ({
    ...part,
    owner: ownerIn(part, part.owner, owner)
  })
  return {
    indexes: (input.indexes ?? []).map(claim),
    triggers: (input.triggers ?? []).map(claim),
    dependents: (input.dependents ?? []).map(claim),
    childForeignKeys: (input.childForeignKeys ?? []).map(claim),
    grants: (input.grants ?? []).map((one) => ({ ...one, grantor: ownerIn(one, one.grantor, owner) })),
    policies: (input.policies ?? []).map((one) =>
      one.vpd === null
        ? one
        : { ...one, vpd: { ...one.vpd, functionOwner: ownerIn(one, one.vpd.functionOwner, owner) } }
    ),
    constraints: (input.constraints ?? []).map((one) =>
      one.body.type === "foreign-key"
        ? { ...one, body: { ...one.body, referencedOwner: ownerIn(one, one.body.referencedOwner, owner) } }
        : one
    )
  }
}

const refuseUnknownColumns = (table: TableModel): TableModel => {
  const known = new Set(table.columns.map(({ name }) => name))
  const named = [
    ...table.constraints.flatMap(({ body }) => (body.type === "not-null" ? [body.column] : body.columns)),
    ...table.indexes.flatMap(({ keys }) => keys.flatMap((key) => (key.column === null ? [] : [key.column]))),
    ...(table.partitioning?.columns ?? []),
    ...(table.partitioning?.subpartitioning?.columns ?? []),
    ...table.lobs.map((one) => one.column)
  ]
  const unknown = [...new Set(named.filter((name) => !known.has(name)))]
  if (unknown.length === 0) return table
  throw new TypeError(
    `tableModel ${table.owner}.${table.name} names columns it does not have: ${unknown.join(", ")}. It has ${[...known].join(", ")}.`
  )
}

const identityColumn = (one: ColumnModel, owner: string, number: number): ColumnModel =>
  one.isIdentity ? { ...one, dataDefault: `"${owner}"."ISEQ$$_${number}".nextval` } : one

/**
 * A table of owner HR, named ORDERS, with two columns, without keys, statistics and segments, unless told.
 * Made beside what is told, as Oracle does: SYS_C constraints for NOT NULL columns, the indexes behind keys, hidden columns behind
 * expression and DESC indexes, SecureFile storage of LOB columns, the identity sequence, NULLABLE under a primary key, column
 * positions. Parts built without an owner get the table's. Throws a TypeError when a constraint, index or partitioning names a
 * column that the table does not have.
 */
export const tableModel = (input: TableModelInput = {}): TableModel => {
  const { owner = defaultOwner, name = "ORDERS", partitioning = null } = input
  const number = tableNumber(owner, name)
  const built = (input.columns ?? defaultColumns).map((one) => (typeof one === "string" ? column(one) : one))
  const generation = built.map(declaredGeneration).find((one) => one !== null) ?? null
  const declared = built.map((one) => identityColumn(one, owner, number))
  const own = ownParts(input, owner)
  const physical = storage(input.storage)
  const constraints = [...own.constraints, ...generatedNotNulls(declared, own.constraints, number)]
  const keyIndexes = generatedKeyIndexes(constraints, own.indexes, physical.tablespace)
  const indexes = [...keyIndexes.map((one) => ({ ...one, owner })), ...own.indexes]
  const columns = numberColumns(addHiddenColumns(applyNotNulls(declared, constraints), indexes))
  return refuseUnknownColumns({
    owner,
    name,
    kind: input.kind ?? "heap",
    columns,
    identity: identitySequence(columns, generation, number, input.identity ?? {}),
    partitioning,
    constraints,
    childForeignKeys: own.childForeignKeys,
    indexes,
    lobs: completeLobs(columns, input.lobs ?? [], physical),
    triggers: own.triggers,
    grants: own.grants,
    synonyms: input.synonyms ?? [],
    dependents: own.dependents,
    materializedViews: input.materializedViews ?? [],
    hasMaterializedViewLog: input.hasMaterializedViewLog ?? false,
    policies: own.policies,
    supplementalLogs: input.supplementalLogs ?? [],
    flashbackArchive: input.flashbackArchive ?? null,
    comment: input.comment ?? null,
    storage: physical,
    statistics: statistics(input.statistics),
    segments: input.segments === undefined || input.segments === null ? null : segments(input.segments)
  })
}
