// The battery again while TCP cuts both streams at random, and values of every length around the ends of small packets.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { batteryChecks, canRun, setUpBattery } from "../battery/battery.ts"
import { makeKit, type BatteryKit } from "../battery/battery-kit.ts"
import { loadDriver, type Connection } from "../battery/driver.ts"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"
import { startProxy, type Proxy } from "./proxy.ts"
import { makeRandom } from "./random.ts"

const driver = loadDriver("oracledb")

describe("streams that are cut at random", () => {
  let scripted: ScriptedServer
  let proxy: Proxy
  let kit: BatteryKit

  beforeAll(async () => {
    scripted = await startScriptedServer()
    proxy = await startProxy(scripted.server.port, { random: makeRandom(20_261_122) })
    kit = makeKit(driver, { ...scripted.target, port: proxy.port })
    await setUpBattery(kit)
  })

  afterAll(async () => {
    await proxy.close()
    await scripted.server.close()
  })

  for (const check of batteryChecks)
    it(check.name, { timeout: 30_000 }, async (context) => {
      if (!canRun(check, kit)) return context.skip()
      await check.run(kit)
      expect(scripted.reports).toEqual([])
    })
})

describe("packets of 512 bytes", () => {
  let scripted: ScriptedServer
  let connection: Connection

  beforeAll(async () => {
    scripted = await startScriptedServer({ limits: { sduBytes: 512 } })
    connection = await makeKit(driver, scripted.target).connect()
  })

  afterAll(async () => {
    await connection.close()
    await scripted.server.close()
  })

  // A request's fixed part is 300 bytes at most, so these lengths put every byte of it and of the value at the end of a packet.
  const lengths = [
    ...Array.from({ length: 520 }, (_, at) => at + 1),
    ...[1000, 1500, 2000].flatMap((base) => Array.from({ length: 26 }, (_, at) => base + at))
  ]

  it("carry a bind of every length around their end", { timeout: 30_000 }, async () => {
    for (const length of lengths) {
      const { rows } = await connection.execute("select length(:long) from dual", { long: "x".repeat(length) })
      expect(rows).toEqual([[length]])
    }
  })

  it("carry a value of every length around their end", { timeout: 30_000 }, async () => {
    for (const n of lengths) {
      const { rows } = await connection.execute("select rpad('x', :n, 'x') as text from dual", { n })
      expect(rows).toEqual([["x".repeat(n)]])
    }
  })

  it("carry many rows of binds", { timeout: 30_000 }, async () => {
    const insert = "insert into battery_items (id, name, amount) values (:id, :name, :amount)"
    const rows = Array.from({ length: 3000 }, (_, id) => ({ id, name: "n".repeat(id % 97), amount: id }))
    expect((await connection.executeMany(insert, rows)).rowsAffected).toBe(3000)
    await connection.rollback()
  })
})
