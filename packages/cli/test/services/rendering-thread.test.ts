import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import { describe, expect, it, onTestFinished } from "vitest"
import { generateScriptSets } from "../../src/index.ts"
import type { ScriptFolder } from "../../src/output/output-folder.ts"
import { readCoreTemplates } from "../../src/services/load-templates.ts"
import type { TemplateSet } from "../../src/services/load-templates.ts"
import type { RenderReply, RenderWork } from "../../src/services/render-jobs.ts"
import { RenderingThread } from "../../src/services/rendering-thread.ts"
import { makeFolder, readTree } from "../support/temporary-folder.ts"

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../examples/hr/${name}`, import.meta.url)), "utf8")

const makeSets = async (): Promise<ReadonlyArray<ScriptFolder>> => {
  const texts = { configText: read("migration_config.json"), snapshotText: read("schema_snapshot.json") }
  const { result } = await Effect.runPromise(generateScriptSets({ ...texts, madeBy: "orapart 0.0.0" }))
  return result ?? []
}

const planTextOf = ({ files }: ScriptFolder): string => files.find(({ path }) => path === "plan.json")?.text ?? ""

const open = async (outputDirectory: string, templates: TemplateSet = readCoreTemplates()) => {
  const thread = new RenderingThread({ templates, outputDirectory })
  onTestFinished(thread.close)
  thread.start()
  for (let turn = 0; turn < 1000 && !thread.isFree && thread.crash === null; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return thread
}

const doJobs = async (thread: RenderingThread, sets: ReadonlyArray<ScriptFolder>, stagingRoot: string | null) => {
  const replies: Array<RenderReply> = []
  for (const set of sets) {
    const job = { planText: planTextOf(set), folder: set.folder, stagingRoot }
    thread.send(job, (reply) => void replies.push(reply))
  }
  await thread.finish()
  return replies
}

describe("RenderingThread", () => {
  it("stages the bytes that the main thread would, and replies in the order of the jobs", async () => {
    const [output, sets] = [makeFolder(), await makeSets()]
    const replies = await doJobs(await open(output), sets, output)
    expect(replies.map((reply) => ("table" in reply ? reply.table : reply))).toEqual(sets.map(({ table }) => table))
    const staged = Object.entries(readTree(output)).filter(([path]) => !path.endsWith(".orapart-files.json"))
    const wanted = sets.flatMap(({ folder, files }) => files.map(({ path, text }) => [join(folder, path), text]))
    expect(Object.fromEntries(staged)).toEqual(Object.fromEntries(wanted))
  })

  it("only checks a set that has no place to be staged, and says what lies in its way", async () => {
    const [output, sets] = [makeFolder(), await makeSets()]
    mkdirSync(join(output, sets[0]?.folder ?? "", "of-mine"), { recursive: true })
    const replies = await doJobs(await open(output), sets.slice(0, 2), null)
    expect(replies).toMatchObject([{ problem: { _tag: "NotOurs", entries: ["of-mine/"] } }, { state: "new" }])
    expect(Object.keys(readTree(output))).toEqual([`${sets[0]?.folder}/of-mine/`])
  })

  it("names the folder and the system's reason when a set cannot be staged", async () => {
    const [output, sets] = [makeFolder(), await makeSets()]
    const [reply] = await doJobs(await open(output), sets.slice(0, 1), join(output, "absent"))
    const path = join(output, sets[0]?.folder ?? "")
    expect(reply).toMatchObject({ notStaged: { path, message: expect.stringMatching(/ENOENT/u) } })
  })

  it("names the template that is at fault and goes on with the next job", async () => {
    const [output, sets] = [makeFolder(), await makeSets()]
    const overrides = new Map([["core:master1.sql", { text: "{{ plan.absent }}", origin: "mine.njk" }]])
    const thread = await open(output, { ...readCoreTemplates(), overrides })
    const replies = await doJobs(thread, sets.slice(0, 2), output)
    const fault = { template: "core:master1.sql", what: expect.stringContaining("plan.absent") }
    expect(replies).toMatchObject([{ fault }, { fault }])
  })

  it("takes no job before it is started, and not more than a few at a time", async () => {
    const [output, [set]] = [makeFolder(), await makeSets()]
    expect(new RenderingThread({ templates: readCoreTemplates(), outputDirectory: output }).isFree).toBe(false)
    const thread = await open(output)
    let sent = 0
    for (; sent < 100 && thread.isFree && set !== undefined; sent += 1) {
      thread.send({ planText: planTextOf(set), folder: `F${sent}`, stagingRoot: output }, () => {})
    }
    expect(sent).toBeGreaterThan(1)
    expect(sent).toBeLessThan(10)
    await thread.finish()
    expect(thread.isFree).toBe(true)
  })

  it("ends the wait and keeps the cause when the thread ends too early", async () => {
    const thread = await open(makeFolder(), undefined)
    thread.send({ planText: "no JSON", folder: "F", stagingRoot: null }, () => {})
    await thread.finish()
    expect(thread.crash?.cause).toBeInstanceOf(Error)
    expect(thread.isFree).toBe(false)
  })

  it("can be closed while it works and when it was never started", async () => {
    const [output, [set]] = [makeFolder(), await makeSets()]
    const work: RenderWork = { templates: readCoreTemplates(), outputDirectory: output }
    await expect(new RenderingThread(work).close()).resolves.toBeUndefined()
    const thread = await open(output)
    if (set !== undefined) thread.send({ planText: planTextOf(set), folder: "F", stagingRoot: output }, () => {})
    await thread.close()
    const before = readTree(output)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(readTree(output)).toEqual(before)
  })
})
