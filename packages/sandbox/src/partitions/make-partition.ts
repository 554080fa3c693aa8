// Makes partitions with their subpartitions: names from the one sequence, defaults of the table, the limits of the rule book, 1.6.
import type { CatalogChange } from "../catalog/catalog-change.ts"
import type {
  PartitionBound,
  PartitionEntry,
  SegmentStorage,
  SubpartitionEntry,
  SubpartitioningEntry,
  TableEntry
} from "../catalog/entries.ts"
import { noStorage } from "../catalog/entry.ts"
import { ora } from "../errors/ora.ts"

/** A subpartition that was described in a statement. */
export interface SubpartitionPlan {
  readonly name: string | null
  readonly bound: PartitionBound
  readonly storage: SegmentStorage
}

/** A partition to be made. */
export interface PartitionPlan {
  /** null: SYS_Pn. */
  readonly name: string | null
  readonly bound: PartitionBound
  readonly isInterval: boolean
  readonly storage: SegmentStorage
  readonly isReadOnly: boolean
  readonly isIndexingOff: boolean
  /** Described subpartitions; null: by the table's template or count, or `subpartitionCount`. */
  readonly subpartitions: ReadonlyArray<SubpartitionPlan> | null
  readonly subpartitionCount: number | null
  readonly subpartitionStoreIn: ReadonlyArray<string>
  /** Segments come into being at once: rows are on their way, or deferred creation is off. */
  readonly hasSegment: boolean
}

/** A plan of which nothing special was said. */
export const plainPlan = (bound: PartitionBound): PartitionPlan => ({
  name: null,
  bound,
  isInterval: false,
  storage: noStorage,
  isReadOnly: false,
  isIndexingOff: false,
  subpartitions: null,
  subpartitionCount: null,
  subpartitionStoreIn: [],
  hasSegment: false
})

const wholeBound = (method: SubpartitioningEntry["method"], columns: number): PartitionBound => {
  if (method === "HASH") return { kind: "hash" }
  if (method === "LIST") return { kind: "default" }
  return { kind: "less-than", values: Array.from({ length: columns }, () => ({ kind: "maxvalue" as const })) }
}

const inTurn = (tablespaces: ReadonlyArray<string>, at: number): SegmentStorage =>
  tablespaces.length === 0 ? noStorage : { ...noStorage, tablespace: tablespaces[at % tablespaces.length] ?? null }

const nameLimitBytes = 128

const templateName = (partition: string, template: string): string => {
  const name = `${partition}_${template}`
  if (Buffer.byteLength(name, "utf8") > nameLimitBytes) throw ora(972)
  return name
}

/** Subpartitions by the table's own rule. Named ones of a template keep their names in range tables; interval tables have SYS_SUBPn always. */
const defaultPlans = (
  sub: SubpartitioningEntry,
  plan: PartitionPlan,
  partitionName: string,
  isIntervalTable: boolean
): ReadonlyArray<SubpartitionPlan> => {
  if (plan.subpartitionCount === null && sub.template !== null)
    return sub.template.map(({ name, bound, tablespace }) => ({
      name: isIntervalTable ? null : templateName(partitionName, name),
      bound,
      storage: { ...noStorage, tablespace }
    }))
  if (sub.method !== "HASH")
    return [{ name: null, bound: wholeBound(sub.method, sub.columns.length), storage: noStorage }]
  const storeIn = plan.subpartitionCount === null ? sub.storeIn : plan.subpartitionStoreIn
  return Array.from({ length: plan.subpartitionCount ?? sub.count }, (_, at) => ({
    name: null,
    bound: { kind: "hash" },
    storage: inTurn(storeIn, at)
  }))
}

const makeSubpartitions = (
  change: CatalogChange,
  table: TableEntry,
  plan: PartitionPlan,
  partitionName: string
): ReadonlyArray<SubpartitionEntry> => {
  const { partitioning } = table
  const sub = partitioning?.subpartitioning ?? null
  if (partitioning === null || sub === null) return []
  const plans = plan.subpartitions ?? defaultPlans(sub, plan, partitionName, partitioning.interval !== null)
  return plans.map(({ name, bound, storage }) => ({
    id: change.takeObjectId(),
    name: name ?? change.takeSubpartitionName(),
    bound,
    isSystemNamed: name === null,
    storage,
    hasSegment: plan.hasSegment,
    isReadOnly: plan.isReadOnly,
    statistics: null
  }))
}

/**
 * Makes a partition and puts it in front of another one (null: at the end). The partition takes its name before its subpartitions do, as in Oracle. Whether
 * the name is free is for the caller: system names always are.
 */
export const makePartition = (
  change: CatalogChange,
  table: TableEntry,
  plan: PartitionPlan,
  now: string,
  before: number | null = null
): PartitionEntry => {
  const name = plan.name ?? change.takePartitionName()
  const id = change.takeObjectId()
  const subpartitions = makeSubpartitions(change, table, plan, name)
  const entry: PartitionEntry = {
    kind: "partition",
    id,
    owner: table.owner,
    name,
    parentId: table.id,
    createdAt: now,
    lastDdlAt: now,
    isValid: true,
    isSystemNamed: plan.name === null,
    bound: plan.bound,
    isInterval: plan.isInterval,
    storage: plan.storage,
    hasSegment: plan.hasSegment && subpartitions.length === 0,
    isReadOnly: plan.isReadOnly,
    isIndexingOff: plan.isIndexingOff,
    subpartitions,
    statistics: null
  }
  change.putPartition(entry, before)
  return entry
}

/** Fails with ORA-14013 or ORA-14159 when a name occurs twice among partitions or subpartitions of a table. */
export const checkPartNames = (partitions: ReadonlyArray<PartitionEntry>, offset: number | null): void => {
  const names = new Set<string>()
  const subnames = new Set<string>()
  for (const partition of partitions) {
    if (names.has(partition.name)) throw ora(14013, [], offset)
    names.add(partition.name)
    for (const { name } of partition.subpartitions) {
      if (subnames.has(name)) throw ora(14159, [], offset)
      subnames.add(name)
    }
  }
}

/** Most partitions and subpartitions that one statement may make: ORA-14335. */
export const maxNewFragments = 125_000

/** Fails with ORA-14335 when a statement makes too many parts, ORA-14299 when the table would have too many. */
export const checkFragments = (existing: number, added: number, offset: number | null): void => {
  if (added > maxNewFragments) throw ora(14335, [], offset)
  if (existing + added > 1_048_575) throw ora(14299, [], offset)
}
