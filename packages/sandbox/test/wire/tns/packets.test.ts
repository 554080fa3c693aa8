import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseConnectDescriptor } from "../../../src/wire/tns/connect-descriptor.ts"
import { agreeOnSdu, makeAccept, makeRefuse, parseConnect } from "../../../src/wire/tns/connect-packet.ts"
import { makeDataPackets, makeMarker, PACKET_DATA, type Packet } from "../../../src/wire/tns/packet.ts"
import { PacketSplitter } from "../../../src/wire/tns/packet-splitter.ts"
import { refusalOf } from "../../../src/wire/tns/refusal.ts"

const splitAll = (bytes: Buffer, cuts: ReadonlyArray<number>): ReadonlyArray<Packet> => {
  const splitter = new PacketSplitter(2_097_152, new Set([PACKET_DATA]))
  splitter.isLarge = true
  const packets: Array<Packet> = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = cuts[turn % cuts.length] ?? 1
    splitter.push(bytes.subarray(at, at + size))
    at += size
    for (let packet = splitter.next(); packet !== undefined; packet = splitter.next()) packets.push(packet)
  }
  expect(splitter.isMidPacket).toBe(false)
  return packets
}

describe("DATA packets", () => {
  it("carry a payload in packets of the agreed length, wherever TCP cuts them", () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.nat(6000), fc.integer({ min: 512, max: 2000 }), cuts, (length, sdu, lengths) => {
        const payload = Buffer.alloc(length, "0123456789")
        const packets = splitAll(makeDataPackets(payload, sdu), lengths)
        expect(packets.every(({ type, bytes }) => type === PACKET_DATA && bytes.length <= sdu)).toBe(true)
        expect(Buffer.concat(packets.map(({ bytes }) => bytes.subarray(10)))).toEqual(payload)
        expect(packets.length).toBe(Math.max(1, Math.ceil(length / (sdu - 10))))
      })
    )
  })

  it("have a header of known bytes", () => {
    expect(makeDataPackets(Buffer.of(1, 2), 512).toString("hex")).toBe("0000000c060000000000" + "0102")
    expect(makeMarker(3).toString("hex")).toBe("0000000b0c000000" + "010003")
  })
})

describe("a packet of an impossible length", () => {
  it("is refused at its header", () => {
    for (const length of [0, 7, 2_097_153, 0xffff_ffff]) {
      const splitter = new PacketSplitter(2_097_152, new Set([PACKET_DATA]))
      splitter.isLarge = true
      const header = Buffer.alloc(8)
      header.writeUInt32BE(length)
      splitter.push(header)
      expect(() => splitter.next()).toThrow(/packet of/)
    }
  })
})

describe("ACCEPT", () => {
  it("has the bytes that clients are known to take", () => {
    const bytes = makeAccept(319, 8192).toString("hex")
    expect(bytes).toBe("002d000002000000013f00012000ffff00010000002d0c0c000000000000000000002000002000000000000000")
    expect(bytes.length).toBe(90)
  })

  it("agrees on the smaller packet length, within what clients take", () => {
    expect([
      agreeOnSdu(8192, 65_536),
      agreeOnSdu(1_000_000, 65_536),
      agreeOnSdu(1, 65_536),
      agreeOnSdu(0, 9_999_999)
    ]).toEqual([8192, 65_536, 512, 512])
  })
})

describe("CONNECT", () => {
  const connect = (change: (bytes: Buffer) => void): Buffer => {
    const text = "(DESCRIPTION=(CONNECT_DATA=(SERVICE_NAME=XEPDB1)))"
    const bytes = Buffer.alloc(74 + text.length)
    bytes.writeUInt16BE(bytes.length, 0)
    bytes[4] = 1
    bytes.writeUInt16BE(319, 8)
    bytes.writeUInt16BE(8192, 14)
    bytes.writeUInt16BE(text.length, 24)
    bytes.writeUInt16BE(74, 26)
    bytes.writeUInt32BE(8192, 58)
    bytes.write(text, 74, "ascii")
    change(bytes)
    return bytes
  }

  it("tells the target, or that it follows", () => {
    expect(parseConnect(connect(() => undefined))).toMatchObject({
      version: 319,
      sdu: 8192,
      descriptor: expect.stringContaining("XEPDB1")
    })
    expect(parseConnect(connect((bytes) => bytes.writeUInt16BE(400, 24)))).toMatchObject({
      descriptorBytes: 400,
      descriptor: null
    })
  })

  it("is refused when it is too old, too short or names nothing", () => {
    expect(() => parseConnect(connect((bytes) => bytes.writeUInt16BE(314, 8)))).toThrow(/too old/)
    expect(() => parseConnect(Buffer.alloc(40))).toThrow(/too short/)
    expect(() => parseConnect(connect((bytes) => bytes.writeUInt16BE(0, 24)))).toThrow(/no target/)
  })
})

describe("the connect descriptor", () => {
  it("is read whatever its case and blanks", () => {
    const target = parseConnectDescriptor("( description = (CONNECT_DATA=(service_name = xepdb1 )(Server=dedicated)))")
    expect(target).toEqual({ service: "XEPDB1", sid: null, serverType: "DEDICATED" })
  })

  it("takes no time when it is made to take long", () => {
    const started = performance.now()
    parseConnectDescriptor(`(SERVICE_NAME=${" ".repeat(32_000)}`)
    parseConnectDescriptor("(".repeat(32_000))
    parseConnectDescriptor("( ".repeat(16_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it("decides who may come in", () => {
    const target = { service: "XEPDB1", sid: null, serverType: null }
    expect(refusalOf(target, ["XEPDB1"], false)).toBeNull()
    expect(refusalOf(target, ["XEPDB1"], true)).toBe(12_516)
    expect(refusalOf({ ...target, service: "NOPE" }, ["XEPDB1"], false)).toBe(12_514)
    expect(refusalOf({ ...target, service: null, sid: "XE" }, ["XEPDB1"], false)).toBe(12_505)
    expect(refusalOf({ ...target, serverType: "POOLED" }, ["XEPDB1"], false)).toBe(12_520)
  })

  it("is answered with the listener's number when it is refused", () => {
    expect(makeRefuse(12_514).toString("latin1")).toContain("(ERR=12514)")
  })
})
