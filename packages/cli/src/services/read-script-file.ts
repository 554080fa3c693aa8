// Reads scripts of any origin. They are older than UTF-8 more often than not, so Latin-1 is read too, and said.
import { readFileSync, statSync } from "node:fs"
import * as Effect from "effect/Effect"
import type { FileProblem } from "../failures.ts"
import { findBadByte, isUtf16, kindOf, problemOf } from "./read-text-file.ts"

/** The byte that is no UTF-8; line and column count from 1. */
export interface BadByte {
  readonly line: number
  readonly column: number
  readonly byte: number
}

/** A script's text, or why there is none. */
export type ReadScript = { readonly text: string; readonly badByte: BadByte | null } | { readonly problem: FileProblem }

/** A text of this size still fits into one string, and its reading into memory. */
const most = 256 * 1024 * 1024

/** The text of a script's bytes: UTF-8, or Latin-1 when it is none; never UTF-16 or what holds a byte 0. */
export const decodeScript = (bytes: Buffer): ReadScript => {
  if (bytes.length > most) return { problem: { _tag: "TooLarge", bytes: bytes.length, most } }
  if (isUtf16(bytes)) return { problem: { _tag: "Utf16" } }
  if (bytes.includes(0)) return { problem: { _tag: "Binary" } }
  const badByte = findBadByte(bytes)
  return { text: bytes.toString(badByte === null ? "utf8" : "latin1"), badByte }
}

/** Reads one script; never fails. */
export const readScriptFile = (path: string): ReadScript => {
  try {
    const stats = statSync(path)
    const kind = kindOf(stats)
    if (kind !== null) return { problem: kind }
    if (stats.size > most) return { problem: { _tag: "TooLarge", bytes: stats.size, most } }
    return decodeScript(readFileSync(path))
  } catch (cause) {
    return { problem: problemOf(cause) }
  }
}

/** Reads the standard input to its end, or to the largest size that is read at all. */
export const readStandardInput: Effect.Effect<ReadScript> = Effect.promise(async () => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of process.stdin) {
    const piece: Buffer = Buffer.from(chunk as Uint8Array)
    bytes += piece.length
    if (bytes > most) return { problem: { _tag: "TooLarge", bytes, most } }
    chunks.push(piece)
  }
  return decodeScript(Buffer.concat(chunks))
})
