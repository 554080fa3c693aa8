// Names as packages take them: `HR.EMPLOYEES`, `"Order History"`. Quoted parts keep their case, others are upper case.
import { ora } from "../errors/ora.ts"
import type { Value } from "../plsql/value.ts"

const part = /^\s*(?:"(?<quoted>[^"]+)"|(?<plain>[\p{L}][\p{L}\p{N}_$#]*))\s*(?<dot>\.?)/u

/** The parts of a name; null when it is none. */
export const splitName = (text: string): ReadonlyArray<string> | null => {
  const parts: string[] = []
  let rest = text
  for (;;) {
    const { 0: matched, groups } = part.exec(rest) ?? {}
    if (matched === undefined || groups === undefined) return null
    parts.push(groups["quoted"] ?? (groups["plain"] ?? "").toUpperCase())
    rest = rest.slice(matched.length)
    if (groups["dot"] !== ".") return rest === "" ? parts : null
  }
}

/** One name from an argument; `whenNull` for NULL. ORA-20001 for what is none. */
export const nameArgument = (value: Value | undefined, whenNull: string): string => {
  if (typeof value !== "string") return whenNull
  const parts = splitName(value)
  const [only] = parts ?? []
  if (only === undefined || parts?.length !== 1) throw ora(20001, [`Invalid or inconsistent input values: "${value}"`])
  return only
}

/** `"HR"."T"`. */
export const quoteName = (...names: ReadonlyArray<string>): string => names.map((name) => `"${name}"`).join(".")

/** The text of an argument; null for NULL. */
export const textArgument = (value: Value | undefined): string | null => (typeof value === "string" ? value : null)
