import fc from "fast-check"
import { findNodeAtLocation, parseTree } from "jsonc-parser"
import { describe, expect, it } from "vitest"
import { createPlaceFinder } from "../../src/reading/find-offset.ts"
import { locate } from "../../src/reading/source-text.ts"

type Step = string | number

const pathsOf = (value: unknown, path: ReadonlyArray<Step> = []): ReadonlyArray<ReadonlyArray<Step>> => {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => pathsOf(item, [...path, index]))]
  if (typeof value !== "object" || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

describe("createPlaceFinder", () => {
  it("finds every value where the parser with positions finds it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const root = parseTree(text)
        const find = createPlaceFinder(text)
        for (const path of pathsOf(JSON.parse(text))) {
          const node = root === undefined ? undefined : findNodeAtLocation(root, [...path])
          expect(find(path.map(String)).value).toBe(node?.offset)
        }
      })
    )
  })

  it("goes past comments of both kinds, and past brackets inside comments and texts", () => {
    const text = '// {[\n{ "a" /* } */ : [ "]}", /* , */ { "b": 7 // }\n } ] }'
    expect(createPlaceFinder(text)(["a", "1", "b"]).value).toBe(text.indexOf("7"))
  })

  it("means the nearest thing around what is not there", () => {
    const text = '{ "tables": [ { "owner": "HR" } ] }'
    expect(createPlaceFinder(text)(["tables", "0", "names", "interim"]).value).toBe(text.indexOf('{ "owner"'))
    expect(createPlaceFinder(text)(["tables", "9"]).value).toBe(text.indexOf("["))
  })

  it("gives the key's place beside the value's", () => {
    const text = '{ "a": 1 }'
    expect(createPlaceFinder(text)(["a"])).toEqual({ key: 2, value: 7 })
  })

  it("takes the last of two equal keys, as JSON.parse does", () => {
    const text = '{ "a": 1, "a": 2 }'
    expect(createPlaceFinder(text)(["a"]).value).toBe(text.indexOf("2"))
  })
})

describe("locate", () => {
  it("counts lines over LF, CRLF and CR, and columns from 1", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(locate(["{", '  "a": 1,', '  "b": 2', "}"].join(end), "/b")).toEqual({ line: 3, column: 8 })
    }
  })

  it("does not count a byte order mark", () => {
    expect(locate('\uFEFF{ "a": 1 }', "/a")).toEqual({ line: 1, column: 8 })
  })

  it("reads escaped pointers", () => {
    expect(locate('{ "a/b~c": 1 }', "/a~1b~0c")).toEqual({ line: 1, column: 12 })
  })
})
