// CONNECT as it comes in, ACCEPT and REFUSE as they go out.
import { ProtocolError } from "../codec/encoding-error.ts"
import { makePacket, PACKET_ACCEPT, PACKET_REFUSE } from "./packet.ts"

/** Version from which lengths have 32 bits; older clients are refused. */
const MIN_VERSION = 315
const MAX_VERSION = 319
const MIN_SDU = 512
const MAX_SDU = 2_097_152
const TDU = 2_097_152
/** Network services are neither offered nor wanted. */
const NO_NETWORK_SERVICES = 0x0c
/** Longest text of a connect descriptor that is read, in bytes. */
const MAX_DESCRIPTOR_BYTES = 32_767

/** What a client asks for. */
export interface ConnectRequest {
  readonly version: number
  /** Wanted length of a packet, in bytes. */
  readonly sdu: number
  /** Length of the descriptor in bytes. */
  readonly descriptorBytes: number
  /** The descriptor when it came along; null when it follows in a DATA packet of its own. */
  readonly descriptor: string | null
}

/** Reads a CONNECT packet. Fails with a ProtocolError when it is too short or the client is too old to be told why. */
export const parseConnect = (bytes: Buffer): ConnectRequest => {
  if (bytes.length < 66) throw new ProtocolError("CONNECT is too short")
  const version = bytes.readUInt16BE(8)
  if (version < MIN_VERSION) throw new ProtocolError(`protocol version ${version} is too old`)
  const descriptorBytes = bytes.readUInt16BE(24)
  const start = bytes.readUInt16BE(26)
  if (descriptorBytes === 0 || descriptorBytes > MAX_DESCRIPTOR_BYTES)
    throw new ProtocolError("CONNECT names no target")
  const isInside = start + descriptorBytes <= bytes.length
  return {
    version,
    sdu: bytes.readUInt32BE(58) || bytes.readUInt16BE(14),
    descriptorBytes,
    descriptor: isInside ? bytes.toString("utf8", start, start + descriptorBytes) : null
  }
}

/** Length of packets both sides keep to, in bytes. */
export const agreeOnSdu = (wanted: number, ours: number): number => Math.max(MIN_SDU, Math.min(wanted, ours, MAX_SDU))

/** ACCEPT without out-of-band breaks, compression, fast login and end-of-response flags. */
export const makeAccept = (version: number, sdu: number): Buffer => {
  const body = Buffer.alloc(37)
  body.writeUInt16BE(Math.min(version, MAX_VERSION), 0)
  body.writeUInt16BE(1, 2)
  body.writeUInt16BE(Math.min(sdu, 65_535), 4)
  body.writeUInt16BE(65_535, 6)
  body.writeUInt16BE(1, 8)
  body.writeUInt16BE(45, 12)
  body[14] = NO_NETWORK_SERVICES
  body[15] = NO_NETWORK_SERVICES
  body.writeUInt32BE(sdu, 24)
  body.writeUInt32BE(TDU, 28)
  return makePacket(PACKET_ACCEPT, body, false)
}

/** Listener errors: unknown service, unknown instance, no server of the wanted kind, no free server. */
export const TNS_UNKNOWN_SERVICE = 12_514
export const TNS_UNKNOWN_SID = 12_505
export const TNS_NO_SUCH_SERVER = 12_520
export const TNS_NO_FREE_SERVER = 12_516

/** REFUSE with a listener's error number. */
export const makeRefuse = (code: number): Buffer => {
  const text = Buffer.from(
    `(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=${code})(ERROR_STACK=(ERROR=(CODE=${code})(EMFI=4))))`,
    "ascii"
  )
  const body = Buffer.concat([Buffer.of(0x22, 0), Buffer.alloc(2), text])
  body.writeUInt16BE(text.length, 2)
  return makePacket(PACKET_REFUSE, body, false)
}
