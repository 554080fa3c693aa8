// Documentation promises only commands that exist.
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { commandNames, isCommand, readNamedCommands } from "./command-names.ts"

const docs = new URL("../../docs/", import.meta.url)
const files = readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md"))
  .toSorted()

describe("readNamedCommands", () => {
  it("finds commands in code of every kind, and none in prose", () => {
    const text =
      "orapart renames. `orapart plan --table A` and\n\n    Ask: orapart explain CODE\n\n```sh\norapart validate config x\n```\n"
    expect(readNamedCommands(text)).toEqual(["validate config", "explain", "plan"])
  })

  it("tells a command from what is none", () => {
    expect(commandNames).toEqual(expect.arrayContaining(["actions show", "validate config"]))
    expect(isCommand("actions show")).toBe(true)
    expect(isCommand("validate")).toBe(false)
    expect(isCommand("discover")).toBe(false)
  })
})

describe("the commands named in docs", () => {
  it("are named somewhere", () => {
    const named = files.flatMap((file) => readNamedCommands(readFileSync(new URL(file, docs), "utf8")))
    expect(named).toEqual(expect.arrayContaining(["explain", "generate", "plan", "validate config"]))
  })

  it.for(files)("exist: %s", (file) => {
    const named = readNamedCommands(readFileSync(new URL(file, docs), "utf8"))
    expect(named.filter((words) => !isCommand(words))).toEqual([])
  })
})
