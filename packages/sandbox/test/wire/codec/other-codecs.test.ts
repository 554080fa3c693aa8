import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeDouble, decodeFloat, encodeDouble, encodeFloat } from "../../../src/wire/codec/binary-float.ts"
import {
  decodeText,
  decodeUtf16,
  encodeText,
  encodeUtf16,
  FORM_DATABASE,
  FORM_NATIONAL
} from "../../../src/wire/codec/character-data.ts"
import {
  decodeDaySecond,
  decodeYearMonth,
  encodeDaySecond,
  encodeYearMonth
} from "../../../src/wire/codec/oracle-interval.ts"
import { formatRowid, parseRowid } from "../../../src/wire/codec/rowid.ts"
import { isLob, typeNameOf, wireTypeOf } from "../../../src/wire/codec/type-codes.ts"
import { driverReader, writtenByDriver } from "../driver-buffer.ts"

const two = (value: number): string => String(value).padStart(2, "0")

describe("BINARY_DOUBLE and BINARY_FLOAT", () => {
  it("writes the driver's own bytes and reads them back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const bytes = encodeDouble(value)
        expect(bytes).toEqual(writtenByDriver((buffer) => buffer.writeBinaryDouble(value)))
        expect(decodeDouble(bytes)).toBe(value)
      })
    )
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        const bytes = encodeFloat(value)
        expect(bytes).toEqual(writtenByDriver((buffer) => buffer.writeBinaryFloat(value)))
        expect(decodeFloat(bytes)).toBe(value)
      })
    )
  })

  it("sorts as bytes the way numbers sort", () => {
    const finite = fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0))
    fc.assert(
      fc.property(finite, finite, (left, right) => {
        expect(Math.sign(Buffer.compare(encodeDouble(left), encodeDouble(right)))).toBe(
          Math.sign(left < right ? -1 : left > right ? 1 : 0)
        )
      })
    )
  })

  it("refuses another number of bytes", () => {
    expect(() => decodeDouble(Buffer.alloc(7))).toThrow(/wrong length/)
    expect(() => decodeFloat(Buffer.alloc(8))).toThrow(/wrong length/)
  })
})

describe("INTERVAL", () => {
  const signs = fc.constantFrom("+", "-")

  it("reads back years and months, with the driver's own bytes", () => {
    fc.assert(
      fc.property(signs, fc.nat(999_999_999), fc.nat(11), (sign, years, months) => {
        const text = `${years + months === 0 ? "+" : sign}${two(years)}-${two(months)}`
        const bytes = encodeYearMonth(text)
        expect(decodeYearMonth(bytes)).toBe(text)
        const factor = sign === "-" ? -1 : 1
        expect(bytes).toEqual(
          writtenByDriver((buffer) =>
            buffer.writeOracleIntervalYM({ years: factor * years, months: factor * months }, false)
          )
        )
      })
    )
  })

  it("reads back days and times, as the driver reads them", () => {
    const parts = fc.tuple(fc.nat(999_999_999), fc.nat(23), fc.nat(59), fc.nat(59), fc.nat(999_999_999))
    fc.assert(
      fc.property(signs, parts, (sign, [days, hours, minutes, seconds, nano]) => {
        const isZero = days + hours + minutes + seconds + nano === 0
        const fraction = nano === 0 ? "" : `.${String(nano).padStart(9, "0").replace(/0+$/, "")}`
        const text = `${isZero ? "+" : sign}${two(days)} ${two(hours)}:${two(minutes)}:${two(seconds)}${fraction}`
        const bytes = encodeDaySecond(text)
        expect(decodeDaySecond(bytes)).toBe(text)
        const theirs = driverReader(bytes).parseOracleIntervalDS(bytes)
        const factor = sign === "-" ? -1 : 1
        const ours = { days, hours, minutes, seconds, fseconds: nano }
        for (const [key, value] of Object.entries(ours)) expect((theirs[key] ?? 0) + 0).toBe(factor * value + 0)
      })
    )
  })

  it("refuses bytes that no interval has", () => {
    expect(() => decodeYearMonth(Buffer.from("8000000148", "hex"))).toThrow(/out of range/)
    expect(() => decodeDaySecond(Buffer.alloc(11))).toThrow(/out of range/)
    expect(() => decodeDaySecond(Buffer.alloc(4))).toThrow(/wrong length/)
    expect(() => encodeYearMonth("1 year")).toThrow(/ORA-00600/)
    expect(() => encodeDaySecond("1:2:3")).toThrow(/ORA-00600/)
  })
})

describe("ROWID", () => {
  it("reads back its four numbers", () => {
    const parts = fc.record({
      object: fc.nat(0xffff_ffff),
      file: fc.nat(0xffff),
      block: fc.nat(0xffff_ffff),
      slot: fc.nat(0xffff)
    })
    fc.assert(
      fc.property(parts, (rowid) => {
        const text = formatRowid(rowid)
        expect(text).toMatch(/^[A-Za-z0-9+/]{18}$/)
        expect(parseRowid(text)).toEqual(rowid)
      })
    )
  })

  it("refuses text that is no ROWID", () => {
    for (const text of ["", "AAAA", "AAAScSAAEAAAAJPAA!", "AAAScSAAEAAAAJPAAAA"])
      expect(() => parseRowid(text)).toThrow(/ORA-00600/)
  })
})

describe("characters", () => {
  it("reads back any text in both forms", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const form of [FORM_DATABASE, FORM_NATIONAL]) expect(decodeText(encodeText(text, form), form)).toBe(text)
      })
    )
  })

  it("carries half of a surrogate pair in UTF-16", () => {
    const half = "😀".slice(0, 1)
    expect(decodeUtf16(encodeUtf16(half))).toBe(half)
    expect(encodeUtf16("Aé").toString("hex")).toBe("004100e9")
  })
})

describe("type codes", () => {
  it("finds each type's name again by its number and form", () => {
    for (const name of [
      "NUMBER",
      "VARCHAR2",
      "NVARCHAR2",
      "CLOB",
      "NCLOB",
      "BLOB",
      "LONG",
      "ROWID",
      "CURSOR",
      "BOOLEAN"
    ] as const) {
      const { code, form } = wireTypeOf(name)
      expect(typeNameOf(code, form)).toBe(name)
    }
  })

  it("takes a BINARY_INTEGER for a NUMBER and knows no JSON", () => {
    expect(typeNameOf(3, 0)).toBe("NUMBER")
    expect(typeNameOf(119, 0)).toBeUndefined()
    expect([isLob("NCLOB"), isLob("LONG")]).toEqual([true, false])
  })
})
