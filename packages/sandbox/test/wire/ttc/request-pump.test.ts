import { describe, expect, it } from "vitest"
import { DatabaseError } from "../../../src/engine/engine.ts"
import { MemoryAccount } from "../../../src/wire/ttc/memory-account.ts"
import { RequestPump } from "../../../src/wire/ttc/request-pump.ts"
import { RequestReader } from "../../../src/wire/ttc/request-reader.ts"

const flagged = { isFlagged: true, isShort: true }
const full = { isFlagged: false, isShort: false }
const short = { isFlagged: false, isShort: true }

// A request here is a text behind its length; the text "no" is refused as soon as it is read, whatever follows.
const makePump = () =>
  new RequestPump(new RequestReader(new MemoryAccount("request", 1000)), function* (reader) {
    const text = yield* reader.text()
    if (text === "no") throw new DatabaseError(3001, "ORA-03001: unimplemented feature")
    return text
  })
const bytesOf = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text)])

describe("the pump of requests", () => {
  it("puts a request together from packets, with and without a flag on the last", () => {
    for (const end of [flagged, short]) {
      const pump = makePump()
      expect(pump.push(bytesOf("hello").subarray(0, 3), full)).toBeNull()
      expect(pump.isMidRequest).toBe(true)
      expect(pump.push(bytesOf("hello").subarray(3), end)).toEqual({ kind: "request", request: "hello" })
      expect(pump.isMidRequest).toBe(false)
    }
  })

  it("takes a full packet without a flag for the last when nothing is missing", () => {
    expect(makePump().push(bytesOf("hello"), full)).toEqual({ kind: "request", request: "hello" })
  })

  it("passes over the rest of a refused request up to the flagged packet, and serves the next", () => {
    const pump = makePump()
    expect(pump.push(bytesOf("first"), flagged)).toMatchObject({ kind: "request" })
    pump.reset()
    expect(pump.push(Buffer.concat([bytesOf("no"), Buffer.alloc(50)]), full)).toBeNull()
    expect(pump.isMidRequest).toBe(true)
    expect(pump.push(Buffer.alloc(900), short)).toBeNull()
    expect(pump.push(Buffer.alloc(900), full)).toBeNull()
    expect(pump.push(Buffer.alloc(3), flagged)).toMatchObject({ kind: "refused", error: { code: 3001 } })
    expect(pump.push(bytesOf("next"), flagged)).toEqual({ kind: "request", request: "next" })
  })

  it("passes over up to the first short packet for a client that flags nothing", () => {
    const pump = makePump()
    expect(pump.push(bytesOf("no"), full)).toBeNull()
    expect(pump.push(Buffer.alloc(9), full)).toBeNull()
    expect(pump.push(Buffer.alloc(9), short)).toMatchObject({ kind: "refused" })
  })

  it("refuses a request that grows beyond its memory and frees what it held", () => {
    const pump = makePump()
    const start = Buffer.concat([Buffer.of(254, 2, 0xff, 0xff), Buffer.alloc(700)])
    expect(pump.push(start, full)).toBeNull()
    expect(pump.push(Buffer.alloc(700), full)).toBeNull()
    expect(pump.push(Buffer.alloc(700), flagged)).toMatchObject({ kind: "refused", error: { code: 4030 } })
    expect(pump.push(bytesOf("next"), flagged)).toEqual({ kind: "request", request: "next" })
  })

  it("fails when a request ends too early or too late", () => {
    expect(() => makePump().push(bytesOf("hello").subarray(0, 3), flagged)).toThrow(/too early/)
    expect(() => makePump().push(Buffer.concat([bytesOf("hello"), Buffer.of(0)]), flagged)).toThrow(/after the end/)
  })

  it("ignores an empty packet between two requests", () => {
    expect(makePump().push(Buffer.alloc(0), flagged)).toBeNull()
  })
})
