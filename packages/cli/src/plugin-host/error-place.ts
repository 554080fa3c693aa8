// Where in a plugin's own files an import failed, read from the error that Node gave. It knows nothing of plugins.
import { fileURLToPath } from "node:url"
import type { FileLocation } from "@orapart/contract"

const pathOf = (text: string): string => (text.startsWith("file:") ? fileURLToPath(text) : text)

/** Node prints file, line and an arrow above the error of a module that it cannot parse or link. */
const readHead = ([head = "", ...lines]: ReadonlyArray<string>): FileLocation | null => {
  const [, file, line] = /^((?:file:\/\/|\/|[A-Za-z]:\\).*):(\d+)$/u.exec(head) ?? []
  if (file === undefined) return null
  const arrow = lines.find((text) => /^\s*\^+\s*$/u.test(text))
  return { file: pathOf(file), line: Number(line), column: (arrow?.indexOf("^") ?? 0) + 1 }
}

const readFrame = (lines: ReadonlyArray<string>): FileLocation | null => {
  for (const text of lines) {
    const [, file, line, column] = /^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\).*):(\d+):(\d+)\)?$/u.exec(text) ?? []
    if (file !== undefined) return { file: pathOf(file), line: Number(line), column: Number(column) }
  }
  return null
}

/**
 * File, line and column of a failed import: of the mistake when a module cannot be parsed, of the throw when it threw. null when Node
 * does not say, or names only files that `isOwn` does not know.
 */
export const readErrorPlace = (error: unknown, isOwn: (file: string) => boolean): FileLocation | null => {
  if (!(error instanceof Error) || error.stack === undefined) return null
  const lines = error.stack.split("\n")
  const place = readHead(lines) ?? readFrame(lines)
  return place !== null && isOwn(place.file) ? place : null
}
