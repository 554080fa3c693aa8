// Reads a text file of the user and says exactly what is wrong with it. It knows nothing of what the text means.
import { isUtf8 } from "node:buffer"
import { readFileSync, statSync } from "node:fs"
import type { Stats } from "node:fs"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { FileProblem, FileRole } from "../failures.ts"
import { systemErrorOf } from "./system-error.ts"

/** What an error of the file system says about a file. */
export const problemOf = (cause: unknown): FileProblem => {
  const { code, message } = systemErrorOf(cause)
  if (code === "ENOENT" || code === "ENOTDIR") return { _tag: "Missing" }
  if (code === "EACCES" || code === "EPERM") return { _tag: "NoPermission" }
  return { _tag: "System", message }
}

/** Null for a regular file; a pipe or a device can block for ever or never end, so nothing else is opened. */
export const kindOf = (stats: Stats): FileProblem | null => {
  if (stats.isFile()) return null
  if (stats.isDirectory()) return { _tag: "NotAFile", kind: "directory" }
  if (stats.isFIFO()) return { _tag: "NotAFile", kind: "pipe" }
  const isDevice = stats.isCharacterDevice() || stats.isBlockDevice()
  return { _tag: "NotAFile", kind: isDevice ? "device" : "other" }
}

/** True for a text that begins with a byte order mark of UTF-16. */
export const isUtf16 = (bytes: Buffer): boolean => {
  const mark = bytes.subarray(0, 2).toString("hex")
  return mark === "fffe" || mark === "feff"
}

/** Finds the first byte that is no UTF-8; null when all are. Line and column count from 1, the column in characters. */
export const findBadByte = (bytes: Buffer): { line: number; column: number; byte: number } | null => {
  if (isUtf8(bytes)) return null
  let start = 0
  for (let line = 1; start <= bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed
    const text = bytes.subarray(start, end)
    if (!isUtf8(text)) {
      const column = text.toString("utf8").indexOf("\uFFFD")
      const offset = Buffer.byteLength(text.toString("utf8").slice(0, column), "utf8")
      return { line, column: column + 1, byte: text[offset] ?? 0 }
    }
    start = end + 1
  }
  return null
}

const decode = (bytes: Buffer): { readonly text: string } | { readonly problem: FileProblem } => {
  if (isUtf16(bytes)) return { problem: { _tag: "Utf16" } }
  const bad = findBadByte(bytes)
  return bad === null ? { text: bytes.toString("utf8") } : { problem: { _tag: "NotUtf8", ...bad } }
}

// The bytes of a snapshot of 13 MB would else stay until the next full collection, in the peak of memory. Small files share their buffer.
const release = (bytes: Buffer<ArrayBuffer>): void => {
  if (bytes.length > 1_048_576) bytes.buffer.transfer(0)
}

/** Reads a UTF-8 file; a byte order mark stays in the text. Fails with what is in the way, never with a bare system error. */
export const readTextFile = (path: string, role: FileRole): Effect.Effect<string, CommandFailed> =>
  Effect.suspend(() => {
    const fail = (problem: FileProblem) =>
      Effect.fail(new CommandFailed({ reason: { _tag: "UnreadableFile", role, path, problem } }))
    try {
      const kind = kindOf(statSync(path))
      if (kind !== null) return fail(kind)
      const bytes = readFileSync(path)
      const decoded = decode(bytes)
      release(bytes)
      return "text" in decoded ? Effect.succeed(decoded.text) : fail(decoded.problem)
    } catch (cause) {
      return fail(problemOf(cause))
    }
  })
