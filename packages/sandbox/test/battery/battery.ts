// The battery: what a client of the unmodified driver must be able to do. A list of checks to be run on a connect string.
import type { BatteryCheck, BatteryKit } from "./battery-kit.ts"
import { setUpStatements, tearDownStatements } from "./battery-kit.ts"
import { callChecks } from "./checks-call.ts"
import { connectChecks } from "./checks-connect.ts"
import { dmlChecks } from "./checks-dml.ts"
import { lobChecks } from "./checks-lob.ts"
import { plsqlChecks } from "./checks-plsql.ts"
import { queryChecks } from "./checks-query.ts"
import { typeChecks } from "./checks-types.ts"

/** All checks, in an order in which each leaves the tables empty for the next. */
export const batteryChecks: ReadonlyArray<BatteryCheck> = [
  ...connectChecks,
  ...queryChecks,
  ...typeChecks,
  ...plsqlChecks,
  ...dmlChecks,
  ...lobChecks,
  ...callChecks
]

/** Whether a target and a driver can be asked a check. */
export const canRun = ({ needs, sinceDriver }: BatteryCheck, { target, driver }: BatteryKit): boolean =>
  (needs === undefined || target.capabilities.has(needs)) &&
  (sinceDriver === undefined || Number.parseInt(driver.versionString, 10) >= sinceDriver)

/** Makes the battery's tables; what is left of an earlier run is removed first. */
export const setUpBattery = async (kit: BatteryKit): Promise<void> => {
  await tearDownBattery(kit)
  await kit.use(async (connection) => {
    for (const sql of setUpStatements) await connection.execute(sql)
  })
}

/** Removes them. */
export const tearDownBattery = (kit: BatteryKit): Promise<void> =>
  kit.use(async (connection) => {
    for (const sql of tearDownStatements) await connection.execute(sql).catch(() => undefined)
  })
