// CASE as a value. The statement of PL/SQL is another rule: its branches hold statements.
import type { CaseBranch, CaseExpression } from "../ast/expression.ts"
import type { TokenStream } from "./token-stream.ts"

const parseBranch = (stream: TokenStream, hasSelector: boolean): CaseBranch => {
  const { start } = stream.expectWord("WHEN")
  const when = hasSelector ? stream.grammar.expression(stream) : stream.grammar.condition(stream)
  stream.expectWord("THEN")
  const result = stream.grammar.expression(stream)
  return { when, result, ...stream.span(start) }
}

/** `CASE [selector] WHEN ... THEN ... [ELSE ...] END`. */
export const parseCase = (stream: TokenStream): CaseExpression =>
  stream.nested(() => {
    const { start } = stream.take()
    const selector = stream.isWord("WHEN") ? null : stream.grammar.expression(stream)
    const branches = [parseBranch(stream, selector !== null)]
    while (stream.isWord("WHEN")) branches.push(parseBranch(stream, selector !== null))
    const otherwise = stream.acceptWords("ELSE") ? stream.grammar.expression(stream) : null
    stream.expectWord("END")
    return { kind: "case", selector, branches, otherwise, ...stream.span(start) }
  })
