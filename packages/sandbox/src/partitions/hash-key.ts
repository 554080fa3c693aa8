// The hash of a key and the place of its row among hash (sub)partitions. Exact for one NUMBER, DATE or character column; keys of several columns,
// NULL and TIMESTAMP are not confirmed by a server value (the book on ORA_HASH says so).
import { encodeDate, encodeNumber, encodeText, oraHash, placeHash } from "@orapart/oracle-rules"
import type { OracleType } from "../catalog/entries.ts"
import type { KeyText } from "./compare-bounds.ts"
import { familyOf } from "./key-types.ts"

const datetime = /^(?<year>-?\d+)-(?<month>\d\d)-(?<day>\d\d)(?: (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d))?/u

const encodeDatetime = (text: string): Uint8Array => {
  const { groups = {} } = datetime.exec(text) ?? {}
  const field = (name: string): number => Number(groups[name] ?? 0)
  return encodeDate({
    year: field("year"),
    month: field("month"),
    day: field("day"),
    hour: field("hour"),
    minute: field("minute"),
    second: field("second"),
    nanosecond: 0
  })
}

/** The bytes of a key value that go into the hash. */
export const encodeKeyText = (type: OracleType, text: string): Uint8Array => {
  switch (familyOf(type)) {
    case "number":
      return encodeNumber(text)
    case "datetime":
      return encodeDatetime(text)
    case "raw":
      return Uint8Array.from(Buffer.from(text, "hex"))
    case "character":
    case null:
      return encodeText(text)
  }
}

/** Hash of a key: of one column its ORA_HASH; further columns take the hash so far as their seed (assumed), NULL counts as no bytes (assumed). */
export const hashKey = (types: ReadonlyArray<OracleType>, key: ReadonlyArray<KeyText>): number => {
  let hash = 0
  for (const [at, type] of types.entries()) {
    const text = key[at] ?? null
    hash = oraHash(text === null ? new Uint8Array() : encodeKeyText(type, text), hash)
  }
  return hash
}

/** Place from 0 of a key among `count` hash partitions or subpartitions. */
export const placeKey = (types: ReadonlyArray<OracleType>, key: ReadonlyArray<KeyText>, count: number): number =>
  placeHash(hashKey(types, key), count)
