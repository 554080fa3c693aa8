// Reads one column declaration as it stands in CREATE TABLE. It knows the clauses that tests need, not the whole grammar.
import { readDataType } from "./data-type-facts.ts"
import type { DataTypeFacts } from "./data-type-facts.ts"

/** One column declaration, taken apart. */
export interface ColumnDeclaration {
  readonly name: string
  readonly type: DataTypeFacts
  readonly isNotNull: boolean
  readonly isInvisible: boolean
  /** The default as typed: Oracle keeps the blank before a following NOT NULL. The expression of a virtual column. */
  readonly expression: string | null
  readonly isDefaultOnNull: boolean
  readonly isVirtual: boolean
  readonly identity: "ALWAYS" | "BY DEFAULT" | null
}

const refuse = (declaration: string, expected: string): never => {
  throw new TypeError(
    `column("${declaration}") cannot be read: ${expected}. Example: column("ORDER_ID NUMBER(12) NOT NULL").`
  )
}

const readName = (declaration: string): { readonly name: string; readonly rest: string } => {
  const match = /^\s*(?:"([^"]+)"|([A-Za-z][\w$#]*))\s+(\S.*)$/s.exec(declaration)
  if (match === null) return refuse(declaration, "a name followed by a data type is expected")
  return { name: match[1] ?? (match[2] ?? "").toUpperCase(), rest: match[3] ?? "" }
}

const clauseStart = /\s(?=(?:NOT\s+NULL|NULL|DEFAULT|GENERATED|INVISIBLE|VISIBLE)\b)/i

const readIdentity = (clauses: string): Pick<ColumnDeclaration, "identity" | "isDefaultOnNull"> | null => {
  const match = /^GENERATED\s+(ALWAYS|BY\s+DEFAULT)(\s+ON\s+NULL)?\s+AS\s+IDENTITY$/i.exec(clauses)
  if (match === null) return null
  const isAlways = /^ALWAYS$/i.test(match[1] ?? "")
  return { identity: isAlways ? "ALWAYS" : "BY DEFAULT", isDefaultOnNull: match[2] !== undefined }
}

const readVirtual = (clauses: string): string | null =>
  /^GENERATED\s+ALWAYS\s+AS\s*\((.*)\)(?:\s*VIRTUAL)?$/is.exec(clauses)?.[1] ?? null

/** Takes a column declaration apart; throws a TypeError that quotes the text when it cannot. */
export const readColumnDeclaration = (declaration: string): ColumnDeclaration => {
  const { name, rest } = readName(declaration)
  const start = clauseStart.exec(rest)?.index ?? rest.length
  const type = readDataType(rest.slice(0, start)) ?? refuse(declaration, `"${rest.slice(0, start)}" is no data type`)
  let clauses = rest.slice(start).trimStart()
  const isInvisible = /^INVISIBLE\b/i.test(clauses)
  clauses = clauses.replace(/^(IN)?VISIBLE\b\s*/i, "")
  const isNotNull = /(^|\s)NOT\s+NULL\s*$/i.test(clauses)
  clauses = clauses.replace(/(^|(?<=\s))NOT\s+NULL\s*$/i, "").replace(/^NULL\s*$/i, "")
  const base = {
    name,
    type,
    isInvisible,
    isNotNull,
    expression: null,
    isDefaultOnNull: false,
    isVirtual: false,
    identity: null
  }
  if (clauses.trim() === "") return base
  const identity = readIdentity(clauses.trim())
  if (identity !== null) return { ...base, ...identity, isNotNull: true }
  const virtual = readVirtual(clauses.trim())
  if (virtual !== null) return { ...base, expression: virtual, isVirtual: true }
  const given = /^DEFAULT\s+(ON\s+NULL\s+)?(.+)$/is.exec(clauses)
  if (given === null) return refuse(declaration, `"${clauses.trim()}" is no clause that this builder knows`)
  const isDefaultOnNull = given[1] !== undefined
  return { ...base, expression: given[2] ?? "", isDefaultOnNull, isNotNull: isNotNull || isDefaultOnNull }
}
