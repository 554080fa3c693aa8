// What step 65 proves of the table's properties, as the plan has them. Where the dictionary tells of the retained table too, only what
// has to be compared is named here.
import type { JsonObject, LobModel } from "@orapart/contract"
import { userColumns } from "@orapart/oracle-rules"
import type { Migration } from "../migration.ts"
import { findOwned, isSameObject } from "../name-lookup.ts"

/** LOG_GROUP_TYPE of unconditional supplemental logging. */
const logTypes: { readonly [kind: string]: string } = {
  "primary-key": "PRIMARY KEY LOGGING",
  unique: "UNIQUE KEY LOGGING",
  "foreign-key": "FOREIGN KEY LOGGING",
  all: "ALL COLUMN LOGGING"
}

const yesNo = (value: boolean): string => (value ? "YES" : "NO")

const lobProperties = (lob: LobModel): JsonObject => ({
  column: lob.column,
  secure: yesNo(lob.isSecureFile),
  inRow: yesNo(lob.isInRow),
  cache: lob.cache,
  compression: lob.compression,
  deduplication: lob.isDeduplicated ? "LOB" : "NO"
})

/** Indexes that stand on both tables: a renamed one under its retained name, one with a generated name under that. */
const retainedIndexes = ({ source, target, names }: Migration): ReadonlyArray<JsonObject> =>
  target.indexes.flatMap((index, place) => {
    const old = source.indexes[place]
    if (old === undefined) return []
    const retained = old.isGeneratedName ? old.name : (findOwned(names.indexes, index)?.retained ?? index.name)
    return old.isGeneratedName || isSameObject(old, index) ? [{ owner: index.owner, name: index.name, retained }] : []
  })

// 11.2 said OLTP where 12.1 and later say ADVANCED.
const compressionName = (compressFor: string | null): string =>
  compressFor === null ? "none" : compressFor === "OLTP" ? "ADVANCED" : compressFor

/** The properties as plan data. `any` where the snapshot does not know. */
export const plannedProperties = (migration: Migration): JsonObject => {
  const { target } = migration
  const { storage, statistics } = target
  return {
    rowMovement: storage.isRowMovementEnabled ? "ENABLED" : "DISABLED",
    rowDependencies: storage.hasRowDependencies ? "ENABLED" : "DISABLED",
    resultCache: storage.isResultCacheForced ? "FORCE" : "DEFAULT",
    pctFree: storage.pctFree ?? "any",
    iniTrans: storage.iniTrans ?? "any",
    compressFor: compressionName(storage.compressFor),
    hasEncryption: userColumns(target).some(({ encryption }) => encryption !== null),
    identity: target.identity === null ? null : { generation: target.identity.generation },
    lobs: target.lobs.map(lobProperties),
    retainedIndexes: retainedIndexes(migration),
    policyCount: target.policies.length,
    logTypes: [...new Set(target.supplementalLogs.flatMap(({ kind }) => logTypes[kind] ?? []))],
    preferenceNames: [...new Set(statistics.preferences.map(({ name }) => name))],
    extensionCount: statistics.extensions.length,
    isStatisticsLocked: statistics.isLocked
  }
}
