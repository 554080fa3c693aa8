// The battery on the scripted engine: the wire alone.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"
import { batteryChecks, canRun, setUpBattery } from "./battery.ts"
import { makeKit, type BatteryKit } from "./battery-kit.ts"
import { driversOfRun } from "./drivers.ts"

for (const driver of driversOfRun()) {
  describe(`the battery with node-oracledb ${driver.versionString}`, () => {
    let scripted: ScriptedServer
    let kit: BatteryKit

    beforeAll(async () => {
      scripted = await startScriptedServer()
      kit = makeKit(driver, scripted.target)
      await setUpBattery(kit)
    })

    afterAll(async () => {
      await scripted.server.close()
      expect(scripted.engine.openSessions()).toBe(0)
      expect(scripted.engine.greatestOverlap()).toBe(1)
      expect(scripted.server.usedBytes()).toBe(0)
    })

    for (const check of batteryChecks)
      it(check.name, async (context) => {
        if (!canRun(check, kit)) return context.skip()
        const before = scripted.reports.length
        await check.run(kit)
        expect(scripted.reports.slice(before)).toEqual([])
      })
  })
}
