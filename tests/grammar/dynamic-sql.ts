// Finds the statements that a PL/SQL block builds in strings and runs: EXECUTE IMMEDIATE, OPEN .. FOR, and calls of a
// local procedure that runs its first parameter. What it cannot work out it names, so that nobody takes it for judged.
import { isOperator, isWord, tokenizeSql, withoutComments } from "../../packages/sqlplus/src/index.ts"
import type { Token } from "../../packages/sqlplus/src/index.ts"
import { readStaticTexts } from "./static-text.ts"
import type { StaticTexts } from "./static-text.ts"

/** One place where a block runs a text. */
export interface DynamicSql {
  /** Line within the block, from 1. */
  readonly line: number
  /** Every text that can be run there; null when the block does not tell. */
  readonly texts: StaticTexts
}

type Tokens = ReadonlyArray<Token>

const segmentStarters = new Set(["BEGIN", "DECLARE", "ELSE", "IS", "AS", "LOOP", "THEN"])

/** The first token of the declaration or statement that token `place` belongs to: `l_name` in `l_name VARCHAR2(4) :=`. */
const findSegmentStart = (tokens: Tokens, place: number): Token | undefined => {
  let start = place
  while (start > 0) {
    const before = tokens[start - 1]
    if (isOperator(before, ";") || (before?.kind === "word" && segmentStarters.has(before.value))) break
    start -= 1
  }
  return tokens[start]
}

/** Names that a query or a call by reference may fill: what follows INTO, up to the end of the list. */
const findFilledNames = (tokens: Tokens): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const [place, token] of tokens.entries()) {
    if (!isWord(token, "INTO")) continue
    for (let at = place + 1; tokens[at]?.kind === "word"; at += 2) {
      names.add(tokens[at]?.value ?? "")
      if (!isOperator(tokens[at + 1], ",")) break
    }
  }
  return names
}

/** Texts of the block's variables: all that is ever assigned to one, or null when one of them is not known. */
const createVariables = (tokens: Tokens): ((variable: string) => StaticTexts) => {
  const filled = findFilledNames(tokens)
  const places = [...tokens.keys()].filter((place) => isOperator(tokens[place], ":="))
  const assigned = Map.groupBy(places, (place) => findSegmentStart(tokens, place)?.value ?? "")
  const underWay = new Set<string>()
  const textsOf = (variable: string): StaticTexts => {
    const own = assigned.get(variable)
    if (own === undefined || filled.has(variable) || underWay.has(variable)) return null
    underWay.add(variable)
    const all = own.map((place) => readStaticTexts({ tokens, textsOf }, place + 1))
    underWay.delete(variable)
    return all.some((texts) => texts === null) ? null : all.flatMap((texts) => texts ?? [])
  }
  return textsOf
}

const isExecuteImmediate = (tokens: Tokens, place: number): boolean =>
  isWord(tokens[place], "EXECUTE") && isWord(tokens[place + 1], "IMMEDIATE")

/** Local procedures that run their first parameter: the parameter by the procedure's name. */
const findRunners = (tokens: Tokens): ReadonlyMap<string, string> => {
  const executed = new Set(
    [...tokens.keys()].filter((place) => isExecuteImmediate(tokens, place)).map((place) => tokens[place + 2]?.value)
  )
  const procedures = [...tokens.keys()]
    .filter((place) => isWord(tokens[place], "PROCEDURE") && isOperator(tokens[place + 2], "("))
    .map((place): [string, string] => [tokens[place + 1]?.value ?? "", tokens[place + 3]?.value ?? ""])
  return new Map(procedures.filter(([, parameter]) => executed.has(parameter)))
}

/** Supplied routines that run a text too. Our scripts use none of them; one that appears is named as not judged. */
const suppliedRunners = new Set(["EXEC_DDL_STATEMENT", "PARSE", "RUN_TASK", "CREATE_JOB", "SUBMIT"])

const isSuppliedRunner = (tokens: Tokens, place: number): boolean =>
  suppliedRunners.has(tokens[place]?.value ?? "") &&
  isOperator(tokens[place - 1], ".") &&
  (tokens[place - 2]?.value.startsWith("DBMS_") ?? false)

/** The token where the text begins that is run at `place`; null when nothing is run there. */
const findRunText = (tokens: Tokens, place: number, runners: ReadonlyMap<string, string>): number | null => {
  if (isExecuteImmediate(tokens, place)) {
    const isOwnParameter = [...runners.values()].includes(tokens[place + 2]?.value ?? "")
    return isOwnParameter && tokens[place + 2]?.kind === "word" ? null : place + 2
  }
  const isOpen = isWord(tokens[place], "OPEN") && isWord(tokens[place + 2], "FOR")
  if (isOpen) return isWord(tokens[place + 3], "SELECT") || isWord(tokens[place + 3], "WITH") ? null : place + 3
  const token = tokens[place]
  const isCall = token?.kind === "word" && runners.has(token.value) && isOperator(tokens[place + 1], "(")
  return isCall && !isWord(tokens[place - 1], "PROCEDURE") ? place + 2 : null
}

/** Every place in the block that runs a text. A runner's own EXECUTE IMMEDIATE is left out: its callers stand for it. */
export const findDynamicSql = (block: string): ReadonlyArray<DynamicSql> => {
  if (!/\b(?:immediate|open|dbms_\w+\.(?:exec_ddl_statement|parse|run_task|create_job|submit))\b/i.test(block))
    return []
  const tokens = withoutComments(tokenizeSql(block))
  const runners = findRunners(tokens)
  const textsOf = createVariables(tokens)
  return tokens.flatMap((token, place): ReadonlyArray<DynamicSql> => {
    if (isSuppliedRunner(tokens, place)) return [{ line: token.line, texts: null }]
    const from = findRunText(tokens, place, runners)
    return from === null ? [] : [{ line: token.line, texts: readStaticTexts({ tokens, textsOf }, from) }]
  })
}
