// What stands in FROM: tables with their partition, AS OF and SAMPLE clauses, inline views, TABLE(), and joins.
import type { Identifier, ObjectName } from "../ast/node.ts"
import type {
  AsOf,
  CollectionTable,
  DerivedTable,
  Join,
  ParenthesizedQuery,
  SampleClause,
  TableReference
} from "../ast/query.ts"
import { identifierOf, isColumnName, parseColumnList, parseObjectName } from "./names.ts"
import { parsePartitionExtension } from "./partition-extension.ts"
import type { TokenStream } from "./token-stream.ts"

const joinWords: ReadonlySet<string> = new Set(["JOIN", "INNER", "CROSS", "NATURAL"])
const outerWords: ReadonlySet<string> = new Set(["LEFT", "RIGHT", "FULL"])
const afterOuter: ReadonlySet<string> = new Set(["JOIN", "OUTER"])
const afterAlias: ReadonlySet<string> = new Set([
  "PIVOT",
  "UNPIVOT",
  "MODEL",
  "USING",
  "SAMPLE",
  "PARTITION",
  "SUBPARTITION"
])
const fetchWords: ReadonlySet<string> = new Set(["FIRST", "NEXT"])

/** A word that goes on with the statement and is no alias, although it is not reserved. */
const isClauseWord = (stream: TokenStream): boolean => {
  if (stream.isOneOf(joinWords) || stream.isOneOf(afterAlias)) return true
  if (stream.isOneOf(outerWords)) return stream.isOneOf(afterOuter, 1) || stream.isWord("APPLY", 1)
  if (stream.isWord("OUTER")) return stream.isWord("APPLY", 1)
  if (stream.isWord("FETCH")) return stream.isOneOf(fetchWords, 1) && stream.release >= 12.1
  if (stream.isWord("OFFSET"))
    return stream.peek(1).kind !== "operator" && stream.peek(1).kind !== "end" && stream.release >= 12.1
  if (stream.isWord("RETURNING") || stream.isWord("RETURN") || stream.isWord("MATCH_RECOGNIZE")) return true
  if (stream.isWord("EXCEPT") || stream.isWord("WINDOW")) return stream.release >= 21
  if (stream.isWord("QUALIFY")) return stream.release >= 23
  if (stream.isWord("VERSIONS")) return stream.isWord("BETWEEN", 1)
  return stream.areWords("LOG", "ERRORS") || stream.areWords("BULK", "COLLECT")
}

/** An alias of a table; null when none comes next. AS is not allowed before it. */
export const readTableAlias = (stream: TokenStream): Identifier | null => {
  if (!isColumnName(stream.token)) return null
  if (stream.token.kind === "word" && isClauseWord(stream)) return null
  return identifierOf(stream.take())
}

const parseAsOf = (stream: TokenStream): AsOf | null => {
  if (stream.isWord("VERSIONS") && stream.isWord("BETWEEN", 1)) throw stream.refuse("VERSIONS BETWEEN")
  const { start } = stream.token
  if (!stream.acceptWords("AS", "OF")) return null
  if (stream.isWord("PERIOD")) throw stream.refuse("AS OF PERIOD FOR")
  const unit = stream.acceptWords("TIMESTAMP") ? "timestamp" : "scn"
  if (unit === "scn") stream.expectWord("SCN")
  return { unit, value: stream.grammar.expression(stream), ...stream.span(start) }
}

const parseSample = (stream: TokenStream): SampleClause | null => {
  if (!stream.isWord("SAMPLE") || !(stream.isOperator("(", 1) || stream.isWord("BLOCK", 1))) return null
  const { start } = stream.take()
  const isBlock = stream.acceptWords("BLOCK")
  stream.expectOpen()
  const percent = stream.grammar.expression(stream)
  stream.expectClose()
  const hasSeed = stream.acceptWords("SEED")
  if (hasSeed) stream.expectOpen()
  const seed = hasSeed ? stream.grammar.expression(stream) : null
  if (hasSeed) stream.expectClose()
  return { isBlock, percent, seed, ...stream.span(start) }
}

const refuseAfterTable = (stream: TokenStream): void => {
  const isPivot = stream.isWord("PIVOT") || stream.isWord("UNPIVOT")
  if (isPivot && stream.peek(1).kind !== "end" && !stream.isOperator(",", 1) && !stream.isOperator(")", 1))
    throw stream.refuse(stream.token.value)
  if (stream.isWord("MATCH_RECOGNIZE")) throw stream.refuse("MATCH_RECOGNIZE")
}

const refusedFunctions: ReadonlySet<string> = new Set(
  "XMLTABLE JSON_TABLE ONLY CONTAINERS SHARDS THE GRAPH_TABLE".split(" ")
)

const parseTableSource = (stream: TokenStream): TableReference => {
  if (stream.isOneOf(refusedFunctions) && stream.isOperator("(", 1)) throw stream.refuse(stream.token.value)
  const name: ObjectName = parseObjectName(stream)
  if (stream.isOperator("(")) throw stream.refuse("table functions without TABLE()")
  const partition = parsePartitionExtension(stream)
  const asOf = parseAsOf(stream)
  const sample = parseSample(stream)
  refuseAfterTable(stream)
  const alias = readTableAlias(stream)
  refuseAfterTable(stream)
  return { kind: "table", name, partition, asOf, sample, alias, ...stream.span(name.start) }
}

const finishDerived = (
  stream: TokenStream,
  query: DerivedTable["query"],
  start: number,
  isLateral: boolean
): DerivedTable => {
  stream.expectClose()
  refuseAfterTable(stream)
  const alias = readTableAlias(stream)
  refuseAfterTable(stream)
  return { kind: "derived", query, isLateral, alias, ...stream.span(start) }
}

const setWords: ReadonlySet<string> = new Set(["UNION", "INTERSECT", "MINUS", "EXCEPT", "ORDER", "FETCH"])

/** `(SELECT ...)`, `(a JOIN b ...)`, `((SELECT ...) UNION ...)`. */
const parseParenthesized = (stream: TokenStream): TableReference =>
  stream.nested(() => {
    const { start } = stream.take()
    if (stream.isWord("SELECT") || stream.isWord("WITH"))
      return finishDerived(stream, stream.grammar.query(stream), start, false)
    const inner = parseTableReference(stream)
    if (inner.kind === "derived" && inner.alias === null && stream.isOneOf(setWords)) {
      const branch: ParenthesizedQuery = {
        kind: "parenthesized",
        query: inner.query,
        start: inner.start,
        end: inner.end
      }
      return finishDerived(stream, stream.grammar.queryAfter(stream, branch), start, false)
    }
    stream.expectClose()
    return inner
  })

const parseCollection = (stream: TokenStream): CollectionTable => {
  const { start } = stream.take()
  stream.expectOpen()
  if (stream.isWord("SELECT")) throw stream.refuse("TABLE(SELECT ...)")
  const collection = stream.grammar.expression(stream)
  stream.expectClose()
  const isOuterJoined = stream.isOperator("(") && stream.isOperator("+", 1)
  if (isOuterJoined) {
    stream.take()
    stream.take()
    stream.expectClose()
  }
  return { kind: "collection", collection, isOuterJoined, alias: readTableAlias(stream), ...stream.span(start) }
}

/** One table, inline view or collection, without joins. */
export const parseTablePrimary = (stream: TokenStream): TableReference => {
  if (stream.isOperator("(")) return parseParenthesized(stream)
  if (stream.isWord("TABLE") && stream.isOperator("(", 1)) return parseCollection(stream)
  if (stream.isWord("LATERAL") && stream.isOperator("(", 1) && stream.release >= 12.1) {
    const { start } = stream.take()
    stream.take()
    return finishDerived(stream, stream.grammar.query(stream), start, true)
  }
  return parseTableSource(stream)
}

const readOuterType = (stream: TokenStream): Join["type"] | null => {
  if (!stream.isOneOf(outerWords) || !stream.isOneOf(afterOuter, 1)) return null
  const type = stream.take().value.toLowerCase()
  stream.acceptWords("OUTER")
  stream.expectWord("JOIN")
  return type === "left" ? "left" : type === "right" ? "right" : "full"
}

const readJoinType = (stream: TokenStream): Join["type"] | null => {
  if (stream.acceptWords("JOIN") || stream.acceptWords("INNER", "JOIN")) return "inner"
  if (stream.isWord("INNER")) {
    stream.take()
    throw stream.fail(905)
  }
  if ((stream.isWord("CROSS") || stream.isWord("OUTER")) && stream.isWord("APPLY", 1))
    throw stream.refuse(`${stream.token.value} APPLY`)
  if (stream.acceptWords("CROSS")) {
    stream.expectWord("JOIN")
    return "cross"
  }
  return readOuterType(stream)
}

const parseJoin = (stream: TokenStream, left: TableReference): Join | null => {
  const isNatural = stream.acceptWords("NATURAL")
  const type = readJoinType(stream)
  if (type === null) {
    if (isNatural) throw stream.fail(905)
    return null
  }
  const right = parseTablePrimary(stream)
  const span = { kind: "join", type, isNatural, left, right } as const
  if (isNatural || type === "cross") return { ...span, on: null, using: null, ...stream.span(left.start) }
  if (stream.acceptWords("USING")) {
    const using = parseColumnList(stream)
    return { ...span, on: null, using, ...stream.span(left.start) }
  }
  if (stream.isWord("PARTITION") && stream.isWord("BY", 1)) throw stream.refuse("partitioned outer join")
  stream.expectWord("ON")
  return { ...span, on: stream.grammar.condition(stream), using: null, ...stream.span(left.start) }
}

/** One element of FROM with its joins. */
export const parseTableReference = (stream: TokenStream): TableReference => {
  let table = parseTablePrimary(stream)
  if (stream.isWord("PARTITION") && stream.isWord("BY", 1)) throw stream.refuse("partitioned outer join")
  let length = 0
  for (let join = parseJoin(stream, table); join !== null; join = parseJoin(stream, table)) {
    length += 1
    stream.checkChain(length)
    table = join
  }
  return table
}
