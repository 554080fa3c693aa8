// The supplied packages by name.
import { dbmsApplicationInfo } from "./dbms-application-info.ts"
import { dbmsAssert } from "./dbms-assert.ts"
import { dbmsDbVersion, dbmsFlashback } from "./dbms-flashback.ts"
import { dbmsLob } from "./dbms-lob.ts"
import { dbmsMetadata } from "./dbms-metadata.ts"
import { dbmsMview } from "./dbms-mview.ts"
import { dbmsOutput } from "./dbms-output.ts"
import { dbmsParallelExecute } from "./dbms-parallel-execute.ts"
import { dbmsRandom } from "./dbms-random.ts"
import { dbmsRls } from "./dbms-rls.ts"
import { dbmsLock, dbmsSession } from "./dbms-session.ts"
import { dbmsSql } from "./dbms-sql.ts"
import { dbmsStandard } from "./dbms-standard.ts"
import { dbmsStats } from "./dbms-stats.ts"
import { dbmsUtility } from "./dbms-utility.ts"
import type { PackageDefinition } from "./package.ts"
import { utlRaw } from "./utl-raw.ts"

const all: ReadonlyArray<PackageDefinition> = [
  dbmsApplicationInfo,
  dbmsAssert,
  dbmsDbVersion,
  dbmsFlashback,
  dbmsLob,
  dbmsLock,
  dbmsMetadata,
  dbmsMview,
  dbmsOutput,
  dbmsParallelExecute,
  dbmsRandom,
  dbmsRls,
  dbmsSession,
  dbmsSql,
  dbmsStandard,
  dbmsStats,
  dbmsUtility,
  utlRaw
]

const packages: ReadonlyMap<string, PackageDefinition> = new Map(all.map((one) => [one.name, one]))

/** A package that the sandbox has; null for one that it does not know. */
export const findPackage = (name: string): PackageDefinition | null => packages.get(name) ?? null

/** Names of all packages, for ALL_OBJECTS: owner SYS. */
export const packageNames: ReadonlyArray<string> = [...packages.keys()]
