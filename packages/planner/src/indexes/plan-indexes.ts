// The indexes of the new table: each as it is in the source, with its LOCAL or GLOBAL decided and the reason beside it.
import type {
  Finding,
  IndexDecision,
  IndexModel,
  IndexPartitioning,
  MigrationSettings,
  PartitioningModel,
  TableModel
} from "@orapart/contract"
import { makeFinding } from "../plan-codes.ts"
import { decideLocality, type IndexLocality } from "./index-locality.ts"
import { checkOverride, checkOverrideNames, type IndexOverride } from "./index-override.ts"

/** What indexes are planned from. */
export interface IndexesInput {
  readonly source: TableModel
  /** The layout to reach; its partitioning decides. */
  readonly target: TableModel
  readonly overrides?: MigrationSettings["index_overrides"]
  /** From generated index names to the planned ones. */
  readonly finalNames?: ReadonlyMap<string, string>
}

/** The planned indexes in the source's order, why they are so, and what had to be said. */
export interface PlannedIndexes {
  readonly indexes: ReadonlyArray<IndexModel>
  readonly decisions: ReadonlyArray<IndexDecision>
  readonly findings: ReadonlyArray<Finding>
}

interface Choice {
  readonly partitioning: IndexPartitioning
  readonly decision: Omit<IndexDecision, "index">
}

const chooseByOverride = (index: IndexModel, override: IndexOverride): Choice => {
  const reason = "Chosen in migration_settings.index_overrides."
  if (typeof override === "string") {
    return {
      partitioning: { type: override === "LOCAL" ? "local" : "none" },
      decision: { choice: override, reason, isOverride: true }
    }
  }
  const columns = index.keys.slice(0, 1).flatMap((part) => part.column ?? [])
  return {
    partitioning: { type: "global-hash", columns, partitions: override.global_hash_partitions },
    decision: { choice: "GLOBAL HASH", reason, isOverride: true }
  }
}

const chooseByRule = (index: IndexModel, locality: IndexLocality): Choice => {
  if (locality.choice === "GLOBAL" && index.partitioning.type === "global-hash") {
    const reason = "It is hash partitioned today and stays so."
    return { partitioning: index.partitioning, decision: { choice: "GLOBAL HASH", reason, isOverride: false } }
  }
  return {
    partitioning: { type: locality.choice === "LOCAL" ? "local" : "none" },
    decision: { choice: locality.choice, reason: locality.reason, isOverride: false }
  }
}

const refuseIndex = (index: IndexModel, locality: IndexLocality): ReadonlyArray<Finding> => {
  if (locality.localAllowed || locality.globalAllowed) return []
  return [
    makeFinding("OP229", {
      subject: `${index.owner}.${index.name}`,
      what: `Index ${index.name} has no place on the new layout: ${locality.localError ?? locality.reason}.`,
      why: "An index that is left out in silence is found missing by the first slow query.",
      advice: `Drop ${index.name} before the migration and create what replaces it afterwards, or choose a layout that takes it.`,
      evidence: { index: index.name, type: index.type }
    })
  ]
}

const noteUnusable = (index: IndexModel): ReadonlyArray<Finding> =>
  index.isUsable
    ? []
    : [
        makeFinding("OP230", {
          subject: `${index.owner}.${index.name}`,
          what: `Index ${index.name} is UNUSABLE today; the new table gets it usable.`,
          why: "It takes space and time to build, and queries will use it again.",
          advice: `If nobody needs it, drop it first: DROP INDEX ${index.owner}.${index.name}.`,
          evidence: { index: index.name }
        })
      ]

/**
 * A LOCAL index without a tablespace of its own follows the table's partitions. Once GLOBAL it has no partitions to follow, and
 * without a tablespace it would land in the user's default one: it goes to the new table's.
 */
const chooseTablespace = (index: IndexModel, partitioning: IndexPartitioning, target: TableModel): string | null =>
  index.tablespace ?? (partitioning.type === "local" ? null : target.storage.tablespace)

const planIndex = (input: IndexesInput, index: IndexModel, partitioning: PartitioningModel) => {
  const override = input.overrides?.[index.name] ?? input.overrides?.[input.finalNames?.get(index.name) ?? ""]
  const locality = decideLocality(input.source, index, partitioning)
  const refusal = refuseIndex(index, locality)
  const badOverride =
    override === undefined || refusal.length > 0 ? null : checkOverride(input.source, index, override, locality)
  const choice =
    override === undefined || badOverride !== null ? chooseByRule(index, locality) : chooseByOverride(index, override)
  const name = input.finalNames?.get(index.name) ?? index.name
  return {
    index: {
      ...index,
      name,
      isGeneratedName: false,
      isUsable: true,
      partitioning: choice.partitioning,
      tablespace: chooseTablespace(index, choice.partitioning, input.target)
    },
    decision: { index: name, ...choice.decision },
    findings: [...refusal, ...(badOverride === null ? [] : [badOverride]), ...noteUnusable(index)]
  }
}

/**
 * Plans the indexes of the new table. Everything but name, partitioning and usability stays as it is: uniqueness, order,
 * expressions, reverse, compression, visibility, INDEXING PARTIAL. The index of a key stays unique and GLOBAL unless the key
 * holds partition and subpartition key (ORA-14039, ORA-14188). A target that is not partitioned keeps them unpartitioned.
 */
export const planIndexes = (input: IndexesInput): PlannedIndexes => {
  const partitioning = input.target.partitioning
  const known = new Set(
    input.source.indexes.flatMap((index) => [index.name, input.finalNames?.get(index.name) ?? index.name])
  )
  const unknown = checkOverrideNames(input.source, input.overrides ?? {}, known)
  if (partitioning === null) {
    const decisions = input.source.indexes.map((index) => ({
      index: input.finalNames?.get(index.name) ?? index.name,
      choice: "GLOBAL" as const,
      reason: "The new table is not partitioned.",
      isOverride: false
    }))
    const indexes = input.source.indexes.map((index, position) => ({
      ...index,
      name: decisions[position]?.index ?? index.name,
      isGeneratedName: false,
      isUsable: true,
      partitioning: { type: "none" as const }
    }))
    return { indexes, decisions, findings: unknown }
  }
  const planned = input.source.indexes.map((index) => planIndex(input, index, partitioning))
  return {
    indexes: planned.map((plan) => plan.index),
    decisions: planned.map((plan) => plan.decision),
    findings: [...unknown, ...planned.flatMap((plan) => plan.findings)]
  }
}
