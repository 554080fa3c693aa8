import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import type { ScriptFolder, TakenFolder } from "../../src/output/output-folder.ts"
import { writeFolders } from "../../src/output/write-folders.ts"
import type { TakeFolder } from "../../src/output/write-folders.ts"
import { makeFolder, readTree, writeInto } from "../support/temporary-folder.ts"

setFlagsFromString("--expose-gc")

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

/** Sends the sets one by one; `between` is called with the number of sets that are staged. */
const feed =
  (sets: ReadonlyArray<ScriptFolder>, between: (done: number) => void = () => {}) =>
  (take: TakeFolder) =>
    Effect.forEach(
      sets,
      (set, position) =>
        take(set).pipe(
          Effect.tap(() => Effect.sync(() => between(position + 1))),
          Effect.andThen(Effect.yieldNow)
        ),
      { discard: true }
    ).pipe(Effect.as({ isSound: true }))

const report = (directory: string, sets: ReadonlyArray<ScriptFolder>, between?: (done: number) => void) =>
  Effect.runPromise(writeFolders(directory, feed(sets, between)))

const fail = (directory: string, sets: ReadonlyArray<ScriptFolder>, between?: (done: number) => void) =>
  Effect.runPromise(Effect.flip(writeFolders(directory, feed(sets, between))))

const write = async (directory: string, sets: ReadonlyArray<ScriptFolder>, between?: (done: number) => void) => {
  const { written, refused, obstacle } = await report(directory, sets, between)
  expect({ refused, obstacle }).toEqual({ refused: [], obstacle: null })
  return written ?? []
}

const problemsOf = async (directory: string, sets: ReadonlyArray<ScriptFolder>) => {
  const { written, refused } = await report(directory, sets)
  expect(written === null).toBe(refused.length > 0)
  return refused.map(({ problem }) => problem)
}

describe("writing script folders", () => {
  it("writes every file with a list of their hashes, and leaves nothing of its own beside them", async () => {
    const directory = join(makeFolder(), "deep", "output")
    const written = await write(directory, [setOf("ORDERS"), setOf("JOBS")])
    const tree = readTree(directory)
    expect(Object.keys(tree)).toEqual(
      ["HR_JOBS", "HR_ORDERS"].flatMap((folder) =>
        [".orapart-files.json", "10_create.sql", "plan.json", "rollback/10_undo.sql"].map((file) => join(folder, file))
      )
    )
    expect(tree["HR_ORDERS/rollback/10_undo.sql"]).toBe("drop\n")
    expect(written.map(({ table, state, files }) => [table, state, files])).toEqual([
      ["ORDERS", "new", 3],
      ["JOBS", "new", 3]
    ])
    expect(written[0]?.bytes).toBe(Buffer.byteLength("create\n" + planOf("ORDERS") + "drop\n"))
  })

  it("does not touch a set that is already there", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const [before, file] = [readTree(directory), join(directory, "HR_ORDERS", "plan.json")]
    const { mtimeMs, ino } = statSync(file)
    const [folder] = await write(directory, [setOf("ORDERS")])
    expect(folder?.state).toBe("unchanged")
    expect(readTree(directory)).toEqual(before)
    expect([statSync(file).mtimeMs, statSync(file).ino]).toEqual([mtimeMs, ino])
  })

  it("replaces its own unchanged set and removes the files that the new one no longer has", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS", { "25_extra.sql": "extra\n", "old/a/b.sql": "b\n" })])
    const [folder] = await write(directory, [setOf("ORDERS", { "10_create.sql": "create more\n" })])
    expect(folder).toMatchObject({ state: "replaced", stale: ["25_extra.sql", "old/a/b.sql"], leftover: null })
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
    const failure = await fail(directory, [setOf("ORDERS"), tooLong])
    expect(failure.reason).toMatchObject({ _tag: "NotWritten", path: join(directory, "HR_JOBS") })
    expect(failure.reason).toHaveProperty("message", expect.stringContaining("ENAMETOOLONG"))
    expect(readTree(join(directory, ".."))).toEqual({})
  })

  it("puts the old set back when the new one is lost before it is in place", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const before = readTree(directory)
    const loseStaged = () => {
      const staging = readdirSync(directory).find((name) => name.startsWith(".orapart-writing-")) ?? ""
      rmSync(join(directory, staging, "HR_ORDERS"), { recursive: true })
    }
    const failure = await fail(directory, [setOf("ORDERS", { "10_create.sql": "new\n" })], loseStaged)
    expect(failure.reason).toMatchObject({ _tag: "NotWritten", path: join(directory, "HR_ORDERS") })
    expect(readTree(directory)).toEqual(before)
  })

  it("keeps the other sets when a folder has come into the place of a new one", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("JOBS")])
    const before = readTree(directory)
    const comeIn = () => writeInto(directory, "HR_ORDERS/mine.txt", "came in between")
    const failure = await fail(directory, [setOf("ORDERS"), setOf("JOBS", { "10_create.sql": "new\n" })], comeIn)
    expect(failure.reason).toMatchObject({ _tag: "NotWritten", path: join(directory, "HR_ORDERS") })
    expect(readTree(directory)).toEqual({ ...before, "HR_ORDERS/mine.txt": "came in between" })
  })

  it("says which folders are in place when it stops between two of them", async () => {
    const directory = makeFolder()
    const comeIn = (done: number) => done === 2 && writeInto(directory, "HR_ORDERS/mine.txt", "came in between")
    const failure = await fail(directory, [setOf("JOBS"), setOf("ORDERS")], comeIn)
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
    const comeIn = () => writeInto(directory, "HR_ORDERS/mine.txt", "came in between")
    const [folder] = await write(directory, [setOf("ORDERS", { "10_create.sql": "new\n" })], comeIn)
    const left = Object.entries(readTree(directory)).find(([file]) => file.endsWith("mine.txt"))
    expect(left?.[1]).toBe("came in between")
    expect(folder?.leftover).toBe(join(directory, left?.[0] ?? "", ".."))
  })

  it("leaves nothing behind when it is interrupted before the folders are moved", async () => {
    const directory = join(makeFolder(), "output")
    const sets = Array.from({ length: 40 }, (_, index) => setOf(`T${index}`))
    const controller = new AbortController()
    const program = writeFolders(
      directory,
      feed(sets, (done) => (done === 20 ? controller.abort() : undefined))
    )
    const exit = await Effect.runPromiseExit(program, { signal: controller.signal })
    expect(exit._tag).toBe("Failure")
    expect(readTree(join(directory, ".."))).toEqual({})
  })
})

describe("what is staged", () => {
  it("is on disk before the next set is asked for, and no set is held after that", async () => {
    const directory = makeFolder()
    const held: Array<WeakRef<ScriptFolder>> = []
    const seen: Array<ReadonlyArray<string>> = []
    const staged = () => readdirSync(directory).flatMap((name) => readdirSync(join(directory, name)))
    const collect = runInNewContext("gc") as () => void
    const program = writeFolders(directory, (take) =>
      Effect.gen(function* () {
        for (let number = 0; number < 12; number += 1) {
          seen.push(staged())
          yield* Effect.suspend(() => {
            const set = setOf(`T${number}`)
            held.push(new WeakRef(set))
            return take(set)
          })
          yield* Effect.sleep(0)
        }
        collect()
        return { isSound: true, alive: held.filter((ref) => ref.deref() !== undefined).length }
      })
    )
    const { answer, written } = await Effect.runPromise(program)
    expect(seen.map((names) => names.length)).toEqual(held.map((_, number) => number))
    expect(answer.alive).toBeLessThanOrEqual(2)
    expect(written).toHaveLength(12)
  })

  it("is thrown away when whoever sends the sets finds an error in the end", async () => {
    const directory = join(makeFolder(), "output")
    const program = writeFolders(directory, (take) => Effect.as(take(setOf("ORDERS")), { isSound: false }))
    expect(await Effect.runPromise(program)).toMatchObject({ written: null, refused: [], obstacle: null })
    expect(readTree(join(directory, ".."))).toEqual({})
  })

  it("is thrown away when a later folder is refused, and the rest is checked all the same", async () => {
    const directory = makeFolder({ "HR_JOBS/b": "", "HR_REGIONS/c": "" })
    const before = readTree(directory)
    expect(await problemsOf(directory, [setOf("ORDERS"), setOf("JOBS"), setOf("REGIONS")])).toHaveLength(2)
    expect(readTree(directory)).toEqual(before)
  })
})

describe("the check before writing", () => {
  it("refuses a folder of somebody else and names what is in it", async () => {
    const directory = makeFolder({ "HR_ORDERS/notes.txt": "mine", "HR_ORDERS/sub/a": "a" })
    expect(await problemsOf(directory, [setOf("ORDERS")])).toEqual([
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
    expect(await problemsOf(directory, [setOf("ORDERS")])).toEqual([expected])
  })

  it("refuses scripts that were changed by hand, also those that the new set no longer has", async () => {
    const directory = makeFolder()
    const larger = setOf("ORDERS", { "25_extra.sql": "extra\n" })
    await write(directory, [larger])
    writeInto(directory, "HR_ORDERS/25_extra.sql", "extra, but mine\n")
    writeInto(directory, "HR_ORDERS/10_create.sql", "create\n-- mine\n")
    expect(await problemsOf(directory, [setOf("ORDERS")])).toEqual([
      { _tag: "EditedFiles", files: ["10_create.sql", "25_extra.sql"] }
    ])
  })

  it("accepts a changed file that has become what would be written", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    writeInto(directory, "HR_ORDERS/10_create.sql", "create more\n")
    expect(await problemsOf(directory, [setOf("ORDERS", { "10_create.sql": "create more\n" })])).toEqual([])
  })

  it("refuses a folder of ours whose plan.json is gone", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    rmSync(join(directory, "HR_ORDERS", "plan.json"))
    expect(await problemsOf(directory, [setOf("ORDERS")])).toMatchObject([{ _tag: "NotOurs" }])
  })

  it("refuses the set of another table under the same folder name", async () => {
    const directory = makeFolder()
    await write(directory, [{ ...setOf("ORDERS"), folder: "HR_JOBS" }])
    expect(await problemsOf(directory, [setOf("JOBS")])).toEqual([{ _tag: "OtherTable", owner: "HR", table: "ORDERS" }])
  })

  it("refuses a file and a link where a folder belongs, and does not follow the link", async () => {
    const directory = makeFolder({ HR_ORDERS: "a file", "elsewhere/plan.json": planOf("JOBS") })
    symlinkSync(join(directory, "elsewhere"), join(directory, "HR_JOBS"))
    expect(await problemsOf(directory, [setOf("ORDERS"), setOf("JOBS")])).toEqual([
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
  ])("refuses the file name %s", async (path) => {
    const set = setOf("ORDERS", { [path]: "evil" })
    expect(await problemsOf(makeFolder(), [set])).toEqual([{ _tag: "UnsafePaths", paths: [path] }])
  })

  it("gives the problems of all folders at once", async () => {
    const directory = makeFolder({ "HR_ORDERS/a": "", "HR_JOBS/b": "" })
    expect(await problemsOf(directory, [setOf("ORDERS"), setOf("JOBS"), setOf("REGIONS")])).toHaveLength(2)
  })

  it("says once that an output directory below a file cannot be made", async () => {
    const directory = makeFolder({ occupied: "a file" })
    const obstacle = `${join(directory, "occupied")} is not a folder`
    for (const output of ["occupied", "occupied/output"]) {
      const found = await report(join(directory, output), [setOf("ORDERS"), setOf("JOBS")])
      expect(found).toMatchObject({ written: null, refused: [], obstacle })
    }
  })

  it("counts a folder as ours after its list of hashes was restored from a copy with other line ends", async () => {
    const directory = makeFolder()
    await write(directory, [setOf("ORDERS")])
    const list = readTree(directory)["HR_ORDERS/.orapart-files.json"] ?? ""
    writeInto(directory, "HR_ORDERS/.orapart-files.json", list.replaceAll("\n", "\r\n"))
    expect(await problemsOf(directory, [setOf("ORDERS")])).toEqual([])
  })

  it("does not trust a list that is no list", async () => {
    const directory = makeFolder()
    await write(directory, [without(setOf("ORDERS"), "10_create.sql")])
    writeInto(directory, "HR_ORDERS/.orapart-files.json", "{}")
    chmodSync(join(directory, "HR_ORDERS", ".orapart-files.json"), 0o644)
    expect(await problemsOf(directory, [setOf("ORDERS")])).toMatchObject([{ _tag: "NotOurs" }])
  })
})

describe("a folder that another thread stages", () => {
  const taken = (directory: string, table: string): TakenFolder => {
    const [folder, path] = [`HR_${table}`, join(directory, `HR_${table}`)]
    const nothing = { stale: [], existing: [], directories: [] }
    return { owner: "HR", table, folder, path, state: "new", files: 1, bytes: 1, ...nothing }
  }

  it("is lent only when there is a folder to stage it in", async () => {
    const lent = await Effect.runPromise(
      writeFolders(makeFolder(), (take, lend) =>
        Effect.gen(function* () {
          const before = lend()
          yield* take(setOf("ORDERS"))
          return { isSound: false, before, after: lend() }
        })
      )
    )
    expect(lent.answer.before).toBe(null)
    expect(lent.answer.after?.stagingRoot).toContain(".orapart-writing-")
  })

  it("keeps the place that it had when it was lent, whenever it is given back", async () => {
    const directory = makeFolder()
    const program = writeFolders(directory, (take, lend) =>
      Effect.gen(function* () {
        yield* take(setOf("A"))
        const lent = [lend(), lend()]
        yield* take(setOf("D"))
        for (const [position, table] of [
          [1, "C"],
          [0, "B"]
        ] as const) {
          writeInto(lent[position]?.stagingRoot ?? "", `HR_${table}/one.sql`, "1")
          lent[position]?.giveBack(taken(directory, table))
        }
        return { isSound: true }
      })
    )
    const { written } = await Effect.runPromise(program)
    expect(written?.map(({ table }) => table)).toEqual(["A", "B", "C", "D"])
    expect(readdirSync(directory)).toEqual(["HR_A", "HR_B", "HR_C", "HR_D"])
  })

  it("keeps everything from being written when it is refused, and the rest is only checked", async () => {
    const directory = makeFolder()
    const program = writeFolders(directory, (take, lend) =>
      Effect.gen(function* () {
        yield* take(setOf("A"))
        const [first, second] = [lend(), lend()]
        const problem = { _tag: "NotWritable", reason: "no" } as const
        first?.giveBack({ owner: "HR", table: "B", path: "HR_B", problem })
        second?.giveBack(taken(directory, "C"))
        return { isSound: true, next: lend() }
      })
    )
    const { written, refused, answer } = await Effect.runPromise(program)
    expect([written, refused.map(({ table }) => table), answer.next?.stagingRoot]).toEqual([null, ["B"], null])
    expect(readTree(directory)).toEqual({})
  })
})
