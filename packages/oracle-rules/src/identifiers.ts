// Names in generated SQL: when they need quotes, how long they may be, how a long one is cut. Dictionary names come in exact
// case and are never folded: a name that is not a plain upper-case identifier is quoted.
import { createHash } from "node:crypto"
import type { DatabaseInfo } from "@orapart/contract"
import { compareVersions } from "./limits.ts"
import { reservedWords } from "./reserved-words.ts"

const plainPattern = /^[A-Z][A-Z0-9_$#]*$/

/** True when Oracle reads the name back unchanged without quotes: upper case, no reserved word. */
export const isPlainIdentifier = (name: string): boolean => plainPattern.test(name) && !reservedWords.has(name)

/**
 * The name as it stands in SQL, in quotes only when needed. A `"` cannot be part of an Oracle name and is refused earlier by
 * describeIdentifierProblem; should one come through, it is doubled, so that the statement fails instead of meaning something else.
 */
export const quoteIdentifier = (name: string): string =>
  isPlainIdentifier(name) ? name : `"${name.replaceAll('"', '""')}"`

/** `OWNER.NAME`, each part quoted when needed. */
export const qualifyName = (owner: string, name: string): string => `${quoteIdentifier(owner)}.${quoteIdentifier(name)}`

/**
 * Longest name in bytes: 128 needs release 12.2 and COMPATIBLE 12.2 or higher (Database Object Naming Rules), otherwise 30.
 * Where either is unknown the answer is 30: a short name is right everywhere. Tablespace names stay at 30 in every release.
 */
export const nameLimitBytes = (database: Pick<DatabaseInfo, "version" | "compatible"> | null): 30 | 128 => {
  if (database === null || database.version === null || database.compatible === null) return 30
  const match = /^\s*(\d+)(?:\.(\d+))?/.exec(database.compatible)
  if (match === null) return 30
  const compatible = { major: Number(match[1]), minor: Number(match[2] ?? "0") }
  const since = { major: 12, minor: 2 }
  return compareVersions(database.version, since) >= 0 && compareVersions(compatible, since) >= 0 ? 128 : 30
}

const codePointBytes = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** Length in bytes as UTF-8 (AL32UTF8). Oracle limits names in bytes of the database character set; UTF-8 is the longest of them. */
export const nameBytes = (name: string): number => {
  let bytes = 0
  for (const character of name) bytes += codePointBytes(character.codePointAt(0) ?? 0)
  return bytes
}

// Tabs too: SQL*Plus replaces them in what it shows, and nobody sees them in a review.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001F\u007F-\u009F]/u

/** Why the name cannot exist in Oracle or stand in a SQL*Plus script, in words after "the name"; null when it can. */
export const describeIdentifierProblem = (name: string, limitBytes: number): string | null => {
  if (name === "") return "is empty (ORA-01741)"
  if (name.includes('"')) return "contains a double quote, which no Oracle name can hold (ORA-03001)"
  if (name.includes("\0")) return "contains a NUL character, which no Oracle name can hold"
  if (/[\r\n]/.test(name)) return "contains a line break, which a SQL*Plus script cannot carry inside a name"
  if (controlCharacter.test(name)) return "contains a control character, which a SQL*Plus script cannot carry"
  const bytes = nameBytes(name)
  if (bytes > limitBytes)
    return `is ${bytes} bytes long, ${bytes - limitBytes} more than the ${limitBytes} allowed here (ORA-00972)`
  return null
}

const HASH_DIGITS = 6

const cutToBytes = (name: string, limitBytes: number): string => {
  let bytes = 0
  let kept = ""
  for (const character of name) {
    bytes += codePointBytes(character.codePointAt(0) ?? 0)
    if (bytes > limitBytes) break
    kept += character
  }
  return kept
}

/**
 * The name itself when it fits into limitBytes (8 or more), otherwise its beginning, cut between two characters, with `_` and six
 * hexadecimal digits of a hash of the whole name. Same name, same result; two long names differ even when they begin alike.
 */
export const shortenName = (name: string, limitBytes: number): string => {
  if (nameBytes(name) <= limitBytes) return name
  const hash = createHash("sha256").update(name, "utf8").digest("hex").slice(0, HASH_DIGITS).toUpperCase()
  return `${cutToBytes(name, limitBytes - HASH_DIGITS - 1)}_${hash}`
}

export { reservedWords }
