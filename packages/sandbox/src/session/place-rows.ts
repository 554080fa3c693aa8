// After rows were changed: are there partitions for them? Interval partitions are made now, a key without a place undoes the statement.
import type { TextRow } from "../backend/protocol-reader.ts"
import { CatalogChange } from "../catalog/catalog-change.ts"
import type { TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { KeyLayout } from "../emit/placement.ts"
import { addIntervalPartitions } from "../partitions/add-interval-partitions.ts"
import type { KeyText } from "../partitions/compare-bounds.ts"
import { makePlacer } from "../partitions/place-row.ts"
import { placeSubpartition } from "../partitions/place-subpartition.ts"
import { familyOf } from "../types/value-type.ts"
import { valueOf } from "../types/value-text.ts"

const keyText = (table: TableEntry, columnId: number, text: string | null): KeyText => {
  const type = table.columns.find(({ id }) => id === columnId)?.type
  if (type === undefined || text === null) return null
  if (familyOf(type) === "raw") return text.slice(2).toUpperCase()
  const value = valueOf(type, text)
  return typeof value === "string" ? value : null
}

const tuple = (table: TableEntry, layout: KeyLayout, cells: TextRow): ReadonlyArray<KeyText> =>
  layout.columns.map((id, at) => keyText(table, id, cells[at] ?? null))

const endsOf = (table: TableEntry, layout: KeyLayout, cells: TextRow): ReadonlyArray<ReadonlyArray<KeyText>> => {
  const [low = null, high = null, nulls = "0"] = cells
  const [id = 0] = layout.columns
  return [
    ...(low === null ? [] : [[keyText(table, id, low)], [keyText(table, id, high)]]),
    ...(nulls === "0" ? [] : [[null]])
  ]
}

/** ORA-14402 when a row would change its partition or subpartition. */
const refuseMoves = (
  change: CatalogChange,
  table: TableEntry,
  layout: KeyLayout,
  rows: ReadonlyArray<TextRow>
): ReadonlyArray<ReadonlyArray<KeyText>> => {
  const count = table.partitioning?.columns.length ?? 0
  const placer = makePlacer(table, change.catalog.childrenOf(table.id, "partition"))
  const placeOf = (key: ReadonlyArray<KeyText>): string => {
    const placement = placer.place(key.slice(0, count))
    if (placement.kind === "missing") return `missing ${String(placement.slot)}`
    const { partition } = placement
    const sub = key.length > count ? placeSubpartition(table, partition, key.slice(count)) : null
    return `${String(partition.id)} ${String(sub?.id ?? 0)}`
  }
  return rows.map((cells) => {
    const old = layout.columns.map((id, at) => keyText(table, id, cells[at * 2] ?? null))
    const next = layout.columns.map((id, at) => keyText(table, id, cells[at * 2 + 1] ?? null))
    if (placeOf(old) !== placeOf(next)) throw ora(14_402)
    return next.slice(0, count)
  })
}

/**
 * Finds a place for keys. `rows` have the cells of the layout. Gives the change of the catalog when partitions were made. ORA-14400, ORA-14300, ORA-14402 ...
 */
export const placeRows = (
  catalog: CatalogChange["catalog"],
  tableId: number,
  layout: KeyLayout,
  rows: ReadonlyArray<TextRow>,
  now: string
): CatalogChange | null => {
  const change = new CatalogChange(catalog)
  const table = catalog.getOf("table", tableId)
  if (table === null) return null
  const count = table.partitioning?.columns.length ?? 0
  const keys =
    layout.kind === "moves"
      ? refuseMoves(change, table, layout, rows)
      : layout.kind === "ends"
        ? rows.flatMap((cells) => endsOf(table, layout, cells))
        : rows.map((cells) => tuple(table, layout, cells))
  addIntervalPartitions(
    change,
    tableId,
    keys.map((key) => key.slice(0, count)),
    now
  )
  if (layout.columns.length > count) {
    const placer = makePlacer(table, change.catalog.childrenOf(tableId, "partition"))
    for (const key of keys) {
      const placement = placer.place(key.slice(0, count))
      if (placement.kind === "existing") placeSubpartition(table, placement.partition, key.slice(count))
    }
  }
  return change.isChanged ? change : null
}
