// What the grammar takes although Oracle does not, as far as mistakes of templates have shown it. This is our own rule
// beside the foreign grammar: it can only refuse more.
import { isOperator, isWord, tokenizeSql, withoutComments } from "../../packages/sqlplus/src/index.ts"
import type { Token } from "../../packages/sqlplus/src/index.ts"

/** A mistake that the grammar does not see. */
export interface BlindSpot {
  /** The mistake in a few words. */
  readonly mistake: string
  /** Why the grammar takes it and what Oracle says. */
  readonly reason: string
  readonly isIn: (tokens: ReadonlyArray<Token>) => boolean
}

const nestsInterval = (tokens: ReadonlyArray<Token>): boolean =>
  tokens.some(
    (token, place) =>
      isWord(token, "INTERVAL") &&
      isOperator(tokens[place + 1], "(") &&
      isWord(tokens[place + 2], "INTERVAL") &&
      isOperator(tokens[place + 3], "(")
  )

const grantsWithoutOn = (tokens: ReadonlyArray<Token>): boolean =>
  isWord(tokens[0], "GRANT") &&
  tokens.some((token) => isOperator(token, ".")) &&
  !tokens.some((token) => isWord(token, "ON"))

/** All that is known. */
export const blindSpots: ReadonlyArray<BlindSpot> = [
  {
    mistake: "INTERVAL inside INTERVAL",
    reason: "to the grammar INTERVAL(..) is a call of a function; Oracle wants a constant there (ORA-14752)",
    isIn: nestsInterval
  },
  {
    mistake: "GRANT on an object without ON",
    reason: "the grammar needs no commas in a list of privileges; a path of an object stands after ON alone",
    isIn: grantsWithoutOn
  }
]

/** The first such mistake in a statement; null when there is none. */
export const findBlindSpot = (text: string): BlindSpot | null => {
  if (!/\bINTERVAL\b|\bGRANT\b/i.test(text)) return null
  const tokens = withoutComments(tokenizeSql(text))
  return blindSpots.find(({ isIn }) => isIn(tokens)) ?? null
}
