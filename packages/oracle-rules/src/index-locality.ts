// LOCAL or GLOBAL: which of the two Oracle allows for an index of a partitioned table, which one is better, and why (rule book 4).
import type { IndexModel, PartitioningModel } from "@orapart/contract"

/** The answer for one index. An error text begins with the ORA number and is null exactly when that way is allowed. */
export interface IndexLocality {
  readonly choice: "LOCAL" | "GLOBAL"
  readonly reason: string
  readonly localAllowed: boolean
  readonly localError: string | null
  readonly globalAllowed: boolean
  readonly globalError: string | null
}

/** Columns that stand in the key as they are: an expression or a descending column is another column to Oracle (SYS_NC..$). */
const plainColumns = (index: IndexModel): ReadonlySet<string> =>
  new Set(
    index.keys.flatMap((part) =>
      part.column === null || part.expression !== null || part.isDescending ? [] : [part.column]
    )
  )

const describeKeys = (index: IndexModel): string =>
  index.keys.map((part) => part.column ?? part.expression ?? "?").join(", ")

const missingFrom = (index: IndexModel, columns: ReadonlyArray<string>): ReadonlyArray<string> => {
  const present = plainColumns(index)
  return columns.filter((column) => !present.has(column))
}

const findLocalError = (index: IndexModel, partitioning: PartitioningModel): string | null => {
  if (index.type === "domain") {
    return partitioning.subpartitioning === null
      ? `ORA-14762: domain index ${index.name} cannot be LOCAL on an interval table in every release`
      : `ORA-14762: domain index ${index.name} cannot be LOCAL on a composite partitioned table`
  }
  if (!index.isUnique) return null
  const missingKeys = missingFrom(index, partitioning.columns)
  if (missingKeys.length > 0) {
    return `ORA-14039: unique index ${index.name} (${describeKeys(index)}) does not contain the partition key ${missingKeys.join(", ")}`
  }
  const missingSubkeys = missingFrom(index, partitioning.subpartitioning?.columns ?? [])
  if (missingSubkeys.length > 0) {
    return `ORA-14188: unique index ${index.name} (${describeKeys(index)}) does not contain the subpartition key ${missingSubkeys.join(", ")}`
  }
  return null
}

const findGlobalError = (index: IndexModel): string | null => {
  if (index.type === "bitmap" || index.type === "bitmap-join") {
    return `ORA-25122: bitmap index ${index.name} can only be LOCAL on a partitioned table`
  }
  if (index.type === "domain") return `domain index ${index.name} is not rebuilt by this tool`
  return null
}

const choose = (
  index: IndexModel,
  partitioning: PartitioningModel,
  localError: string | null,
  globalError: string | null
): Pick<IndexLocality, "choice" | "reason"> => {
  if (globalError !== null && localError !== null)
    return { choice: "GLOBAL", reason: "a domain index cannot be carried over" }
  if (globalError !== null)
    return { choice: "LOCAL", reason: "a bitmap index of a partitioned table can only be LOCAL (ORA-25122)" }
  if (localError !== null) {
    return {
      choice: "GLOBAL",
      reason: `${localError}; GLOBAL keeps ${describeKeys(index)} unique across all partitions`
    }
  }
  if (index.isUnique) return { choice: "LOCAL", reason: "its key contains the partition key and the subpartition key" }
  const keys = partitioning.columns.join(", ")
  const columns = new Set(index.keys.map((part) => part.column))
  if (partitioning.columns.length > 0 && partitioning.columns.every((column) => columns.has(column))) {
    return { choice: "LOCAL", reason: `its key contains the partition key ${keys}, so queries read few partitions` }
  }
  if (index.partitioning.type === "local") return { choice: "LOCAL", reason: "it is LOCAL on the table as it is" }
  return {
    choice: "GLOBAL",
    reason: `its key (${describeKeys(index)}) does not contain the partition key ${keys}: LOCAL would make every query probe every partition`
  }
}

/**
 * Decides one index for the partitioning to come. Unique indexes are LOCAL only when their key contains partition and subpartition key,
 * bitmap indexes always, others when they contain the partition key or are LOCAL already. Domain indexes have neither way: the caller
 * refuses the table. A non-unique index that backs a unique constraint has to be judged as unique (pass isUnique: true).
 */
export const decideIndexLocality = (index: IndexModel, partitioning: PartitioningModel): IndexLocality => {
  const localError = findLocalError(index, partitioning)
  const globalError = findGlobalError(index)
  return {
    ...choose(index, partitioning, localError, globalError),
    localAllowed: localError === null,
    localError,
    globalAllowed: globalError === null,
    globalError
  }
}
