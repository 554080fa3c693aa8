// What the grammar said, kept by the kinds of tokens that it saw: the parser looks at nothing else, so two statements
// with the same kinds have the same verdict. This file reads and writes verdicts.json and parses nothing.
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { grammarVersion, isKeywordType, nameTokenType } from "./oracle-grammar.ts"
import type { StatementForm } from "./oracle-grammar.ts"

/** What the grammar said of one sequence of token types. */
export interface Verdict {
  /** Which token was refused, from 1, comments not counted, one more than there are for the end; null when accepted. */
  readonly refusedAt: number | null
  /** For whoever reads the file: how the statement begins and how many tokens it has. */
  readonly excerpt: string
}

/** Verdicts by key. */
export type Verdicts = ReadonlyMap<string, Verdict>

/** Where the verdicts are kept. */
export const verdictsFile = fileURLToPath(new URL("verdicts.json", import.meta.url))

/** The key of a verdict: the grammar with its version, the form, and the token types. The first 20 digits of a SHA-256. */
export const keyOf = (form: StatementForm, types: ReadonlyArray<number>): string =>
  createHash("sha256")
    .update(`${grammarVersion}\n${form}\n${types.join(" ")}`, "utf8")
    .digest("hex")
    .slice(0, 20)

/** A verdict on these token types. */
export const makeVerdict = (types: ReadonlyArray<number>, refusedAt: number | null): Verdict => {
  const second = types.findIndex((type) => !isKeywordType(type))
  const words = types.slice(0, second < 0 ? 2 : Math.min(second, 2)).map(nameTokenType)
  return { refusedAt, excerpt: `${words.join(" ")}, ${types.length} tokens` }
}

interface VerdictsJson {
  readonly grammar: string
  readonly verdicts: Readonly<Record<string, string>>
}

const accepted = "accepted: "
const refused = /^refused at token (\d+): (.*)$/

const parseVerdict = (text: string): Verdict => {
  if (text.startsWith(accepted)) return { refusedAt: null, excerpt: text.slice(accepted.length) }
  const match = refused.exec(text)
  if (match === null) throw new Error(`verdicts.json holds ${JSON.stringify(text)}, which is no verdict`)
  return { refusedAt: Number(match[1]), excerpt: match[2] ?? "" }
}

/** The committed verdicts; none when the file is not there or another version of the grammar wrote it. */
export const readVerdicts = (): Verdicts => {
  if (!existsSync(verdictsFile)) return new Map()
  const { grammar, verdicts } = JSON.parse(readFileSync(verdictsFile, "utf8")) as VerdictsJson
  if (grammar !== grammarVersion) return new Map()
  return new Map(Object.entries(verdicts).map(([key, text]) => [key, parseVerdict(text)]))
}

/** Writes the file, sorted by key, one verdict per line. */
export const writeVerdicts = (verdicts: Verdicts): void => {
  const lines = [...verdicts].map(([key, { refusedAt, excerpt }]): [string, string] => [
    key,
    refusedAt === null ? accepted + excerpt : `refused at token ${refusedAt}: ${excerpt}`
  ])
  const json: VerdictsJson = {
    grammar: grammarVersion,
    verdicts: Object.fromEntries(lines.toSorted(([left], [right]) => (left < right ? -1 : 1)))
  }
  writeFileSync(verdictsFile, `${JSON.stringify(json, null, 2)}\n`)
}
