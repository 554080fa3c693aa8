import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { boundLiteral, datetimeLiteral, isPlainLiteral, nationalLiteral, stringLiteral } from "../src/literals.ts"

/** Evaluates what the literals generate: quoted pieces, CHR, N'..' and UNISTR joined by ||. Anything else is an error. */
const evaluate = (expression: string): string => {
  let rest = expression.trim()
  let text = ""
  for (;;) {
    const chr = /^CHR\((\d+)\)/.exec(rest)
    const quoted = /^(UNISTR\()?N?'((?:[^']|'')*)'\)?/.exec(rest)
    if (chr !== null) text += String.fromCharCode(Number(chr[1]))
    else if (quoted !== null) {
      const raw = (quoted[2] ?? "").replaceAll("''", "'")
      text +=
        quoted[1] === undefined
          ? raw
          : raw.replaceAll(/\\([0-9A-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    } else throw new Error(`not a piece: ${rest}`)
    rest = rest.slice((chr ?? quoted)?.[0].length).trimStart()
    if (rest === "") return text
    if (!rest.startsWith("||")) throw new Error(`not joined: ${rest}`)
    rest = rest.slice(2).trimStart()
  }
}

const hazards = [
  ";",
  "-",
  "/",
  ".",
  "'",
  "''",
  "&",
  "--",
  "/*",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "\0",
  "\u007f",
  "\\",
  "a",
  "é",
  "漢",
  "😀",
  "\n/\n",
  ";\n",
  "-\n"
]
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80, size: "max" }),
  fc.array(fc.constantFrom(...hazards), { maxLength: 30, size: "max" }).map((parts) => parts.join("")),
  fc.tuple(fc.constantFrom(...hazards), fc.integer({ min: 1, max: 3000 })).map(([part, times]) => part.repeat(times))
)

/** Lines that SQL*Plus would take for its own, or cannot take at all. */
const dangerousLines = (sql: string): ReadonlyArray<string> =>
  sql
    .split("\n")
    .filter(
      (line) => /[;-]\s*$/.test(line) || /^\s*[/.]?\s*$/.test(line) || new TextEncoder().encode(line).length > 2400
    )

describe("stringLiteral", () => {
  it.each([
    ["PENDING", "'PENDING'"],
    ["", "''"],
    ["O'Hara", "'O''Hara'"],
    ["a;", "'a;'"],
    ["two\nlines", "'two' || CHR(10) || 'lines'"],
    ["\t", "CHR(9)"],
    ["a\u007f", "'a' || CHR(127)"],
    ["a\r\n", "'a' || CHR(13) || CHR(10)"],
    ["/", "'/'"]
  ])("writes %j as %s", (value, expected) => {
    expect(stringLiteral(value)).toBe(expected)
  })

  it("is read back as the same text", () => {
    fc.assert(fc.property(text, (value) => evaluate(stringLiteral(value)) === value))
  })

  it("has no line that SQL*Plus takes for its own", () => {
    fc.assert(fc.property(text, (value) => dangerousLines(stringLiteral(value)).length === 0))
  })

  it("contains a line break of the text only as CHR(10)", () => {
    expect(stringLiteral(";\n/\n\n-")).toBe("';' || CHR(10) || '/' || CHR(10) || CHR(10) || '-'")
  })

  it("continues a long text on further lines", () => {
    const sql = stringLiteral("x".repeat(2500))
    expect(sql.split("\n")).toHaveLength(3)
    expect(evaluate(sql)).toBe("x".repeat(2500))
  })
})

describe("isPlainLiteral", () => {
  it("is true exactly when the literal is one quoted piece", () => {
    fc.assert(fc.property(text, (value) => isPlainLiteral(value) === /^'(?:[^']|'')*'$/.test(stringLiteral(value))))
  })
})

describe("nationalLiteral", () => {
  it.each([
    ["abc", "N'abc'"],
    ["", "N''"],
    ["C:\\x", "N'C:\\x'"],
    ["é", "UNISTR('\\00E9')"],
    ["é\\", "UNISTR('\\00E9\\005C')"],
    ["😀", "UNISTR('\\D83D\\DE00')"],
    ["a\nb", "UNISTR('a\\000Ab')"]
  ])("writes %j as %s", (value, expected) => {
    expect(nationalLiteral(value)).toBe(expected)
  })

  it("is ASCII, safe in lines and read back as the same text", () => {
    fc.assert(
      fc.property(text, (value) => {
        const sql = nationalLiteral(value)
        return /^[\n -~]*$/.test(sql) && dangerousLines(sql).length === 0 && evaluate(sql) === value
      })
    )
  })
})

describe("datetimeLiteral", () => {
  it("names mask and calendar for DATE", () => {
    expect(datetimeLiteral("2015-01-01 00:00:00", "DATE")).toBe(
      "TO_DATE('2015-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"
    )
  })

  it("leaves out a fraction that DATE cannot hold", () => {
    expect(datetimeLiteral("2015-01-01 10:20:30.5", "DATE")).toContain("'2015-01-01 10:20:30'")
  })

  it.each(["TIMESTAMP(6)", "TIMESTAMP(3) WITH LOCAL TIME ZONE"])("is a TIMESTAMP constant for %s", (dataType) => {
    expect(datetimeLiteral("2015-01-01 00:00:00.250", dataType)).toBe("TIMESTAMP '2015-01-01 00:00:00.25'")
  })

  it("stays one quoted text when the value is no date", () => {
    expect(datetimeLiteral("x' OR '1", "TIMESTAMP(6)")).toBe("TIMESTAMP 'x'' OR ''1'")
  })
})

describe("boundLiteral", () => {
  it("writes every kind of bound for its key", () => {
    expect(boundLiteral({ type: "datetime", value: "2024-01-01 00:00:00" }, "DATE")).toMatch(
      /^TO_DATE\('2024-01-01 00:00:00'/
    )
    expect(boundLiteral({ type: "datetime", value: "2024-01-01 00:00:00" }, "TIMESTAMP(6)")).toBe(
      "TIMESTAMP '2024-01-01 00:00:00'"
    )
    expect(boundLiteral({ type: "number", value: "12345678901234567890123456789012345678" }, "NUMBER")).toBe(
      "12345678901234567890123456789012345678"
    )
    expect(boundLiteral({ type: "number", value: "1e3" }, "NUMBER")).toBe("1000")
    expect(boundLiteral({ type: "maxvalue" }, "NUMBER")).toBe("MAXVALUE")
    expect(boundLiteral({ type: "other", text: "100, MAXVALUE" }, "NUMBER")).toBe("100, MAXVALUE")
  })
})
