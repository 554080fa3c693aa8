import { describe, expect, it } from "vitest"
import { besideScript, normalizePath } from "../src/script-path.ts"

describe("normalizePath", () => {
  it.each([
    ["a/./b.sql", "a/b.sql"],
    ["a/../b.sql", "b.sql"],
    ["../b.sql", "../b.sql"],
    ["../../b.sql", "../../b.sql"],
    ["/a/../../b.sql", "/b.sql"],
    ["a//b.sql", "a/b.sql"],
    ["a\\b.sql", "a/b.sql"]
  ])("makes of %s the path %s", (path, expected) => {
    expect(normalizePath(path)).toBe(expected)
  })
})

describe("besideScript", () => {
  it("looks beside the caller", () => {
    expect(besideScript("a/b.sql", "c.sql")).toBe("a/c.sql")
    expect(besideScript("b.sql", "sub/c.sql")).toBe("sub/c.sql")
    expect(besideScript("a/b.sql", "../c.sql")).toBe("c.sql")
  })

  it.each(["/u01/c.sql", "?/rdbms/c.sql", "C:\\c.sql", "https://host/c.sql", "$HOME/c.sql", "~/c.sql"])(
    "leaves %s, which is the same from everywhere",
    (file) => {
      expect(besideScript("a/b.sql", file)).toBeNull()
    }
  )
})
