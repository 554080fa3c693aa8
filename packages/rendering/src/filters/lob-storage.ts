// {{ lobs | lob_storage }}: LOB clauses at table level, the only level where hash subpartitions let them be set.
import type { LobModel } from "@orapart/contract"
import { quoteIdentifier } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import { indentBy } from "../text/named-columns.ts"

/**
 * One `LOB (...) STORE AS ...` clause per column; empty for no columns. Stands before PARTITION BY. Segment names are left to
 * Oracle: a partitioned table has one segment per partition and LOB.
 */
export const writeLobStorage = (lobs: ReadonlyArray<LobModel>, indent = 2): string =>
  lobs.map((lob) => writeClause(lob, indentBy(indent))).join("\n")

const writeClause = (lob: LobModel, margin: string): string => {
  const parameters = [...placeParameters(lob), ...secureFileParameters(lob), ...cacheParameters(lob)]
  const head = `${margin}LOB (${quoteIdentifier(lob.column)}) STORE AS ${lob.isSecureFile ? "SECUREFILE" : "BASICFILE"} (`
  return [head, ...parameters.map((parameter) => `${margin}  ${parameter}`), `${margin})`].join("\n")
}

const placeParameters = (lob: LobModel): ReadonlyArray<string> => [
  ...(lob.tablespace === null ? [] : [`TABLESPACE ${quoteIdentifier(lob.tablespace)}`]),
  `${lob.isInRow ? "ENABLE" : "DISABLE"} STORAGE IN ROW`,
  ...(lob.chunkBytes === null ? [] : [`CHUNK ${lob.chunkBytes}`]),
  ...retentionParameters(lob)
]

// PCTVERSION and RETENTION exclude each other; SecureFiles know no PCTVERSION.
const retentionParameters = (lob: LobModel): ReadonlyArray<string> => {
  if (!lob.isSecureFile && lob.pctVersion !== null) return [`PCTVERSION ${lob.pctVersion}`]
  if (lob.retention === null) return []
  return [/^RETENTION\b/i.test(lob.retention) ? lob.retention : `RETENTION ${lob.retention}`]
}

const secureFileParameters = (lob: LobModel): ReadonlyArray<string> => {
  const parameters = [
    ...(lob.compression === "NO" ? [] : [`COMPRESS ${lob.compression}`]),
    ...(lob.isDeduplicated ? ["DEDUPLICATE"] : []),
    ...(lob.isEncrypted ? ["ENCRYPT"] : [])
  ]
  if (!lob.isSecureFile && parameters.length > 0) {
    throw new FilterFault(`${lob.column} is a BasicFile; ${parameters.join(", ")} needs a SecureFile.`)
  }
  return parameters
}

// CACHE NOLOGGING does not exist for BasicFiles. For SecureFiles Oracle turns NOLOGGING into FILESYSTEM_LIKE_LOGGING itself.
const cacheParameters = (lob: LobModel): ReadonlyArray<string> => {
  const cache = lob.cache === "YES" ? "CACHE" : lob.cache === "NO" ? "NOCACHE" : "CACHE READS"
  const isAlwaysLogged = !lob.isSecureFile && lob.cache === "YES"
  return [`${cache} ${lob.isLogging || isAlwaysLogged ? "LOGGING" : "NOLOGGING"}`]
}

export const lobStorageFilter = defineFilter({
  name: "lob_storage",
  takes: ["list"],
  parameters: ["indent"],
  apply: writeLobStorage
})
