// CONSTRAINTS, CONS_COLUMNS, LOG_GROUPS, LOG_GROUP_COLUMNS. Constraints of dropped tables are shown under their BIN$ names.
import type { ConstraintEntry, TableEntry } from "../../catalog/entries.ts"
import { readColumns } from "../columns.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const columns = readColumns(`
  OWNER v128! CONSTRAINT_NAME v128! CONSTRAINT_TYPE v1 TABLE_NAME v128! SEARCH_CONDITION long SEARCH_CONDITION_VC v4000@12.1 R_OWNER v128 R_CONSTRAINT_NAME v128 DELETE_RULE v9
  STATUS v8 DEFERRABLE v14 DEFERRED v9 VALIDATED v13 GENERATED v14 BAD v3 RELY v4 LAST_CHANGE d INDEX_OWNER v128 INDEX_NAME v128 INVALID v7 VIEW_RELATED v14 ORIGIN_CON_ID n@12.1`)

const keyCells = (source: DictionarySource, constraint: ConstraintEntry): CellRow => {
  const index = constraint.indexId === null ? null : source.catalog.getOf("index", constraint.indexId)
  const key =
    constraint.references === null ? null : source.catalog.getOf("constraint", constraint.references.constraintId)
  return {
    R_OWNER: key?.owner,
    R_CONSTRAINT_NAME: key?.name,
    DELETE_RULE: constraint.references?.onDelete,
    INDEX_OWNER: index?.owner,
    INDEX_NAME: index?.name
  }
}

const constraintCells = (source: DictionarySource, table: TableEntry, constraint: ConstraintEntry): CellRow => ({
  OWNER: constraint.owner,
  CONSTRAINT_NAME: constraint.name,
  CONSTRAINT_TYPE: constraint.type,
  TABLE_NAME: table.name,
  SEARCH_CONDITION: constraint.condition?.text,
  SEARCH_CONDITION_VC: constraint.condition?.text.slice(0, 4000),
  ...keyCells(source, constraint),
  STATUS: constraint.isEnabled ? "ENABLED" : "DISABLED",
  DEFERRABLE: constraint.isDeferrable ? "DEFERRABLE" : "NOT DEFERRABLE",
  DEFERRED: constraint.isDeferred ? "DEFERRED" : "IMMEDIATE",
  VALIDATED: constraint.isValidated ? "VALIDATED" : "NOT VALIDATED",
  GENERATED: constraint.isSystemNamed ? "GENERATED NAME" : "USER NAME",
  RELY: constraint.isRely ? "RELY" : null,
  LAST_CHANGE: constraint.lastChangeAt,
  ORIGIN_CON_ID: 0
})

const ofConstraints =
  (
    make: (source: DictionarySource, table: TableEntry, constraint: ConstraintEntry) => ReadonlyArray<CellRow>
  ): BaseDefinition["generate"] =>
  (source, root) =>
    root.kind === "table"
      ? source.catalog
          .childrenOf(root.id, "constraint")
          .flatMap((constraint) =>
            make(source, root, constraint).map((cells): BaseRow => ({ owner: root.owner, cells }))
          )
      : []

/** ALL_CONSTRAINTS. */
export const constraints: BaseDefinition = {
  name: "CONSTRAINTS",
  columns,
  rule: "object",
  generate: ofConstraints((source, table, constraint) => [constraintCells(source, table, constraint)])
}

/** ALL_CONS_COLUMNS. Checks have no position. */
export const consColumns: BaseDefinition = {
  name: "CONS_COLUMNS",
  columns: readColumns("OWNER v128! CONSTRAINT_NAME v128! TABLE_NAME v128! COLUMN_NAME v4000 POSITION n"),
  rule: "object",
  generate: ofConstraints((_source, table, constraint) =>
    constraint.columns.map((id, at) => ({
      OWNER: constraint.owner,
      CONSTRAINT_NAME: constraint.name,
      TABLE_NAME: table.name,
      COLUMN_NAME: table.columns.find((column) => column.id === id)?.name,
      POSITION: constraint.type === "C" ? null : at + 1
    }))
  )
}

/** ALL_LOG_GROUPS. */
export const logGroups: BaseDefinition = {
  name: "LOG_GROUPS",
  columns: readColumns("OWNER v128! LOG_GROUP_NAME v128! TABLE_NAME v128! LOG_GROUP_TYPE v19 ALWAYS v11 GENERATED v14"),
  rule: "object",
  generate: (_source, root) =>
    root.kind === "table"
      ? root.logGroups.map(({ name, type, isAlways, isSystemNamed }) => ({
          owner: root.owner,
          cells: {
            OWNER: root.owner,
            LOG_GROUP_NAME: name,
            TABLE_NAME: root.name,
            LOG_GROUP_TYPE: type,
            ALWAYS: isAlways ? "ALWAYS" : "CONDITIONAL",
            GENERATED: isSystemNamed ? "GENERATED NAME" : "USER NAME"
          }
        }))
      : []
}

/** ALL_LOG_GROUP_COLUMNS. */
export const logGroupColumns: BaseDefinition = {
  name: "LOG_GROUP_COLUMNS",
  columns: readColumns(
    "OWNER v128! LOG_GROUP_NAME v128! TABLE_NAME v128! COLUMN_NAME v4000 POSITION n LOGGING_PROPERTY v6"
  ),
  rule: "object",
  generate: (_source, root) =>
    root.kind === "table"
      ? root.logGroups.flatMap(({ name, columns: ids }) =>
          ids.map((id, at) => ({
            owner: root.owner,
            cells: {
              OWNER: root.owner,
              LOG_GROUP_NAME: name,
              TABLE_NAME: root.name,
              COLUMN_NAME: root.columns.find((column) => column.id === id)?.name,
              POSITION: at + 1,
              LOGGING_PROPERTY: "LOG"
            }
          }))
        )
      : []
}
