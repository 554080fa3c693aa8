// Columns of views, written short: `OWNER v128! NUM_ROWS n HYBRID v3@19`. A type is v (VARCHAR2), c (CHAR), r (RAW) with a length, n (NUMBER), d (DATE), t (TIMESTAMP
// WITH TIME ZONE), long, clob; `!` is NOT NULL, `@` the first release that has the column.
import type { OracleType } from "../catalog/entries.ts"
import { characterType, plainType, rawType, timestampType } from "../catalog/oracle-type.ts"
import type { OracleRelease } from "../sql/release.ts"
import type { Cell, CellRow, DictionaryColumn } from "./view.ts"

const pattern = /^(?<kind>long|clob|[vcr]\d+|n|d|t)(?<required>!?)(?:@(?<since>[\d.]+))?$/u

const typeOf = (kind: string): OracleType => {
  const length = Number(kind.slice(1))
  if (kind === "long") return plainType("LONG")
  if (kind === "clob") return plainType("CLOB")
  if (kind === "n") return plainType("NUMBER")
  if (kind === "d") return plainType("DATE")
  if (kind === "t") return timestampType("TIMESTAMP WITH TIME ZONE", 9)
  if (kind.startsWith("r")) return rawType("RAW", length)
  return characterType(kind.startsWith("c") ? "CHAR" : "VARCHAR2", length, "B")
}

/** Reads a list of columns: names and types in turn, parted by white space. */
export const readColumns = (text: string): ReadonlyArray<DictionaryColumn> => {
  const words = text.trim().split(/\s+/u)
  const columns: DictionaryColumn[] = []
  for (let at = 0; at < words.length; at += 2) {
    const [name = "", spec = ""] = [words[at], words[at + 1]]
    const groups = pattern.exec(spec)?.groups
    if (groups === undefined) throw new RangeError(`column ${name} has no type: ${spec}`)
    const since = Number(groups["since"] ?? "11.2") as OracleRelease
    columns.push({ name, type: typeOf(groups["kind"] ?? ""), isNullable: groups["required"] === "", since })
  }
  return columns
}

/** `NAME ...` for many columns of one type. */
export const same = (type: string, names: string): string =>
  names
    .trim()
    .split(/\s+/u)
    .map((name) => `${name} ${type}`)
    .join(" ")

const cellText = (cell: Cell): string | null =>
  cell === null || cell === undefined || cell === "" ? null : String(cell)

/** Values of a row in the order of the columns. A cell of a column that the view does not have is a mistake of the generator. */
export const orderCells = (columns: ReadonlyArray<DictionaryColumn>, cells: CellRow): ReadonlyArray<string | null> =>
  columns.map(({ name }) => cellText(cells[name]))

/** YES and NO. */
export const yesNo = (value: boolean): string => (value ? "YES" : "NO")

/** Left-padded as some flag columns are. */
export const padLeft = (text: string | number, length: number): string => String(text).padStart(length, " ")
