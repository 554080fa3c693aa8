// A config's text with its positions, found only when somebody asks: the tree costs ten times what JSON.parse costs.
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser"
import type { FileLocation } from "@orapart/contract"
import { splitPointer } from "./json-pointer.ts"
import { createLineReader, type TextPosition } from "./text-lines.ts"

/** A text that can say where things stand in it. */
export interface SourceText {
  readonly file: string
  /** Without a byte order mark. */
  readonly text: string
  readonly tree: () => Node | undefined
  readonly positionOf: (offset: number) => TextPosition
  readonly locationOf: (offset: number) => FileLocation
}

/** Wraps a text; a leading byte order mark is left out, so that columns of the first line are what editors show. */
export const createSourceText = (text: string, file: string): SourceText => {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text
  let lines: ((offset: number) => TextPosition) | undefined
  let tree: { readonly root: Node | undefined } | undefined
  const positionOf = (offset: number): TextPosition => (lines ??= createLineReader(bare))(offset)
  return {
    file,
    text: bare,
    tree: () => (tree ??= { root: parseTree(bare, [], { disallowComments: false }) }).root,
    positionOf,
    locationOf: (offset) => ({ file, ...positionOf(offset) })
  }
}

const stepInto = (node: Node, step: string): Node | undefined =>
  node.type === "array" ? findNodeAtLocation(node, [Number(step)]) : findNodeAtLocation(node, [step])

/** What of a pointer's place is meant: the value, or the key it stands under. */
export type PlaceKind = "value" | "key"

/** Offset of what a pointer names, or of the nearest thing around it that exists; 0 when nothing does. */
export const offsetOf = (source: SourceText, pointer: string, kind: PlaceKind = "value"): number => {
  let node = source.tree()
  if (node === undefined) return 0
  for (const step of splitPointer(pointer)) {
    const inner = stepInto(node, step)
    if (inner === undefined) return node.offset
    node = inner
  }
  return kind === "key" && node.parent?.type === "property" ? node.parent.offset : node.offset
}

/** Line and column of what a JSON pointer names in a text (comments allowed), or of the nearest thing around it that exists. */
export const locate = (text: string, pointer: string): TextPosition => {
  const source = createSourceText(text, "")
  return source.positionOf(offsetOf(source, pointer))
}
