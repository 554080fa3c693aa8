// From text to a JSON value: JSON.parse for the usual case, the position-keeping parser only when that is not enough.
import { getLocation, parseTree, stripComments, type ParseError } from "jsonc-parser"
import type { Finding } from "@orapart/contract"
import { makeStructureFinding } from "../structure/structure-codes.ts"
import { countHeldKeys, countWrittenKeys } from "./count-keys.ts"
import { describeSyntaxError, isAtEnd, openBracketsAtEnd } from "./describe-syntax-error.ts"
import { findDuplicateKeys } from "./duplicate-keys.ts"
import { joinPointer, readablePath } from "./json-pointer.ts"
import { createSourceText, type SourceText } from "./source-text.ts"

/** A text read as JSON. `value` is absent when it is none; findings then say where and why. */
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

const syntaxFinding = (source: SourceText, error: ParseError, open: string): Finding => {
  const { what, advice } = describeSyntaxError(source.text, error)
  const path = joinPointer(getLocation(source.text, error.offset).path.filter((step) => step !== ""))
  const inside = path === "" ? "" : `In ${readablePath(path)}: `
  const stillOpen = isAtEnd(source.text, error) && open !== "" ? ` Still open, innermost first: ${open}` : ""
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
    advice: "Write it with `orapart discover --schema <SCHEMA>`."
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

const parseTolerantly = (source: SourceText): ParsedText => {
  const errors: Array<ParseError> = []
  parseTree(source.text, errors, { disallowComments: false })
  const withoutComments = stripComments(source.text, " ")
  if (withoutComments.trim() === "") return { source, findings: [emptyFinding(source)] }
  if (errors.length > 0) {
    const open = openBracketsAtEnd(source.text, errors)
    return { source, findings: keepTelling(source, errors).map((error) => syntaxFinding(source, error, open)) }
  }
  return { source, value: JSON.parse(withoutComments) as unknown, findings: findDuplicateKeys(source) }
}

const parseEither = (source: SourceText): ParsedText => {
  const parsed = tryParse(source.text)
  if (parsed === null) return parseTolerantly(source)
  const hasRepeats = countWrittenKeys(source.text) !== countHeldKeys(parsed.value)
  return { source, value: parsed.value, findings: hasRepeats ? findDuplicateKeys(source) : [] }
}

/**
 * Reads a text as JSON; comments, a byte order mark and any line ends are accepted, trailing commas are not. A key that stands
 * twice is an error that still leaves a value. Fails never: what is wrong comes as findings.
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
