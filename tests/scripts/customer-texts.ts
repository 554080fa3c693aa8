// What is the customer's in a script set: names and texts that stand in the snapshot. Our own words are what is left.
import type { ScriptSet } from "./script-sets.ts"

const collect = (value: unknown, found: Set<string>): void => {
  if (typeof value === "string") {
    found.add(value)
    for (const line of value.split("\n")) found.add(line.trim())
  } else if (typeof value === "object" && value !== null) {
    for (const below of Object.values(value)) collect(below, found)
  }
}

/** Every name and text of the plan's tables and names, the longest first. */
export const customerTexts = ({ plan }: ScriptSet): ReadonlyArray<string> => {
  const found = new Set<string>()
  collect([plan.source, plan.target, plan.names, plan.owner, plan.table], found)
  return [...found].filter((text) => text.length > 0).toSorted((left, right) => right.length - left.length)
}

/** The line with every customer's text of more than `kept` characters cut to that length. */
export const shortenTexts = (line: string, texts: ReadonlyArray<string>, kept: number): string => {
  let short = line
  for (const text of texts) {
    if (text.length <= kept) break
    for (const written of [text, text.replaceAll("'", "''")]) short = short.replaceAll(written, written.slice(0, kept))
  }
  return short
}

/** The line without any customer's text that is not plain ASCII. */
export const removeForeignLetters = (line: string, texts: ReadonlyArray<string>): string => {
  let rest = line
  for (const text of texts) {
    if (/[^\u0020-\u007E]/u.test(text)) rest = rest.replaceAll(text, "").replaceAll(text.replaceAll("'", "''"), "")
  }
  return rest
}
