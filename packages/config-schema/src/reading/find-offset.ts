// Where in a text the parts of a JSON value stand, looked up on the way down to the one that is asked for. Only what lies on that way
// is read, once: a tree of the whole text costs ten times as much. The text is known to be JSON, comments allowed.
import { endOfString, isSpace } from "./count-keys.ts"

/** Offsets of one entry of an object or list; `key` is the value's own offset in a list. */
export interface Place {
  readonly key: number
  readonly value: number
}

const code = (character: string): number => character.charCodeAt(0)
const [QUOTE, SLASH, STAR, COMMA] = [code('"'), code("/"), code("*"), code(",")]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [code("{"), code("}"), code("["), code("]")]

const skipComment = (text: string, at: number): number => {
  const isBlock = text.charCodeAt(at + 1) === STAR
  const end = isBlock ? text.indexOf("*/", at + 2) : text.slice(at).search(/[\r\n]|$/) + at
  return end < 0 ? text.length : end + (isBlock ? 2 : 0)
}

const skipBlanks = (text: string, from: number): number => {
  let at = from
  for (;;) {
    const current = text.charCodeAt(at)
    if (isSpace(current)) at++
    else if (current === SLASH) at = skipComment(text, at)
    else return at
  }
}

const skipNested = (text: string, from: number): number => {
  let depth = 0
  let at = from
  while (at < text.length) {
    const current = text.charCodeAt(at)
    if (current === QUOTE) at = endOfString(text, at + 1)
    else if (current === OPEN_BRACE || current === OPEN_BRACKET) depth++
    else if (current === SLASH) at = skipComment(text, at) - 1
    else if ((current === CLOSE_BRACE || current === CLOSE_BRACKET) && --depth === 0) return at + 1
    at++
  }
  return at
}

const isScalarEnd = (current: number): boolean =>
  current === COMMA || current === CLOSE_BRACE || current === CLOSE_BRACKET || current === SLASH || isSpace(current)

const skipValue = (text: string, from: number): number => {
  const first = text.charCodeAt(from)
  if (first === QUOTE) return endOfString(text, from + 1) + 1
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipNested(text, from)
  let at = from
  while (at < text.length && !isScalarEnd(text.charCodeAt(at))) at++
  return at
}

const stepPastComma = (text: string, from: number): number => {
  const at = skipBlanks(text, from)
  return skipBlanks(text, text.charCodeAt(at) === COMMA ? at + 1 : at)
}

const listEntries = (text: string, open: number): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>()
  let at = skipBlanks(text, open + 1)
  while (at < text.length && text.charCodeAt(at) !== CLOSE_BRACKET) {
    places.set(String(places.size), { key: at, value: at })
    at = stepPastComma(text, skipValue(text, at))
  }
  return places
}

// Of a key that stands twice the last one counts, as for JSON.parse.
const objectEntries = (text: string, open: number): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>()
  let at = skipBlanks(text, open + 1)
  while (at < text.length && text.charCodeAt(at) !== CLOSE_BRACE) {
    const keyEnd = endOfString(text, at + 1) + 1
    const value = skipBlanks(text, skipBlanks(text, keyEnd) + 1)
    places.set(JSON.parse(text.slice(at, keyEnd)) as string, { key: at, value })
    at = stepPastComma(text, skipValue(text, value))
  }
  return places
}

const readEntries = (text: string, at: number): ReadonlyMap<string, Place> => {
  const first = text.charCodeAt(at)
  if (first === OPEN_BRACE) return objectEntries(text, at)
  return first === OPEN_BRACKET ? listEntries(text, at) : new Map()
}

/** Finds places in one text; what was read for one path is kept for the next. */
export const createPlaceFinder = (text: string): ((steps: ReadonlyArray<string>) => Place) => {
  const known = new Map<number, ReadonlyMap<string, Place>>()
  const entriesAt = (at: number): ReadonlyMap<string, Place> => {
    const before = known.get(at)
    if (before !== undefined) return before
    const entries = readEntries(text, at)
    known.set(at, entries)
    return entries
  }
  return (steps) => {
    const start = skipBlanks(text, 0)
    let place: Place = { key: start, value: start }
    for (const step of steps) {
      const inner = entriesAt(place.value).get(step)
      // Where the way ends early, the nearest thing around it is meant: its value, not its key.
      if (inner === undefined) return { key: place.value, value: place.value }
      place = inner
    }
    return place
  }
}
