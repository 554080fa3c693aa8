// Keys that stand twice in one object: JSON.parse keeps the last one without a word, and the reader of the file sees the first.
import type { Node } from "jsonc-parser"
import type { Finding } from "@orapart/contract"
import { makeStructureFinding } from "../structure/structure-codes.ts"
import { joinPointer, readablePath, type PathStep } from "./json-pointer.ts"
import type { SourceText } from "./source-text.ts"

interface Repeat {
  readonly key: string
  readonly path: ReadonlyArray<PathStep>
  readonly first: number
  readonly second: number
}

const repeatsIn = (node: Node, path: ReadonlyArray<PathStep>): ReadonlyArray<Repeat> => {
  const children = node.children ?? []
  if (node.type === "array") return children.flatMap((child, index) => repeatsIn(child, [...path, index]))
  if (node.type !== "object") return []
  const firstOffsets = new Map<string, number>()
  return children.flatMap((property) => {
    const key = String(property.children?.[0]?.value)
    const value = property.children?.[1]
    const first = firstOffsets.get(key)
    const inner = value === undefined ? [] : repeatsIn(value, [...path, key])
    if (first === undefined) {
      firstOffsets.set(key, property.offset)
      return inner
    }
    return [{ key, path: [...path, key], first, second: property.offset }, ...inner]
  })
}

/** One error per repeated key, at its second place, naming the line of the first. */
export const findDuplicateKeys = (source: SourceText): ReadonlyArray<Finding> => {
  const root = source.readTree()
  if (root === undefined) return []
  return repeatsIn(root, []).map(({ key, path, first, second }) => {
    const owner = readablePath(joinPointer(path.slice(0, -1)))
    const firstLine = source.positionOf(first).line
    return {
      ...makeStructureFinding("OP103", {
        subject: source.file,
        what: `The key ${key} stands twice in ${owner === "" ? "the file's object" : owner}: the first time in line ${firstLine}.`,
        why: "JSON keeps only one of the two values, and readers disagree which one.",
        advice: "Take one of them away.",
        evidence: { key, firstLine },
        path: joinPointer(path)
      }),
      location: source.locationOf(second)
    }
  })
}
