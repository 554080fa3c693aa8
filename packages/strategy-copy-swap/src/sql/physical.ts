// Physical attributes of the interim table as DDL lines, in the order CREATE TABLE wants them (Oracle SQL Language Reference, CREATE TABLE).
import type { StorageModel } from "@orapart/contract"
import { quoteIdentifier } from "@orapart/oracle-rules"

const compressClause = (compressFor: string): string => {
  const base = compressFor.replace(/ ROW LEVEL LOCKING$/u, "")
  const locking = compressFor === base ? "" : " ROW LEVEL LOCKING"
  if (base === "BASIC") return "ROW STORE COMPRESS BASIC"
  // 11.2 said OLTP where 12.1 and later say ADVANCED.
  if (base === "ADVANCED" || base === "OLTP") return "ROW STORE COMPRESS ADVANCED"
  return `COLUMN STORE COMPRESS FOR ${base}${locking}`
}

/**
 * Lines before the LOB clauses: tablespace, block attributes, first extent, logging, compression. `nologging` writes NOLOGGING for
 * the load; `initialExtentBytes` null leaves the tablespace's own first extent.
 */
export const physicalLines = (
  storage: StorageModel,
  nologging: boolean,
  initialExtentBytes: number | null
): ReadonlyArray<string> => [
  ...(storage.defaultCollation === null ? [] : [`DEFAULT COLLATION ${storage.defaultCollation}`]),
  "SEGMENT CREATION DEFERRED",
  ...(storage.pctFree === null ? [] : [`PCTFREE ${storage.pctFree}`]),
  ...(storage.iniTrans === null ? [] : [`INITRANS ${storage.iniTrans}`]),
  ...(initialExtentBytes === null ? [] : [`STORAGE (INITIAL ${initialExtentBytes / 1024}K NEXT 1M)`]),
  ...(storage.tablespace === null ? [] : [`TABLESPACE ${quoteIdentifier(storage.tablespace)}`]),
  nologging || !storage.isLogging ? "NOLOGGING" : "LOGGING",
  ...(storage.compressFor === null ? [] : [compressClause(storage.compressFor)])
]

/** Lines after the partitions: cache, parallel degree, row dependencies, row movement, row archival. */
export const tableTailLines = (storage: StorageModel): ReadonlyArray<string> => [
  ...(storage.isCache ? ["CACHE"] : []),
  ...(storage.isResultCacheForced ? ["RESULT_CACHE (MODE FORCE)"] : []),
  ...(parallelClause(storage.degree) === "NOPARALLEL" ? [] : [parallelClause(storage.degree)]),
  ...(storage.hasRowDependencies ? ["ROWDEPENDENCIES"] : []),
  ...(storage.isRowMovementEnabled ? ["ENABLE ROW MOVEMENT"] : []),
  ...(storage.isRowArchival ? ["ROW ARCHIVAL"] : [])
]

/** The degree of the dictionary as a clause: 1 is NOPARALLEL, DEFAULT is PARALLEL without a number. */
export const parallelClause = (degree: string): string => {
  const trimmed = degree.trim()
  if (trimmed === "1" || trimmed === "0" || trimmed === "") return "NOPARALLEL"
  return trimmed === "DEFAULT" ? "PARALLEL" : `PARALLEL ${trimmed}`
}
