// Judges statements by the grammar: known verdicts first, the parser for what nobody has judged, waivers for what the
// grammar does not know, and blind spots for what it takes wrongly. It reads and writes no files.
import { findBlindSpot } from "./blind-spots.ts"
import { parseStatement, lexStatement, nameTokenType } from "./oracle-grammar.ts"
import type { StatementForm } from "./oracle-grammar.ts"
import { splitCalls } from "./split-calls.ts"
import { keyOf, makeVerdict } from "./verdicts.ts"
import type { Verdict, Verdicts } from "./verdicts.ts"
import { applyWaiver } from "./waiver.ts"
import type { Waiver } from "./waiver.ts"

/** A statement to judge. */
export interface JudgedStatement {
  readonly form: StatementForm
  readonly text: string
}

/** What came out. */
export interface Judgement {
  /** Where it is refused although every waiver was applied, in words; null when it is accepted. */
  readonly refusal: string | null
  /** The waivers it needed. */
  readonly waivers: ReadonlyArray<Waiver>
}

/** A judge with what it has looked up and what it had to find out. */
export interface Judge {
  readonly judge: (statement: JudgedStatement) => Judgement
  /** Every verdict that was asked for, with a text that has it. */
  readonly asked: ReadonlyMap<string, { readonly verdict: Verdict; readonly statement: JudgedStatement }>
  /** The keys that were not among the known verdicts and were parsed. */
  readonly parsed: ReadonlySet<string>
}

const describePlace = (text: string, start: number, what: string): string => {
  const line = text.slice(0, start).split("\n").length
  const excerpt = text.slice(Math.max(0, start - 40), start + 40).replace(/\s+/g, " ")
  return `line ${line}, at ${what}: .. ${excerpt} ..`
}

const describeRefusal = ({ text }: JudgedStatement, refusedAt: number): string => {
  const token = lexStatement(text).tokens[refusedAt - 1]
  return token === undefined
    ? describePlace(text, text.length, "its end")
    : describePlace(text, token.start, `${JSON.stringify(token.text)} (${nameTokenType(token.type)})`)
}

const parseVerdict = (statement: JudgedStatement): Verdict => {
  const { tokens } = lexStatement(statement.text)
  const refusal = parseStatement(statement.text, statement.form)
  const before = refusal === null ? null : tokens.filter(({ start }) => start < (refusal.start ?? 0)).length
  return makeVerdict(
    tokens.map(({ type }) => type),
    before === null ? null : before + 1
  )
}

/** A judge that trusts `known` and parses the rest. `list` is what may be waived. */
export const createJudge = (known: Verdicts, list: ReadonlyArray<Waiver>): Judge => {
  const asked = new Map<string, { verdict: Verdict; statement: JudgedStatement }>()
  const parsed = new Set<string>()

  const lookUp = (statement: JudgedStatement, types: ReadonlyArray<number>): Verdict => {
    const key = keyOf(statement.form, types)
    const found = asked.get(key)
    if (found !== undefined) return found.verdict
    const kept = known.get(key)
    const verdict = kept ?? parseVerdict(statement)
    if (kept === undefined) parsed.add(key)
    asked.set(key, { verdict, statement })
    return verdict
  }

  const findRefusal = (statement: JudgedStatement): string | null => {
    for (const [place, text] of splitCalls(statement.text).entries()) {
      const part: JudgedStatement = { form: place === 0 ? statement.form : "sql", text }
      const { tokens, refusal } = lexStatement(text)
      if (refusal !== null) return `line ${refusal.line}, column ${refusal.column}: ${refusal.message}`
      const { refusedAt } = lookUp(
        part,
        tokens.map(({ type }) => type)
      )
      if (refusedAt !== null) return describeRefusal(part, refusedAt)
    }
    return null
  }

  const judge = (statement: JudgedStatement): Judgement => {
    const blindSpot = findBlindSpot(statement.text)
    if (blindSpot !== null) return { refusal: `${blindSpot.mistake}: ${blindSpot.reason}`, waivers: [] }
    const refusal = findRefusal(statement)
    if (refusal === null) return { refusal, waivers: [] }
    const needed: Waiver[] = []
    let { text } = statement
    for (const waiver of list) {
      const rewritten = applyWaiver(waiver, text)
      if (rewritten === null) continue
      needed.push(waiver)
      text = rewritten
    }
    return needed.length === 0
      ? { refusal, waivers: [] }
      : { refusal: findRefusal({ ...statement, text }), waivers: needed }
  }

  return { judge, asked, parsed }
}
