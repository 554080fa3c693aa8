// `PARTITION (p)`, `SUBPARTITION (s)` and `PARTITION FOR (...)`: from what was written to the part of a table.
import type { OracleType, PartitionEntry, SubpartitionEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Expression, PartitionExtension } from "../sql/ast/index.ts"
import type { KeyText } from "./compare-bounds.ts"
import { constantText } from "./constant-text.ts"
import { keyTypes } from "./key-types.ts"
import { makePlacer } from "./place-row.ts"
import { placeSubpartition } from "./place-subpartition.ts"
import type { EvaluateConstant } from "./read-bound.ts"

/** A partition, or a subpartition with its partition. */
export interface FoundPart {
  readonly partition: PartitionEntry
  /** null when a partition was named. */
  readonly subpartition: SubpartitionEntry | null
}

const readKey = async (
  values: ReadonlyArray<Expression>,
  types: ReadonlyArray<OracleType>,
  evaluate: EvaluateConstant,
  offset: number
): Promise<ReadonlyArray<KeyText>> => {
  if (values.length !== types.length) throw ora(14763, [], offset)
  const key: KeyText[] = []
  for (const [at, type] of types.entries()) {
    const value = values[at]
    if (value === undefined || value.kind === "bind" || value.kind === "name") throw ora(14763, [], offset)
    key.push(constantText(value, type) ?? (await evaluate(value, type)))
  }
  return key
}

const findByName = (
  partitions: ReadonlyArray<PartitionEntry>,
  level: PartitionExtension["level"],
  name: string,
  offset: number
): FoundPart => {
  for (const partition of partitions) {
    if (level === "partition" && partition.name === name) return { partition, subpartition: null }
    const subpartition =
      level === "subpartition" ? partition.subpartitions.find((part) => part.name === name) : undefined
    if (subpartition !== undefined) return { partition, subpartition }
  }
  throw ora(level === "partition" ? 2149 : 14251, [], offset)
}

/** What FOR (...) names: an existing part, or the key of an interval partition that is not there yet. */
export type ForTarget =
  | { readonly kind: "found"; readonly part: FoundPart }
  | { readonly kind: "missing"; readonly key: ReadonlyArray<KeyText> }

/** The part that FOR (...) means; LOCK TABLE makes a missing one, everything else fails with ORA-02149. */
export const findForValues = async (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  extension: PartitionExtension & { readonly target: { readonly kind: "values" } },
  evaluate: EvaluateConstant
): Promise<ForTarget> => {
  const { partitioning } = table
  if (partitioning === null) throw ora(14501, [], extension.start)
  const sub = extension.level === "subpartition" ? partitioning.subpartitioning : null
  if (extension.level === "subpartition" && sub === null) throw ora(14253, [], extension.start)
  const types = keyTypes(table, partitioning.columns)
  const all = [...types, ...keyTypes(table, sub?.columns ?? [])]
  const key = await readKey(extension.target.values, all, evaluate, extension.start)
  const placement = makePlacer(table, partitions).place(key.slice(0, types.length))
  if (placement.kind === "missing") return { kind: "missing", key: key.slice(0, types.length) }
  const { partition } = placement
  const subpartition = sub === null ? null : placeSubpartition(table, partition, key.slice(types.length))
  return { kind: "found", part: { partition, subpartition } }
}

/**
 * The part of a table that an extension names. Fails with ORA-14501 (not partitioned), ORA-02149 (no such partition), ORA-14251 (no such subpartition),
 * ORA-14763 (FOR with values that lead nowhere).
 */
export const findPart = async (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  extension: PartitionExtension,
  evaluate: EvaluateConstant
): Promise<FoundPart> => {
  if (table.partitioning === null) throw ora(14501, [], extension.start)
  const { target } = extension
  if (target.kind === "name") return findByName(partitions, extension.level, target.name.value, target.name.start)
  const found = await findForValues(table, partitions, { ...extension, target }, evaluate)
  if (found.kind === "missing") throw ora(2149, [], extension.start)
  return found.part
}
