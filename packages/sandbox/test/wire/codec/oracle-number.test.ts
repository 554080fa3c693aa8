import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeNumber, encodeNumber } from "../../../src/wire/codec/oracle-number.ts"
import { driverReader, writtenByDriver } from "../driver-buffer.ts"

const decimals = fc
  .tuple(fc.boolean(), fc.stringMatching(/^[1-9][0-9]{0,36}$/), fc.integer({ min: -120, max: 80 }))
  .map(([isNegative, digits, power]) => ({ isNegative, digits: digits.replace(/0+$/, ""), power }))

const asText = ({ isNegative, digits, power }: { isNegative: boolean; digits: string; power: number }): string =>
  `${isNegative ? "-" : ""}${digits}E${power}`

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

describe("NUMBER", () => {
  it("has the bytes that Oracle documents for known values", () => {
    expect(hex(encodeNumber("0"))).toBe("80")
    expect(hex(encodeNumber("1"))).toBe("c102")
    expect(hex(encodeNumber("-1"))).toBe("3e6466")
    expect(hex(encodeNumber("100"))).toBe("c202")
    expect(hex(encodeNumber("0.01"))).toBe("c002")
    expect(hex(encodeNumber("123.45"))).toBe("c202182e")
    expect(hex(encodeNumber("-123.45"))).toBe("3d644e3866")
    expect(hex(encodeNumber(`1${"0".repeat(125)}`))).toBe("ff0b")
    expect(hex(encodeNumber("1E-130"))).toBe("8002")
  })

  it("writes the driver's own bytes", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const text = asText(decimal)
        expect(hex(encodeNumber(text))).toBe(
          hex(writtenByDriver((buffer) => buffer.writeOracleNumber(text.toLowerCase(), false)))
        )
      })
    )
  })

  it("reads back every digit that it has written", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const bytes = encodeNumber(asText(decimal))
        const text = decodeNumber(bytes)
        expect(text).not.toMatch(/[eE]|^-?0\d|\.$|\.\d*0$/)
        expect(encodeNumber(text)).toEqual(bytes)
      })
    )
  })

  it("reads as the driver does", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const bytes = encodeNumber(asText(decimal))
        const text = decodeNumber(bytes)
        expect(driverReader(bytes).parseOracleNumber(bytes)).toBe(text.replace(/^(-?)0\./, "$1."))
      })
    )
  })

  it("takes any way to write a number", () => {
    for (const text of ["12.5", "012.50", "+12.5", "1.25e1", "125E-1", "1250e-2", "12.5000"])
      expect(decodeNumber(encodeNumber(text))).toBe("12.5")
    expect(decodeNumber(encodeNumber(".5"))).toBe("0.5")
    expect(decodeNumber(encodeNumber("-0"))).toBe("0")
    expect(decodeNumber(encodeNumber("5."))).toBe("5")
  })

  it("rounds half up after twenty base-100 digits", () => {
    const nines = "9".repeat(40)
    expect(decodeNumber(encodeNumber(`${nines}5`))).toBe(`1${"0".repeat(41)}`)
    expect(decodeNumber(encodeNumber(`${"12".repeat(20)}49`))).toBe(`${"12".repeat(20)}00`)
    expect(decodeNumber(encodeNumber(`${"12".repeat(20)}50`))).toBe(`${"12".repeat(19)}1300`)
  })

  it("ends a negative number with 102 unless it has all twenty digits", () => {
    for (const text of [`-${"12".repeat(20)}`, `-${"12".repeat(19)}`, `-0.${"34".repeat(20)}`])
      expect(hex(encodeNumber(text))).toBe(hex(writtenByDriver((buffer) => buffer.writeOracleNumber(text, false))))
    expect(encodeNumber(`-${"12".repeat(20)}`).length).toBe(21)
  })

  it("fails with ORA-01426 beyond the greatest number and makes 0 of what is too small", () => {
    expect(() => encodeNumber("1E126")).toThrow(/ORA-01426/)
    expect(() => encodeNumber(`-1${"0".repeat(126)}`)).toThrow(/ORA-01426/)
    expect(hex(encodeNumber("1E-132"))).toBe("80")
  })

  it("refuses text and bytes that are no number", () => {
    for (const text of ["", "-", ".", "abc", "1e", "1 2", "NaN"]) expect(() => encodeNumber(text)).toThrow(/ORA-00600/)
    for (const bytes of ["", "c1", "c100", "c1ff", "80", "c1".padEnd(46, "02")])
      if (bytes !== "80") expect(() => decodeNumber(Buffer.from(bytes, "hex"))).toThrow()
  })

  it("never fails but as a ProtocolError on arbitrary bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
        try {
          expect(decodeNumber(bytes)).toMatch(/^-?\d+(\.\d+)?$/)
        } catch (error) {
          expect(error).toMatchObject({ name: "ProtocolError" })
        }
      })
    )
  })
})
