// How the scripts read: line lengths, ASCII, and words that a script must not have.
import { describe, expect, it } from "vitest"
import { customerTexts, removeForeignLetters, shortenTexts } from "./customer-texts.ts"
import { readFile, scriptSets, sqlFiles } from "./script-sets.ts"

const longestLine = 200
/** Names longer than this count as customers' texts: 128 bytes three times on a line are not our doing. */
const keptLength = 30

describe.for(scriptSets)("the scripts of $name", (set) => {
  const texts = customerTexts(set)
  const lines = sqlFiles(set).flatMap(([path, text]) =>
    text.split("\n").map((line, place) => ({ place: `${path} line ${place + 1}`, line }))
  )

  it("have no line over 200 characters but for customers' own texts", () => {
    const long = lines.filter(
      ({ line }) => line.length > longestLine && shortenTexts(line, texts, keptLength).length > longestLine
    )
    expect(long.map(({ place, line }) => `${place}: ${line.slice(0, 120)}`)).toEqual([])
  })

  it("are ASCII but for customers' own texts", () => {
    const foreign = lines.filter(
      ({ line }) => /[^\u0020-\u007E]/u.test(line) && /[^\u0020-\u007E]/u.test(removeForeignLetters(line, texts))
    )
    expect(foreign.map(({ place, line }) => `${place}: ${line}`)).toEqual([])
  })

  it("say in their header that NLS_LANG has to be set when their own text is not ASCII", () => {
    for (const [path, text] of sqlFiles(set)) {
      const isForeign = /\P{ASCII}/u.test(text)
      if (isForeign)
        expect(text.slice(0, 3000).replace(/\n--\s+/gu, " "), path).toContain("NLS_LANG=AMERICAN_AMERICA.AL32UTF8")
    }
  })

  it("drop nothing for good", () => {
    for (const [path, text] of sqlFiles(set)) {
      const code = text.replace(/^--.*$/gmu, "")
      expect(code, path).not.toMatch(/\bDROP\b[^;]*\bPURGE\b/iu)
      expect(code, path).not.toMatch(/\bCASCADE\s+CONSTRAINTS?\b/iu)
    }
  })

  it("swallow no error: each WHEN OTHERS ends in RAISE", () => {
    for (const [path, text] of sqlFiles(set)) {
      for (const [, handler = ""] of text.matchAll(/WHEN OTHERS THEN([\s\S]*?)END;/gu))
        expect(handler.trim(), path).toMatch(/\bRAISE;$/u)
    }
  })

  it("claim no success in a PROMPT", () => {
    for (const [path, text] of sqlFiles(set)) {
      expect(text.match(/^PROMPT .*\b(?:OK|success\w*|succeeded|completed)\b.*$/gimu) ?? [], path).toEqual([])
    }
  })

  it("print OK only where a proof stands before it in the same block", () => {
    for (const step of set.plan.steps.filter(({ number }) => number > 0)) {
      const blocks = readFile(set, step.file).split("\n/\n")
      const proud = blocks.filter((block) => /PUT_LINE\('\d\d: OK/u.test(block))
      expect(proud.length, step.file).toBe(1)
      if (step.id !== "swap-tables") expect(proud[0], step.file).toContain("RAISE_APPLICATION_ERROR")
    }
  })
})
