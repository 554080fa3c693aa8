// Character functions. Positions count characters; NULL in gives NULL out. Source: SQL Language Reference, character functions.
import type { FastFunction } from "./builtin.ts"
import { byteLength } from "./coerce.ts"
import { valueError } from "./convert.ts"
import type { Num } from "./number.ts"
import { roundNum } from "./number.ts"
import { numToText, readNum } from "./number-text.ts"
import type { Value } from "./value.ts"
import { isNum } from "./value.ts"

/** The text of a plain value; undefined when SQL has to tell. */
const textOf = (value: Value | undefined): string | null | undefined => {
  if (value === null || typeof value === "string") return value
  return isNum(value) ? numToText(value) : undefined
}

/** The whole number of a plain value; undefined when SQL has to tell. */
const wholeOf = (value: Value | undefined): number | null | undefined => {
  if (value === null) return null
  const number: Num | null = isNum(value) ? value : typeof value === "string" ? readNum(value) : null
  if (number === null) {
    if (typeof value === "string") throw valueError("character to number conversion error")
    return undefined
  }
  const cut = roundNum(number, 0, "trunc")
  return typeof cut === "number" ? cut : undefined
}

const orNull = (text: string): string | null => (text === "" ? null : text)

/** A function of one text. */
const ofText =
  (make: (text: string) => Value): FastFunction =>
  ([value]) => {
    const text = textOf(value)
    return typeof text === "string" ? make(text) : text
  }

const isPlain = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xd7ff) return false
  return true
}

const slice = (text: string, from: number, count: number | null): string | null => {
  const items: string | string[] = isPlain(text) ? text : Array.from(text)
  const start = from > 0 ? from - 1 : from === 0 ? 0 : items.length + from
  if (start < 0 || (count !== null && count < 1)) return null
  const part = items.slice(start, count === null ? undefined : start + count)
  return orNull(typeof part === "string" ? part : part.join(""))
}

const substr: FastFunction = ([value, from, count]) => {
  const text = textOf(value)
  const start = wholeOf(from)
  const length = count === undefined ? null : wholeOf(count)
  if (text === undefined || start === undefined || length === undefined) return undefined
  if (text === null || start === null || (count !== undefined && length === null)) return null
  return slice(text, start, length)
}

/** Where the n-th occurrence begins, from 1; 0 without one. Negative positions search backwards. */
const findPlace = (text: string, part: string, from: number, occurrence: number): number => {
  if (from === 0) return 0
  let at = from > 0 ? from - 2 : text.length + from + 1
  for (let left = occurrence; left > 0; left -= 1) {
    if (from < 0 && at <= 0) return 0
    at = from > 0 ? text.indexOf(part, at + 1) : text.lastIndexOf(part, at - 1)
    if (at < 0) return 0
  }
  return at + 1
}

const instr: FastFunction = ([value, search, from = 1, occurrence = 1]) => {
  const [text, part, start, nth] = [textOf(value), textOf(search), wholeOf(from), wholeOf(occurrence)]
  if (text === undefined || part === undefined || start === undefined || nth === undefined) return undefined
  if (text === null || part === null || start === null || nth === null) return null
  if (!isPlain(text) || nth < 1) return undefined
  return findPlace(text, part, start, nth)
}

const pad =
  (side: "left" | "right"): FastFunction =>
  ([value, length, filler = " "]) => {
    const [text, count, fill] = [textOf(value), wholeOf(length), textOf(filler)]
    if (text === undefined || count === undefined || fill === undefined) return undefined
    if (text === null || count === null || fill === null || count <= 0) return null
    if (!isPlain(text) || !isPlain(fill)) return undefined
    if (text.length >= count) return text.slice(0, count)
    return side === "left" ? text.padStart(count, fill) : text.padEnd(count, fill)
  }

/** Cuts characters of a set off the ends. */
export const trimText = (text: string, set: string, side: "leading" | "trailing" | "both"): string | null => {
  const characters = new Set(set)
  const items = Array.from(text)
  let [from, to] = [0, items.length]
  if (side !== "trailing") while (from < to && characters.has(items[from] ?? "")) from += 1
  if (side !== "leading") while (to > from && characters.has(items[to - 1] ?? "")) to -= 1
  return orNull(items.slice(from, to).join(""))
}

const trim =
  (side: "leading" | "trailing"): FastFunction =>
  ([value, set = " "]) => {
    const [text, characters] = [textOf(value), textOf(set)]
    if (text === undefined || characters === undefined) return undefined
    return text === null || characters === null ? null : trimText(text, characters, side)
  }

const replace: FastFunction = ([value, search, by = null]) => {
  const [text, part, replacement] = [textOf(value), textOf(search), textOf(by)]
  if (text === undefined || part === undefined || replacement === undefined) return undefined
  if (text === null || part === null) return text
  return orNull(text.replaceAll(part, () => replacement ?? ""))
}

const translate: FastFunction = ([value, from, to]) => {
  const [text, source, target] = [textOf(value), textOf(from), textOf(to)]
  if (text === undefined || source === undefined || target === undefined) return undefined
  if (text === null || source === null || target === null) return null
  const targets = Array.from(target)
  const map = new Map<string, string>()
  for (const [at, character] of Array.from(source).entries())
    if (!map.has(character)) map.set(character, targets[at] ?? "")
  return orNull(
    Array.from(text)
      .map((character) => map.get(character) ?? character)
      .join("")
  )
}

const initcap = (text: string): string =>
  text.toLowerCase().replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase())

const substrb: FastFunction = (values, runtime) => {
  const text = textOf(values[0])
  return typeof text === "string" && byteLength(text) === text.length ? substr(values, runtime) : undefined
}

const chr: FastFunction = ([value]) => {
  const code = wholeOf(value)
  if (code === undefined || code === null) return code
  return code >= 0 && code < 128 ? String.fromCharCode(code) : undefined
}

/** Fast paths by name. */
export const textFunctions: Readonly<Record<string, FastFunction>> = {
  UPPER: ofText((text) => text.toUpperCase()),
  LOWER: ofText((text) => text.toLowerCase()),
  INITCAP: ofText(initcap),
  LENGTH: ofText((text) => (isPlain(text) ? text.length : Array.from(text).length)),
  LENGTHB: ofText(byteLength),
  ASCII: ofText((text) =>
    text.charCodeAt(0) < 128
      ? text.charCodeAt(0)
      : Buffer.from(Array.from(text)[0] ?? "").readUIntBE(0, Buffer.from(Array.from(text)[0] ?? "").length)
  ),
  SUBSTR: substr,
  SUBSTRB: substrb,
  INSTR: instr,
  LPAD: pad("left"),
  RPAD: pad("right"),
  LTRIM: trim("leading"),
  RTRIM: trim("trailing"),
  REPLACE: replace,
  TRANSLATE: translate,
  CHR: chr,
  CONCAT: ([left, right]) => {
    const [a, b] = [textOf(left), textOf(right)]
    return a === undefined || b === undefined ? undefined : orNull((a ?? "") + (b ?? ""))
  }
}
