// Builds indexes with the attributes of a plain CREATE INDEX in tablespace USERS.
import type { IndexKeyPart, IndexModel, IndexPartitioning } from "@orapart/contract"
import { isSystemName } from "./constraints.ts"
import { defaultOwner, markUnowned } from "./default-owner.ts"

/** What may differ from a plain index. `partitioning: "local"` stands for the whole object. */
export type IndexExtras = Partial<Omit<IndexModel, "name" | "keys" | "partitioning">> & {
  readonly partitioning?: "local" | IndexPartitioning
}

/**
 * One part of an index key from its text: `ORDER_DATE`, `ORDER_DATE DESC`, `"Mixed Name"` or an expression such as
 * `UPPER("LAST_NAME")`.
 */
export const indexKey = (text: string): IndexKeyPart => {
  const isDescending = /\sDESC$/i.test(text)
  const part = text.replace(/\s+(ASC|DESC)$/i, "")
  const name = /^(?:"([^"]+)"|([A-Za-z][\w$#]*))$/.exec(part)
  if (name === null) return { column: null, expression: part, isDescending }
  return { column: name[1] ?? (name[2] ?? "").toUpperCase(), expression: null, isDescending }
}

/**
 * An index on columns or expressions: `index("ORDERS_DATE_IX", "ORDER_DATE DESC")`.
 * A local index takes its tablespace from the table's partitions, so its own is null. Size unknown unless told.
 */
export const index = (name: string, keys: string | ReadonlyArray<string>, extras: IndexExtras = {}): IndexModel => {
  const { partitioning = { type: "none" }, ...rest } = extras
  const isLocal = partitioning === "local" || partitioning.type === "local"
  const built: IndexModel = {
    owner: defaultOwner,
    name,
    isGeneratedName: isSystemName(name),
    isUnique: false,
    type: "normal",
    isReverse: false,
    keys: (typeof keys === "string" ? [keys] : keys).map(indexKey),
    partitioning: partitioning === "local" ? { type: "local" } : partitioning,
    compression: null,
    isVisible: true,
    isUsable: true,
    isPartial: false,
    tablespace: isLocal ? null : "USERS",
    isLogging: true,
    degree: "1",
    pctFree: 10,
    iniTrans: 2,
    bytes: null,
    ...rest
  }
  return markUnowned(built, rest.owner)
}

/** A unique index; otherwise as `index`. */
export const uniqueIndex = (name: string, keys: string | ReadonlyArray<string>, extras: IndexExtras = {}): IndexModel =>
  index(name, keys, { isUnique: true, ...extras })
