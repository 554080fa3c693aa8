// Columns of CREATE TABLE, ADD and MODIFY. The order is Oracle's: type, visibility, DEFAULT or identity or virtual, constraints; a DEFAULT after NOT NULL
// is an error there too.
import type { Constraint } from "../ast/constraint.ts"
import type { SqlType } from "../ast/data-type.ts"
import type { Identifier } from "../ast/node.ts"
import type { ColumnDefinition, ColumnEncryption, DefaultClause, IdentityClause, VirtualClause } from "../ast/table.ts"
import { readInlineConstraint } from "./constraint.ts"
import { isTypeWord, parseSqlType } from "./data-type.ts"
import { parseColumnName, parseIdentifier, parseText } from "./names.ts"
import { parseSequenceOptions } from "./sequence-options.ts"
import type { TokenStream } from "./token-stream.ts"

const afterName: ReadonlySet<string> = new Set(
  "COLLATE DEFAULT CONSTRAINT NOT NULL PRIMARY UNIQUE CHECK REFERENCES AS GENERATED INVISIBLE VISIBLE ENCRYPT DECRYPT SORT DROP".split(
    " "
  )
)

const readType = (stream: TokenStream): SqlType | null => {
  if (isTypeWord(stream)) return parseSqlType(stream)
  if (stream.isOneOf(afterName) || stream.token.kind === "operator" || stream.isEnd()) return null
  return parseSqlType(stream)
}

const readVisibility = (stream: TokenStream): boolean | null => {
  if (stream.release < 12.1) return null
  if (stream.acceptWords("INVISIBLE")) return true
  return stream.acceptWords("VISIBLE") ? false : null
}

const readDefault = (stream: TokenStream): DefaultClause | null => {
  const { start } = stream.token
  if (!stream.acceptWords("DEFAULT")) return null
  const isOnNull = stream.release >= 12.1 && stream.acceptWords("ON", "NULL")
  if (isOnNull && stream.isWord("FOR") && stream.release >= 23) throw stream.refuse("DEFAULT ON NULL FOR INSERT")
  return { isOnNull, value: stream.grammar.expression(stream), ...stream.span(start) }
}

/** Options of an identity column stand in parentheses or bare. */
const parseIdentityOptions = (stream: TokenStream): IdentityClause["options"] => {
  if (!stream.acceptOperator("(")) return parseSequenceOptions(stream)
  const options = parseSequenceOptions(stream)
  stream.expectClose()
  return options
}

const readIdentityMode = (stream: TokenStream): IdentityClause["mode"] => {
  if (!stream.acceptWords("BY", "DEFAULT")) return "always"
  if (!stream.acceptWords("ON")) return "by-default"
  stream.expectWord("NULL", 908)
  return "by-default-on-null"
}

interface Generated {
  readonly identity: IdentityClause | null
  readonly virtual: VirtualClause | null
}

const parseVirtual = (stream: TokenStream, start: number): VirtualClause => {
  stream.expectOpen()
  const expression = stream.grammar.expression(stream)
  stream.expectClose()
  stream.acceptWords("VIRTUAL")
  return { expression, ...stream.span(start) }
}

const readGenerated = (stream: TokenStream): Generated => {
  const { start } = stream.token
  if (stream.acceptWords("AS")) return { identity: null, virtual: parseVirtual(stream, start) }
  if (!stream.acceptWords("GENERATED")) return { identity: null, virtual: null }
  const isAlways = stream.acceptWords("ALWAYS")
  if (!isAlways && !stream.isWord("BY") && !stream.isWord("AS")) throw stream.fail(2000)
  const mode = isAlways ? "always" : readIdentityMode(stream)
  stream.expectWord("AS")
  if (isAlways && stream.isOperator("(")) return { identity: null, virtual: parseVirtual(stream, start) }
  if (stream.release < 12.1) throw stream.fail(906)
  stream.expectWord("IDENTITY")
  return { identity: { mode, options: parseIdentityOptions(stream), ...stream.span(start) }, virtual: null }
}

const parseConstraints = (stream: TokenStream): ReadonlyArray<Constraint> => {
  const constraints: Constraint[] = []
  for (let found = readInlineConstraint(stream); found !== null; found = readInlineConstraint(stream))
    constraints.push(found)
  return constraints
}

const readEncryption = (stream: TokenStream): ColumnEncryption | null => {
  if (!stream.isWord("ENCRYPT")) return null
  const { start } = stream.take()
  const algorithm = stream.acceptWords("USING") ? parseText(stream) : null
  if (stream.isWord("IDENTIFIED")) throw stream.refuse("ENCRYPT ... IDENTIFIED BY")
  const integrity = stream.token.kind === "string" ? parseText(stream) : null
  const isSalted = stream.acceptWords("NO", "SALT") ? false : stream.acceptWords("SALT") ? true : null
  return { algorithm, integrity, isSalted, ...stream.span(start) }
}

const readCollation = (stream: TokenStream): Identifier | null =>
  stream.release >= 12.2 && stream.acceptWords("COLLATE") ? parseIdentifier(stream, 904) : null

/** `name [type] [INVISIBLE] [DEFAULT ... | identity | virtual] [constraints]`. */
export const parseColumnDefinition = (stream: TokenStream): ColumnDefinition => {
  const name = parseColumnName(stream)
  const type = readType(stream)
  const collation = readCollation(stream)
  stream.acceptWords("SORT")
  const isInvisible = readVisibility(stream)
  const defaultClause = readDefault(stream)
  const isIdentityDropped = stream.acceptWords("DROP", "IDENTITY")
  const generated = defaultClause === null ? readGenerated(stream) : { identity: null, virtual: null }
  const encryption = readEncryption(stream)
  const constraints = parseConstraints(stream)
  return {
    name,
    type,
    isInvisible,
    default: defaultClause,
    ...generated,
    isIdentityDropped,
    constraints,
    encryption,
    collation,
    ...stream.span(name.start)
  }
}

/** True when the column may stand without a type: virtual, identity changes, or the type of the key it references. */
export const canLackType = (column: ColumnDefinition): boolean =>
  column.virtual !== null || column.constraints.some(({ rule }) => rule.kind === "foreign-key")
