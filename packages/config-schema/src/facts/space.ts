// Bytes that the copy of a table takes in the tablespace it goes to. Sizes are those of today: compression and free space inside
// blocks may make the copy smaller.
import type { CheckContext, DatabaseInfo, TableModel } from "@orapart/contract"
import { wishesOf } from "./wishes.ts"

/** Bytes of rows and what is stored beside them; null when neither segments nor statistics tell. */
export const dataBytesOf = (source: TableModel): number | null => {
  const measured = source.segments?.tableBytes ?? null
  if (measured !== null) return measured
  const { averageRowBytes, rowCount } = source.statistics
  return rowCount === null || averageRowBytes === null ? null : rowCount * averageRowBytes
}

/** The tablespaces named in the wishes, or the table's own; empty when not known. */
export const targetTablespaces = (context: Pick<CheckContext, "table">, source: TableModel): ReadonlyArray<string> => {
  const wishes = wishesOf(context)
  const main = wishes?.tablespace ?? source.storage.tablespace
  const others = wishes?.store_in ?? []
  if (main === null) return others
  return others.length === 0 ? [main] : [...new Set([main, ...others])]
}

type Part = { readonly tablespace: string | null; readonly bytes: number | null }

/** Bytes that the copy needs in its tablespaces: rows, and the LOBs and indexes that lie there today; null when the rows' size is unknown. */
export const neededBytes = (source: TableModel, tablespaces: ReadonlyArray<string>): number | null => {
  const rows = dataBytesOf(source)
  if (rows === null) return null
  const bytesThere = (sum: number, part: Part): number =>
    part.tablespace === null || tablespaces.includes(part.tablespace) ? sum + (part.bytes ?? 0) : sum
  return source.indexes.reduce(bytesThere, source.lobs.reduce(bytesThere, rows))
}

/** Free bytes (with what the files may still grow) of the tablespaces together; null when one of them is not known. */
export const freeBytesIn = (database: DatabaseInfo, tablespaces: ReadonlyArray<string>): number | null => {
  if (tablespaces.length === 0) return null
  let free = 0
  for (const name of tablespaces) {
    const bytes = database.tablespaces.find((tablespace) => tablespace.name === name)?.freeBytes ?? null
    if (bytes === null) return null
    free += bytes
  }
  return free
}
