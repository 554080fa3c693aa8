// Bind variables in the words of a statement: `:name`, written without a blank.
import type { Token } from "../token.ts"
import { isOperator } from "../token.ts"

const isBind = (tokens: ReadonlyArray<Token>, index: number): boolean => {
  const [colon, name, before] = [tokens[index], tokens[index + 1], tokens[index - 1]]
  if (!isOperator(colon, ":") || colon === undefined || name?.kind !== "word" || name.start !== colon.end) return false
  // 'a':b is a pair of JSON_OBJECT.
  return before === undefined || before.end < colon.start || before.kind === "operator"
}

/** The name tokens of the bind variables, without the row variables of triggers. */
export const findBinds = (tokens: ReadonlyArray<Token>): ReadonlyArray<Token> =>
  tokens.flatMap((_, index) => {
    const name = tokens[index + 1]
    return name !== undefined && isBind(tokens, index) && !/^(?:NEW|OLD|PARENT)$/.test(name.value) ? [name] : []
  })
