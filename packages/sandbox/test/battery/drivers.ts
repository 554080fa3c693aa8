// Which versions of the driver a run uses: the newest always, the older ones in `pnpm test:drivers`.
import { loadDriver, type OracleDriver } from "./driver.ts"

const newest = ["oracledb"]
const all = ["oracledb", "oracledb-7", "oracledb-6"]

/** The drivers of this run; each is a module of its own with settings of its own. */
export const driversOfRun = (): ReadonlyArray<OracleDriver> =>
  (process.env["ORAPART_DRIVERS"] === "all" ? all : newest).map(loadDriver)
