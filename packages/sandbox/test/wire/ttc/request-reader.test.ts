import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MemoryAccount } from "../../../src/wire/ttc/memory-account.ts"
import { MessageWriter } from "../../../src/wire/ttc/message-writer.ts"
import { RequestReader, type Reading } from "../../../src/wire/ttc/request-reader.ts"
import { driverReader, writtenByDriver } from "../driver-buffer.ts"

const makeReader = (limit = 10_000_000) => new RequestReader(new MemoryAccount("test", limit))

/** Feeds bytes in pieces cut at the given lengths and returns what the reading made of them. */
const readCut = <T>(bytes: Buffer, cuts: ReadonlyArray<number>, start: (reader: RequestReader) => Reading<T>): T => {
  const reader = makeReader()
  const reading = start(reader)
  let at = 0
  for (let turn = 0; ; turn++) {
    const step = reading.next()
    if (step.done === true) {
      expect(reader.available).toBe(bytes.length - at)
      return step.value
    }
    if (at >= bytes.length) throw new Error("the reading wants more than there is")
    const size = cuts[turn % cuts.length] ?? 1
    reader.push(bytes.subarray(at, at + size))
    at = Math.min(at + size, bytes.length)
  }
}

const readAll = <T>(bytes: Buffer, start: (reader: RequestReader) => Reading<T>): T =>
  readCut(bytes, [bytes.length || 1], start)

const cutLists = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })

describe("integers", () => {
  it("are read as the driver writes them and written as the driver reads them", () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), cutLists, (value, cuts) => {
        const theirs = writtenByDriver((buffer) => buffer.writeUB4(value))
        expect(readCut(theirs, cuts, (reader) => reader.ub4())).toBe(value)
        expect(driverReader(new MessageWriter().ub(value).take()).readUB4()).toBe(value)
      })
    )
  })

  it("hold up to 2^53 in eight bytes", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const bytes = new MessageWriter().ub(value).take()
        expect(readAll(bytes, (reader) => reader.ub8())).toBe(value)
      })
    )
  })

  it("of too many bytes are refused", () => {
    expect(() => readAll(Buffer.from("0300ff00", "hex"), (reader) => reader.ub2())).toThrow(/3 bytes where 2/)
    expect(() => readAll(Buffer.from("08ffffffffffffffff", "hex"), (reader) => reader.ub8())).toThrow(/2\^53/)
  })
})

describe("bytes that carry their length", () => {
  const values = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc.integer({ min: 250, max: 140_000 }).map((length) => new Uint8Array(length).fill(length % 256))
  )

  it("are read as the driver writes them, wherever the stream is cut", () => {
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }), (value, cuts) => {
        const theirs = writtenByDriver((buffer) => buffer.writeBytesWithLength(Buffer.from(value)))
        expect(
          Buffer.compare(readCut(theirs, cuts, (reader) => reader.bytesWithLength()) ?? Buffer.alloc(0), value)
        ).toBe(0)
      }),
      { numRuns: 60 }
    )
  })

  it("are written so that they can be read again", () => {
    fc.assert(
      fc.property(values, (value) => {
        const bytes = new MessageWriter().bytesWithLength(value).take()
        expect(Buffer.compare(readAll(bytes, (reader) => reader.bytesWithLength()) ?? Buffer.alloc(0), value)).toBe(0)
      }),
      { numRuns: 60 }
    )
  })

  it("are read at once when they are short and have come whole, and not at all otherwise", () => {
    const reader = makeReader()
    expect(reader.shortBytes()).toBeUndefined()
    reader.push(Buffer.from("0002aabb03cc", "hex"))
    expect(reader.u8().next().value).toBe(0)
    expect(reader.shortBytes()).toEqual(Buffer.from("aabb", "hex"))
    expect(reader.shortBytes()).toBeUndefined()
    reader.push(Buffer.from("ddee00", "hex"))
    expect(reader.bytesWithLength().next().value).toEqual(Buffer.from("ccddee", "hex"))
    expect(reader.available).toBe(1)
    expect(readAll(Buffer.of(254, 1, 1, 9, 0), (long) => long.bytesWithLength())).toEqual(Buffer.of(9))
  })

  it("are NULL for the lengths 0 and 255", () => {
    for (const length of [0, 255]) expect(readAll(Buffer.of(length), (reader) => reader.bytesWithLength())).toBeNull()
  })

  it("keep text of any length and alphabet", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), cutLists, (text, cuts) => {
        const bytes = new MessageWriter().countedText(text).u8(7).take()
        const read = readCut(bytes, cuts, function* (reader) {
          return [yield* reader.countedText(), yield* reader.u8()]
        })
        expect(read).toEqual([text, 7])
      })
    )
  })
})

describe("the memory of a request", () => {
  it("is refused with ORA-04030 beyond the limit and free again afterwards", () => {
    const account = new MemoryAccount("request", 1000)
    const reader = new RequestReader(account)
    reader.push(Buffer.alloc(900))
    expect(() => reader.push(Buffer.alloc(200))).toThrow(/ORA-04030.*1000 bytes/)
    expect(account.usedBytes).toBe(900)
    expect(() => reader.charge(10)).toThrow(/ORA-04030/)
    reader.reset()
    expect(account.usedBytes).toBe(0)
    reader.push(Buffer.alloc(1000))
  })

  it("counts in the server's account too", () => {
    const server = new MemoryAccount("server", 1000)
    const one = new MemoryAccount("one", 900, server)
    const two = new MemoryAccount("two", 900, server)
    one.take(800)
    expect(() => two.take(300)).toThrow(/server/)
    expect(two.usedBytes).toBe(0)
    one.give()
    two.take(300)
    expect(server.usedBytes).toBe(300)
  })
})
