// What every check of the battery gets: a driver, a target and short ways to use them. Knows no server: the same battery runs against the scripted engine,
// the sandbox and, with a connect string, a real Oracle.
import assert from "node:assert/strict"
import type { Connection, DriverError, OracleDriver } from "./driver.ts"

export interface Login {
  readonly user: string
  readonly password: string
}

/** What a server may lack; a check that needs one is left out. */
export type Capability =
  /** A user who is locked. */
  | "locked-user"
  /** A user whose password has letters beyond ASCII. */
  | "non-ascii-password"
  /** A user whose password may be changed. */
  | "change-password"
  /** Packages and procedures can be created. */
  | "stored-plsql"
  /** LONG columns. */
  | "long"
  /** Calls that only the sandbox refuses with ORA-03001. */
  | "refusals"
  /** V$SESSION can be read. */
  | "v$session"

/** Where the battery runs. */
export interface BatteryTarget {
  readonly host: string
  readonly port: number
  readonly service: string
  /** Owner of the battery's tables. */
  readonly owner: Login
  readonly lockedUser?: Login
  readonly nonAsciiUser?: Login
  readonly changingUser?: Login
  readonly capabilities: ReadonlySet<Capability>
}

export interface BatteryKit {
  readonly driver: OracleDriver
  readonly target: BatteryTarget
  /** Opens a connection of the owner; attributes given override. The check closes it, or `use` does. */
  readonly connect: (attributes?: object) => Promise<Connection>
  /** Runs with a connection of its own and closes it. */
  readonly use: <T>(work: (connection: Connection) => Promise<T>, attributes?: object) => Promise<T>
}

/** One check: a sentence that could be false, and its proof. */
export interface BatteryCheck {
  readonly name: string
  readonly needs?: Capability
  /** Major version of the driver from which the check holds: older ones have a fault of their own there. */
  readonly sinceDriver?: number
  readonly run: (kit: BatteryKit) => Promise<void>
}

export const connectStringOf = (target: BatteryTarget): string => `${target.host}:${target.port}/${target.service}`

export const makeKit = (driver: OracleDriver, target: BatteryTarget): BatteryKit => {
  const connect = (attributes: object = {}): Promise<Connection> =>
    driver.getConnection({ ...target.owner, connectString: connectStringOf(target), ...attributes })
  return {
    driver,
    target,
    connect,
    use: async (work, attributes) => {
      const connection = await connect(attributes)
      try {
        return await work(connection)
      } finally {
        await connection.close()
      }
    }
  }
}

/** The error with which a promise fails; fails itself when it does not. */
export const failureOf = async (promise: Promise<unknown>): Promise<DriverError> => {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error
  )
  assert.ok(outcome instanceof Error, "the call fails")
  return outcome
}

/** Asserts that a promise fails with an ORA number, and returns the error. */
export const assertOra = async (promise: Promise<unknown>, code: number): Promise<DriverError> => {
  const error = await failureOf(promise)
  assert.match(error.message, new RegExp(`ORA-0*${code}\\b`))
  assert.equal(error.errorNum, code)
  return error
}

/** Asserts that a connection still answers. */
export const assertUsable = async (connection: Connection): Promise<void> => {
  const { rows } = await connection.execute("select 1 from dual")
  assert.deepEqual(rows, [[1]])
}

/** Statements that make what the battery needs; run once before it. */
export const setUpStatements: ReadonlyArray<string> = [
  "create table battery_items (id number(9) primary key, name varchar2(100), amount number(12,2))",
  "create table battery_lobs (id number(9) primary key, c clob, n nclob, b blob)"
]

/** Statements that remove it again; errors do not matter. */
export const tearDownStatements: ReadonlyArray<string> = [
  "drop table battery_items purge",
  "drop table battery_lobs purge",
  "drop table battery_long purge",
  "drop package battery_pkg",
  "drop procedure battery_broken"
]
