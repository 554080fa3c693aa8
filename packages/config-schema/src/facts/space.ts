// Bytes that the copy of a table takes in the tablespace it goes to. Sizes are those of today: compression and free space inside
// blocks may make the copy smaller.
import type { CheckContext, DatabaseInfo, TableModel } from "@orapart/contract"
import { wishesOf } from "./wishes.ts"

/** Bytes of rows and what is stored beside them; null when neither segments nor statistics tell. */
export const dataBytesOf = (source: TableModel): number | null => {
  if (source.segments?.tableBytes != null) return source.segments.tableBytes
  const { averageRowBytes, rowCount } = source.statistics
  return rowCount === null || averageRowBytes === null ? null : rowCount * averageRowBytes
}

/** The tablespaces named in the wishes, or the table's own; empty when not known. */
export const targetTablespaces = (context: Pick<CheckContext, "table">, source: TableModel): ReadonlyArray<string> => {
  const wishes = wishesOf(context)
  const main = wishes?.tablespace ?? source.storage.tablespace
  return [...new Set([...(main === null ? [] : [main]), ...(wishes?.store_in ?? [])])]
}

/** Bytes that the copy needs in its tablespaces: rows, and the LOBs and indexes that lie there today; null when the rows' size is unknown. */
export const neededBytes = (source: TableModel, tablespaces: ReadonlyArray<string>): number | null => {
  const rows = dataBytesOf(source)
  if (rows === null) return null
  const isThere = (part: { readonly tablespace: string | null }): boolean =>
    part.tablespace === null || tablespaces.includes(part.tablespace)
  const beside = [...source.lobs, ...source.indexes].filter(isThere).reduce((sum, part) => sum + (part.bytes ?? 0), 0)
  return rows + beside
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
