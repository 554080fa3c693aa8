// Names of the folders that script sets are written to. A table may be called anything; a folder may not.
import { createHash } from "node:crypto"

/** A table by its exact dictionary names. */
export interface TableName {
  readonly owner: string
  readonly table: string
}

/** Bytes that are safe on every file system; the limit is usually 255 for one name. */
const MAX_BYTES = 200
const HASH_DIGITS = 8

const isSafe = (name: string): boolean => /^[A-Za-z0-9_$#]+$/.test(name) && name.length <= MAX_BYTES

// A plain name never holds a hyphen, so a name with a hash cannot meet one without.
const nameWithHash = ({ owner, table }: TableName): string => {
  const readable = `${owner}_${table}`.replace(/[^A-Za-z0-9_$#]+/g, "-").slice(0, MAX_BYTES - HASH_DIGITS - 1)
  const hash = createHash("sha256")
    .update(JSON.stringify([owner, table]), "utf8")
    .digest("hex")
  return `${readable}-${hash.slice(0, HASH_DIGITS)}`
}

/**
 * The folder of each table: `OWNER_TABLE`, or an escaped name with a short hash where that is unsafe (blanks, slashes, dots,
 * letters beyond ASCII, over 200 bytes) or where two tables would share a folder, upper and lower case being one on Windows and
 * macOS (A_B + C and A + B_C). The result does not depend on the order of the tables. Keys are the objects given.
 */
export const nameFolders = <Table extends TableName>(tables: ReadonlyArray<Table>): ReadonlyMap<Table, string> => {
  const claims = new Map<string, Set<string>>()
  const plainName = ({ owner, table }: TableName): string => `${owner}_${table}`
  for (const table of tables) {
    const key = plainName(table).toLowerCase()
    claims.set(key, (claims.get(key) ?? new Set()).add(JSON.stringify([table.owner, table.table])))
  }
  return new Map(
    tables.map((table) => {
      const name = plainName(table)
      const isAlone = claims.get(name.toLowerCase())?.size === 1
      return [table, isAlone && isSafe(name) ? name : nameWithHash(table)] as const
    })
  )
}
