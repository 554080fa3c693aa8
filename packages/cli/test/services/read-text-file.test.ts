import { execFileSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { findBadByte, readTextFile } from "../../src/services/read-text-file.ts"
import { makeFolder } from "../support/temporary-folder.ts"

const problemOf = async (path: string) => {
  const { reason } = await Effect.runPromise(Effect.flip(readTextFile(path, "config")))
  return reason._tag === "UnreadableFile" ? reason.problem : reason
}

describe("reading a text file", () => {
  it("gives the text with its byte order mark and line ends", async () => {
    const folder = makeFolder({ "a.json": "\uFEFF{}\r\n\u00e4\n" })
    expect(await Effect.runPromise(readTextFile(join(folder, "a.json"), "config"))).toBe("\uFEFF{}\r\n\u00e4\n")
  })

  it("says that a file is missing, also below a file", async () => {
    const folder = makeFolder({ file: "" })
    expect(await problemOf(join(folder, "none"))).toEqual({ _tag: "Missing" })
    expect(await problemOf(join(folder, "file", "none"))).toEqual({ _tag: "Missing" })
  })

  it("opens no folder, pipe or device", async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, "sub"))
    execFileSync("mkfifo", [join(folder, "pipe")])
    expect(await problemOf(join(folder, "sub"))).toEqual({ _tag: "NotAFile", kind: "directory" })
    expect(await problemOf(join(folder, "pipe"))).toEqual({ _tag: "NotAFile", kind: "pipe" })
    expect(await problemOf("/dev/zero")).toEqual({ _tag: "NotAFile", kind: "device" })
  })

  it("finds the first byte that is no UTF-8 by line and column", () => {
    const latin1 = Buffer.from("{\n  \u00e4 = \u00fc\n", "latin1")
    expect(findBadByte(latin1)).toEqual({ line: 2, column: 3, byte: 0xe4 })
    expect(findBadByte(Buffer.from("{\n  \u00e4 = \u00fc\n", "utf8"))).toBeNull()
    const behind = Buffer.concat([Buffer.from("\u00e4\u00e4"), Buffer.from([0xff])])
    expect(findBadByte(behind)).toEqual({ line: 1, column: 3, byte: 0xff })
  })

  it("refuses Latin-1 and UTF-16", async () => {
    const folder = makeFolder({
      latin: Buffer.from("M\u00fcller", "latin1"),
      utf16: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("{}", "utf16le")])
    })
    expect(await problemOf(join(folder, "latin"))).toEqual({ _tag: "NotUtf8", line: 1, column: 2, byte: 0xfc })
    expect(await problemOf(join(folder, "utf16"))).toEqual({ _tag: "Utf16" })
  })
})
