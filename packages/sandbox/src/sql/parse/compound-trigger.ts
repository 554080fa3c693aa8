// The body of a COMPOUND TRIGGER: shared declarations and one section per timing point.
import type { CompoundBody, CompoundSection } from "../ast/plsql.ts"
import { parseIdentifier } from "./names.ts"
import { parseSharedDeclarations } from "./plsql-declarations.ts"
import type { TokenStream } from "./token-stream.ts"

const timings = [
  "before statement",
  "before each row",
  "after each row",
  "after statement",
  "instead of each row"
] as const

const readTiming = (stream: TokenStream): CompoundSection["timing"] => {
  const found = timings.find((timing) => stream.acceptWords(...timing.toUpperCase().split(" ")))
  if (found === undefined) throw stream.fail(6550, ["after", "before", "instead"])
  return found
}

const parseSection = (stream: TokenStream): CompoundSection => {
  const { start } = stream.token
  const timing = readTiming(stream)
  if (!stream.acceptWords("IS")) stream.expectWord("AS")
  const block = stream.grammar.sectionBody(stream, timing.toUpperCase().split(" "))
  stream.expectOperator(";", 6550)
  return { timing, block, ...stream.span(start) }
}

const sectionWords: ReadonlySet<string> = new Set(["BEFORE", "AFTER", "INSTEAD"])

/** `COMPOUND TRIGGER ... END [name]`; the semicolon after it is the caller's. */
export const parseCompound = (stream: TokenStream): CompoundBody => {
  const { start } = stream.token
  stream.expectWords(["COMPOUND", "TRIGGER"])
  const declarations = parseSharedDeclarations(stream, sectionWords)
  const sections = [parseSection(stream)]
  while (stream.isOneOf(sectionWords)) sections.push(parseSection(stream))
  stream.expectWord("END")
  if (!stream.isOperator(";") && !stream.isEnd()) parseIdentifier(stream, 6550)
  return { declarations, sections, ...stream.span(start) }
}
