// Rows per partition and subpartition: the keys come as they are, the places are found here, because the hash is quicker here than in PostgreSQL.
import type { TextRow } from "../backend/protocol-reader.ts"
import type { PartitionEntry, TableEntry } from "../catalog/entries.ts"
import { DatabaseError } from "../engine/engine.ts"
import type { KeyText } from "../partitions/compare-bounds.ts"
import { makePlacer } from "../partitions/place-row.ts"
import { placeSubpartition } from "../partitions/place-subpartition.ts"
import { familyOf } from "../types/value-type.ts"
import { valueOf } from "../types/value-text.ts"
import { oracleError } from "./oracle-error.ts"
import { runAtomic } from "./savepoint.ts"
import type { StatementRunner } from "./statement-runner.ts"

const portion = 20_000

/** Finds the place of rows and remembers partitions by key: neighbours mostly share it. */
const makeCounter = (table: TableEntry, partitions: ReadonlyArray<PartitionEntry>) => {
  const counts = new Map<number, number>()
  const placer = makePlacer(table, partitions)
  const keyCount = table.partitioning?.columns.length ?? 0
  const ids = [...(table.partitioning?.columns ?? []), ...(table.partitioning?.subpartitioning?.columns ?? [])]
  const types = ids.map((id) => table.columns.find((column) => column.id === id)?.type)
  const places = new Map<string, PartitionEntry | null>()
  const add = (id: number, rows: number): void => void counts.set(id, (counts.get(id) ?? 0) + rows)
  const keyText = (at: number, text: string | null): KeyText => {
    const type = types[at]
    if (type === undefined || text === null) return null
    if (familyOf(type) === "raw") return text.slice(2).toUpperCase()
    const value = valueOf(type, text)
    return typeof value === "string" ? value : null
  }
  const partitionOf = (key: ReadonlyArray<KeyText>): PartitionEntry | null => {
    const name = JSON.stringify(key)
    const known = places.get(name)
    if (known !== undefined) return known
    const placement = placer.place(key)
    const found = placement.kind === "existing" ? placement.partition : null
    if (places.size > 100_000) places.clear()
    places.set(name, found)
    return found
  }
  const count = (row: TextRow): void => {
    const rows = Number(row[0] ?? "0")
    const key = ids.map((_, at) => keyText(at, row[at + 1] ?? null))
    const partition = partitionOf(key.slice(0, keyCount))
    if (partition === null) return
    add(partition.id, rows)
    if (key.length > keyCount) add(placeSubpartition(table, partition, key.slice(keyCount)).id, rows)
  }
  return { counts, ids, count }
}

/** Rows of each part by object id; parts without rows have zero; empty for a table without partitions. Called inside the queue. */
export const countPartRows = async (runner: StatementRunner, tableId: number): Promise<ReadonlyMap<number, number>> => {
  const { database } = runner.site
  const table = database.catalog.getOf("table", tableId)
  if (table === null || table.partitioning === null) return new Map()
  const partitions = database.catalog.childrenOf(tableId, "partition")
  const { counts, ids, count } = makeCounter(table, partitions)
  for (const { id, subpartitions } of partitions)
    for (const one of [id, ...subpartitions.map((part) => part.id)]) counts.set(one, 0)
  const columns = ids.map((id) => `c${String(id)}::text`).join(", ")
  try {
    await runAtomic(database, async () => {
      const portal = await database.backend.open(
        `SELECT count(*), ${columns} FROM d.t${String(tableId)} GROUP BY ${ids.map((id) => `c${String(id)}`).join(", ")}`,
        [],
        portion
      )
      let { firstRows: rows, isDone } = portal
      for (;;) {
        for (const row of rows) count(row)
        if (isDone) break
        ;({ rows, isDone } = await portal.fetch(portion))
      }
      portal.close()
    })
    return counts
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause
    throw oracleError(cause, null)
  }
}
