// The part of Oracle's datetime format models that bounds are written with. Anything whose value depends on the session, the clock or
// the century (RR, YY, a missing year or month, no mask at all) is refused with the reason: bounds have to mean one moment for ever.
import { describeDatetimeProblem } from "./datetimes.ts"
import type { Datetime } from "./datetimes.ts"

/** The moment, or why there is none. */
export type MaskReading = { readonly datetime: Datetime } | { readonly problem: string }

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
const fullMonthNames = [
  "JANUARY",
  "FEBRUARY",
  "MARCH",
  "APRIL",
  "MAY",
  "JUNE",
  "JULY",
  "AUGUST",
  "SEPTEMBER",
  "OCTOBER",
  "NOVEMBER",
  "DECEMBER"
]

const elementPattern = /^(?:FX|FM|SYYYY|YYYY|MONTH|MON|MM|DD|HH24|HH12|HH|MI|SS|FF[1-9]?|AM|PM|A\.M\.|P\.M\.|"[^"]*")/i
const timeElements = new Set(["HH24", "HH12", "HH", "MI", "SS", "FF", "AM"])

type Fields = { -readonly [field in keyof Datetime]?: number } & { half?: "AM" | "PM" }

/** One step of a mask: an element by its upper-case name, or literal text (quoted or punctuation). */
type MaskPart = { readonly element: string } | { readonly separator: string }

const splitMask = (mask: string): ReadonlyArray<MaskPart> | string => {
  const parts: Array<MaskPart> = []
  let rest = mask
  while (rest !== "") {
    const element = elementPattern.exec(rest)?.[0]
    if (element !== undefined) {
      const name = element.toUpperCase()
      if (name.startsWith('"')) parts.push({ separator: element.slice(1, -1) })
      else if (name.startsWith("FF")) parts.push({ element: "FF" })
      else if (/^[AP]\.?M\.?$/.test(name)) parts.push({ element: "AM" })
      else if (name !== "FX" && name !== "FM") parts.push({ element: name })
      rest = rest.slice(element.length)
      continue
    }
    const character = rest[0] ?? ""
    if (/[A-Za-z0-9]/.test(character)) return /^[A-Za-z0-9]+/.exec(rest)?.[0] ?? character
    parts.push({ separator: character })
    rest = rest.slice(1)
  }
  return parts
}

const digitsOf = (text: string, longest: number): string => new RegExp(`^\\d{1,${longest}}`).exec(text)?.[0] ?? ""

const readMonthName = (text: string, fields: Fields): string | null => {
  const upper = text.toUpperCase()
  const index = monthNames.findIndex((name) => upper.startsWith(name))
  if (index < 0) return null
  fields.month = index + 1
  const full = fullMonthNames[index] ?? ""
  return text.slice(upper.startsWith(full) ? full.length : 3)
}

const numericElements: { readonly [element: string]: readonly [keyof Datetime, number] } = {
  YYYY: ["year", 4],
  SYYYY: ["year", 4],
  MM: ["month", 2],
  DD: ["day", 2],
  HH24: ["hour", 2],
  HH12: ["hour", 2],
  HH: ["hour", 2],
  MI: ["minute", 2],
  SS: ["second", 2]
}

/** Takes one element off the text; the rest of the text, or null when the text does not fit. */
const readElement = (element: string, text: string, fields: Fields): string | null => {
  if (element === "MON" || element === "MONTH") return readMonthName(text, fields)
  if (element === "AM") {
    const half = /^([AP])\.?M\.?/i.exec(text)
    if (half === null) return null
    fields.half = (half[1] ?? "").toUpperCase() === "A" ? "AM" : "PM"
    return text.slice(half[0].length)
  }
  const source = element === "SYYYY" ? text.replace(/^[ +]/, "") : text
  if (element === "FF") {
    const digits = digitsOf(source, 9)
    fields.nanosecond = Number(digits.padEnd(9, "0"))
    return digits === "" ? null : source.slice(digits.length)
  }
  const numeric = numericElements[element]
  if (numeric === undefined) return null
  const digits = digitsOf(source, numeric[1])
  if (digits === "" || (numeric[0] === "year" && digits.length !== 4)) return null
  fields[numeric[0]] = Number(digits)
  return source.slice(digits.length)
}

const readSeparator = (separator: string, text: string): string | null => {
  if (/[A-Za-z0-9]/.test(separator)) return text.startsWith(separator) ? text.slice(separator.length) : null
  return separator.split("").reduce<string | null>((rest, character) => {
    if (rest === null) return null
    if (/\s/.test(character)) return /^\s+/.test(rest) ? rest.replace(/^\s+/, "") : null
    return /^[^A-Za-z0-9\s]/.test(rest) ? rest.slice(1) : null
  }, text)
}

/** TO_DATE('2024-01-01','YYYY-MM-DD HH24:MI:SS') is midnight: a text may end before the time elements of its mask. */
const isOnlyTime = (parts: ReadonlyArray<MaskPart>): boolean =>
  parts.every((part) => "separator" in part || timeElements.has(part.element))

const describeUnknownElement = (element: string): string =>
  /^R+$|^Y{1,3}$/i.test(element)
    ? `the mask element ${element.toUpperCase()} leaves the century open: write YYYY`
    : `the mask element ${element.toUpperCase()} is not one that bounds are written with`

/** The hour on a 24-hour clock; HH and HH12 count 1 to 12 and take AM or PM. null when the hour is not on their clock. */
const hourOfDay = (fields: Fields, elements: ReadonlyArray<string>): number | null => {
  const isTwelve = elements.includes("HH12") || elements.includes("HH")
  if (!isTwelve || fields.hour === undefined) return fields.hour ?? 0
  if (fields.hour < 1 || fields.hour > 12) return null
  return (fields.hour % 12) + (fields.half === "PM" ? 12 : 0)
}

const complete = (fields: Fields, elements: ReadonlyArray<string>, mask: string): MaskReading => {
  if (fields.year === undefined) return { problem: `the mask ${mask} has no year: Oracle would take the current one` }
  if (fields.month === undefined) return { problem: `the mask ${mask} has no month: Oracle would take the current one` }
  const hour = hourOfDay(fields, elements)
  if (hour === null) return { problem: `hour ${fields.hour}: HH12 counts from 1 to 12 (ORA-01849)` }
  const datetime: Datetime = {
    year: fields.year,
    month: fields.month,
    day: fields.day ?? 1,
    hour,
    minute: fields.minute ?? 0,
    second: fields.second ?? 0,
    nanosecond: fields.nanosecond ?? 0
  }
  const problem = describeDatetimeProblem(datetime)
  return problem === null ? { datetime } : { problem }
}

/** Reads the text by the mask as TO_DATE and TO_TIMESTAMP do, month names in English; the problem in words when it cannot be. */
export const readDatetimeWithMask = (text: string, mask: string): MaskReading => {
  const parts = splitMask(mask)
  if (typeof parts === "string") return { problem: describeUnknownElement(parts) }
  const fields: Fields = {}
  let rest = text.trimEnd()
  rest = parts[0] !== undefined && "element" in parts[0] ? rest.trimStart() : rest
  if (/^-\d/.test(rest)) return { problem: `'${text.trim()}' lies before the year 1` }
  for (const [index, part] of parts.entries()) {
    if (rest === "" && isOnlyTime(parts.slice(index))) break
    const next = "element" in part ? readElement(part.element, rest, fields) : readSeparator(part.separator, rest)
    if (next === null) return { problem: `'${text.trim()}' does not have the form ${mask}` }
    rest = next
  }
  if (rest !== "") return { problem: `'${text.trim()}' is longer than its mask ${mask} (ORA-01830)` }
  const elements = parts.flatMap((part) => ("element" in part ? [part.element] : []))
  return complete(fields, elements, mask)
}
