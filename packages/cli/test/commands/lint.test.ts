// `orapart lint` as a user runs it: files, folders, the standard input, and everything that is none of these.
import { execFileSync } from "node:child_process"
import { mkdirSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { canRunAs, runOrapart } from "../support/run-orapart.ts"
import type { LooseJson, RunOptions } from "../support/run-orapart.ts"
import { makeFolder, readTree } from "../support/temporary-folder.ts"

const clean = "WHENEVER OSERROR EXIT 9 ROLLBACK\nWHENEVER SQLERROR EXIT 4 ROLLBACK\nDELETE t;\nCOMMIT;\n"
const faulty = "SET ECHO ON\nPROMPT R&D\n"
const note = "ACCEPT answer\n"

const lint = async (paths: ReadonlyArray<string>, options: RunOptions = {}) => {
  const run = await runOrapart(["lint", ...paths, "--json"], options)
  return { code: run.code, reply: JSON.parse(run.stdout) as LooseJson }
}

const placesOf = ({ findings }: LooseJson): ReadonlyArray<string> =>
  findings.map(({ code, location }: LooseJson) => `${location.file}:${location.line}:${location.column} ${code}`)

describe("lint", () => {
  it("shows each finding with place, code, reason and advice, and counts at the end", async () => {
    const folder = makeFolder({ "a.sql": faulty })
    const run = await runOrapart(["lint", "a.sql"], { cwd: folder })
    expect([run.code, run.stderr]).toEqual([1, ""])
    expect(run.stdout).toMatch(
      /^error OP708 ampersand: &d stands in the middle of a word .*\n {2}at {3}a\.sql:2:1\n {2}why {2}SQL/u
    )
    expect(run.stdout).toMatch(/\n {2}do {3}SET DEFINE OFF[\s\S]*\n\n1 script: 1 error\.\n$/u)
  })

  it("ends with 0 for clean scripts and for notes, and writes nothing", async () => {
    const files = { "a.sql": clean, "b.sql": note }
    const folder = makeFolder(files)
    const run = await runOrapart(["lint", "."], { cwd: folder })
    expect([run.code, run.stderr]).toEqual([0, ""])
    expect(run.stdout).toMatch(/\n2 scripts: 1 note\.\n$/u)
    expect(readTree(folder)).toEqual(files)
  })

  it("prints nothing with --quiet unless there is an error", async () => {
    const folder = makeFolder({ "a.sql": note, "b.sql": faulty })
    const [quiet, loud] = await Promise.all(
      ["a.sql", "b.sql"].map((file) => runOrapart(["lint", "-q", file], { cwd: folder }))
    )
    expect([quiet?.code, quiet?.stdout, quiet?.stderr]).toEqual([0, "", ""])
    expect([loud?.code, loud?.stdout]).toEqual([1, ""])
    expect(loud?.stderr).toContain("OP708")
  })

  it("has this --json", async () => {
    const folder = makeFolder({ "a.sql": faulty, "sub/b.sql": note })
    const { code, reply } = await lint(["sub", "a.sql"], { cwd: folder })
    expect([code, reply.exit, reply.error]).toEqual([1, 1, null])
    expect(reply.result).toEqual({ scripts: ["sub/b.sql", "a.sql"], errors: 1, warnings: 0, notes: 1, omitted: [] })
    expect(placesOf(reply)).toEqual(["sub/b.sql:1:1 OP720", "a.sql:2:1 OP708"])
    const keys = ["code", "slug", "severity", "subject", "what", "why", "advice", "evidence", "location"]
    expect(Object.keys(reply.findings[0])).toEqual(keys)
  })
})

describe("lint on a folder", () => {
  it("takes scripts of all usual suffixes, sorted, from all folders, each once, and nothing else", async () => {
    const folder = makeFolder({
      "b.SQL": clean,
      "a.pkb": clean,
      "readme.md": "PROMPT R&D",
      "sub/z.trg": clean,
      "sub/c.sql": clean,
      ".git/x.sql": faulty
    })
    const { reply } = await lint([".", "sub", "./b.SQL"], { cwd: folder })
    expect(reply.result.scripts).toEqual(["a.pkb", "b.SQL", "sub/c.sql", "sub/z.trg"])
  })

  it("ends where links go in a circle, and reports a link that leads nowhere", async () => {
    const folder = makeFolder({ "a/a.sql": clean })
    symlinkSync(folder, join(folder, "a", "up"))
    symlinkSync(join(folder, "nowhere"), join(folder, "a", "gone.sql"))
    const { code, reply } = await lint(["a"], { cwd: folder })
    expect([code, reply.result.scripts]).toEqual([1, ["a/a.sql"]])
    expect(reply.findings.map(({ what }: LooseJson) => what)).toEqual(["The script a/gone.sql does not exist."])
  })

  it("reports what is no text, or no file, and lints the rest", async () => {
    const folder = makeFolder({
      "a.sql": Buffer.from([80, 0, 82]),
      "b.sql": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("PROMPT a", "utf16le")]),
      "d.sql": faulty
    })
    execFileSync("mkfifo", [join(folder, "c.sql")])
    const { code, reply } = await lint(["."], { cwd: folder })
    expect(code).toBe(1)
    expect(placesOf(reply)).toEqual(["c.sql:1:1 OP002", "a.sql:1:1 OP002", "b.sql:1:1 OP002", "d.sql:2:1 OP708"])
    expect(reply.findings.map(({ what }: LooseJson) => what).slice(0, 3)).toEqual([
      "The script c.sql is a pipe, where a file is needed.",
      "The script a.sql holds a byte 0, so it is no text.",
      "The script b.sql is UTF-16."
    ])
  })

  it("lints a script in Latin-1 and says so", async () => {
    const folder = makeFolder({ "a.sql": Buffer.from("REM f\u00fcr\nPROMPT R&D\n", "latin1") })
    const { code, reply } = await lint(["a.sql"], { cwd: folder })
    expect(code).toBe(1)
    expect(placesOf(reply)).toEqual(["a.sql:1:6 OP016", "a.sql:1:6 OP709", "a.sql:2:1 OP708"])
  })

  it("lints scripts as their callers call them", async () => {
    const child = "INSERT INTO &owner..t VALUES (1);\nCOMMIT;\n"
    const folder = makeFolder({ "child.sql": child, "master.sql": `${clean}DEFINE owner = HR\n@@child\n@@gone\n` })
    expect(placesOf((await lint(["."], { cwd: folder })).reply)).toEqual(["master.sql:7:1 OP755"])
    expect(placesOf((await lint(["child.sql"], { cwd: folder })).reply)).toContain("child.sql:1:1 OP708")
    // What is called is followed from the disk, and not linted itself.
    expect(placesOf((await lint(["master.sql"], { cwd: folder })).reply)).toEqual(["master.sql:7:1 OP755"])
  })
})

describe("lint with nothing to lint", () => {
  it.for([
    ["a path that does not exist", ["none.sql"], "none.sql does not exist."],
    ["a folder without a script", ["empty"], "empty holds no script."],
    ["both, beside a script", ["a.sql", "none", "empty"], "none does not exist; empty holds no script."]
  ] as const)("answers %s with exit code 2", async ([, paths, what]) => {
    const folder = makeFolder({ "a.sql": faulty })
    mkdirSync(join(folder, "empty"))
    const { code, reply } = await lint(paths, { cwd: folder })
    expect([code, reply.result, reply.findings]).toEqual([2, null, []])
    expect(reply.error).toMatchObject({ code: "OP015", what })
  })

  it("asks for a path", async () => {
    const { code, reply } = await lint([])
    expect([code, reply.error.code]).toEqual([2, "OP001"])
  })

  it.runIf(canRunAs(65_534))("says which file and folder may not be read", async () => {
    const folder = makeFolder({ "a.sql": clean, "closed/b.sql": clean })
    execFileSync("chmod", ["755", folder])
    execFileSync("chmod", ["000", join(folder, "a.sql"), join(folder, "closed")])
    const { code, reply } = await lint(["."], { cwd: folder, uid: 65_534 })
    expect(code).toBe(1)
    expect(reply.findings.map(({ what }: LooseJson) => what)).toEqual([
      "The script closed cannot be read: the permission is missing.",
      "The script a.sql cannot be read: the permission is missing."
    ])
  })
})

describe("lint -", () => {
  it("lints the standard input", async () => {
    const shell = `printf 'PROMPT R&D\\n' | "$@"`
    const { code, reply } = await lint(["-"], { cwd: makeFolder(), shell })
    expect([code, placesOf(reply), reply.result.scripts]).toEqual([1, ["stdin:1:1 OP708"], ["stdin"]])
  })
})

describe("lint on a script of very many faults", () => {
  it("shows ten of a code, gives fifty to a program, and counts them all", async () => {
    const folder = makeFolder({ "a.sql": "oops\n".repeat(20_000) })
    const run = await runOrapart(["lint", "a.sql"], { cwd: folder })
    expect(run.stdout.split("\n").length).toBeLessThan(100)
    expect(run.stdout).toContain("\n19,990 more errors OP723 unknown-command.\n")
    expect(run.stdout).toContain("\n1 script: 20,000 errors.\n")
    const { reply } = await lint(["a.sql"], { cwd: folder })
    expect(reply.findings).toHaveLength(50)
    const omitted = { file: "a.sql", code: "OP723", slug: "unknown-command", severity: "error", count: 19_950 }
    expect(reply.result).toMatchObject({ errors: 20_000, omitted: [omitted] })
  })
})
