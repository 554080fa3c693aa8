// Packets of real clients, recorded, and ways to spoil them.
import { below } from "./random.ts"

type Random = () => number

/** A long connect text (a long path of the program is enough) comes in a packet of its own behind CONNECT, also with a short length. */
const countShortPackets = (stream: Buffer): number =>
  stream.readUInt16BE(24) + stream.readUInt16BE(26) > stream.readUInt16BE(0) ? 2 : 1

/** Takes a client's stream apart: CONNECT and its text with a short length, everything after it with a long one. */
export const splitStream = (stream: Buffer): ReadonlyArray<Buffer> => {
  const packets: Array<Buffer> = []
  const shortPackets = countShortPackets(stream)
  for (let at = 0; at + 8 <= stream.length;) {
    const length = packets.length < shortPackets ? stream.readUInt16BE(at) : stream.readUInt32BE(at)
    if (length < 8 || at + length > stream.length) throw new Error("the recorded stream makes no sense")
    packets.push(Buffer.from(stream.subarray(at, at + length)))
    at += length
  }
  return packets
}

const pick = <T>(random: Random, list: ReadonlyArray<T>): T => {
  const value = list[below(random, list.length)]
  if (value === undefined) throw new Error("there is nothing to pick from")
  return value
}

const splice = (bytes: Buffer, at: number, drop: number, insert: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + drop)])

const telling = [0, 1, 2, 4, 7, 8, 127, 128, 252, 253, 254, 255]

type Mutation = (bytes: Buffer, random: Random, others: ReadonlyArray<Buffer>) => Buffer

const mutations: ReadonlyArray<Mutation> = [
  (bytes, random) => {
    bytes[below(random, bytes.length)] = below(random, 256)
    return bytes
  },
  (bytes, random) => {
    bytes[10 + below(random, Math.max(1, bytes.length - 10))] = pick(random, telling)
    return bytes
  },
  (bytes, random) => bytes.subarray(0, Math.max(8, below(random, bytes.length))),
  (bytes, random) => splice(bytes, 8 + below(random, bytes.length - 8), 1 + below(random, 6), new Uint8Array()),
  (bytes, random) =>
    splice(
      bytes,
      8 + below(random, bytes.length - 8),
      0,
      Uint8Array.from({ length: 1 + below(random, 8) }, () => below(random, 256))
    ),
  (bytes, random) => {
    const from = 8 + below(random, bytes.length - 8)
    return splice(bytes, from, 0, bytes.subarray(from, from + 1 + below(random, 200)))
  },
  (bytes, random, others) => {
    const other = pick(random, others)
    return Buffer.concat([
      bytes.subarray(0, below(random, bytes.length) + 1),
      other.subarray(below(random, other.length))
    ])
  },
  (bytes, random) => {
    if (bytes.length > 9) bytes[8] = below(random, 16)
    return bytes
  },
  (bytes, random) => {
    bytes[4] = pick(random, [0, 1, 2, 4, 5, 6, 11, 12, 14, 255])
    return bytes
  }
]

/** A spoiled copy of one of the packets; most have a length that is right again. */
export const mutatePacket = (packets: ReadonlyArray<Buffer>, random: Random, isLarge: boolean): Buffer => {
  let bytes = Buffer.from(pick(random, packets))
  const rounds = 1 + below(random, 4)
  for (let round = 0; round < rounds && bytes.length > 9; round++)
    bytes = Buffer.from(pick(random, mutations)(bytes, random, packets))
  if (bytes.length < 8) bytes = Buffer.concat([bytes, Buffer.alloc(8)])
  if (random() < 0.85) {
    if (isLarge) bytes.writeUInt32BE(bytes.length, 0)
    else bytes.writeUInt16BE(bytes.length & 0xffff, 0)
  }
  return bytes
}
