// Partition bounds between text and data: HIGH_VALUE as the dictionary writes it, initial_partition_value as people write it.
// Nothing is evaluated by Oracle here: a text that is not a known constant is not a bound.
import type { PartitionBound } from "@orapart/contract"
import { compareDatetime, describeDatetimeProblem, formatDatetime, parseDatetime } from "./datetimes.ts"
import type { Datetime } from "./datetimes.ts"
import { readDatetimeWithMask } from "./datetime-masks.ts"
import { compareDecimal, formatDecimal, formatNumber, parseDecimal } from "./decimal.ts"
import { remember } from "./remember.ts"

type Reading = { readonly bound: PartitionBound } | { readonly problem: string }

const conversionCall = /^TO_(DATE|TIMESTAMP)\s*\(\s*'([^']*)'\s*(?:,\s*'([^']*)'\s*)?(?:,\s*'([^']*)'\s*)?\)$/i
const datetimeConstant = /^(DATE|TIMESTAMP)\s*'\s*([^']*?)\s*'$/i

const readConversion = (text: string): Reading | null => {
  const match = conversionCall.exec(text)
  if (match === null) return null
  const name = `TO_${(match[1] ?? "").toUpperCase()}`
  const mask = match[3]
  if (mask === undefined) return { problem: `${name} without a format mask depends on the session's NLS settings` }
  const option = match[4]
  if (option !== undefined && !/^\s*NLS_CALENDAR\s*=\s*'*GREGORIAN'*\s*$/i.test(option)) {
    return { problem: `the third argument ${option} is not NLS_CALENDAR=GREGORIAN` }
  }
  const reading = readDatetimeWithMask(match[2] ?? "", mask)
  return "problem" in reading ? reading : { bound: { type: "datetime", value: formatDatetime(reading.datetime) } }
}

const constantPattern = /^[+]?(\d{4})-(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{0,9}))?)?$/

const readConstant = (text: string): Reading | null => {
  const match = datetimeConstant.exec(text)
  if (match === null) return null
  const isDate = (match[1] ?? "").toUpperCase() === "DATE"
  const fields = constantPattern.exec(match[2] ?? "")
  if (fields === null || (isDate && fields[4] !== undefined)) {
    const form = isDate ? "DATE 'YYYY-MM-DD'" : "TIMESTAMP 'YYYY-MM-DD HH24:MI:SS'"
    return { problem: `'${match[2] ?? ""}' does not have the form ${form}` }
  }
  const datetime: Datetime = {
    year: Number(fields[1]),
    month: Number(fields[2]),
    day: Number(fields[3]),
    hour: Number(fields[4] ?? "0"),
    minute: Number(fields[5] ?? "0"),
    second: Number(fields[6] ?? "0"),
    nanosecond: Number((fields[7] ?? "").padEnd(9, "0"))
  }
  const problem = describeDatetimeProblem(datetime)
  return problem === null ? { bound: { type: "datetime", value: formatDatetime(datetime) } } : { problem }
}

const describeOther = (text: string): string => {
  if (text === "") return "the text is empty"
  if (parseDatetime(text.replace("T", " ")) !== null) {
    return `a bare date is read as arithmetic by Oracle: write TO_DATE('${text.replace("T", " ")}', 'YYYY-MM-DD${text.length > 10 ? " HH24:MI:SS" : ""}')`
  }
  if (/^'.*'$/s.test(text))
    return "a quoted text depends on the session's NLS settings: write TO_DATE('...', 'YYYY-MM-DD') or a number"
  return "it is none of TO_DATE('...', 'mask'), TO_TIMESTAMP('...', 'mask'), DATE '...', TIMESTAMP '...', a number or MAXVALUE"
}

const readBoundText = remember((input: string): Reading => {
  const text = input.trim()
  if (/^MAXVALUE$/i.test(text)) return { bound: { type: "maxvalue" } }
  const number = parseDecimal(text)
  if (number !== null) return { bound: { type: "number", value: formatDecimal(number) } }
  return readConversion(text) ?? readConstant(text) ?? { problem: describeOther(text) }
})

const readBound = (input: string | number): Reading => {
  if (typeof input === "string") return readBoundText(input)
  const value = formatNumber(input)
  return value === null ? { problem: `${input} is not a number` } : { bound: { type: "number", value } }
}

/**
 * Reads one bound: TO_DATE or TO_TIMESTAMP with a mask, DATE and TIMESTAMP constants, numbers, MAXVALUE; any case, blanks, the leading
 * blank of HIGH_VALUE for the sign. null for impossible dates, missing masks and everything else: explainBoundProblem says why.
 */
export const parseBound = (text: string | number): PartitionBound | null => {
  const reading = readBound(text)
  return "bound" in reading ? reading.bound : null
}

/** What keeps the text from being a bound, in words (`month 13 (ORA-01843)`); null when parseBound reads it. */
export const explainBoundProblem = (text: string | number): string | null => {
  const reading = readBound(text)
  return "problem" in reading ? reading.problem : null
}

/** HIGH_VALUE as data; lists, several columns and character keys are kept as text (type `other`). Never null. */
export const readHighValue = (text: string): PartitionBound => parseBound(text) ?? { type: "other", text: text.trim() }

/** A column statistic (ISO datetime or decimal number) as a value that the layout can be asked about; null when it is neither. */
export const boundFromStatistic = (text: string | null): PartitionBound | null => {
  if (text === null) return null
  const datetime = parseDatetime(text)
  if (datetime !== null) return { type: "datetime", value: formatDatetime(datetime) }
  const number = parseDecimal(text)
  return number === null ? null : { type: "number", value: formatDecimal(number) }
}

const ranks: { readonly [type in PartitionBound["type"]]: number } = { number: 0, datetime: 1, other: 2, maxvalue: 3 }

const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/**
 * Negative, zero or positive like a sort function; exact for numbers of 38 digits. MAXVALUE comes last. Bounds of different kinds never
 * meet in one table; for them, and for `other`, the order is only a stable one.
 */
export const compareBounds = (left: PartitionBound, right: PartitionBound): number => {
  if (left.type === "number" && right.type === "number") {
    const [a, b] = [parseDecimal(left.value), parseDecimal(right.value)]
    return a === null || b === null ? compareTexts(left.value, right.value) : compareDecimal(a, b)
  }
  if (left.type === "datetime" && right.type === "datetime") {
    const [a, b] = [parseDatetime(left.value), parseDatetime(right.value)]
    return a === null || b === null ? compareTexts(left.value, right.value) : compareDatetime(a, b)
  }
  if (left.type === "other" && right.type === "other") return compareTexts(left.text, right.text)
  return ranks[left.type] - ranks[right.type]
}
