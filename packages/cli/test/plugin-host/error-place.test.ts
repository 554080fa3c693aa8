import { describe, expect, it } from "vitest"
import { readErrorPlace } from "../../src/plugin-host/error-place.ts"

const errorWith = (...stack: ReadonlyArray<string>): Error => Object.assign(new Error("x"), { stack: stack.join("\n") })

const anywhere = () => true

describe("the place of a failed import", () => {
  it("is the line and the arrow that Node prints above a mistake", () => {
    const error = errorWith("/a/b.ts:3", "export const b = ", "  = 2", "  ^", "", "SyntaxError: Expression expected")
    expect(readErrorPlace(error, anywhere)).toEqual({ file: "/a/b.ts", line: 3, column: 3 })
    const linked = errorWith(
      "file:///a/b%20c.ts:1",
      'import {nope} from "./c.ts"',
      "        ^^^^",
      "SyntaxError: no export"
    )
    expect(readErrorPlace(linked, anywhere)).toEqual({ file: "/a/b c.ts", line: 1, column: 9 })
  })

  it("is the first frame that has a file when the module threw", () => {
    const error = errorWith(
      "Error: boom",
      "    at new Script (node:vm:117:7)",
      "    at Object.<anonymous> (file:///a/b.ts:3:7)",
      "    at file:///a/c.ts:9:1"
    )
    expect(readErrorPlace(error, anywhere)).toEqual({ file: "/a/b.ts", line: 3, column: 7 })
    const plain = errorWith("Error: boom", "    at file:///a/c.ts:9:1")
    expect(readErrorPlace(plain, anywhere)).toEqual({ file: "/a/c.ts", line: 9, column: 1 })
  })

  it("is null when Node names no file, or one that is not the plugin's", () => {
    expect(
      readErrorPlace(errorWith("Error: x", "    at load (node:internal/modules/esm/load:1:2)"), anywhere)
    ).toBeNull()
    expect(
      readErrorPlace(errorWith("Error: x", "    at file:///host/x.js:1:2"), (file) => file === "/a/b.ts")
    ).toBeNull()
    expect(readErrorPlace("boom", anywhere)).toBeNull()
  })
})
