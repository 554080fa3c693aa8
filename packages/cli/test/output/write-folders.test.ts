import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { checkFolders } from "../../src/output/check-folders.ts"
import type { ScriptFolder } from "../../src/output/output-folder.ts"
import { writeFolders } from "../../src/output/write-folders.ts"
import { makeFolder, readTree, writeInto } from "../support/temporary-folder.ts"

const planOf = (table: string, more = ""): string => JSON.stringify({ contract: 1, owner: "HR", table, more })

const setOf = (table: string, files: { readonly [path: string]: string } = {}): ScriptFolder => ({
  owner: "HR",
  table,
  folder: `HR_${table}`,
  files: Object.entries({
    "10_create.sql": "create\n",
    "plan.json": planOf(table),
    "rollback/10_undo.sql": "drop\n",
    ...files
  }).map(([path, text]) => ({ path, text }))
})

const without = (set: ScriptFolder, path: string): ScriptFolder => ({
  ...set,
  files: set.files.filter((file) => file.path !== path)
})

const write = (directory: string, sets: ReadonlyArray<ScriptFolder>) => {
  const { checked, refused, obstacle } = checkFolders(directory, sets)
  expect({ refused, obstacle }).toEqual({ refused: [], obstacle: null })
  return Effect.runPromise(writeFolders(directory, checked, () => {}))
}

const problemsOf = (directory: string, sets: ReadonlyArray<ScriptFolder>) =>
  checkFolders(directory, sets).refused.map(({ problem }) => problem)

describe("writing script folders", () => {
  it("writes every file with a list of their hashes, and leaves nothing of its own beside them", async () => {
    const directory = join(makeFolder(), "deep", "output")
    const report = await write(directory, [setOf("ORDERS"), setOf("JOBS")])
    const tree = readTree(directory)
    expect(Object.keys(tree)).toEqual(
      ["HR_JOBS", "HR_ORDERS"].flatMap((folder) =>
        [".orapart-files.json", "10_create.sql", "plan.json", "rollback/10_undo.sql"].map((file) => join(folder, file))
      )
    )
    expect(tree["HR_ORDERS/rollback/10_undo.sql"]).toBe("drop\n")
    expect(report.map(({ table, state, files }) => [table, state, files])).toEqual([
      ["ORDERS", "new", 3],
      ["JOBS", "new", 3]
    ])
    expect(report[0]?.bytes).toBe(Buffer.byteLength("create\n" + planOf("ORDERS") + "drop\n"))
  })

  it("does not touch a set that is already there", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const [before, file] = [readTree(directory), join(directory, "HR_ORDERS", "plan.json")]
    const { mtimeMs, ino } = statSync(file)
    const [report] = await write(directory, [setOf("ORDERS")])
    expect(report?.state).toBe("unchanged")
    expect(readTree(directory)).toEqual(before)
    expect([statSync(file).mtimeMs, statSync(file).ino]).toEqual([mtimeMs, ino])
  })

  it("replaces its own unchanged set and removes the files that the new one no longer has", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS", { "25_extra.sql": "extra\n", "old/a/b.sql": "b\n" })])
    const [report] = await write(directory, [setOf("ORDERS", { "10_create.sql": "create more\n" })])
    expect(report).toMatchObject({ state: "replaced", stale: ["25_extra.sql", "old/a/b.sql"], leftover: null })
    expect(Object.keys(readTree(directory))).toEqual(
      [".orapart-files.json", "10_create.sql", "plan.json", "rollback/10_undo.sql"].map((file) => `HR_ORDERS/${file}`)
    )
    expect(readTree(directory)["HR_ORDERS/10_create.sql"]).toBe("create more\n")
  })

  it("writes into an empty folder and adds a file of its own set that was removed", async () => {
    const directory = makeFolder()
    mkdirSync(join(directory, "HR_ORDERS"))
    expect((await write(directory, [setOf("ORDERS")]))[0]?.state).toBe("new")
    rmSync(join(directory, "HR_ORDERS", "10_create.sql"))
    expect((await write(directory, [setOf("ORDERS")]))[0]?.state).toBe("replaced")
    expect(readTree(directory)["HR_ORDERS/10_create.sql"]).toBe("create\n")
  })

  it("accepts a folder without list when its files are those it would write", async () => {
    const directory = makeFolder({ "HR_ORDERS/plan.json": planOf("ORDERS"), "HR_ORDERS/10_create.sql": "create\n" })
    expect((await write(directory, [setOf("ORDERS")]))[0]?.state).toBe("replaced")
  })

  it("writes nothing and removes what it made when one folder cannot be staged", async () => {
    const directory = join(makeFolder(), "output")
    const tooLong = setOf("JOBS", { [`${"x".repeat(300)}.sql`]: "" })
    const { checked } = checkFolders(directory, [setOf("ORDERS"), tooLong])
    const failure = await Effect.runPromise(Effect.flip(writeFolders(directory, checked, () => {})))
    expect(failure.reason).toMatchObject({ _tag: "NotWritten", path: join(directory, "HR_JOBS") })
    expect(failure.reason).toHaveProperty("message", expect.stringContaining("ENAMETOOLONG"))
    expect(readTree(join(directory, ".."))).toEqual({})
  })

  it("puts the old set back when the new one is lost before it is in place", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const before = readTree(directory)
    const { checked } = checkFolders(directory, [setOf("ORDERS", { "10_create.sql": "new\n" })])
    const loseStaged = () => {
      const staging = readdirSync(directory).find((name) => name.startsWith(".orapart-writing-")) ?? ""
      rmSync(join(directory, staging, "HR_ORDERS"), { recursive: true })
    }
    const failure = await Effect.runPromise(Effect.flip(writeFolders(directory, checked, loseStaged)))
    expect(failure.reason).toMatchObject({ _tag: "NotWritten", path: join(directory, "HR_ORDERS") })
    expect(readTree(directory)).toEqual(before)
  })

  it("keeps the other sets when a folder has come into the place of a new one", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("JOBS")])
    const before = readTree(directory)
    const { checked } = checkFolders(directory, [setOf("JOBS", { "10_create.sql": "new\n" }), setOf("ORDERS")])
    writeInto(directory, "HR_ORDERS/mine.txt", "came in between")
    const failure = await Effect.runPromise(Effect.flip(writeFolders(directory, checked.toReversed(), () => {})))
    expect(failure.reason).toMatchObject({ _tag: "NotWritten", path: join(directory, "HR_ORDERS") })
    expect(readTree(directory)).toEqual({ ...before, "HR_ORDERS/mine.txt": "came in between" })
  })

  it("says which folders are in place when it stops between two of them", async () => {
    const directory = makeFolder()
    const { checked } = checkFolders(directory, [setOf("JOBS"), setOf("ORDERS")])
    writeInto(directory, "HR_ORDERS/mine.txt", "came in between")
    const failure = await Effect.runPromise(Effect.flip(writeFolders(directory, checked, () => {})))
    expect(failure.reason).toMatchObject({
      _tag: "StoppedMidway",
      written: [join(directory, "HR_JOBS")],
      missing: [join(directory, "HR_ORDERS")]
    })
    expect(Object.keys(readTree(directory)).filter((file) => file.startsWith("."))).toEqual([])
  })

  it("never removes a file that came into a folder while it was replaced", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const { checked } = checkFolders(directory, [setOf("ORDERS", { "10_create.sql": "new\n" })])
    writeInto(directory, "HR_ORDERS/mine.txt", "came in between")
    const [report] = await Effect.runPromise(writeFolders(directory, checked, () => {}))
    const left = Object.entries(readTree(directory)).find(([file]) => file.endsWith("mine.txt"))
    expect(left?.[1]).toBe("came in between")
    expect(report?.leftover).toBe(join(directory, left?.[0] ?? "", ".."))
  })

  it("leaves nothing behind when it is interrupted before the folders are moved", async () => {
    const directory = join(makeFolder(), "output")
    const sets = Array.from({ length: 40 }, (_, index) => setOf(`T${index}`))
    const controller = new AbortController()
    const onProgress = (done: number) => (done === 20 ? controller.abort() : undefined)
    const program = writeFolders(directory, checkFolders(directory, sets).checked, onProgress)
    const exit = await Effect.runPromiseExit(program, { signal: controller.signal })
    expect(exit._tag).toBe("Failure")
    expect(readTree(join(directory, ".."))).toEqual({})
  })
})

describe("the check before writing", () => {
  it("refuses a folder of somebody else and names what is in it", () => {
    const directory = makeFolder({ "HR_ORDERS/notes.txt": "mine", "HR_ORDERS/sub/a": "a" })
    expect(problemsOf(directory, [setOf("ORDERS")])).toEqual([
      { _tag: "NotOurs", entries: ["notes.txt", "sub/", "sub/a"] }
    ])
  })

  it("refuses a folder of ours that a foreign file, folder or link lies in", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    writeInto(directory, "HR_ORDERS/master1.log", "log")
    mkdirSync(join(directory, "HR_ORDERS", "logs"))
    symlinkSync("/", join(directory, "HR_ORDERS", "rollback", "root"))
    const expected = { _tag: "ForeignEntries", entries: ["logs/", "master1.log", "rollback/root"] }
    expect(problemsOf(directory, [setOf("ORDERS")])).toEqual([expected])
  })

  it("refuses scripts that were changed by hand, also those that the new set no longer has", async () => {
    const directory = makeFolder()
    const larger = setOf("ORDERS", { "25_extra.sql": "extra\n" })
    await write(directory, [larger])
    writeInto(directory, "HR_ORDERS/25_extra.sql", "extra, but mine\n")
    writeInto(directory, "HR_ORDERS/10_create.sql", "create\n-- mine\n")
    expect(problemsOf(directory, [setOf("ORDERS")])).toEqual([
      { _tag: "EditedFiles", files: ["10_create.sql", "25_extra.sql"] }
    ])
  })

  it("accepts a changed file that has become what would be written", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    writeInto(directory, "HR_ORDERS/10_create.sql", "create more\n")
    expect(problemsOf(directory, [setOf("ORDERS", { "10_create.sql": "create more\n" })])).toEqual([])
  })

  it("refuses a folder of ours whose plan.json is gone", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    rmSync(join(directory, "HR_ORDERS", "plan.json"))
    expect(problemsOf(directory, [setOf("ORDERS")])).toMatchObject([{ _tag: "NotOurs" }])
  })

  it("refuses the set of another table under the same folder name", async () => {
    const directory = makeFolder()
    await write(directory, [{ ...setOf("ORDERS"), folder: "HR_JOBS" }])
    expect(problemsOf(directory, [setOf("JOBS")])).toEqual([{ _tag: "OtherTable", owner: "HR", table: "ORDERS" }])
  })

  it("refuses a file and a link where a folder belongs, and does not follow the link", () => {
    const directory = makeFolder({ HR_ORDERS: "a file", "elsewhere/plan.json": planOf("JOBS") })
    symlinkSync(join(directory, "elsewhere"), join(directory, "HR_JOBS"))
    expect(problemsOf(directory, [setOf("ORDERS"), setOf("JOBS")])).toEqual([
      { _tag: "NotAFolder", kind: "file" },
      { _tag: "NotAFolder", kind: "link" }
    ])
  })

  it.for([
    "../evil.sql",
    "/etc/evil.sql",
    "a/../../evil.sql",
    "a\\..\\evil.sql",
    ".orapart-files.json",
    "PLAN.JSON",
    "a//b"
  ])("refuses the file name %s", (path) => {
    const set = setOf("ORDERS", { [path]: "evil" })
    expect(problemsOf(makeFolder(), [set])).toEqual([{ _tag: "UnsafePaths", paths: [path] }])
  })

  it("gives the problems of all folders at once", () => {
    const directory = makeFolder({ "HR_ORDERS/a": "", "HR_JOBS/b": "" })
    expect(problemsOf(directory, [setOf("ORDERS"), setOf("JOBS"), setOf("REGIONS")])).toHaveLength(2)
  })

  it("says once that an output directory below a file cannot be made", () => {
    const directory = makeFolder({ occupied: "a file" })
    const found = checkFolders(join(directory, "occupied", "output"), [setOf("ORDERS"), setOf("JOBS")])
    expect(found).toMatchObject({ checked: [], refused: [] })
    expect(found.obstacle).toContain("ENOTDIR")
    expect(checkFolders(join(directory, "occupied"), [setOf("ORDERS")]).obstacle).toBe(
      `${join(directory, "occupied")} is not a folder`
    )
  })

  it("counts a folder as ours after its list of hashes was restored from a copy with other line ends", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const list = readTree(directory)["HR_ORDERS/.orapart-files.json"] ?? ""
    writeInto(directory, "HR_ORDERS/.orapart-files.json", list.replaceAll("\n", "\r\n"))
    expect(problemsOf(directory, [setOf("ORDERS")])).toEqual([])
  })

  it("does not trust a list that is no list", async () => {
    const directory = makeFolder()
    await write(directory, [without(setOf("ORDERS"), "10_create.sql")])
    writeInto(directory, "HR_ORDERS/.orapart-files.json", "{}")
    chmodSync(join(directory, "HR_ORDERS", ".orapart-files.json"), 0o644)
    expect(problemsOf(directory, [setOf("ORDERS")])).toMatchObject([{ _tag: "NotOurs" }])
  })
})
