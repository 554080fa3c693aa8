// Builds what the emitter needs for one statement of a session: settings, parts of tables named by PARTITION (p), the dictionary.
import type { Catalog } from "../catalog/catalog.ts"
import type { Authority } from "../catalog/privileges.ts"
import type { OracleType, TableEntry } from "../catalog/entries.ts"
import { lookUpName } from "../catalog/resolve-name.ts"
import type { EmitContext, NamedPart, SessionFacts } from "../emit/emit-context.ts"
import { makeNames, makeUsage } from "../emit/emit-context.ts"
import { emitRange } from "../emit/range-condition.ts"
import { findPart } from "../partitions/find-partition.ts"
import { rangeOfPartition, rangeOfSubpartition } from "../partitions/row-range.ts"
import type { SqlScope } from "../plsql/runtime.ts"
import type { Expression, ObjectName, PartitionExtension } from "../sql/ast/index.ts"
import type { OracleRelease } from "../sql/release.ts"
import type { ValueType } from "../types/value-type.ts"

/** Inputs of a context. */
export interface EmitSite {
  readonly catalog: Catalog
  readonly authority: Authority
  readonly release: OracleRelease
  readonly facts: SessionFacts
  readonly dictionary: EmitContext["dictionary"]
  readonly bindTypes?: ReadonlyArray<ValueType>
  readonly variables?: SqlScope | null
  readonly parts?: ReadonlyMap<PartitionExtension, NamedPart>
}

const partCondition =
  (catalog: Catalog): EmitContext["partCondition"] =>
  (table, part, alias) => {
    const partitions = catalog.childrenOf(table.id, "partition")
    const range =
      part.subpartition === null
        ? rangeOfPartition(table, partitions, part.partition)
        : rangeOfSubpartition(table, partitions, part.partition, part.subpartition)
    return emitRange(table, range, alias)
  }

/** A new context. */
export const makeEmitContext = (site: EmitSite): EmitContext => ({
  catalog: site.catalog,
  authority: site.authority,
  release: site.release,
  session: site.facts,
  bindTypes: site.bindTypes ?? [],
  variables: site.variables ?? null,
  parts: site.parts ?? new Map(),
  dictionary: site.dictionary,
  parameters: [],
  usage: makeUsage(),
  partCondition: partCondition(site.catalog),
  nextName: makeNames(),
  depth: 0
})

interface PartitionedReference {
  readonly name: ObjectName
  readonly extension: PartitionExtension
}

/** All `t PARTITION (p)` of a statement, subqueries included. */
const referencesIn = (node: unknown, found: PartitionedReference[]): void => {
  if (typeof node !== "object" || node === null) return
  const { partition, name, table } = node as {
    readonly partition?: PartitionExtension | null
    readonly name?: ObjectName
    readonly table?: ObjectName | null
  }
  const written = table ?? name
  if (
    partition !== undefined &&
    partition !== null &&
    "target" in partition &&
    written !== undefined &&
    "schema" in written
  )
    found.push({ name: written, extension: partition })
  for (const value of Object.values(node)) referencesIn(value, found)
}

/** Finds the parts that a statement names. Names that are no tables are left to the emitter, which knows the error. */
export const findParts = async (
  statement: unknown,
  catalog: Catalog,
  currentSchema: string,
  evaluate: (expression: Expression, type: OracleType) => Promise<string | null>
): Promise<ReadonlyMap<PartitionExtension, NamedPart>> => {
  const references: PartitionedReference[] = []
  referencesIn(statement, references)
  const parts = new Map<PartitionExtension, NamedPart>()
  for (const { name, extension } of references) {
    const meaning = lookUpName(
      catalog,
      { schema: name.schema?.value ?? null, name: name.name.value, offset: name.start },
      currentSchema
    )
    if (meaning.kind !== "object" || meaning.entry.kind !== "table") continue
    const table: TableEntry = meaning.entry
    parts.set(extension, await findPart(table, catalog.childrenOf(table.id, "partition"), extension, evaluate))
  }
  return parts
}
