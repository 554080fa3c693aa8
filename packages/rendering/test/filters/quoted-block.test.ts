import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { writeQuotedBlock } from "../../src/filters/quoted-block.ts"

const closing: { readonly [open: string]: string } = { "[": "]", "(": ")", "{": "}", "<": ">" }

/** Evaluates what writeQuotedBlock may write: q'..' and '..' literals, CHR(n), TO_CLOB(..) and ||. */
const evaluate = (expression: string): string => {
  let text = ""
  let rest = expression
  while (rest !== "") {
    const quoted = /^q'(.)/s.exec(rest)
    const token = /^'((?:[^']|'')*)'|^CHR\((\d+)\)|^(?:TO_CLOB\(|\)|\s*\|\|\s*)/.exec(rest)
    if (quoted !== null) {
      const end = `${closing[quoted[1] ?? ""] ?? quoted[1]}'`
      const stop = rest.indexOf(end, 3)
      expect(stop).toBeGreaterThan(0)
      text += rest.slice(3, stop)
      rest = rest.slice(stop + end.length)
    } else {
      if (token === null) throw new Error(`not understood: ${rest.slice(0, 40)}`)
      text += token[2] === undefined ? (token[1] ?? "").replaceAll("''", "'") : String.fromCharCode(Number(token[2]))
      rest = rest.slice(token[0].length)
    }
  }
  return text
}

describe("quoted_block", () => {
  it("quotes a statement of several lines as it stands", () => {
    expect(writeQuotedBlock("CREATE TRIGGER T\nBEGIN\n\n  NULL; -- it's\nEND;")).toBe(
      "q'~CREATE TRIGGER T\nBEGIN\n\n  NULL; -- it's\nEND;~'"
    )
  })

  it("takes a delimiter that does not occur", () => {
    expect(writeQuotedBlock("a~'b")).toBe("q'!a~'b!'")
    expect(writeQuotedBlock("a~'!'^'|'%'b")).toBe("q'[a~'!'^'|'%'b]'")
    expect(writeQuotedBlock("a]'b", "[")).toBe("q'~a]'b~'")
  })

  it.each(["/", " / ", ".", "x -", "x  ", "#define", "@start", "a\tb", "a\rb", "y".repeat(1001)])(
    "takes the line %j out of the quotes, where SQL*Plus cannot harm it",
    (line) => {
      const block = writeQuotedBlock(`a\n${line}\nb`)
      expect(evaluate(block)).toBe(`a\n${line}\nb`)
      for (const written of block.split("\n")) {
        expect(written).not.toMatch(/^\s*[/.]\s*$|[ -]$|^\s*[#@]|[\t\r]/)
        expect(written.length).toBeLessThan(1100)
      }
    }
  )

  it("writes plain literals when every delimiter occurs", () => {
    const text = "~' !' ^' |' %' ]' }' >' )'\nend"
    expect(writeQuotedBlock(text)).toBe("'~'' !'' ^'' |'' %'' ]'' }'' >'' )''' || CHR(10) || 'end'")
  })

  it("joins a text too long for PL/SQL as CLOBs", () => {
    const text = Array.from({ length: 1000 }, (_, line) => `  v_${line} := '${"z".repeat(40)}';`).join("\n")
    const block = writeQuotedBlock(text)
    expect(block.startsWith("TO_CLOB(q'~")).toBe(true)
    for (const piece of block.split("~'")) expect(piece.length).toBeLessThan(32_767)
    expect(evaluate(block)).toBe(text)
  })

  it("gives back any text exactly", () => {
    const character = fc.constantFrom(
      "a",
      "'",
      "~",
      "!",
      "^",
      "|",
      "%",
      "]",
      "}",
      ">",
      ")",
      "\n",
      "\n",
      " ",
      "-",
      "/",
      ".",
      ";",
      "\t",
      "\r",
      "#",
      "&"
    )
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 60 }).map((characters) => characters.join("")),
        (text) => {
          expect(evaluate(writeQuotedBlock(text))).toBe(text)
        }
      ),
      { numRuns: 2000 }
    )
  })
})
