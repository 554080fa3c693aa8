// TRIGGERS, TRIGGER_COLS, TRIGGER_ORDERING, SOURCE, ERRORS: stored PL/SQL.
import type { CompileErrorEntry, Entry, TriggerEntry } from "../../catalog/entries.ts"
import { readColumns, yesNo } from "../columns.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const columns = readColumns(`
  OWNER v128 TRIGGER_NAME v128 TRIGGER_TYPE v16 TRIGGERING_EVENT v246 TABLE_OWNER v128 BASE_OBJECT_TYPE v18 TABLE_NAME v128 COLUMN_NAME v4000 REFERENCING_NAMES v422
  WHEN_CLAUSE v4000 STATUS v8 DESCRIPTION v4000 ACTION_TYPE v11 TRIGGER_BODY long CROSSEDITION v7 BEFORE_STATEMENT v3 BEFORE_ROW v3 AFTER_ROW v3 AFTER_STATEMENT v3 INSTEAD_OF_ROW v3
  FIRE_ONCE v3 APPLY_SERVER_ONLY v3`)

const typeText = ({ timing, isForEachRow }: TriggerEntry): string => {
  if (timing === "instead-of") return "INSTEAD OF"
  if (timing === "compound") return "COMPOUND"
  return `${timing.toUpperCase()} ${isForEachRow ? "EACH ROW" : "STATEMENT"}`
}

const eventOrder = ["insert", "update", "delete"] as const

const triggerCells = (trigger: TriggerEntry, base: Entry): CellRow => ({
  OWNER: trigger.owner,
  TRIGGER_NAME: trigger.name,
  TRIGGER_TYPE: typeText(trigger),
  TRIGGERING_EVENT: eventOrder
    .filter((event) => trigger.events.some((one) => one.event === event))
    .map((event) => event.toUpperCase())
    .join(" OR "),
  TABLE_OWNER: base.owner,
  BASE_OBJECT_TYPE: base.kind === "view" ? "VIEW" : "TABLE",
  TABLE_NAME: base.name,
  REFERENCING_NAMES: `REFERENCING NEW AS ${trigger.newName} OLD AS ${trigger.oldName}`,
  WHEN_CLAUSE: trigger.whenText,
  STATUS: trigger.isEnabled ? "ENABLED" : "DISABLED",
  DESCRIPTION: trigger.description,
  ACTION_TYPE: /^\s*call\b/iu.test(trigger.body) ? "CALL" : "PL/SQL     ",
  TRIGGER_BODY: trigger.body,
  CROSSEDITION: "NO",
  BEFORE_STATEMENT: "NO",
  BEFORE_ROW: "NO",
  AFTER_ROW: "NO",
  AFTER_STATEMENT: "NO",
  INSTEAD_OF_ROW: yesNo(trigger.timing === "instead-of"),
  FIRE_ONCE: "YES",
  APPLY_SERVER_ONLY: "NO"
})

const ofTriggers =
  (
    make: (trigger: TriggerEntry, base: Entry, source: DictionarySource) => ReadonlyArray<CellRow>
  ): BaseDefinition["generate"] =>
  (source, root) =>
    root.kind === "table" || root.kind === "view"
      ? source.catalog
          .childrenOf(root.id, "trigger")
          .filter(({ dropped }) => dropped === null)
          .flatMap((trigger) => make(trigger, root, source).map((cells): BaseRow => ({ owner: trigger.owner, cells })))
      : []

/** ALL_TRIGGERS. */
export const triggers: BaseDefinition = {
  name: "TRIGGERS",
  columns,
  rule: "object",
  generate: ofTriggers((trigger, base) => [triggerCells(trigger, base)])
}

/** ALL_TRIGGER_COLS: columns of UPDATE OF. */
export const triggerCols: BaseDefinition = {
  name: "TRIGGER_COLS",
  columns: readColumns(
    "TRIGGER_OWNER v128 TRIGGER_NAME v128 TABLE_OWNER v128 TABLE_NAME v128 COLUMN_NAME v4000 COLUMN_LIST v3 COLUMN_USAGE v17"
  ),
  rule: "object",
  generate: ofTriggers((trigger, base) => {
    const names = {
      TRIGGER_OWNER: trigger.owner,
      TRIGGER_NAME: trigger.name,
      TABLE_OWNER: base.owner,
      TABLE_NAME: base.name
    }
    return trigger.events.flatMap(({ columns: listed }) =>
      listed.map((name) => ({ ...names, COLUMN_NAME: name, COLUMN_LIST: "YES" }))
    )
  })
}

/** ALL_TRIGGER_ORDERING: FOLLOWS and PRECEDES. */
export const triggerOrdering: BaseDefinition = {
  name: "TRIGGER_ORDERING",
  columns: readColumns(
    "TRIGGER_OWNER v128 TRIGGER_NAME v128 REFERENCED_TRIGGER_OWNER v128 REFERENCED_TRIGGER_NAME v128 ORDERING_TYPE v8"
  ),
  rule: "object",
  generate: ofTriggers(({ owner, name, follows, precedes }) => {
    const row =
      (type: string) =>
      (other: { readonly owner: string; readonly name: string }): CellRow => ({
        TRIGGER_OWNER: owner,
        TRIGGER_NAME: name,
        REFERENCED_TRIGGER_OWNER: other.owner,
        REFERENCED_TRIGGER_NAME: other.name,
        ORDERING_TYPE: type
      })
    return [...follows.map(row("FOLLOWS")), ...precedes.map(row("PRECEDES"))]
  })
}

interface SourceText {
  readonly owner: string
  readonly name: string
  readonly type: string
  readonly text: string
  readonly errors: ReadonlyArray<CompileErrorEntry>
}

const texts = (source: DictionarySource, root: Entry): ReadonlyArray<SourceText> => {
  if (root.kind === "unit")
    return [{ owner: root.owner, name: root.name, type: root.type, text: root.source, errors: root.errors }]
  if (root.kind !== "table" && root.kind !== "view") return []
  return source.catalog.childrenOf(root.id, "trigger").map(({ owner, name, description, body, errors }) => ({
    owner,
    name,
    type: "TRIGGER",
    text: `TRIGGER ${description}${body}`,
    errors
  }))
}

/** ALL_SOURCE: a row per line. */
export const sourceLines: BaseDefinition = {
  name: "SOURCE",
  columns: readColumns("OWNER v128 NAME v128 TYPE v12 LINE n TEXT v4000 ORIGIN_CON_ID n@12.1"),
  rule: "object",
  generate: (source, root) =>
    texts(source, root).flatMap(({ owner, name, type, text }) =>
      text.split("\n").map((line, at, all) => ({
        owner,
        cells: {
          OWNER: owner,
          NAME: name,
          TYPE: type,
          LINE: at + 1,
          TEXT: at < all.length - 1 ? `${line}\n` : line,
          ORIGIN_CON_ID: 0
        }
      }))
    )
}

/** ALL_ERRORS. */
export const errors: BaseDefinition = {
  name: "ERRORS",
  columns: readColumns(
    "OWNER v128! NAME v128! TYPE v19 SEQUENCE n! LINE n! POSITION n! TEXT v4000! ATTRIBUTE v9 MESSAGE_NUMBER n"
  ),
  rule: "object",
  generate: (source, root) =>
    texts(source, root).flatMap(({ owner, name, type, errors: found }) =>
      found.map(({ line, column, message }, at) => ({
        owner,
        cells: {
          OWNER: owner,
          NAME: name,
          TYPE: type,
          SEQUENCE: at + 1,
          LINE: line,
          POSITION: column,
          TEXT: message,
          ATTRIBUTE: "ERROR",
          MESSAGE_NUMBER: /^[A-Z]+-(\d+)/u.exec(message)?.[1]
        }
      }))
    )
}
