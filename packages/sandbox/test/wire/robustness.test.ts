// Clients that misbehave, and many at a time: the server stays up, closes whom it must, and keeps its memory.
import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { setTimeout as wait } from "node:timers/promises"
import { afterEach, describe, expect, it, vi } from "vitest"
import type { WireServerOptions } from "../../src/wire/wire-server.ts"
import { assertOra, assertUsable, failureOf, makeKit, type BatteryKit } from "../battery/battery-kit.ts"
import { loadDriver } from "../battery/driver.ts"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"
import { startProxy } from "./proxy.ts"
import { dataPacket, openRawSession } from "./raw-session.ts"

const driver = loadDriver("oracledb")

let scripted: ScriptedServer
let kit: BatteryKit

const start = async (options: Partial<WireServerOptions> = {}): Promise<void> => {
  scripted = await startScriptedServer(options)
  kit = makeKit(driver, scripted.target)
}

afterEach(async () => {
  await scripted.server.close()
  expect(scripted.engine.openSessions()).toBe(0)
  expect(scripted.server.connectionCount()).toBe(0)
  expect(scripted.server.usedBytes()).toBe(0)
})

const dial = async (): Promise<Socket> => {
  const socket = connect(scripted.server.port, "127.0.0.1")
  socket.on("error", () => undefined)
  await once(socket, "connect")
  return socket
}

/** Milliseconds until the server closes a socket. */
const untilClosed = async (socket: Socket): Promise<number> => {
  const started = performance.now()
  socket.resume()
  await once(socket, "close")
  return performance.now() - started
}

describe("many clients", () => {
  it("are served 200 at a time", { timeout: 60_000 }, async () => {
    await start()
    const connections = await Promise.all(Array.from({ length: 200 }, () => kit.connect()))
    expect(scripted.server.connectionCount()).toBe(200)
    expect(scripted.engine.openSessions()).toBe(200)
    const counts = await Promise.all(
      connections.map(
        async (connection) => (await connection.execute("select level from dual connect by level <= 150")).rows?.length
      )
    )
    expect(new Set(counts)).toEqual(new Set([150]))
    await Promise.all(connections.map((connection) => connection.close()))
    await vi.waitFor(() => expect(scripted.engine.openSessions()).toBe(0))
  })

  it("beyond the limit are refused, and let in when there is room again", async () => {
    await start({ limits: { maxConnections: 2 } })
    const [one, two] = await Promise.all([kit.connect(), kit.connect()])
    expect((await failureOf(kit.connect())).message).toMatch(/NJS-5|12516/)
    await one.close()
    await wait(20)
    await kit.use(assertUsable)
    await two.close()
  })
})

describe("a client that says nothing", () => {
  it("is cut off when it does not log in in time", async () => {
    await start({ limits: { loginSeconds: 0.2 } })
    expect(await untilClosed(await dial())).toBeLessThan(1500)
    expect(scripted.reports).toEqual(["no login within 0.2 s"])
  })

  it("is cut off in the middle of a packet and in the middle of a request", async () => {
    await start({ limits: { stallSeconds: 0.2 } })
    const packet = await openRawSession(scripted.target)
    packet.write(Buffer.from("0000004006", "hex"))
    expect(await untilClosed(packet)).toBeLessThan(1500)
    const request = await openRawSession(scripted.target)
    request.write(dataPacket(Buffer.from("035e010280", "hex"), 0))
    expect(await untilClosed(request)).toBeLessThan(1500)
    expect(scripted.reports).toEqual(["no rest of a request within 0.2 s", "no rest of a request within 0.2 s"])
  })

  it("is cut off when it does not end a break", async () => {
    await start({ limits: { stallSeconds: 0.2 } })
    const socket = await openRawSession(scripted.target)
    socket.write(Buffer.from("0000000b0c000000010003", "hex"))
    expect(await untilClosed(socket)).toBeLessThan(1500)
  })

  it("may stay as long as it likes between two requests", async () => {
    await start({ limits: { stallSeconds: 0.1, loginSeconds: 0.5 } })
    await kit.use(async (connection) => {
      await wait(700)
      await assertUsable(connection)
    })
    expect(scripted.reports).toEqual([])
  })

  it(
    "is cut off when it asks for rows and does not read them, without the server's memory growing",
    { timeout: 30_000 },
    async () => {
      await start({ limits: { stallSeconds: 0.3 } })
      const proxy = await startProxy(scripted.server.port)
      const connection = await makeKit(driver, { ...scripted.target, port: proxy.port }).connect()
      const call = connection.execute("select level from dual connect by level <= 30000000", [], {
        fetchArraySize: 30_000_000,
        prefetchRows: 30_000_000
      })
      await wait(20)
      for (const socket of proxy.upstreams) socket.pause()
      const before = process.memoryUsage().rss
      await vi.waitFor(() => expect(scripted.reports).toEqual(["the client does not read"]), 20_000)
      expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
      const failed = failureOf(call)
      await proxy.close()
      expect((await failed).message).toMatch(/NJS-5/)
    }
  )
})

describe("a packet that makes no sense", () => {
  it("closes its connection and no other", async () => {
    await start()
    await kit.use(async (bystander) => {
      const nonsense = [
        Buffer.from("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Buffer.alloc(64),
        Buffer.alloc(64, 0xff),
        Buffer.from("000a0000010000000000", "hex"),
        Buffer.from("0009000006000000ff", "hex")
      ]
      for (const bytes of nonsense) {
        const socket = await dial()
        socket.write(bytes)
        await untilClosed(socket)
      }
      for (const payload of ["00", "22", "03ff", "0376", "035eff", "11ff01", "0304010101", "1a"]) {
        const socket = await openRawSession(scripted.target)
        socket.write(dataPacket(Buffer.from(payload, "hex")))
        const outcome = await Promise.race([
          once(socket, "data").then(() => "answered"),
          once(socket, "close").then(() => "closed")
        ])
        expect(["answered", "closed"]).toContain(outcome)
        socket.destroy()
        await assertUsable(bystander)
      }
    })
  })

  it("closes the connection when it comes before the reply to the last one", async () => {
    await start()
    const socket = await openRawSession(scripted.target)
    const ping = dataPacket(Buffer.from("039301", "hex"))
    socket.write(Buffer.concat([ping, ping, ping]))
    await untilClosed(socket)
    expect(scripted.reports).toEqual(["a request before the reply to the last one"])
  })

  it("is never told in the report, nor is a password or a key", async () => {
    await start()
    const secret = "s3cr3t_passw0rd"
    const error = await failureOf(kit.connect({ password: secret }))
    const socket = await dial()
    socket.write(Buffer.from(secret))
    await untilClosed(socket)
    expect(JSON.stringify([scripted.reports, error.message, error.stack])).not.toContain(secret)
  })
})

describe("a request that is too big", () => {
  it("fails with ORA-04030 and leaves the connection usable", async () => {
    await start({ limits: { maxRequestBytes: 1_000_000 } })
    await kit.use(async (connection) => {
      const insert = "insert into battery_items (id, name, amount) values (:id, :name, :amount)"
      const rows = Array.from({ length: 40_000 }, (_, id) => ({ id, name: "name", amount: id }))
      await assertOra(connection.executeMany(insert, rows), 4030)
      await assertUsable(connection)
      await assertOra(connection.executeMany(insert, rows), 4030)
      await assertUsable(connection)
    })
    expect(scripted.reports).toEqual([])
  })

  it("fails with ORA-04030 when it is one that claims a billion iterations", async () => {
    await start()
    await kit.use(async (connection) => {
      await assertOra(connection.executeMany("delete from battery_items", 1_000_000_000), 4030)
      await assertUsable(connection)
    })
  })

  it("is passed over while other connections work on", async () => {
    await start({ limits: { maxTotalBytes: 3_000_000 } })
    await kit.use(async (connection) => {
      const lob = connection.createLob(driver.DB_TYPE_CLOB)
      await assertOra(
        connection.execute("begin :o := :i; end;", {
          i: { val: "x".repeat(4_000_000), type: driver.DB_TYPE_CLOB },
          o: { dir: driver.BIND_OUT, type: driver.DB_TYPE_CLOB }
        }),
        4030
      )
      await assertUsable(connection)
      await kit.use(assertUsable)
      await (await lob).getData()
    })
  })
})

describe("close()", () => {
  it("ends running calls, waiting clients and sessions", async () => {
    await start()
    const sleeping = await kit.connect()
    const call = sleeping.execute("begin dbms_session.sleep(:seconds); end;", { seconds: 30 })
    const idle = await kit.connect()
    const raw = await dial()
    await wait(20)
    const failed = failureOf(call)
    await scripted.server.close()
    expect((await failed).message).toMatch(/NJS-/)
    expect((await failureOf(idle.ping())).message).toMatch(/NJS-/)
    raw.destroy()
    expect((await failureOf(kit.connect())).message).toMatch(/NJS-/)
  })

  it("fails to start a second server on the same port, and can start one when the first is closed", async () => {
    await start()
    const { port } = scripted.server
    await expect(startScriptedServer({ port })).rejects.toThrow(/EADDRINUSE/)
    await scripted.server.close()
    const again = await startScriptedServer({ port })
    expect(again.server.port).toBe(port)
    await again.server.close()
  })
})
