// A config's text with its positions, found only when somebody asks for one.
import { parseTree, type Node } from "jsonc-parser"
import type { FileLocation } from "@orapart/contract"
import { createPlaceFinder, type Place } from "./find-offset.ts"
import { splitPointer } from "./json-pointer.ts"
import { createLineReader, type TextPosition } from "./text-lines.ts"

/** A text that can say where things stand in it. */
export interface SourceText {
  readonly file: string
  /** Without a byte order mark. */
  readonly text: string
  /** The whole text with all positions: ten times the cost of JSON.parse. */
  readonly readTree: () => Node | undefined
  readonly findPlace: (steps: ReadonlyArray<string>) => Place
  readonly positionOf: (offset: number) => TextPosition
  readonly locationOf: (offset: number) => FileLocation
}

/** Wraps a text; a leading byte order mark is left out, so that columns of the first line are what editors show. */
export const createSourceText = (text: string, file: string): SourceText => {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text
  let lines: ((offset: number) => TextPosition) | undefined
  let places: ((steps: ReadonlyArray<string>) => Place) | undefined
  // The beginning is asked for most, and needs no lines.
  const positionOf = (offset: number): TextPosition =>
    offset === 0 ? { line: 1, column: 1 } : (lines ??= createLineReader(bare))(offset)
  return {
    file,
    text: bare,
    readTree: () => parseTree(bare, [], { disallowComments: false }),
    findPlace: (steps) => (places ??= createPlaceFinder(bare))(steps),
    positionOf,
    locationOf: (offset) => ({ file, ...positionOf(offset) })
  }
}

/** What of a pointer's place is meant: the value, or the key it stands under. */
export type PlaceKind = "value" | "key"

/** Offset of what a pointer names, or of the nearest thing around it that exists. The text has to be JSON, comments allowed. */
export const offsetOf = (source: SourceText, pointer: string, kind: PlaceKind = "value"): number =>
  source.findPlace(splitPointer(pointer))[kind]

/** Line and column of what a JSON pointer names in a text (comments allowed), or of the nearest thing around it that exists. */
export const locate = (text: string, pointer: string): TextPosition => {
  const source = createSourceText(text, "")
  return source.positionOf(offsetOf(source, pointer))
}
