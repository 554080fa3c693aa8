// From text to a JSON value: JSON.parse for the usual case, the position-keeping parser only when that is not enough.
import { getLocation, visit, type ParseError } from "jsonc-parser"
import type { Finding } from "@orapart/contract"
import { makeStructureFinding } from "../structure/structure-codes.ts"
import { blankComments } from "./blank-comments.ts"
import { countHeldKeys, countWrittenKeys } from "./count-keys.ts"
import {
  describeSyntaxError,
  isAtEnd,
  isOpenComment,
  isTrailingComma,
  openBracketsAtEnd
} from "./describe-syntax-error.ts"
import { findDuplicateKeys } from "./duplicate-keys.ts"
import { joinPointer, readablePath } from "./json-pointer.ts"
import { createSourceText, type SourceText } from "./source-text.ts"

/** A text read as JSON. `value` is absent when it is none; findings then say where and why. A value may come with errors. */
export interface ParsedText {
  readonly source: SourceText
  readonly value?: unknown
  readonly findings: ReadonlyArray<Finding>
}

const tryParse = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

// One mistake makes the parser stumble several times: the first error of a line and the first at the end of the file tell enough.
const keepTelling = (source: SourceText, errors: ReadonlyArray<ParseError>): ReadonlyArray<ParseError> => {
  const seen = new Set<number>()
  return errors.filter((error) => {
    const line = isAtEnd(source.text, error) ? -1 : source.positionOf(error.offset).line
    if (seen.has(line)) return false
    seen.add(line)
    return true
  })
}

const syntaxFinding = (source: SourceText, blanked: string, error: ParseError, open: string): Finding => {
  const { what, advice } = describeSyntaxError(blanked, error)
  const path = joinPointer(getLocation(source.text, error.offset).path.filter((step) => step !== ""))
  const inside = path === "" ? "" : `In ${readablePath(path)}: `
  const stillOpen = isAtEnd(blanked, error) && open !== "" ? ` Still open, innermost first: ${open}` : ""
  const sentence = `${inside}${what}.${stillOpen}`
  return {
    ...makeStructureFinding("OP100", {
      subject: source.file,
      what: sentence.charAt(0).toUpperCase() + sentence.slice(1),
      advice,
      evidence: { offset: error.offset },
      path
    }),
    location: source.locationOf(error.offset)
  }
}

const emptyFinding = (source: SourceText): Finding => ({
  ...makeStructureFinding("OP101", {
    subject: source.file,
    what: source.text === "" ? `${source.file} is empty.` : `${source.file} holds nothing but blanks and comments.`,
    advice: "Give the right file, or start from examples/minimal."
  }),
  location: source.locationOf(0)
})

// Both parsers call themselves for every level: a text of a hundred thousand brackets ends their stack.
const tooDeepFinding = (source: SourceText): Finding => ({
  ...makeStructureFinding("OP100", {
    subject: source.file,
    what: "The lists and objects are nested too deeply to be read.",
    advice: "A config has five levels: look for brackets that were pasted by mistake."
  }),
  location: source.locationOf(0)
})

const blankCommaBefore = (text: string, offset: number): string => {
  const comma = text.lastIndexOf(",", offset - 1)
  return `${text.slice(0, comma)} ${text.slice(comma + 1)}`
}

// With nothing wrong but trailing commas the rest of the file can be looked at all the same; the errors stay errors.
const readPastCommas = (blanked: string, errors: ReadonlyArray<ParseError>): { readonly value: unknown } | null => {
  if (!errors.every((error) => isTrailingComma(blanked, error))) return null
  return tryParse(errors.reduce((text, { offset }) => blankCommaBefore(text, offset), blanked))
}

// Without a tree: the tree of a text of 40 MB takes a gigabyte and five seconds, and its errors are all that is asked for.
const findErrors = (text: string): ReadonlyArray<ParseError> => {
  const errors: Array<ParseError> = []
  visit(
    text,
    { onError: (error, offset, length) => void errors.push({ error, offset, length }) },
    { disallowComments: false }
  )
  return errors
}

const parseTolerantly = (source: SourceText): ParsedText => {
  const all = findErrors(source.text)
  const blanked = blankComments(source.text)
  if (blanked.trim() === "" && !all.some(isOpenComment)) return { source, findings: [emptyFinding(source)] }
  if (all.length === 0) return { source, value: JSON.parse(blanked) as unknown, findings: findDuplicateKeys(source) }
  const errors = all.filter((error, index) => error.offset !== all[index - 1]?.offset)
  const open = openBracketsAtEnd(blanked, all)
  const past = readPastCommas(blanked, errors)
  const told = past === null ? keepTelling(source, errors) : errors
  const findings = told.map((error) => syntaxFinding(source, blanked, error, open))
  return past === null ? { source, findings } : { source, value: past.value, findings }
}

const parseEither = (source: SourceText): ParsedText => {
  const parsed = tryParse(source.text)
  if (parsed === null) return parseTolerantly(source)
  const hasRepeats = countWrittenKeys(source.text) !== countHeldKeys(parsed.value)
  return { source, value: parsed.value, findings: hasRepeats ? findDuplicateKeys(source) : [] }
}

/**
 * Reads a text as JSON; comments, a byte order mark and any line ends are accepted. Trailing commas and a key that stands twice
 * are errors that still leave a value. Fails never: what is wrong comes as findings.
 */
export const parseConfigText = (text: string, file: string): ParsedText => {
  const source = createSourceText(text, file)
  try {
    return parseEither(source)
  } catch (error) {
    if (error instanceof RangeError) return { source, findings: [tooDeepFinding(source)] }
    throw error
  }
}
