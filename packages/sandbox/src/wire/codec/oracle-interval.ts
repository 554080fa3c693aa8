// The two INTERVAL types between text and bytes.
import { formatFraction } from "./civil-time.ts"
import { ProtocolError, unencodable } from "./encoding-error.ts"

const MIDDLE = 2 ** 31
const BIAS = 60
const YEAR_MONTH = /^([+-]?)(\d{1,9})-(\d{1,2})$/
const DAY_SECOND = /^([+-]?)(\d{1,9}) (\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?$/

const two = (value: number): string => String(value).padStart(2, "0")

/** The 5 bytes of `+01-06` (years and months). */
export const encodeYearMonth = (text: string): Buffer => {
  const match = YEAR_MONTH.exec(text)
  if (match === null) throw unencodable("INTERVAL YEAR TO MONTH")
  const factor = match[1] === "-" ? -1 : 1
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(MIDDLE + factor * Number(match[2]), 0)
  bytes[4] = BIAS + factor * Number(match[3])
  return bytes
}

/** `+01-06` of 5 bytes. */
export const decodeYearMonth = (bytes: Buffer): string => {
  if (bytes.length !== 5) throw new ProtocolError("INTERVAL YEAR TO MONTH of a wrong length")
  const years = bytes.readUInt32BE(0) - MIDDLE
  const months = (bytes[4] ?? 0) - BIAS
  if (Math.abs(months) > 11 || years * months < 0) throw new ProtocolError("INTERVAL YEAR TO MONTH out of range")
  return `${years < 0 || months < 0 ? "-" : "+"}${two(Math.abs(years))}-${two(Math.abs(months))}`
}

/** The 11 bytes of `-3 04:05:06.7` (days and time). */
export const encodeDaySecond = (text: string): Buffer => {
  const match = DAY_SECOND.exec(text)
  if (match === null) throw unencodable("INTERVAL DAY TO SECOND")
  const [, sign, days, hours, minutes, seconds, fraction = ""] = match
  const factor = sign === "-" ? -1 : 1
  const bytes = Buffer.alloc(11)
  bytes.writeUInt32BE(MIDDLE + factor * Number(days), 0)
  bytes[4] = BIAS + factor * Number(hours)
  bytes[5] = BIAS + factor * Number(minutes)
  bytes[6] = BIAS + factor * Number(seconds)
  bytes.writeUInt32BE(MIDDLE + factor * Number(fraction.padEnd(9, "0")), 7)
  return bytes
}

/** `-03 04:05:06.7` of 11 bytes. */
export const decodeDaySecond = (bytes: Buffer): string => {
  if (bytes.length !== 11) throw new ProtocolError("INTERVAL DAY TO SECOND of a wrong length")
  const days = bytes.readUInt32BE(0) - MIDDLE
  const hours = bytes.readUInt8(4) - BIAS
  const minutes = bytes.readUInt8(5) - BIAS
  const seconds = bytes.readUInt8(6) - BIAS
  const nanoseconds = bytes.readUInt32BE(7) - MIDDLE
  const all = [days, hours, minutes, seconds, nanoseconds]
  const isMixed = all.some((part) => part < 0) && all.some((part) => part > 0)
  const isBeyond = Math.abs(hours) > 23 || Math.abs(minutes) > 59 || Math.abs(seconds) > 59
  if (isMixed || isBeyond || Math.abs(nanoseconds) > 999_999_999)
    throw new ProtocolError("INTERVAL DAY TO SECOND out of range")
  const clock = `${two(Math.abs(hours))}:${two(Math.abs(minutes))}:${two(Math.abs(seconds))}`
  const sign = all.some((part) => part < 0) ? "-" : "+"
  return `${sign}${two(Math.abs(days))} ${clock}${formatFraction(Math.abs(nanoseconds))}`
}
