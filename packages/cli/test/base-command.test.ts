// How an Exit becomes words and an exit code. The command is real; only its program is the test's.
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import { afterEach, describe, expect, it, vi } from "vitest"
import { BaseCommand } from "../src/base-command.ts"
import type { JsonReply } from "../src/base-command.ts"
import { CommandFailed } from "../src/failures.ts"
import type { Outcome } from "../src/failures.ts"
import { findingOf } from "../src/words/cli-codes.ts"

const root = fileURLToPath(new URL("..", import.meta.url))

let program: Effect.Effect<Outcome<string>, CommandFailed> = Effect.succeed({ findings: [], result: "done" })

class Trial extends BaseCommand {
  static override id = "trial"

  async run(): Promise<JsonReply> {
    const { flags } = await this.parse(Trial)
    return this.conclude(program, flags, ({ result }) => `view of ${result ?? "nothing"}`)
  }
}

const run = async (next: typeof program, ...words: ReadonlyArray<string>) => {
  program = next
  const written = { stdout: "", stderr: "" }
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text)
      return true
    })
  }
  process.exitCode = undefined
  await Trial.run([...words], root).catch((error: unknown) => {
    process.exitCode = (error as { oclif?: { exit?: number } }).oclif?.exit
  })
  const code = process.exitCode
  return { ...written, code }
}

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const warning = findingOf("OP012", { subject: "HR.A", what: "It is disabled.", why: "", advice: "", evidence: {} })
const error = { ...warning, severity: "error" as const }

describe("a command", () => {
  it("shows what it made and ends with 0, also with warnings", async () => {
    expect(await run(Effect.succeed({ findings: [warning], result: "x" }))).toEqual({
      code: 0,
      stdout: "view of x\n",
      stderr: ""
    })
  })

  it("ends with 1 when a finding is an error", async () => {
    expect(await run(Effect.succeed({ findings: [error], result: null }))).toMatchObject({
      code: 1,
      stdout: "view of nothing\n"
    })
  })

  it("turns a failure into its words on stderr and its own exit code", async () => {
    const failure = new CommandFailed({ reason: { _tag: "UnknownAction", id: "x", known: ["other"] } })
    const ended = await run(Effect.fail(failure))
    expect([ended.code, ended.stdout]).toEqual([2, ""])
    expect(ended.stderr).toMatch(/^error OP006 no-such-action: There is no action x\.\n {2}do {3}Actions: other\./u)
  })

  it("shows a stack for a fault of its own only, with exit code 70", async () => {
    const ended = await run(Effect.die(new TypeError("boom")))
    expect(ended.code).toBe(70)
    expect(ended.stderr).toMatch(
      /^error OP070 internal-error: orapart \S+ ran into a fault of its own: TypeError: boom/u
    )
    expect(ended.stderr).toContain("at ")
    const asJson = await run(Effect.die(new TypeError("boom")), "--json")
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      exit: 70,
      error: { code: "OP070", evidence: { message: "TypeError: boom" } }
    })
  })

  it("ends with 130 when it was interrupted", async () => {
    const ended = await run(Effect.interrupt)
    expect([ended.code, ended.stdout]).toEqual([130, ""])
    expect(ended.stderr).toContain("Nothing was changed")
  })

  it("says midway where it stands, with exit code 4", async () => {
    const reason = { _tag: "StoppedMidway", written: ["o/A"], missing: ["o/B"], message: "o/B: it is in use" } as const
    const ended = await run(Effect.fail(new CommandFailed({ reason })))
    expect(ended.code).toBe(4)
    expect(ended.stderr).toContain("1 of 2 folders are in place. o/B: it is in use.")
  })

  it("prints one JSON object with four keys, whatever happens", async () => {
    const replies = [
      await run(Effect.succeed({ findings: [warning], result: "x" }), "--json"),
      await run(Effect.succeed({ findings: [error], result: null }), "--json"),
      await run(Effect.fail(new CommandFailed({ reason: { _tag: "UnknownCode", code: "x", known: [] } })), "--json"),
      await run(Effect.interrupt, "--json"),
      await run(Effect.succeed({ findings: [], result: "x" }), "--json", "--nope")
    ]
    expect(replies.map(({ stderr }) => stderr)).toEqual(["", "", "", "", ""])
    const parsed = replies.map(({ stdout }) => JSON.parse(stdout))
    expect(parsed.map((reply) => Object.keys(reply))).toEqual(parsed.map(() => ["exit", "result", "findings", "error"]))
    expect(parsed.map(({ exit }) => exit)).toEqual([0, 1, 2, 130, 2])
    expect(replies.map(({ code }) => code)).toEqual([0, 1, 2, 130, 2])
  })
})
