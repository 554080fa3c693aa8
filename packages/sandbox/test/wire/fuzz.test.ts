// Spoiled packets, before the login and inside sessions: a connection may be closed for one, the server and its other clients go on.
// ORAPART_FUZZ=full sends 10,000 instead of 500.
import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { assertUsable, makeKit, type BatteryKit } from "../battery/battery-kit.ts"
import { loadDriver, type Connection } from "../battery/driver.ts"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"
import { mutatePacket, splitStream } from "./mutate.ts"
import { startProxy } from "./proxy.ts"
import { makeRandom } from "./random.ts"

const driver = loadDriver("oracledb")
const isFull = process.env["ORAPART_FUZZ"] === "full"
const wanted = process.env["ORAPART_PROPERTY_SEED"]
const seed = wanted === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(wanted ?? 20_261_122)
const packetCount = isFull ? 10_000 : 500
const timeout = isFull ? 1_200_000 : 90_000

/** Everything that a client does, in short: what is recorded is what will be spoiled. */
const doEverything = async (connection: Connection): Promise<void> => {
  const insert = "insert into battery_items (id, name, amount) values (:id, :name, :amount)"
  await assertUsable(connection)
  await connection.execute("select level from dual connect by level <= 500", [], { fetchArraySize: 100 })
  await connection.execute("select level from dual connect by level <= 500", [], { maxRows: 3 })
  await connection.execute("select :v as v from dual", { v: "text" })
  await connection.execute("select :v as v from dual", { v: { val: new Date(), type: driver.DB_TYPE_TIMESTAMP_TZ } })
  await connection.executeMany(
    insert,
    Array.from({ length: 20 }, (_, id) => ({ id, name: `n${id}`, amount: id }))
  )
  await connection.executeMany(insert, [{ id: 1, name: "x", amount: 1 }], { batchErrors: true, dmlRowCounts: true })
  await connection.rollback()
  for (const i of [1, 2])
    await connection.execute("begin :o := :i * 2; end;", { i, o: { dir: driver.BIND_OUT, type: driver.NUMBER } })
  await connection.execute("begin open :rc for select level from dual connect by level <= 250; end;", {
    rc: { dir: driver.BIND_OUT, type: driver.CURSOR }
  })
  await connection.execute("begin dbms_output.get_lines(:lines, :count); end;", {
    lines: { dir: driver.BIND_OUT, type: driver.STRING, maxSize: 100, maxArraySize: 10 },
    count: { dir: driver.BIND_INOUT, type: driver.NUMBER, val: 10 }
  })
  const { rows } = await connection.execute(
    "select level, to_clob('text ' || level) as c from dual connect by level <= 3"
  )
  const lob: unknown = rows?.[0]?.[1]
  await Reflect.get(Object(lob), "getData").call(lob)
  await connection.execute("begin :o := :i; end;", {
    i: { val: "x".repeat(40_000), type: driver.DB_TYPE_CLOB },
    o: { dir: driver.BIND_OUT, type: driver.DB_TYPE_CLOB }
  })
  connection.module = "m"
  connection.currentSchema = "HR"
  await connection.ping()
  await connection.changePassword("hr", "hr123", "hr123")
}

describe(`${packetCount} spoiled packets (seed ${seed})`, () => {
  let scripted: ScriptedServer
  let kit: BatteryKit
  let early: ReadonlyArray<Buffer>
  let later: ReadonlyArray<Buffer>

  beforeAll(async () => {
    scripted = await startScriptedServer({ limits: { stallSeconds: 2, loginSeconds: 2 } })
    kit = makeKit(driver, scripted.target)
    const chunks: Array<Buffer> = []
    const proxy = await startProxy(scripted.server.port, { onClientData: (bytes) => chunks.push(Buffer.from(bytes)) })
    const connection = await makeKit(driver, { ...scripted.target, port: proxy.port }).connect()
    const loginPackets = splitStream(Buffer.concat(chunks)).length
    await doEverything(connection)
    await connection.close()
    await proxy.close()
    const packets = splitStream(Buffer.concat(chunks))
    early = packets.slice(0, loginPackets)
    later = packets.slice(loginPackets)
  })

  afterAll(async () => {
    await scripted.server.close()
    expect(scripted.engine.openSessions()).toBe(0)
    expect(scripted.server.usedBytes()).toBe(0)
  })

  const assertSound = async (bystander: Connection, rssBefore: number): Promise<void> => {
    await assertUsable(bystander)
    await kit.use(assertUsable)
    await vi.waitFor(() => expect(scripted.server.connectionCount()).toBe(1), 5000)
    expect(scripted.engine.openSessions()).toBe(1)
    expect(scripted.reports.filter((reason) => reason.startsWith("fault"))).toEqual([])
    expect(process.memoryUsage().rss - rssBefore).toBeLessThan(400_000_000)
  }

  it("in the middle of sessions close at most their own connection", { timeout }, async () => {
    const random = makeRandom(seed)
    const rssBefore = process.memoryUsage().rss
    const proxy = await startProxy(scripted.server.port)
    const behind = makeKit(driver, { ...scripted.target, port: proxy.port })
    const takeOver = async (): Promise<Socket> => {
      const connection = await behind.connect()
      const socket = proxy.takeOver()
      await connection.close().catch(() => undefined)
      return socket
    }
    await kit.use(async (bystander) => {
      let socket = await takeOver()
      for (let sent = 0, age = 0; sent < packetCount; sent++, age++) {
        if (socket.destroyed || !socket.writable || age > 25) {
          socket.destroy()
          socket = await takeOver()
          age = 0
        }
        socket.write(mutatePacket(later, random, true))
        const stop = new AbortController()
        const { signal } = stop
        await Promise.race([
          once(socket, "data", { signal }).catch(() => undefined),
          once(socket, "close", { signal }).catch(() => undefined),
          wait(10)
        ])
        stop.abort()
        if (sent % 100 === 0) await assertUsable(bystander)
      }
      socket.destroy()
      await assertSound(bystander, rssBefore)
    })
    await proxy.close()
  })

  it("before the login close at most their own connection", { timeout }, async () => {
    const random = makeRandom(seed + 1)
    const rssBefore = process.memoryUsage().rss
    await kit.use(async (bystander) => {
      for (let sent = 0; sent < packetCount / 4; sent++) {
        const socket = connect(scripted.server.port, "127.0.0.1")
        socket.on("error", () => undefined).resume()
        const step = Math.floor(random() * early.length)
        for (const packet of early.slice(0, step)) {
          socket.write(packet)
          await Promise.race([once(socket, "data"), wait(10)]).catch(() => undefined)
        }
        socket.write(mutatePacket(early.slice(step, step + 1), random, step > 0))
        await wait(2)
        socket.destroy()
      }
      await assertSound(bystander, rssBefore)
    })
  })
})
