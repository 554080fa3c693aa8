// Data types of columns, CAST and PL/SQL variables. Lengths and digits outside Oracle's ranges fail here, as they do in its parser.
import type { CharacterType, DataType, PlainType, SqlType } from "../ast/data-type.ts"
import type { Identifier } from "../ast/node.ts"
import { parsePrecision } from "./datetime-literals.ts"
import { identifierOf, isName, parseInteger } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

interface CharacterRule {
  readonly name: CharacterType["name"]
  /** Longest length in SQL (bytes; characters of two bytes for the national types). */
  readonly limit: number
  readonly isLengthNeeded: boolean
}

const characterRules: Readonly<Record<string, CharacterRule>> = {
  CHAR: { name: "CHAR", limit: 2000, isLengthNeeded: false },
  CHARACTER: { name: "CHAR", limit: 2000, isLengthNeeded: false },
  NCHAR: { name: "NCHAR", limit: 1000, isLengthNeeded: false },
  VARCHAR2: { name: "VARCHAR2", limit: 4000, isLengthNeeded: true },
  VARCHAR: { name: "VARCHAR2", limit: 4000, isLengthNeeded: true },
  NVARCHAR2: { name: "NVARCHAR2", limit: 2000, isLengthNeeded: true }
}

const plsqlLimit = 32_767

const readUnit = (stream: TokenStream, name: string): "BYTE" | "CHAR" | null => {
  if (name.startsWith("N")) return null
  if (stream.acceptWords("BYTE")) return "BYTE"
  return stream.acceptWords("CHAR") ? "CHAR" : null
}

const parseCharacter = (stream: TokenStream, rule: CharacterRule, start: number): CharacterType => {
  if (rule.name === "CHAR" && stream.acceptWords("VARYING"))
    return parseCharacter(stream, characterRules["VARCHAR2"] ?? rule, start)
  if (!stream.isOperator("(")) {
    if (rule.isLengthNeeded && stream.language === "sql") throw stream.fail(906)
    return { kind: "character-type", name: rule.name, length: null, unit: null, ...stream.span(start) }
  }
  stream.take()
  const place = stream.token.start
  const length = parseInteger(stream, 2017)
  if (length === 0) throw stream.place(1723, place)
  if (length > (stream.language === "plsql" ? plsqlLimit : rule.limit)) throw stream.place(910, place)
  const unit = readUnit(stream, rule.name)
  stream.expectClose()
  return { kind: "character-type", name: rule.name, length, unit, ...stream.span(start) }
}

const parseScale = (stream: TokenStream): number => {
  const place = stream.token.start
  const isNegative = stream.acceptOperator("-")
  const scale = parseInteger(stream, 1728) * (isNegative ? -1 : 1)
  if (scale < -84 || scale > 127) throw stream.place(1728, place)
  return scale
}

const parseNumber = (stream: TokenStream, start: number): SqlType => {
  if (!stream.acceptOperator("(")) return { kind: "number-type", precision: null, scale: null, ...stream.span(start) }
  const place = stream.token.start
  const precision = stream.acceptOperator("*") ? "*" : parseInteger(stream, 1727)
  if (precision !== "*" && (precision < 1 || precision > 38)) throw stream.place(1727, place)
  const scale = stream.acceptOperator(",") ? parseScale(stream) : null
  stream.expectClose()
  return { kind: "number-type", precision, scale, ...stream.span(start) }
}

const parseFloat = (stream: TokenStream, start: number): SqlType => {
  if (!stream.acceptOperator("(")) return { kind: "float-type", binaryPrecision: 126, ...stream.span(start) }
  const place = stream.token.start
  const binaryPrecision = parseInteger(stream, 2017)
  if (binaryPrecision < 1 || binaryPrecision > 126) throw stream.place(1727, place)
  stream.expectClose()
  return { kind: "float-type", binaryPrecision, ...stream.span(start) }
}

const parseTimestamp = (stream: TokenStream, start: number): SqlType => {
  const precision = parsePrecision(stream)
  const isZoned = stream.acceptWords("WITH")
  const isLocal = isZoned && stream.acceptWords("LOCAL")
  if (isZoned) stream.expectWords(["TIME", "ZONE"])
  const zone = isLocal ? "local" : isZoned ? "zone" : "none"
  return { kind: "timestamp-type", precision, zone, ...stream.span(start) }
}

const parseInterval = (stream: TokenStream, start: number): SqlType => {
  if (stream.acceptWords("YEAR")) {
    const leadingPrecision = parsePrecision(stream)
    stream.expectWords(["TO", "MONTH"])
    return {
      kind: "interval-type",
      unit: "year-month",
      leadingPrecision,
      fractionPrecision: null,
      ...stream.span(start)
    }
  }
  stream.expectWord("DAY")
  const leadingPrecision = parsePrecision(stream)
  stream.expectWords(["TO", "SECOND"])
  const fractionPrecision = parsePrecision(stream)
  return { kind: "interval-type", unit: "day-second", leadingPrecision, fractionPrecision, ...stream.span(start) }
}

const parseRaw = (stream: TokenStream, name: "RAW" | "UROWID", start: number): SqlType => {
  if (!stream.isOperator("(")) {
    if (name === "RAW" && stream.language === "sql") throw stream.fail(906)
    return { kind: "raw-type", name, length: null, ...stream.span(start) }
  }
  stream.take()
  const place = stream.token.start
  const length = parseInteger(stream, 2017)
  if (length === 0) throw stream.place(1723, place)
  if (length > (stream.language === "plsql" ? plsqlLimit : name === "RAW" ? 2000 : 4000)) throw stream.place(910, place)
  stream.expectClose()
  return { kind: "raw-type", name, length, ...stream.span(start) }
}

const sqlPlain: ReadonlySet<string> = new Set("DATE CLOB NCLOB BLOB BFILE ROWID BINARY_FLOAT BINARY_DOUBLE".split(" "))
const plsqlPlain: ReadonlySet<string> = new Set(
  "BOOLEAN PLS_INTEGER BINARY_INTEGER SIMPLE_INTEGER NATURAL NATURALN POSITIVE POSITIVEN SIGNTYPE SYS_REFCURSOR".split(
    " "
  )
)
const integers: ReadonlySet<string> = new Set(["INTEGER", "INT", "SMALLINT"])
const numbers: ReadonlySet<string> = new Set(["NUMBER", "DECIMAL", "NUMERIC", "DEC"])
const refused: ReadonlySet<string> = new Set(["XMLTYPE", "JSON", "SDO_GEOMETRY", "ANYDATA", "VECTOR", "BFILE"])

const isPlain = (stream: TokenStream, name: string): boolean =>
  sqlPlain.has(name) ||
  (stream.language === "plsql" && plsqlPlain.has(name)) ||
  (name === "BOOLEAN" && stream.release >= 23)

const plain = (stream: TokenStream, name: string, start: number): PlainType => ({
  kind: "plain-type",
  name: name as PlainType["name"],
  ...stream.span(start)
})

const parseMultiWord = (stream: TokenStream, name: string, start: number): SqlType | null => {
  if (name === "LONG") return plain(stream, stream.acceptWords("RAW") ? "LONG RAW" : "LONG", start)
  if (name === "DOUBLE" && stream.acceptWords("PRECISION"))
    return { kind: "float-type", binaryPrecision: 126, ...stream.span(start) }
  if (name === "REAL") return { kind: "float-type", binaryPrecision: 63, ...stream.span(start) }
  if (name === "NATIONAL" && (stream.acceptWords("CHARACTER") || stream.acceptWords("CHAR"))) {
    const rule = characterRules[stream.acceptWords("VARYING") ? "NVARCHAR2" : "NCHAR"]
    return rule === undefined ? null : parseCharacter(stream, rule, start)
  }
  return null
}

/** One of Oracle's own types, after its first word; null when the word is none of them. */
const parseBuiltIn = (stream: TokenStream, name: string, start: number): SqlType | null => {
  const rule = characterRules[name]
  if (rule !== undefined) return parseCharacter(stream, rule, start)
  if (numbers.has(name)) return parseNumber(stream, start)
  if (integers.has(name)) return { kind: "number-type", precision: "*", scale: 0, ...stream.span(start) }
  if (name === "FLOAT") return parseFloat(stream, start)
  if (name === "TIMESTAMP") return parseTimestamp(stream, start)
  if (name === "INTERVAL") return parseInterval(stream, start)
  if (name === "RAW" || name === "UROWID") return parseRaw(stream, name, start)
  if (isPlain(stream, name)) return plain(stream, name, start)
  return parseMultiWord(stream, name, start)
}

const tryBuiltIn = (stream: TokenStream): SqlType | null => {
  const token = stream.token
  if (token.kind !== "word" || stream.isOperator(".", 1) || stream.isOperator("%", 1)) return null
  if (refused.has(token.value)) throw stream.refuse(`type ${token.value}`)
  const mark = stream.mark()
  stream.take()
  const type = parseBuiltIn(stream, token.value, token.start)
  if (type === null) stream.rewind(mark)
  return type
}

/** The next token begins one of Oracle's own types. */
export const isTypeWord = (stream: TokenStream): boolean => {
  const { kind, value } = stream.token
  if (kind !== "word") return false
  return (
    characterRules[value] !== undefined ||
    numbers.has(value) ||
    integers.has(value) ||
    sqlPlain.has(value) ||
    /^(FLOAT|REAL|TIMESTAMP|INTERVAL|RAW|UROWID|LONG|DOUBLE|NATIONAL|BOOLEAN)$/.test(value) ||
    refused.has(value)
  )
}

/** A type of a column or of CAST. A name that is none of Oracle's types is ORA-00902. */
export const parseSqlType = (stream: TokenStream): SqlType => {
  const builtIn = tryBuiltIn(stream)
  if (builtIn !== null) return builtIn
  if (stream.language === "plsql") return parseNamedType(stream)
  if (isName(stream, stream.token) && stream.isOperator(".", 1)) throw stream.refuse("object types")
  throw stream.fail(902)
}

const parseTypePath = (stream: TokenStream): ReadonlyArray<Identifier> => {
  if (!isName(stream, stream.token) && stream.token.kind !== "word") throw stream.fail(902, ["an identifier"])
  if (!isName(stream, stream.token)) throw stream.fail(902, ["a datatype"])
  const path = [identifierOf(stream.take())]
  while (stream.acceptOperator(".")) path.push(identifierOf(stream.take()))
  return path
}

const parseNamedType = (stream: TokenStream): SqlType => {
  const { start } = stream.token
  const path = parseTypePath(stream)
  const hasArguments = stream.acceptOperator("(")
  const items = hasArguments ? stream.commaList(() => stream.grammar.expression(stream)) : []
  if (hasArguments) stream.expectClose()
  return { kind: "named-type", path, arguments: items, ...stream.span(start) }
}

/** A type of a PL/SQL variable: also `x%TYPE`, `t%ROWTYPE` and names of types. */
export const parseDataType = (stream: TokenStream): DataType => {
  const builtIn = tryBuiltIn(stream)
  if (builtIn !== null) return builtIn
  const { start } = stream.token
  const mark = stream.mark()
  const path = parseTypePath(stream)
  if (!stream.isOperator("%")) {
    stream.rewind(mark)
    return parseNamedType(stream)
  }
  stream.take()
  const attribute = stream.acceptWords("TYPE") ? "TYPE" : "ROWTYPE"
  if (attribute === "ROWTYPE") stream.expectWord("ROWTYPE")
  return { kind: "anchored-type", path, attribute, ...stream.span(start) }
}
