// DATE and the three TIMESTAMP types between text and bytes.
import { addMinutes, formatFraction, formatOffset, formatSeconds, parseTime, type CivilTime } from "./civil-time.ts"
import { ProtocolError, unencodable } from "./encoding-error.ts"

const ZONE_HOUR_BIAS = 20
const ZONE_MINUTE_BIAS = 60

const putSeconds = (bytes: Buffer, time: CivilTime): void => {
  bytes[0] = Math.trunc(time.year / 100) + 100
  bytes[1] = (time.year % 100) + 100
  bytes[2] = time.month
  bytes[3] = time.day
  bytes[4] = time.hour + 1
  bytes[5] = time.minute + 1
  bytes[6] = time.second + 1
}

/** The 7 bytes of a DATE text `2024-01-31 23:59:59`; the year may be negative, the time missing (midnight). */
export const encodeDate = (text: string): Buffer => {
  const bytes = Buffer.alloc(7)
  putSeconds(bytes, parseTime(text, "DATE").time)
  return bytes
}

const encodeInstant = (time: CivilTime, length: 11 | 13): Buffer => {
  const bytes = Buffer.alloc(length)
  putSeconds(bytes, time)
  bytes.writeUInt32BE(time.nanosecond, 7)
  return bytes
}

/** The 11 bytes of a TIMESTAMP text; a zone in the text would be a fault and is refused. */
export const encodeTimestamp = (text: string): Buffer => {
  const { time, offsetMinutes } = parseTime(text, "TIMESTAMP")
  if (offsetMinutes !== null) throw unencodable("TIMESTAMP")
  return encodeInstant(time, 11)
}

/** The 11 bytes of a TIMESTAMP WITH LOCAL TIME ZONE. Without a zone the text is in the database's time zone, which is UTC. */
export const encodeLocalTimestamp = (text: string): Buffer => {
  const { time, offsetMinutes } = parseTime(text, "TIMESTAMP WITH LOCAL TIME ZONE")
  return encodeInstant(addMinutes(time, -(offsetMinutes ?? 0)), 11)
}

/** The 13 bytes of a TIMESTAMP WITH TIME ZONE: the fields in UTC and the offset. Without a zone the text is in UTC. */
export const encodeZonedTimestamp = (text: string): Buffer => {
  const { time, offsetMinutes } = parseTime(text, "TIMESTAMP WITH TIME ZONE")
  const offset = offsetMinutes ?? 0
  const bytes = encodeInstant(addMinutes(time, -offset), 13)
  bytes[11] = Math.trunc(offset / 60) + ZONE_HOUR_BIAS
  bytes[12] = (offset % 60) + ZONE_MINUTE_BIAS
  return bytes
}

const readTime = (bytes: Buffer): CivilTime => {
  const [century = 0, ofCentury = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = bytes
  const nanosecond = bytes.length >= 11 ? bytes.readUInt32BE(7) : 0
  const year = (century - 100) * 100 + ofCentury - 100
  const isSound =
    bytes.length >= 7 && year !== 0 && Math.abs(year) <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31
  const isTime = hour >= 1 && hour <= 24 && minute >= 1 && minute <= 60 && second >= 1 && second <= 60
  if (!isSound || !isTime || nanosecond > 999_999_999) throw new ProtocolError("date out of range")
  return { year, month, day, hour: hour - 1, minute: minute - 1, second: second - 1, nanosecond }
}

/** `2024-01-31 23:59:59` of 7 bytes (a client may send a TIMESTAMP's 11 for a DATE; the fraction is dropped). */
export const decodeDate = (bytes: Buffer): string => formatSeconds(readTime(bytes))

/** `2024-01-31 23:59:59.5` of 7 or 11 bytes; 7 mean a whole second. Also for TIMESTAMP WITH LOCAL TIME ZONE, in UTC. */
export const decodeTimestamp = (bytes: Buffer): string => {
  const time = readTime(bytes)
  return formatSeconds(time) + formatFraction(time.nanosecond)
}

/** `2024-01-31 23:59:59.5 +02:00` of 13 bytes. */
export const decodeZonedTimestamp = (bytes: Buffer): string => {
  if (bytes.length !== 13) throw new ProtocolError("TIMESTAMP WITH TIME ZONE of a wrong length")
  const [hour = 0, minute = 0] = bytes.subarray(11)
  const offset = (hour - ZONE_HOUR_BIAS) * 60 + minute - ZONE_MINUTE_BIAS
  // A set top bit would mean a region number instead of an offset; no client in question sends one.
  if (hour >= 0x80 || Math.abs(offset) > 15 * 60) throw new ProtocolError("time zone out of range")
  const time = addMinutes(readTime(bytes), offset)
  return `${formatSeconds(time)}${formatFraction(time.nanosecond)} ${formatOffset(offset)}`
}
