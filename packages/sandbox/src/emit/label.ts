// The name of a result column without an alias: the text of the expression without blanks, in upper case outside quotes.
import type { Expression } from "../sql/ast/index.ts"

const squeeze = (text: string): string => {
  let label = ""
  let quote = ""
  for (const character of text) {
    if (quote !== "") {
      label += character
      if (character === quote) quote = ""
    } else if (character === "'" || character === '"') {
      quote = character
      label += character
    } else if (!/\s/.test(character)) label += character.toUpperCase()
  }
  return label
}

/** Label of an expression; `text` is the statement's. */
export const labelOf = (expression: Expression, text: string): string => {
  if (expression.kind === "name") return expression.path.at(-1)?.value ?? ""
  if (expression.kind === "pseudo-column") return expression.name
  if (expression.kind === "sequence-value") return expression.which
  return squeeze(text.slice(expression.start, expression.end))
}
