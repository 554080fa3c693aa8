// Cuts a script into lines. Line ends and byte order marks that SQL*Plus stumbles over are tolerated and reported.
import type { ReaderProblem } from "./script-item.ts"

/** A script's lines and what was odd about how they end. */
export interface SplitText {
  /** Without line ends, carriage returns and byte order mark. */
  readonly lines: string[]
  readonly problems: ReadonlyArray<ReaderProblem>
}

const findByteOrderMark = (text: string): ReadonlyArray<ReaderProblem> =>
  text.startsWith("\uFEFF")
    ? [
        {
          slug: "byte-order-mark",
          line: 1,
          what: "The file begins with a byte order mark, which SQL*Plus takes for part of the first word (SP2-0734)."
        }
      ]
    : []

const findCarriageReturns = (lines: ReadonlyArray<string>): ReadonlyArray<ReaderProblem> => {
  const first = lines.findIndex((line) => line.includes("\r"))
  if (first < 0) return []
  const count = lines.filter((line) => line.includes("\r")).length
  const what = `${count} of ${lines.length} lines hold a carriage return; SQL*Plus on Unix sends it along.`
  return [{ slug: "carriage-return", line: first + 1, what }]
}

/** Returns at the end go, others become blanks. Written as a loop: a pattern would try each of a million returns. */
const withoutReturns = (line: string): string => {
  if (!line.includes("\r")) return line
  let end = line.length
  while (line[end - 1] === "\r") end -= 1
  return line.slice(0, end).replaceAll("\r", " ")
}

/** The lines of a text; the end of the last line does not open another one. */
export const splitLines = (text: string): SplitText => {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text
  const lines = body.split("\n")
  if (lines.at(-1) === "") lines.pop()
  return {
    lines: lines.map(withoutReturns),
    problems: [...findByteOrderMark(text), ...findCarriageReturns(lines)]
  }
}
