import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseConfigText } from "../../src/reading/parse-config-text.ts"

const parse = (text: string) => parseConfigText(text, "c.json")
const whatOf = (text: string) => parse(text).findings.map((finding) => finding.what)

describe("parseConfigText", () => {
  it("reads any JSON as JSON.parse does, with a byte order mark and any line ends", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("", "\uFEFF"), fc.constantFrom("\n", "\r\n"), (value, mark, end) => {
        const text = JSON.stringify(value, null, 2)
        const parsed = parse(mark + text.replaceAll("\n", end))
        expect(parsed.findings).toEqual([])
        expect(parsed.value).toEqual(JSON.parse(text))
      })
    )
  })

  it("reads comments, and what looks like one inside a text", () => {
    const parsed = parse('// head\n{ /* a */ "a": "http://x", // tail\n "b": [1] }\n/* end */')
    expect(parsed).toMatchObject({ findings: [], value: { a: "http://x", b: [1] } })
  })

  it("keeps a key called __proto__ a key", () => {
    expect(Object.keys(parse('/**/{"__proto__": 1}').value as object)).toEqual(["__proto__"])
  })

  it("finds every trailing comma, each at its bracket", () => {
    const { findings, value } = parse('{\n  "a": [1,],\n  "b": 2,\n}')
    expect(value).toEqual({ a: [1], b: 2 })
    expect(findings.map(({ location }) => `${location?.line}:${location?.column}`)).toEqual(["2:11", "4:1"])
    expect(findings.map(({ advice }) => advice)).toEqual([
      "Take away the comma before ].",
      "Take away the comma before }."
    ])
    expect(findings[0]).toMatchObject({ code: "OP100", severity: "error", path: "/a/1" })
  })

  it("sees a trailing comma before a comment, and gives up on the value when more is wrong", () => {
    expect(parse('{"a": [1, // one\n], /* , */ }')).toMatchObject({
      value: { a: [1] },
      findings: [{ code: "OP100" }, { code: "OP100" }]
    })
    expect("value" in parse('{"a": [1,],\n"b": }')).toBe(false)
  })

  it("says where a truncated file ends, what was expected and what is still open", () => {
    const [finding, ...others] = parse('{\n  "tables": [\n    { "owner": "HR", "table_name": ').findings
    expect(others).toEqual([])
    expect(finding?.what).toBe(
      "In tables[0].table_name: found the end of the file, expected a value: a text in double quotes, a number, true, false, null, { or [. Still open, innermost first: } ] }"
    )
    expect(finding?.location).toEqual({ file: "c.json", line: 3, column: 36 })
    expect(finding?.advice).toContain("cut off")
  })

  it.each([
    ['{"a": NaN}', "found NaN", "JSON has no NaN"],
    ['{"a": -Infinity}', "found -Infinity", "no Infinity"],
    ['{"a": None}', "found None", "Write null"],
    ['{"a": True}', "found True", "Write true in lower case"],
    ["{'a': 1}", "found 'a'", "double quotes"],
    ["{a: 1}", "found a", "double quotes"],
    ['{"a" 1}', "expected a colon", ""],
    ['{"a": 1 "b": 2}', "expected a comma", "comma behind the value"],
    ['{"a": "x\ny"}', "closing double quote", ""],
    ['{"p": "C:\\Users"}', "after a backslash", "\\\\"],
    ['{"a": 1}}', "nothing more", ""],
    ['{"a": 1.}', "a digit after the point", ""],
    ["/* never closed", "*/", ""]
  ])("explains %s", (text, what, advice) => {
    const [finding] = parse(text).findings
    expect(finding?.what.toLowerCase()).toContain(what.toLowerCase())
    expect(finding?.advice).toContain(advice)
  })

  it("reports one error per line, and errors of several lines at once", () => {
    expect(whatOf('{\n"a": tru,\n"b": fals,\n"c": 1\n}')).toHaveLength(2)
  })

  it.each(["", "  \n ", "// only a comment\n"])("calls %j empty", (text) => {
    expect(parse(text).findings).toMatchObject([{ code: "OP101", severity: "error" }])
  })

  it("refuses what JSON.parse refuses, for texts of JSON's own characters", () => {
    const pieces = ["{", "}", "[", "]", '"a"', '"b":', ":", ",", "1", "-", "true", "null", " ", "\n", "1.5e3", "\\"]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (list) => {
        const text = list.join("")
        const isJson = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        expect(parse(text).findings.length === 0).toBe(isJson)
      }),
      { numRuns: 2000 }
    )
  })

  it("tells of a key that stands twice, at its second place with the line of the first, and keeps the value", () => {
    const { findings, value } = parse('{\n  "tables": [\n    { "owner": "HR",\n      "owner": "APP" }\n  ]\n}')
    expect(findings).toMatchObject([
      { code: "OP103", severity: "error", path: "/tables/0/owner", location: { line: 4, column: 7 } }
    ])
    expect(findings[0]?.what).toBe("The key owner stands twice in tables[0]: the first time in line 3.")
    expect(value).toEqual({ tables: [{ owner: "APP" }] })
  })

  it("tells of repeated keys in a file with comments, and of every one", () => {
    expect(whatOf('{"a": 1, // x\n"a": 2, "a": 3}')).toHaveLength(2)
  })

  it("does not fall over a text nested a hundred thousand deep", () => {
    expect(parse("[".repeat(100_000)).findings[0]).toMatchObject({
      code: "OP100",
      what: expect.stringContaining("too deeply") as string
    })
  })
})
