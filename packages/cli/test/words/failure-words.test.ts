import { describe, expect, it } from "vitest"
import type { CommandFailure } from "../../src/failures.ts"
import { bugReply, explainFailure, interruptedReply, usageReply } from "../../src/words/failure-words.ts"

const missing = { role: "config", path: "c.json", problem: { _tag: "Missing" } } as const
const name = {
  part: "name",
  text: "A",
  problems: ["it has capital letters"],
  suggestion: "a",
  isLoaded: false
} as const

/** One failure of each kind with its code and exit code; scripts of users depend on both. */
const replies: ReadonlyArray<readonly [code: string, exit: number, failure: CommandFailure]> = [
  ["OP002", 1, { _tag: "UnreadableFile", ...missing }],
  ["OP004", 2, { _tag: "UnknownTable", wanted: ["HR.ORDER"], known: ["HR.ORDERS"] }],
  ["OP005", 2, { _tag: "UnknownCode", code: "OP999", known: ["OP001"] }],
  ["OP006", 2, { _tag: "UnknownAction", id: "x", known: ["y"] }],
  ["OP008", 1, { _tag: "NotWritten", path: "out", message: "the disk is full (ENOSPC)" }],
  ["OP009", 4, { _tag: "StoppedMidway", written: ["a"], missing: ["b"], message: "b: it is in use" }],
  ["OP013", 2, { _tag: "UnusableName", ...name }],
  ["OP014", 1, { _tag: "PlaceTaken", path: "archive-first", entries: ["notes.txt"] }]
]

describe("explainFailure", () => {
  it.for(replies)("says %s with exit code %i, and what to do", ([code, exit, failure]) => {
    const reply = explainFailure(failure)
    expect([reply.finding.code, reply.exit]).toEqual([code, exit])
    expect(reply.finding.advice).not.toBe("")
    expect(reply.finding.what).toMatch(/\.$|\?$/u)
  })

  it("names the flag that chooses another place", () => {
    const failure = { _tag: "NotWritten", path: "out", message: "no permission (EACCES)" } as const
    expect(explainFailure(failure).finding.advice).toContain("--output-dir")
    expect(explainFailure({ ...failure, option: "--dir" }).finding.advice).toContain("--dir.")
  })

  it("lists at most twelve of the things in a place that is taken", () => {
    const entries = Array.from({ length: 30 }, (_, index) => `f${index}`)
    const { what } = explainFailure({ _tag: "PlaceTaken", path: "p", entries }).finding
    expect(what).toContain("f11 and 18 more")
    expect(what).not.toContain("f12")
  })

  it("tells another name for one that is loaded, and no spelling rules", () => {
    const problems = ["the action a is already loaded, from b"]
    const { advice, why } = explainFailure({ _tag: "UnusableName", ...name, problems, isLoaded: true }).finding
    expect(advice).toBe("Choose another name, or a scope with --scope.")
    expect(why).toContain("neither is used")
  })
})

describe("the other replies", () => {
  it("are OP001 for the command line, OP010 for an interruption, OP070 for a fault of ours", () => {
    const all = [usageReply("It is wrong.", "See --help"), interruptedReply(), bugReply(new Error("boom"), "1.0.0")]
    expect(all.map(({ exit, finding }) => `${finding.code} ${exit}`)).toEqual(["OP001 2", "OP010 130", "OP070 70"])
  })
})
