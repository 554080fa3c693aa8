// DBMS_FLASHBACK: the current system change number and nothing else; DBMS_DB_VERSION: what release the rules are those of.
import { readNum } from "../plsql/number-text.ts"
import { booleanType, integerType, numberType } from "../plsql/types.ts"
import type { Runtime } from "../plsql/runtime.ts"
import type { PackageConstant, PackageDefinition } from "./package.ts"
import { func } from "./package.ts"

/** DBMS_FLASHBACK. */
export const dbmsFlashback: PackageDefinition = {
  name: "DBMS_FLASHBACK",
  subprograms: [
    func("GET_SYSTEM_CHANGE_NUMBER", [], numberType, async ({ runtime }) => readNum(await runtime.currentScn()))
  ]
}

const releaseOf = (runtime: Runtime): number => Number(runtime.version.split(".")[0] ?? "19")

const atMost = (limit: number): PackageConstant => ({
  type: booleanType,
  value: (runtime) => releaseOf(runtime) <= limit
})

const ladder = [9, 10, 11, 12, 18, 19, 21, 23].flatMap((release): ReadonlyArray<readonly [string, PackageConstant]> => [
  [`VER_LE_${String(release)}`, atMost(release)]
])

/** DBMS_DB_VERSION. */
export const dbmsDbVersion: PackageDefinition = {
  name: "DBMS_DB_VERSION",
  subprograms: [],
  constants: {
    VERSION: { type: integerType, value: releaseOf },
    RELEASE: { type: integerType, value: (runtime) => Number(runtime.version.split(".")[1] ?? "0") },
    ...Object.fromEntries(ladder)
  }
}
