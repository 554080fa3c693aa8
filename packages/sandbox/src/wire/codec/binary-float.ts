// BINARY_FLOAT and BINARY_DOUBLE: IEEE bytes, turned so that they sort as bytes.
import { ProtocolError } from "./encoding-error.ts"

const turn = (bytes: Buffer, isNegative: boolean): Buffer => {
  if (!isNegative) bytes[0] = (bytes[0] ?? 0) ^ 0x80
  else for (let at = 0; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}

const hasTopBit = (bytes: Buffer): boolean => (bytes[0] ?? 0) >= 0x80

/** The 8 bytes of a BINARY_DOUBLE. */
export const encodeDouble = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return turn(bytes, hasTopBit(bytes))
}

/** The 4 bytes of a BINARY_FLOAT; a value between two floats is rounded. */
export const encodeFloat = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatBE(value)
  return turn(bytes, hasTopBit(bytes))
}

/** Number of the 8 bytes of a BINARY_DOUBLE. */
export const decodeDouble = (bytes: Buffer): number => {
  if (bytes.length !== 8) throw new ProtocolError("BINARY_DOUBLE of a wrong length")
  return turn(Buffer.from(bytes), !hasTopBit(bytes)).readDoubleBE()
}

/** Number of the 4 bytes of a BINARY_FLOAT. */
export const decodeFloat = (bytes: Buffer): number => {
  if (bytes.length !== 4) throw new ProtocolError("BINARY_FLOAT of a wrong length")
  return turn(Buffer.from(bytes), !hasTopBit(bytes)).readFloatBE()
}
