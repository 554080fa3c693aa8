// Judges deep hash expressions apart from the statement around them. The grammar's prediction grows exponentially with
// the depth of nested calls: one comparison of a LOB column costs more than 4 GB and does not end.
import { isOperator, isWord, tokenizeSql, withoutComments } from "../../packages/sqlplus/src/index.ts"

/** A call of this function is an expression wherever it stands, so a column name may stand there too. */
const splitFunction = "RAWTOHEX"

interface Call {
  readonly start: number
  readonly end: number
}

/** The calls, inner ones first. */
const findCalls = (text: string): ReadonlyArray<Call> => {
  const tokens = withoutComments(tokenizeSql(text))
  const calls: Call[] = []
  const open: Array<number | null> = []
  for (const [place, token] of tokens.entries()) {
    const before = tokens[place - 1]
    if (isOperator(token, "(")) open.push(isWord(before, splitFunction) ? (before?.start ?? null) : null)
    const start = isOperator(token, ")") ? open.pop() : null
    if (typeof start === "number") calls.push({ start, end: token.end })
  }
  return calls
}

/** A name of the same length, so that every other character stays where it is. */
const standIn = (text: string): string => `x${text.slice(1).replace(/[^\n]/g, " ")}`

/**
 * The statement with a column name in place of every call of RAWTOHEX, followed by each of those calls as a query of
 * its own (`SELECT RAWTOHEX(..) FROM dual`), inner calls replaced in the same way. Just the statement when it has none.
 */
export const splitCalls = (text: string): ReadonlyArray<string> => {
  if (!text.toUpperCase().includes(splitFunction)) return [text]
  let rest = text
  const queries = findCalls(text).map(({ start, end }) => {
    const call = rest.slice(start, end)
    rest = rest.slice(0, start) + standIn(call) + rest.slice(end)
    return `SELECT ${call} FROM dual`
  })
  return [rest, ...queries]
}
