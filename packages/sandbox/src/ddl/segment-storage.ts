// Physical attributes from the syntax tree to what the catalog keeps; tablespaces and quotas are checked here.
import type { Catalog } from "../catalog/catalog.ts"
import type { SegmentStorage } from "../catalog/entries.ts"
import { noStorage } from "../catalog/entry.ts"
import { authorityOf, findUser, hasSystemPrivilege } from "../catalog/privileges.ts"
import { ora } from "../errors/ora.ts"
import type { Identifier, SegmentAttributes, StorageClause } from "../sql/ast/index.ts"
import type { DdlContext } from "./ddl-context.ts"

/** The name of a tablespace that exists; ORA-00959. */
export const requireTablespace = (context: DdlContext, name: Identifier): string => {
  if (context.change.catalog.find("tablespace", "", name.value) === null) throw ora(959, [name.value], name.start)
  return name.value
}

const unlimitedExtents = 2_147_483_645

const storageClause = (storage: StorageClause | null): Partial<SegmentStorage> =>
  storage === null
    ? {}
    : {
        initialBytes: storage.initialBytes,
        nextBytes: storage.nextBytes,
        minExtents: storage.minExtents,
        maxExtents: storage.maxExtents === Number.POSITIVE_INFINITY ? unlimitedExtents : storage.maxExtents,
        pctIncrease: storage.percentIncrease,
        bufferPool: storage.bufferPool
      }

/** What was written, with the tablespace checked. */
export const readStorage = (context: DdlContext, attributes: SegmentAttributes): SegmentStorage => ({
  ...noStorage,
  ...storageClause(attributes.storage),
  tablespace: attributes.tablespace === null ? null : requireTablespace(context, attributes.tablespace),
  pctFree: attributes.pctFree,
  pctUsed: attributes.pctUsed,
  iniTrans: attributes.iniTrans,
  maxTrans: attributes.maxTrans,
  isLogging: attributes.isLogging,
  compression: attributes.compression,
  segmentCreation: attributes.segmentCreation
})

/** Attributes with those replaced of which something was written. */
export const mergeStorage = (old: SegmentStorage, written: SegmentStorage): SegmentStorage => {
  const said = Object.entries(written).filter(([, value]) => value !== null)
  return { ...old, ...(Object.fromEntries(said) as Partial<SegmentStorage>) }
}

/** The tablespace in which a schema's segments come to lie unless another is said. */
export const defaultTablespace = (catalog: Catalog, owner: string): string =>
  findUser(catalog, owner)?.defaultTablespace ?? "USERS"

/** Fails with ORA-01950 when a schema has no quota at all on the tablespace of a segment. */
export const checkQuota = (catalog: Catalog, owner: string, tablespace: string): void => {
  const user = findUser(catalog, owner)
  if (user === null || user.isOracleMaintained) return
  if (hasSystemPrivilege(catalog, { ...authorityOf(catalog, owner) }, "UNLIMITED TABLESPACE")) return
  const quota = user.quotas.find((held) => held.tablespace === tablespace)
  if (quota === undefined || quota.maxBytes === 0) throw ora(1950, [tablespace])
}

/** True when a new segment comes into being with its object; its quota is checked then. */
export const decideSegment = (context: DdlContext, owner: string, storage: SegmentStorage): boolean => {
  const isImmediate =
    storage.segmentCreation === null ? !context.isSegmentCreationDeferred : storage.segmentCreation === "immediate"
  if (isImmediate) {
    const { catalog } = context.change
    checkQuota(catalog, owner, storage.tablespace ?? defaultTablespace(catalog, owner))
  }
  return isImmediate
}
