// PARTITION BY of CREATE TABLE: key columns, interval, subpartitioning, and the partitions that are listed.
import type {
  IntervalEntry,
  Partitioning,
  SubpartitioningEntry,
  TableEntry,
  TemplateSubpartition
} from "../catalog/entries.ts"
import { noStorage } from "../catalog/entry.ts"
import { ora } from "../errors/ora.ts"
import { readIntervalStep, checkIntervalDays } from "../partitions/interval-step.ts"
import { checkIntervalKey, checkKeyColumn, keyTypes } from "../partitions/key-types.ts"
import type { PartitionPlan, SubpartitionPlan } from "../partitions/make-partition.ts"
import { checkFragments, checkPartNames, makePartition, plainPlan } from "../partitions/make-partition.ts"
import { checkBounds, readBound } from "../partitions/read-bound.ts"
import type {
  Identifier,
  IntervalClause,
  PartitionDefinition,
  SubpartitionTemplate,
  Subpartitioning,
  TablePartitioning
} from "../sql/ast/index.ts"
import { columnById, subpartitioningOf, tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { textOf } from "./expression-text.ts"
import { readStorage, requireTablespace } from "./segment-storage.ts"

const readKeyColumns = (
  table: TableEntry,
  names: ReadonlyArray<Identifier>,
  isInterval: boolean
): ReadonlyArray<number> => {
  const ids: number[] = []
  for (const name of names) {
    const column = table.columns.find((candidate) => candidate.name === name.value && candidate.visibility !== "unused")
    if (column === undefined) throw ora(14030, [], name.start)
    if (ids.includes(column.id)) throw ora(957, [], name.start)
    if (column.encryption !== null) throw ora(28346, [], name.start)
    if (isInterval) checkIntervalKey(column, name.start)
    else checkKeyColumn(column, name.start)
    ids.push(column.id)
  }
  return ids
}

/** INTERVAL (...) of a table. */
export const readInterval = (
  context: DdlContext,
  table: TableEntry,
  columns: ReadonlyArray<number>,
  clause: IntervalClause
): IntervalEntry => {
  if (columns.length > 1) throw ora(14750, [], clause.start)
  const { type } = columnById(table, columns[0] ?? -1)
  return {
    text: textOf(context.sql, clause.expression),
    step: readIntervalStep(clause.expression, type),
    storeIn: clause.storeIn.map((name) => requireTablespace(context, name))
  }
}

/** A subpartition template: described, or a number only (template null then). */
export const readTemplate = async (
  context: DdlContext,
  table: TableEntry,
  sub: Pick<SubpartitioningEntry, "columns" | "method">,
  template: SubpartitionTemplate
): Promise<{ readonly count: number; readonly template: ReadonlyArray<TemplateSubpartition> | null }> => {
  if (template.count !== null) return { count: template.count, template: null }
  if (template.subpartitions.length === 0) return { count: 1, template: null }
  const types = keyTypes(table, sub.columns)
  const read: TemplateSubpartition[] = []
  for (const { name, values, attributes, start } of template.subpartitions) {
    if (name === null) throw ora(14605, [], start)
    if (read.some((other) => other.name === name.value)) throw ora(14159, [], name.start)
    const bound = await readBound(values, types, context.queries.evaluateConstant)
    const tablespace = attributes.tablespace === null ? null : requireTablespace(context, attributes.tablespace)
    read.push({ name: name.value, bound, tablespace })
  }
  checkBounds(types, read, template.start)
  return { count: read.length, template: read }
}

const readSubpartitioning = async (
  context: DdlContext,
  table: TableEntry,
  written: Subpartitioning
): Promise<SubpartitioningEntry> => {
  const columns = readKeyColumns(table, written.columns, false)
  const method = written.kind === "hash" ? "HASH" : written.kind === "list" ? "LIST" : "RANGE"
  const fromTemplate =
    written.template === null ? null : await readTemplate(context, table, { columns, method }, written.template)
  return {
    method,
    columns,
    count: fromTemplate?.count ?? written.count ?? 1,
    storeIn: written.storeIn.map((name) => requireTablespace(context, name)),
    template: fromTemplate?.template ?? null
  }
}

/** The partitioning of a table; its columns have to be there already. */
export const readPartitioning = async (
  context: DdlContext,
  table: TableEntry,
  written: TablePartitioning
): Promise<Partitioning> => {
  if (table.temporary !== null) throw ora(14451, [], written.start)
  if (table.columns.some(({ type }) => type.name === "LONG" || type.name === "LONG RAW"))
    throw ora(14031, [], written.start)
  const clause = written.kind === "range" ? written.interval : null
  if (clause !== null && written.columns.length > 1) throw ora(14750, [], written.columns[1]?.start ?? null)
  const columns = readKeyColumns(table, written.columns, clause !== null)
  const sub = written.subpartitioning
  return {
    method: written.kind === "hash" ? "HASH" : written.kind === "list" ? "LIST" : "RANGE",
    columns,
    interval: clause === null ? null : readInterval(context, table, columns, clause),
    subpartitioning: sub === null ? null : await readSubpartitioning(context, table, sub)
  }
}

const readSubpartitionPlans = async (
  context: DdlContext,
  table: TableEntry,
  definition: PartitionDefinition
): Promise<ReadonlyArray<SubpartitionPlan> | null> => {
  const sub = subpartitioningOf(table)
  if (definition.subpartitions.length === 0) return null
  if (sub === null) throw ora(14171, [], definition.start)
  const types = keyTypes(table, sub.columns)
  const plans: SubpartitionPlan[] = []
  for (const { name, values, attributes } of definition.subpartitions) {
    const bound = await readBound(values, types, context.queries.evaluateConstant)
    plans.push({ name: name?.value ?? null, bound, storage: readStorage(context, attributes) })
  }
  checkBounds(
    types,
    plans.map((plan) => ({ name: plan.name ?? "", bound: plan.bound })),
    definition.start
  )
  return plans
}

/** The plan of a described partition. */
export const readPartitionPlan = async (
  context: DdlContext,
  table: TableEntry,
  definition: PartitionDefinition,
  hasSegment: boolean
): Promise<PartitionPlan> => {
  const types = keyTypes(table, table.partitioning?.columns ?? [])
  const storage = readStorage(context, definition.attributes)
  const creation = storage.segmentCreation
  return {
    ...plainPlan(await readBound(definition.values, types, context.queries.evaluateConstant)),
    name: definition.name?.value ?? null,
    storage,
    isReadOnly: definition.isReadOnly ?? false,
    isIndexingOff: definition.indexing === "off",
    subpartitions: await readSubpartitionPlans(context, table, definition),
    subpartitionCount: definition.subpartitionCount,
    subpartitionStoreIn: definition.subpartitionStoreIn.map((name) => requireTablespace(context, name)),
    hasSegment: creation === null ? hasSegment : creation === "immediate"
  }
}

const listedOrCounted = async (
  context: DdlContext,
  table: TableEntry,
  written: TablePartitioning
): Promise<ReadonlyArray<PartitionPlan>> => {
  if (written.kind === "hash" && written.partitions.length === 0) {
    const storeIn = written.storeIn.map((name) => requireTablespace(context, name))
    return Array.from({ length: written.count ?? 1 }, (_, at) => ({
      ...plainPlan({ kind: "hash" }),
      storage: { ...noStorage, tablespace: storeIn[at % Math.max(1, storeIn.length)] ?? null },
      hasSegment: table.hasSegment
    }))
  }
  const plans: PartitionPlan[] = []
  for (const definition of written.partitions)
    plans.push(await readPartitionPlan(context, table, definition, table.hasSegment))
  return plans
}

/**
 * Makes the partitions of a new table. Fails with ORA-14037, ORA-14312, ORA-14318 (bounds), ORA-14767 (day of the anchor), ORA-14013 and ORA-14159 (names),
 * ORA-14335 and ORA-14299 (too many).
 */
export const makePartitions = async (
  context: DdlContext,
  tableId: number,
  written: TablePartitioning
): Promise<void> => {
  const table = tableNow(context, tableId)
  const types = keyTypes(table, table.partitioning?.columns ?? [])
  const plans = await listedOrCounted(context, table, written)
  const first = written.partitions[0]?.start ?? written.start
  checkBounds(
    types,
    plans.map(({ name, bound }) => ({ name: name ?? "", bound })),
    first
  )
  const step = table.partitioning?.interval?.step
  if (step !== undefined)
    checkIntervalDays(
      step,
      plans.map(({ bound }) => bound),
      written.start
    )
  const sub = subpartitioningOf(table)
  const perPartition = sub === null ? 1 : (sub.template?.length ?? sub.count)
  checkFragments(
    0,
    plans.reduce((sum, plan) => sum + (plan.subpartitions?.length ?? plan.subpartitionCount ?? perPartition), 0),
    written.start
  )
  for (const plan of plans) makePartition(context.change, table, plan, context.now())
  checkPartNames(context.change.catalog.childrenOf(tableId, "partition"), written.start)
}
