import { join } from "node:path"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { writeNewFile, writeNewFolder } from "../../src/output/write-new-files.ts"
import { makeFolder, readTree } from "../support/temporary-folder.ts"

const reasonOf = (writing: ReturnType<typeof writeNewFolder>) => Effect.runSync(Effect.flip(writing)).reason

const good = { path: "src/index.ts", text: "export {}\n" }
// No file system takes a name of 300 bytes.
const impossible = { path: "x".repeat(300), text: "" }

describe("writeNewFolder", () => {
  it("leaves nothing behind when one of its files cannot be written, not even the folders above", () => {
    const root = makeFolder()
    expect(reasonOf(writeNewFolder(join(root, "a/b/new"), [good, impossible]))).toMatchObject({ _tag: "NotWritten" })
    expect(readTree(root)).toEqual({})
  })

  it("keeps a folder above that was there", () => {
    const root = makeFolder({ "a/mine": "" })
    reasonOf(writeNewFolder(join(root, "a/b/new"), [impossible]))
    expect(readTree(root)).toEqual({ "a/mine": "" })
  })

  it("makes folders above that are not there", () => {
    const root = makeFolder()
    Effect.runSync(writeNewFolder(join(root, "a/b/new"), [good]))
    expect(readTree(root)).toEqual({ "a/b/new/src/index.ts": good.text })
  })
})

describe("writeNewFile", () => {
  it("leaves nothing behind when it cannot be written", () => {
    const root = makeFolder()
    expect(reasonOf(writeNewFile(join(root, "a"), impossible))._tag).toBe("NotWritten")
    expect(readTree(root)).toEqual({})
  })

  it("never replaces a file", () => {
    const root = makeFolder({ "src/index.ts": "mine" })
    expect(reasonOf(writeNewFile(root, good))).toMatchObject({ _tag: "PlaceTaken", entries: ["index.ts"] })
    expect(readTree(root)).toEqual({ "src/index.ts": "mine" })
  })
})
