// {{ source | quoted_block }}: a customer's statement as a text in a PL/SQL block, for EXECUTE IMMEDIATE.
import { isPlainLiteral, nameBytes, stringLiteral } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

const closing: { readonly [open: string]: string } = { "[": "]", "(": ")", "{": "}", "<": ">" }
const delimiters = ["~", "!", "^", "|", "%", "[", "{", "<", "("]

/** A PL/SQL text holds 32,767 bytes; beyond this much the pieces are CLOBs, which EXECUTE IMMEDIATE takes as well. */
const TEXT_BYTES = 30_000

/** Lines that SQL*Plus would read for itself even inside a PL/SQL block, and lines that a script must not have. */
const isCarried = (line: string): boolean =>
  (/^[ -~]{1,200}$/.test(line) || isPlainLiteral(line)) &&
  !/^\s*[/.]?\s*$/.test(line) &&
  !/[ -]$/.test(line) &&
  !/^\s*[#@]/.test(line)

/** Runs of carried lines, and each other line by itself. Blank lines are carried inside a run. */
const groupLines = (
  lines: ReadonlyArray<string>
): ReadonlyArray<{ readonly isRaw: boolean; readonly text: string }> => {
  const groups: Array<{ isRaw: boolean; text: string; bytes: number }> = []
  for (const line of lines) {
    const isRaw = line === "" || isCarried(line)
    const bytes = nameBytes(line) + 1
    const last = groups.at(-1)
    if (isRaw && last?.isRaw === true && last.bytes + bytes <= TEXT_BYTES) {
      last.text += `\n${line}`
      last.bytes += bytes
    } else groups.push({ isRaw, text: line, bytes })
  }
  return groups
}

const findDelimiter = (text: string, wanted: string): string | null =>
  [wanted, ...delimiters].find((open) => !text.includes(`${closing[open] ?? open}'`)) ?? null

const writeGroup = (text: string, isRaw: boolean, delimiter: string | null): string =>
  isRaw && delimiter !== null
    ? `q'${delimiter}${text}${closing[delimiter] ?? delimiter}'`
    : text.split("\n").map(stringLiteral).join(" || CHR(10) || ")

/**
 * A PL/SQL expression that gives exactly the text: `q'~...~'` with the first delimiter that does not occur in it. A line that
 * is `/` or `.` alone, ends in a hyphen or a blank, begins with `#` or `@`, holds a tab or is very long stands as a literal of its
 * own, joined by CHR(10). Texts over 30,000 bytes are joined as CLOBs.
 */
export const writeQuotedBlock = (text: string, delimiter = "~"): string => {
  const lines = text.split("\n")
  const chosen = findDelimiter(text, delimiter)
  const isLong = nameBytes(text) > TEXT_BYTES
  const pieces = groupLines(lines).map(({ isRaw, text: group }) => {
    const piece = writeGroup(group, isRaw, chosen)
    return isLong ? `TO_CLOB(${piece})` : piece
  })
  return pieces.join("\n  || CHR(10) || ")
}

export const quotedBlockFilter = defineFilter({
  name: "quoted_block",
  takes: ["text"],
  parameters: ["delimiter"],
  apply: writeQuotedBlock
})
