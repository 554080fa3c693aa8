import { describe, expect, it } from "vitest"
import { unknownCommand } from "../../src/lint/unknown-command.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP723 unknown-command", () => {
  it("fires on what is neither a command nor a statement", () => {
    const text = script("FOO bar", "PROMPT a", "FROM dual;")
    expect(linesBreaking(unknownCommand, text)).toEqual([1, 3])
  })

  it("is silent on commands and statements", () => {
    const text = script("PRO a", "SELECT 1 FROM dual;", "!ls")
    expect(linesBreaking(unknownCommand, text)).toEqual([])
  })
})
