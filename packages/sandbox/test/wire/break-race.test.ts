// Breaks that cross replies, requests and slow engines: the connection must be sound whichever of the two comes first.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { assertUsable, failureOf, makeKit, type BatteryKit } from "../battery/battery-kit.ts"
import { loadDriver } from "../battery/driver.ts"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"
import type { Answer } from "../scripted/scripted-engine.ts"
import { oraError } from "../scripted/scripted-values.ts"
import { startProxy } from "./proxy.ts"
import { below, makeRandom } from "./random.ts"

const driver = loadDriver("oracledb")

describe("a call that is broken off about when it ends", () => {
  let scripted: ScriptedServer
  let kit: BatteryKit

  beforeAll(async () => {
    scripted = await startScriptedServer()
    kit = makeKit(driver, scripted.target)
  })

  afterAll(async () => {
    await scripted.server.close()
    expect(scripted.reports).toEqual([])
    expect(scripted.engine.openSessions()).toBe(0)
  })

  it("ends in its result or in NJS-123, 300 times, and the connection stays usable", { timeout: 60_000 }, async () => {
    const random = makeRandom(7)
    const counts = { done: 0, timedOut: 0 }
    await kit.use(async (connection) => {
      for (let turn = 0; turn < 300; turn++) {
        connection.callTimeout = 6 + below(random, 9)
        const outcome = await connection.execute("begin dbms_session.sleep(:seconds); end;", { seconds: 0.01 }).then(
          () => "done" as const,
          (error: Error) => {
            expect(error.message).toMatch(/NJS-123/)
            return "timedOut" as const
          }
        )
        counts[outcome]++
        connection.callTimeout = 0
        if (turn % 10 === 0) await assertUsable(connection)
      }
      await assertUsable(connection)
    })
    expect(counts.done + counts.timedOut).toBe(300)
    expect(counts.timedOut).toBeGreaterThan(20)
  })

  it("keeps rows of one query out of the next, whenever a fetch is broken off", { timeout: 60_000 }, async () => {
    const random = makeRandom(8)
    await kit.use(async (connection) => {
      for (let turn = 0; turn < 60; turn++) {
        const rows = 20_000 + turn
        connection.callTimeout = 1 + below(random, 30)
        await connection
          .execute(`select level from dual connect by level <= ${rows}`, [], { fetchArraySize: 5000 })
          .then((result) => expect(result.rows?.length).toBe(rows))
          .catch((error: Error) => expect(error.message).toMatch(/NJS-123/))
        connection.callTimeout = 0
        const { rows: few } = await connection.execute("select level from dual connect by level <= 3")
        expect(few).toEqual([[1], [2], [3]])
      }
    })
  })

  it("does not use up cursors, however often a break crosses a reply", { timeout: 60_000 }, async () => {
    const random = makeRandom(9)
    await kit.use(async (connection) => {
      for (let turn = 0; turn < 400; turn++) {
        connection.callTimeout = 1 + below(random, 2)
        await connection
          .execute(`select ${turn} as n from dual connect by level <= 400`, [], { prefetchRows: 400 })
          .catch((error: Error) => expect(error.message).toMatch(/NJS-123/))
      }
      connection.callTimeout = 0
      await assertUsable(connection)
    })
  })
})

describe("a break", () => {
  const slowToStop = [
    /^begin slow_to_stop; end;$/i,
    ({ request }) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () =>
          setTimeout(() => reject(oraError(1013, "user requested cancel of current operation")), 150)
        )
      })
  ] satisfies Answer

  it("waits for an engine that is slow to stop", async () => {
    const scripted = await startScriptedServer({}, [slowToStop])
    await makeKit(driver, scripted.target).use(async (connection) => {
      for (let turn = 0; turn < 3; turn++) {
        connection.callTimeout = 20
        expect((await failureOf(connection.execute("begin slow_to_stop; end;"))).message).toMatch(/NJS-123/)
        connection.callTimeout = 0
        await assertUsable(connection)
      }
    })
    await scripted.server.close()
    expect(scripted.reports).toEqual([])
    expect(scripted.engine.greatestOverlap()).toBe(1)
  })

  it("is answered by two markers and one error, and by nothing of the reply that it has cut short", async () => {
    const scripted = await startScriptedServer({}, [slowToStop])
    const chunks: Array<Buffer> = []
    const proxy = await startProxy(scripted.server.port, { onServerData: (bytes) => chunks.push(Buffer.from(bytes)) })
    await makeKit(driver, { ...scripted.target, port: proxy.port }).use(async (connection) => {
      chunks.length = 0
      connection.callTimeout = 20
      await failureOf(connection.execute("begin slow_to_stop; end;"))
      connection.callTimeout = 0
      const packets = splitReplies(Buffer.concat(chunks))
      expect(packets.map((bytes) => [bytes[4], bytes[4] === 12 ? bytes[10] : null])).toEqual([
        [12, 1],
        [12, 2],
        [6, null]
      ])
    })
    await proxy.close()
    await scripted.server.close()
  })

  it("that always crosses the reply uses up no cursors", { timeout: 60_000 }, async () => {
    const scripted = await startScriptedServer({ limits: { maxOpenCursors: 12 } })
    let delay = 0
    const proxy = await startProxy(scripted.server.port, { serverDelayMilliseconds: () => delay })
    await makeKit(driver, { ...scripted.target, port: proxy.port }).use(
      async (connection) => {
        for (let turn = 0; turn < 30; turn++) {
          connection.callTimeout = 4
          delay = 15
          const error = await failureOf(connection.execute(`select ${turn} as n from dual`))
          expect(error.message).toMatch(/NJS-123/)
        }
        delay = 0
        connection.callTimeout = 0
        await assertUsable(connection)
      },
      { stmtCacheSize: 3 }
    )
    await proxy.close()
    await scripted.server.close()
  })

  it("in the middle of a long request drops the rest of it", { timeout: 60_000 }, async () => {
    const scripted = await startScriptedServer()
    const random = makeRandom(10)
    const insert = "insert into battery_items (id, name, amount) values (:id, :name, :amount)"
    const rows = Array.from({ length: 30_000 }, (_, id) => ({ id, name: "n".repeat(90), amount: id }))
    let timedOut = 0
    await makeKit(driver, scripted.target).use(async (connection) => {
      for (let turn = 0; turn < 12; turn++) {
        connection.callTimeout = 1 + below(random, 60)
        await connection.executeMany(insert, rows).catch((error: Error) => {
          timedOut++
          expect(error.message).toMatch(/NJS-123/)
        })
        connection.callTimeout = 0
        await connection.rollback()
        await assertUsable(connection)
      }
    })
    expect(timedOut).toBeGreaterThan(0)
    await scripted.server.close()
    expect(scripted.reports).toEqual([])
  })
})

/** Packets of the server after ACCEPT. */
const splitReplies = (stream: Buffer): ReadonlyArray<Buffer> => {
  const packets: Array<Buffer> = []
  for (let at = 0; at + 8 <= stream.length; at += stream.readUInt32BE(at))
    packets.push(stream.subarray(at, at + stream.readUInt32BE(at)))
  return packets
}
