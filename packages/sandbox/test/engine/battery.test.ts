// The battery on the engine itself: the unmodified driver, the wire, SQL, the dictionary and PL/SQL together.
import { afterAll, beforeAll, describe, it } from "vitest"
import type { Engine } from "../../src/engine/engine.ts"
import { startWireServer } from "../../src/wire/wire-server.ts"
import type { WireServer } from "../../src/wire/wire-server.ts"
import type { BatteryKit, Capability } from "../battery/battery-kit.ts"
import { makeKit } from "../battery/battery-kit.ts"
import { batteryChecks, canRun, setUpBattery } from "../battery/battery.ts"
import { driversOfRun } from "../battery/drivers.ts"
import { execute, openSession, openTestEngine } from "./sandbox-kit.ts"

const capabilities: ReadonlySet<Capability> = new Set([
  "locked-user",
  "non-ascii-password",
  "change-password",
  "stored-plsql",
  "long",
  "refusals",
  "v$session"
])

const accounts = [
  "CREATE USER hr IDENTIFIED BY hr123 QUOTA UNLIMITED ON users",
  "GRANT DBA TO hr",
  "CREATE USER locked_user IDENTIFIED BY key ACCOUNT LOCK",
  "GRANT CREATE SESSION TO locked_user",
  'CREATE USER umlaut IDENTIFIED BY "p\u00e4ssw\u00f6rd-\u20ac-\u{1f600}"',
  "GRANT CREATE SESSION TO umlaut",
  "CREATE USER changing IDENTIFIED BY start_12",
  "GRANT CREATE SESSION TO changing"
]

/** What the engine does otherwise: `:long` is a reserved word and no name of a bind (ORA-01745); packages of users and semantic errors of stored units are not modelled. */
const others: ReadonlySet<string> = new Set([
  "keeps to packets of 512 bytes and of 2 MB",
  "binds 30,000 bytes",
  "takes an array into an index-by table",
  "warns when an object was created with compilation errors"
])

for (const driver of driversOfRun()) {
  describe(`the battery on the engine with node-oracledb ${driver.versionString}`, () => {
    let engine: Engine
    let server: WireServer
    let kit: BatteryKit

    beforeAll(async () => {
      engine = await openTestEngine({ clock: () => new Date() })
      const admin = await openSession(engine)
      for (const sql of accounts) await execute(admin, sql)
      await admin.close()
      server = await startWireServer({ engine })
      kit = makeKit(driver, {
        host: "127.0.0.1",
        port: server.port,
        service: "XEPDB1",
        owner: { user: "hr", password: "hr123" },
        lockedUser: { user: "locked_user", password: "key" },
        nonAsciiUser: { user: "umlaut", password: "p\u00e4ssw\u00f6rd-\u20ac-\u{1f600}" },
        changingUser: { user: "changing", password: "start_12" },
        capabilities
      })
      await setUpBattery(kit)
    }, 120_000)

    afterAll(async () => {
      await server.close()
      await engine.close()
    })

    for (const check of batteryChecks)
      it(check.name, async (context) => {
        if (!canRun(check, kit) || others.has(check.name)) return context.skip()
        await check.run(kit)
      })
  })
}
