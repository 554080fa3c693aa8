import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addMinutes, parseTime } from "../../../src/wire/codec/civil-time.ts"
import {
  decodeDate,
  decodeTimestamp,
  decodeZonedTimestamp,
  encodeDate,
  encodeLocalTimestamp,
  encodeTimestamp,
  encodeZonedTimestamp
} from "../../../src/wire/codec/oracle-date.ts"
import { loadDriver } from "../../battery/driver.ts"
import { driverReader, writtenByDriver } from "../driver-buffer.ts"

const driver = loadDriver("oracledb")

const two = (value: number): string => String(value).padStart(2, "0")
const seconds = (date: Date): string => date.toISOString().slice(0, 19).replace("T", " ")

// Days that exist in every month, and years that four digits hold.
const dates = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -4712, max: -1 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.nat(23),
    minute: fc.nat(59),
    second: fc.nat(59)
  })
  .map((part) => {
    const year = `${part.year < 0 ? "-" : ""}${String(Math.abs(part.year)).padStart(4, "0")}`
    return `${year}-${two(part.month)}-${two(part.day)} ${two(part.hour)}:${two(part.minute)}:${two(part.second)}`
  })
const fractions = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((nano) => (nano === 0 ? "" : `.${String(nano).padStart(9, "0").replace(/0+$/, "")}`))
const instants = fc.date({ min: new Date("1600-01-01"), max: new Date("9000-01-01"), noInvalidDate: true })

describe("DATE and TIMESTAMP", () => {
  it("has known bytes", () => {
    expect(encodeDate("2024-02-29 23:59:58").toString("hex")).toBe("787c021d183c3b")
    expect(encodeDate("-4712-01-01 00:00:00").toString("hex")).toBe("355801010101" + "01")
    expect(encodeTimestamp("2024-02-29 23:59:58.5").toString("hex")).toBe("787c021d183c3b1dcd6500")
    expect(encodeZonedTimestamp("2024-03-01 01:30:00 +02:00").toString("hex")).toBe(
      "787c021d18" + "1f01" + "00000000" + "163c"
    )
  })

  it("reads back what it has written", () => {
    fc.assert(
      fc.property(dates, fractions, (date, fraction) => {
        expect(decodeDate(encodeDate(date))).toBe(date)
        expect(decodeTimestamp(encodeTimestamp(date + fraction))).toBe(date + fraction)
      })
    )
  })

  it("reads back times with a zone, in their zone", () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 })
    fc.assert(
      fc.property(instants, fractions, offsets, (date, fraction, offset) => {
        const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
        const text = `${seconds(date)}${fraction} ${zone}`
        expect(decodeZonedTimestamp(encodeZonedTimestamp(text))).toBe(text)
      })
    )
  })

  it("writes the driver's own bytes for a time with a zone", () => {
    fc.assert(
      fc.property(instants, (date) => {
        const text = `${seconds(date)}.${String(date.getUTCMilliseconds()).padStart(3, "0")} +00:00`
        const theirs = writtenByDriver((buffer) => buffer.writeOracleDate(date, driver.DB_TYPE_TIMESTAMP_TZ, false))
        expect(encodeZonedTimestamp(text)).toEqual(theirs)
      })
    )
  })

  it("is read by the driver as the same instant", () => {
    fc.assert(
      fc.property(instants, (date) => {
        const bytes = encodeLocalTimestamp(`${seconds(date)}.${String(date.getUTCMilliseconds()).padStart(3, "0")}`)
        expect(driverReader(bytes).parseOracleDate(bytes, false)).toEqual(date)
      })
    )
  })

  it("moves a local time into the database's zone", () => {
    expect(decodeTimestamp(encodeLocalTimestamp("2024-01-01 01:00:00 +02:00"))).toBe("2023-12-31 23:00:00")
  })

  it("adds minutes over the ends of days, months, years and eras", () => {
    const shift = (text: string, minutes: number) => {
      const { year, month, day, hour, minute } = addMinutes(parseTime(text, "DATE").time, minutes)
      return [year, month, day, hour, minute]
    }
    expect(shift("2024-02-28 23:59:00", 1)).toEqual([2024, 2, 29, 0, 0])
    expect(shift("2023-02-28 23:59:00", 1)).toEqual([2023, 3, 1, 0, 0])
    expect(shift("1900-03-01 00:00:00", -1)).toEqual([1900, 2, 28, 23, 59])
    expect(shift("0001-01-01 00:00:00", -1)).toEqual([-1, 12, 31, 23, 59])
  })

  it("agrees with the calendar of JavaScript when minutes are added", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -1_000_000, max: 1_000_000 }), (date, minutes) => {
        const moved = addMinutes(parseTime(seconds(date), "DATE").time, minutes)
        const theirs = new Date(Math.floor(date.getTime() / 1000) * 1000 + minutes * 60_000)
        expect([moved.year, moved.month, moved.day, moved.hour, moved.minute, moved.second]).toEqual([
          theirs.getUTCFullYear(),
          theirs.getUTCMonth() + 1,
          theirs.getUTCDate(),
          theirs.getUTCHours(),
          theirs.getUTCMinutes(),
          theirs.getUTCSeconds()
        ])
      })
    )
  })

  it("takes the seven bytes in which a client sends a TIMESTAMP of a whole second", () => {
    expect(decodeTimestamp(Buffer.from("787c021d183c3b", "hex"))).toBe("2024-02-29 23:59:58")
  })

  it("refuses bytes out of range and text of another form", () => {
    for (const bytes of ["", "787c021d18", "787c0d1d183c3b", "787c0220183c3b", "787c021d1a3c3b", "646401010101" + "01"])
      expect(() => decodeDate(Buffer.from(bytes, "hex"))).toThrow(/date out of range/)
    for (const text of ["", "2024-02-29T", "29.02.2024", "2024-2-9"])
      expect(() => encodeDate(text)).toThrow(/ORA-00600/)
    expect(() => encodeTimestamp("2024-02-29 00:00:00 +01:00")).toThrow(/ORA-00600/)
  })
})
