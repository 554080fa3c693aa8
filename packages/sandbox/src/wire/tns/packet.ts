// The packets of the transport layer: header and types. Knows nothing of what is inside a DATA packet.

/** Bytes of every packet's header; its length field counts them too. */
export const HEADER_BYTES = 8
/** Header and flags of a DATA packet. */
export const DATA_PREFIX_BYTES = 10

export const PACKET_CONNECT = 1
export const PACKET_ACCEPT = 2
export const PACKET_REFUSE = 4
export const PACKET_DATA = 6
export const PACKET_MARKER = 12

/** Flags of a DATA packet: the client hangs up; the client's request ends here. */
export const DATA_END_OF_FILE = 0x0040
export const DATA_END_OF_REQUEST = 0x0800
/** Compressed data, which was never agreed on. */
export const DATA_COMPRESSED = 0x0400

/** What a marker says. */
export const MARKER_BREAK = 1
export const MARKER_RESET = 2
export const MARKER_INTERRUPT = 3

/** A packet as it came in, header included. */
export interface Packet {
  readonly type: number
  readonly bytes: Buffer
}

const writeHeader = (bytes: Buffer, type: number, isLarge: boolean): Buffer => {
  if (isLarge) bytes.writeUInt32BE(bytes.length, 0)
  else bytes.writeUInt32BE(bytes.length * 0x1_0000, 0)
  bytes.writeUInt32BE(type * 0x100_0000, 4)
  return bytes
}

/** A packet around a body. Before ACCEPT lengths have 16 bits (`isLarge` false), afterwards 32. */
export const makePacket = (type: number, body: Uint8Array, isLarge: boolean): Buffer => {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + body.length)
  bytes.set(body, HEADER_BYTES)
  return writeHeader(bytes, type, isLarge)
}

/** A marker after ACCEPT. */
export const makeMarker = (kind: number): Buffer => makePacket(PACKET_MARKER, Buffer.of(1, 0, kind), true)

/** DATA packets of at most `sdu` bytes each around a payload, one after the other in one buffer. */
export const makeDataPackets = (payload: Buffer, sdu: number): Buffer => {
  const room = sdu - DATA_PREFIX_BYTES
  const count = Math.max(1, Math.ceil(payload.length / room))
  const bytes = Buffer.allocUnsafe(payload.length + count * DATA_PREFIX_BYTES)
  let at = 0
  for (let from = 0; from < payload.length || at === 0; from += room) {
    const part = payload.subarray(from, from + room)
    const packet = bytes.subarray(at, at + DATA_PREFIX_BYTES + part.length)
    writeHeader(packet, PACKET_DATA, true).writeUInt16BE(0, HEADER_BYTES)
    packet.set(part, DATA_PREFIX_BYTES)
    at += packet.length
  }
  return bytes
}
