// Functions whose arguments are not a list: CAST, EXTRACT, TRIM, CURSOR. And those that the sandbox refuses by name.
import type { DatetimeField, Expression, TrimExpression } from "../ast/expression.ts"
import { parseSqlType } from "./data-type.ts"
import type { TokenStream } from "./token-stream.ts"

const parseCast = (stream: TokenStream): Expression => {
  const { start } = stream.take()
  stream.take()
  if (stream.isWord("MULTISET")) throw stream.refuse("CAST(MULTISET ...)")
  const value = stream.grammar.expression(stream)
  stream.expectWord("AS")
  const type = parseSqlType(stream)
  if (stream.isWord("DEFAULT")) throw stream.refuse("DEFAULT ... ON CONVERSION ERROR")
  stream.expectClose()
  return { kind: "cast", value, type, ...stream.span(start) }
}

const fields: ReadonlySet<string> = new Set(
  "YEAR MONTH DAY HOUR MINUTE SECOND TIMEZONE_HOUR TIMEZONE_MINUTE TIMEZONE_REGION TIMEZONE_ABBR".split(" ")
)

const parseExtract = (stream: TokenStream): Expression => {
  const { start } = stream.take()
  stream.take()
  if (!stream.isOneOf(fields)) {
    if (stream.token.kind === "word" && stream.isWord("FROM", 1)) throw stream.fail(907)
    throw stream.refuse("EXTRACT of XML")
  }
  const field = stream.take().value as DatetimeField
  stream.expectWord("FROM")
  const value = stream.grammar.expression(stream)
  stream.expectClose()
  return { kind: "extract", field, value, ...stream.span(start) }
}

const readSide = (stream: TokenStream): TrimExpression["side"] | null => {
  if (stream.acceptWords("LEADING")) return "leading"
  if (stream.acceptWords("TRAILING")) return "trailing"
  return stream.acceptWords("BOTH") ? "both" : null
}

const parseTrim = (stream: TokenStream): Expression => {
  const { start } = stream.take()
  stream.take()
  const side = readSide(stream)
  if (side !== null && stream.acceptWords("FROM")) return finishTrim(stream, start, side, null)
  const first = stream.grammar.expression(stream)
  if (stream.acceptWords("FROM")) return finishTrim(stream, start, side ?? "both", first)
  if (side !== null) throw stream.fail(905)
  stream.expectClose()
  return { kind: "trim", side: "both", characters: null, value: first, ...stream.span(start) }
}

const finishTrim = (
  stream: TokenStream,
  start: number,
  side: TrimExpression["side"],
  characters: Expression | null
): Expression => {
  const value = stream.grammar.expression(stream)
  stream.expectClose()
  return { kind: "trim", side, characters, value, ...stream.span(start) }
}

const parseCursor = (stream: TokenStream): Expression => {
  const { start } = stream.take()
  stream.take()
  const query = stream.grammar.query(stream)
  stream.expectClose()
  return { kind: "cursor", query, ...stream.span(start) }
}

const refused: ReadonlySet<string> = new Set(
  `TREAT XMLAGG XMLCAST XMLCDATA XMLCOLATTVAL XMLCONCAT XMLELEMENT XMLEXISTS XMLFOREST XMLPARSE XMLPI XMLQUERY XMLROOT XMLSEQUENCE XMLSERIALIZE
XMLTABLE XMLTYPE EXTRACTVALUE EXISTSNODE JSON JSON_ARRAY JSON_ARRAYAGG JSON_DATAGUIDE JSON_EXISTS JSON_MERGEPATCH JSON_OBJECT JSON_OBJECTAGG
JSON_QUERY JSON_SCALAR JSON_SERIALIZE JSON_TABLE JSON_TRANSFORM JSON_VALUE VALIDATE_CONVERSION CLUSTER_ID CUBE_TABLE FEATURE_ID POWERMULTISET
PREDICTION SET SYS_OP_ZONE_ID VECTOR_DISTANCE`.split(/\s+/)
)

/** A function with a form of its own; null when the next word is none. */
export const parseSpecialFunction = (stream: TokenStream): Expression | null => {
  if (!stream.isOperator("(", 1)) return null
  switch (stream.token.value) {
    case "CAST":
      return parseCast(stream)
    case "EXTRACT":
      return parseExtract(stream)
    case "TRIM":
      return parseTrim(stream)
    case "CURSOR":
      return parseCursor(stream)
    default:
      if (stream.language === "sql" && refused.has(stream.token.value)) throw stream.refuse(stream.token.value)
      return null
  }
}
