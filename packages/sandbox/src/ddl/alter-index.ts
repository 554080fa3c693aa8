// ALTER INDEX: rename, rebuild, visibility, unusable, function-based on and off, attributes, partitions.
import type { IndexEntry, LocalIndexPart, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { AlterIndex, AlterIndexAction, IndexPartitionName } from "../sql/ast/index.ts"
import { requireFree } from "./access.ts"
import { tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { isFunctionBased } from "./index-columns.ts"
import { requireIndex } from "./indexes.ts"
import { mergeStorage, readStorage } from "./segment-storage.ts"

const rename = (context: DdlContext, index: IndexEntry, action: AlterIndexAction & { kind: "rename" }): void => {
  requireFree(context, "index", index.owner, action.to.value, action.to.start)
  context.change.update(index, { name: action.to.value, isSystemNamed: false })
}

/** Makes an index usable again; ORA-01452 when a unique one meets duplicates. */
const rebuildStorage = async (context: DdlContext, table: TableEntry, index: IndexEntry): Promise<void> => {
  if (!index.isUnusable) return
  if (!(await context.storage.createIndex(table, index))) throw ora(1452)
}

interface LocalPart {
  /** Object id of the table's partition or subpartition. */
  readonly key: string
  readonly part: LocalIndexPart
}

const noPart: LocalIndexPart = { name: null, isUnusable: false, tablespace: null }

const findLocalPart = (context: DdlContext, index: IndexEntry, name: IndexPartitionName): LocalPart => {
  const { locality } = index
  if (locality.kind !== "local") throw ora(14075, [], name.start)
  const partitions = context.change.catalog.childrenOf(index.parentId ?? 0, "partition")
  const parts = name.level === "partition" ? partitions : partitions.flatMap(({ subpartitions }) => subpartitions)
  for (const { id, name: own } of parts) {
    const part = locality.parts[String(id)] ?? noPart
    if ((part.name ?? own) === name.name.value) return { key: String(id), part }
  }
  throw ora(name.level === "partition" ? 2149 : 14251, [], name.start)
}

const putLocalPart = (context: DdlContext, index: IndexEntry, { key, part }: LocalPart): void => {
  if (index.locality.kind !== "local") return
  const parts = { ...index.locality.parts, [key]: part }
  context.change.update(index, { locality: { kind: "local", parts } })
}

const changePart = (
  context: DdlContext,
  index: IndexEntry,
  name: IndexPartitionName,
  fields: Partial<LocalIndexPart>
): void => {
  if (index.locality.kind === "global") {
    const { locality } = index
    if (!locality.partitions.some((partition) => partition.name === name.name.value)) throw ora(2149, [], name.start)
    const partitions = locality.partitions.map((partition) =>
      partition.name === name.name.value
        ? { ...partition, isUnusable: fields.isUnusable ?? partition.isUnusable, name: fields.name ?? partition.name }
        : partition
    )
    context.change.update(index, { locality: { ...locality, partitions } })
    return
  }
  const found = findLocalPart(context, index, name)
  putLocalPart(context, index, { key: found.key, part: { ...found.part, ...fields } })
}

const rebuild = async (
  context: DdlContext,
  index: IndexEntry,
  action: AlterIndexAction & { kind: "rebuild" }
): Promise<void> => {
  const written = readStorage(context, action.attributes)
  if (action.partition !== null) {
    const { tablespace } = written
    changePart(context, index, action.partition, { isUnusable: false, ...(tablespace === null ? {} : { tablespace }) })
    return
  }
  if (index.locality.kind !== "whole") throw ora(14086, [], action.start)
  await rebuildStorage(context, tableNow(context, index.parentId ?? 0), index)
  const storage = mergeStorage(index.storage, written)
  const degree = action.parallel === null ? index.degree : action.parallel === "default" ? "DEFAULT" : action.parallel
  context.change.update(index, { isUnusable: false, isReverse: action.isReverse ?? index.isReverse, storage, degree })
}

const setUnusable = async (context: DdlContext, index: IndexEntry): Promise<void> => {
  if (!index.isUnusable) await context.storage.dropIndex(index.id)
  context.change.update(index, { isUnusable: true })
}

const setFunctionState = (context: DdlContext, index: IndexEntry, isDisabled: boolean, offset: number): void => {
  const table = tableNow(context, index.parentId ?? 0)
  if (!isFunctionBased(table, index.columns)) throw ora(2243, [], offset)
  context.change.update(index, { isFunctionDisabled: isDisabled })
}

const alterPartition = (
  context: DdlContext,
  index: IndexEntry,
  action: AlterIndexAction & { kind: "modify-partition" | "rename-partition" }
): void => {
  if (action.kind === "rename-partition") changePart(context, index, action.partition, { name: action.to.value })
  else if (action.isUnusable) changePart(context, index, action.partition, { isUnusable: true })
  else changePart(context, index, action.partition, {})
}

const apply = async (context: DdlContext, index: IndexEntry, action: AlterIndexAction): Promise<void> => {
  switch (action.kind) {
    case "rename":
      return rename(context, index, action)
    case "rebuild":
      return rebuild(context, index, action)
    case "visibility":
      context.change.update(index, { isInvisible: action.isInvisible })
      return
    case "unusable":
      return setUnusable(context, index)
    case "enable":
    case "disable":
      return setFunctionState(context, index, action.kind === "disable", action.start)
    case "parallel":
      context.change.update(index, { degree: action.degree === "default" ? "DEFAULT" : action.degree })
      return
    case "attributes":
    case "modify-default-attributes":
      context.change.update(index, { storage: mergeStorage(index.storage, readStorage(context, action.attributes)) })
      return
    case "modify-partition":
    case "rename-partition":
      return alterPartition(context, index, action)
    case "compile":
    case "coalesce":
    case "shrink":
    case "monitoring":
      return
    default:
      return action satisfies never
  }
}

/** ALTER INDEX. Fails with ORA-01418, ORA-01031, ORA-14086, ORA-02149, ORA-14251, ORA-00955. */
export const alterIndex = async (context: DdlContext, statement: AlterIndex): Promise<void> => {
  const first = requireIndex(context, statement.name, "ALTER ANY INDEX")
  await context.lockTable(first.parentId ?? 0, "exclusive")
  for (const action of statement.actions) {
    const index = context.change.catalog.getOf("index", first.id)
    if (index !== null) await apply(context, index, action)
  }
  const index = context.change.catalog.getOf("index", first.id)
  if (index !== null) context.change.update(index, { lastDdlAt: context.now() })
}
