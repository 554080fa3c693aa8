// Finds where a PL/SQL unit ends, by counting what opens and closes; enough to see that text goes on after its END.
// It is no parser: units it cannot follow are left alone (null), because a false alarm is worse here than silence.
import { isOpaqueUnit } from "./statement-kind.ts"
import type { Token } from "./token.ts"
import { isOperator, isWord } from "./token.ts"

/** declaring: waits for its BEGIN. unit: package, type body, compound trigger. branch: IF, LOOP, CASE. */
type Frame = "declaring" | "body" | "unit" | "branch"

interface Walk {
  readonly words: ReadonlyArray<Token>
  readonly frames: Frame[]
  parentheses: number
  /** Between PROCEDURE or FUNCTION and its IS, AS or `;`. */
  isInHeader: boolean
  /** PACKAGE and TYPE BODY: their first IS or AS opens the unit. */
  waitsForUnit: boolean
  isCompound: boolean
}

const declares = new Set(["FUNCTION", "PROCEDURE"])

const opensUnit = (words: ReadonlyArray<Token>): boolean => {
  const at = words.findIndex((word) => isWord(word, "PACKAGE") || isWord(word, "TYPE"))
  return at > 0 && at < 6 && (isWord(words[at], "PACKAGE") || isWord(words[at + 1], "BODY"))
}

const begin = (walk: Walk): void => {
  const top = walk.frames.at(-1)
  if (top === "declaring" || (top === "unit" && !walk.isCompound)) walk.frames[walk.frames.length - 1] = "body"
  else walk.frames.push("body")
}

const openHeaderBody = (walk: Walk, index: number): void => {
  if (walk.parentheses > 0) return
  if (walk.waitsForUnit && walk.frames.length === 0) {
    walk.waitsForUnit = false
    walk.frames.push("unit")
    return
  }
  if (!walk.isInHeader) return
  const next = walk.words[index + 1]
  walk.isInHeader = false
  if (!isWord(next, "LANGUAGE") && !isWord(next, "EXTERNAL")) walk.frames.push("declaring")
}

const openBranch = (walk: Walk, index: number): void => {
  // END IF, END LOOP and END CASE are closed by their END.
  if (walk.frames.length > 0 && !isWord(walk.words[index - 1], "END")) walk.frames.push("branch")
}

const canDeclare = (walk: Walk): boolean => {
  const top = walk.frames.at(-1)
  return walk.parentheses === 0 && (top === undefined || top === "declaring" || top === "unit")
}

const stepWord = (walk: Walk, index: number): void => {
  switch (walk.words[index]?.value) {
    case "DECLARE":
      walk.frames.push("declaring")
      break
    case "BEGIN":
      begin(walk)
      break
    case "IS":
    case "AS":
      openHeaderBody(walk, index)
      break
    case "PROCEDURE":
    case "FUNCTION":
      if (canDeclare(walk)) walk.isInHeader = true
      break
    case "IF":
    case "LOOP":
    case "CASE":
      openBranch(walk, index)
      break
    case "END":
      walk.frames.pop()
      break
    case "COMPOUND":
      if (isWord(walk.words[index + 1], "TRIGGER") && walk.frames.length === 0) {
        walk.isCompound = true
        walk.frames.push("unit")
      }
      break
    default:
  }
}

/** True when the token at `index` ends the whole unit. */
const step = (walk: Walk, index: number): boolean => {
  const token = walk.words[index]
  const previous = walk.words[index - 1]
  if (isOperator(token, "(")) walk.parentheses += 1
  if (isOperator(token, ")")) walk.parentheses -= 1
  if (isOperator(token, ";")) {
    walk.isInHeader = false
    return walk.frames.length === 0
  }
  const isName = isOperator(previous, ".") || isOperator(previous, ":") || isOperator(previous, "%")
  if (token?.kind === "word" && !isName) stepWord(walk, index)
  return false
}

/**
 * The index, in `words` (tokens without comments), of the `;` that ends the block or unit; null when it has no end or
 * is of a kind that is not followed (Java, wrapped code, SQL with PL/SQL declarations).
 */
export const findUnitEnd = (words: ReadonlyArray<Token>): number | null => {
  const isFollowed = ["DECLARE", "BEGIN", "CREATE"].includes(words[0]?.value ?? "") || isOperator(words[0], "<<")
  const isQuery = words.some((word, index) => isWord(word, "WITH") && declares.has(words[index + 1]?.value ?? ""))
  if (!isFollowed || isQuery || isOpaqueUnit(words)) return null
  const walk: Walk = {
    words,
    frames: [],
    parentheses: 0,
    isInHeader: false,
    waitsForUnit: isWord(words[0], "CREATE") && opensUnit(words),
    isCompound: false
  }
  for (let index = 0; index < words.length; index += 1) if (step(walk, index)) return index
  return null
}
