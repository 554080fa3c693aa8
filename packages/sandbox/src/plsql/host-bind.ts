// Host binds of a block: from what the driver sends to values, and back with the driver's limits.
import type { BindDeclaration, BindValue, SqlValue } from "../engine/engine.ts"
import { byteLength } from "./coerce.ts"
import { CollectionValue } from "./collection.ts"
import { valueError } from "./convert.ts"
import type { BindSlot } from "./machine.ts"
import type { PlsqlType } from "./types.ts"
import { integerType, typeOfColumn } from "./types.ts"
import type { Value } from "./value.ts"
import { CursorHandle, fromSql, toSql } from "./value.ts"

/** A text bind takes what the driver made room for; longer ones than 32,767 bytes are CLOBs to the block. */
const typeOfBind = (declaration: BindDeclaration): PlsqlType => {
  const { type, maxBytes, arraySize } = declaration
  const isLongText = (type === "VARCHAR2" || type === "LONG") && maxBytes > 32_767
  const single: PlsqlType = isLongText
    ? { kind: "lob", name: "CLOB" }
    : typeOfColumn({ type, sizeBytes: null, precision: null, scale: null })
  if (arraySize === null) return single
  return {
    kind: "collection",
    name: "",
    style: "index",
    element: single,
    isElementNotNull: false,
    key: integerType,
    limit: null
  }
}

/** The slot of a bind. */
export const makeBind = (bind: { readonly name: string; readonly declaration: BindDeclaration }): BindSlot => ({
  name: bind.name,
  type: typeOfBind(bind.declaration),
  value: null
})

const isArray = (value: BindValue): value is ReadonlyArray<SqlValue> => Array.isArray(value)

/** The value that a bind has when the block begins. */
export const fromBind = (
  bind: { readonly declaration: BindDeclaration; readonly value: BindValue },
  slot: BindSlot
): Value => {
  const { type } = bind.declaration
  if (isArray(bind.value))
    return CollectionValue.of(
      "index",
      bind.value.map((value) => fromSql(type, value))
    )
  if (slot.type.kind === "collection") return new CollectionValue("index")
  if (type === "CURSOR") return new CursorHandle()
  return fromSql(slot.type.kind === "lob" && type !== "BLOB" ? "CLOB" : type, bind.value)
}

const isCharacter = (declaration: BindDeclaration): boolean =>
  declaration.type === "VARCHAR2" ||
  declaration.type === "CHAR" ||
  declaration.type === "NVARCHAR2" ||
  declaration.type === "NCHAR"

const limited = (value: SqlValue, declaration: BindDeclaration): SqlValue => {
  const isTooLong =
    (typeof value === "string" && isCharacter(declaration) && byteLength(value) > declaration.maxBytes) ||
    (value instanceof Uint8Array && declaration.type === "RAW" && value.length > declaration.maxBytes)
  if (isTooLong)
    throw valueError(typeof value === "string" ? "character string buffer too small" : "raw variable length too long")
  return value
}

/** The value that the driver gets. ORA-06502 when it is longer than the bind. */
export const toBind = (slot: BindSlot, declaration: BindDeclaration | null): BindValue => {
  const one = (value: Value): SqlValue => (declaration === null ? toSql(value) : limited(toSql(value), declaration))
  return slot.value instanceof CollectionValue ? slot.value.values().map(one) : one(slot.value)
}
