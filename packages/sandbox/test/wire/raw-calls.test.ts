// Calls that the driver does not make, but other clients and its own debugging tools do.
import type { Socket } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  LOB_CLOSE,
  LOB_CREATE_TEMPORARY,
  LOB_FREE_TEMPORARY,
  LOB_GET_LENGTH,
  LOB_IS_OPEN,
  LOB_OPEN,
  LOB_READ,
  LOB_TRIM,
  LOB_WRITE
} from "../../src/wire/request/read-lob-call.ts"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"
import { call, openRawSession } from "./raw-session.ts"

let scripted: ScriptedServer
let socket: Socket

beforeAll(async () => {
  scripted = await startScriptedServer()
  socket = await openRawSession(scripted.target)
})

afterAll(async () => {
  socket.destroy()
  await scripted.server.close()
})

interface LobRequest {
  readonly locator?: Buffer
  readonly offset?: number
  readonly destination?: number
  readonly amount?: number
  readonly data?: Buffer
}

const lobCall = (operation: number, request: LobRequest): Promise<Buffer> => {
  const { locator = Buffer.alloc(40), offset = 0, destination = 0, amount, data } = request
  return call(socket, 96, (writer) => {
    writer.u8(1).ub(locator.length).zeros(4).zeros(3).ub(operation).zeros(2).ub(offset).ub(destination)
    writer
      .u8(amount === undefined ? 0 : 1)
      .zeros(6)
      .raw(locator)
    if (operation === LOB_CREATE_TEMPORARY) writer.ub(873)
    if (data !== undefined) writer.u8(14).bytesWithLength(data)
    if (amount !== undefined) writer.ub(amount)
  })
}

const parameterOf = (reply: Buffer): Buffer => {
  expect(reply[0]).toBe(8)
  return reply.subarray(1, 41)
}
// The amount follows the locator: a byte for its length, then itself.
const amountOf = (reply: Buffer): number => (reply[41] === 0 ? 0 : reply.readUIntBE(42, reply[41] ?? 1))
const errorOf = (reply: Buffer): string => /ORA-\d{5}/.exec(reply.toString("latin1"))?.[0] ?? ""

describe("a temporary LOB", () => {
  it("is created, written, measured, cut, read and freed", async () => {
    const locator = parameterOf(await lobCall(LOB_CREATE_TEMPORARY, { offset: 0, destination: 113 }))
    await lobCall(LOB_WRITE, { locator, offset: 1, data: Buffer.from("0123456789") })
    await lobCall(LOB_WRITE, { locator, offset: 13, data: Buffer.from("end") })
    expect(amountOf(await lobCall(LOB_GET_LENGTH, { locator, amount: 0 }))).toBe(15)
    const read = await lobCall(LOB_READ, { locator, offset: 9, amount: 100 })
    expect(read.subarray(0, 9)).toEqual(Buffer.concat([Buffer.of(14, 7), Buffer.from("89\0\0end")]))
    expect(amountOf(await lobCall(LOB_TRIM, { locator, amount: 4 }))).toBe(4)
    expect(amountOf(await lobCall(LOB_GET_LENGTH, { locator, amount: 0 }))).toBe(4)
    expect(parameterOf(await lobCall(LOB_OPEN, { locator, amount: 2 }))).toEqual(locator)
    expect((await lobCall(LOB_IS_OPEN, { locator }))[41]).toBe(1)
    expect(parameterOf(await lobCall(LOB_CLOSE, { locator }))).toEqual(locator)
    expect((await lobCall(LOB_IS_OPEN, { locator }))[41]).toBe(0)
    expect((await lobCall(LOB_FREE_TEMPORARY, { locator }))[0]).toBe(8)
    expect(errorOf(await lobCall(LOB_GET_LENGTH, { locator, amount: 0 }))).toBe("ORA-22922")
  })

  it("fails in an orderly way for places, operations and sizes that do not exist", async () => {
    const locator = parameterOf(await lobCall(LOB_CREATE_TEMPORARY, { offset: 1, destination: 112 }))
    expect(errorOf(await lobCall(LOB_READ, { locator, offset: 0, amount: 1 }))).toBe("ORA-22994")
    expect(errorOf(await lobCall(0x77, { locator }))).toBe("ORA-03001")
    expect(errorOf(await lobCall(LOB_WRITE, { locator, offset: 2 ** 50, data: Buffer.from("ab") }))).toBe("ORA-04030")
    expect(errorOf(await lobCall(LOB_READ, { locator: Buffer.alloc(40, 7), offset: 1, amount: 1 }))).toBe("ORA-22922")
  })
})

describe("the call for the server's version", () => {
  it("is answered with a banner that does not claim to be Oracle", async () => {
    const reply = await call(socket, 59, (writer) => writer.u8(1).ub(256).u8(1).u8(1).ub(0))
    expect(reply.toString("latin1")).toContain("orapart sandbox 19.22.0.0.0")
    expect(reply.toString("latin1")).not.toMatch(/Oracle Database/)
  })
})

describe("a call with a cursor that is not open", () => {
  it("fails with ORA-01001, whichever call it is", async () => {
    expect(errorOf(await call(socket, 5, (writer) => writer.ub(77).ub(10)))).toBe("ORA-01001")
    for (const code of [4, 78])
      expect(errorOf(await call(socket, code, (writer) => writer.ub(77).ub(1).ub(0).ub(0)))).toBe("ORA-01001")
  })

  it("fails with ORA-03001 for a call that nobody knows, and the session goes on", async () => {
    expect(errorOf(await call(socket, 222, (writer) => writer.zeros(40)))).toBe("ORA-03001")
    expect((await call(socket, 147, () => undefined))[0]).toBe(9)
  })
})
