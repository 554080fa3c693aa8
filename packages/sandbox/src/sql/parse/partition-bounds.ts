// VALUES LESS THAN (...) and VALUES (...) of partitions.
import type { Expression } from "../ast/expression.ts"
import type { PartitionValues, RangeBound } from "../ast/partitioning.ts"
import type { TokenStream } from "./token-stream.ts"

/** MAXVALUE or a constant; whether it is one (ORA-14019) the executor knows. */
const parseBound = (stream: TokenStream): RangeBound =>
  stream.acceptWords("MAXVALUE") ? "maxvalue" : stream.grammar.expression(stream)

/** `VALUES LESS THAN (b, ...)` from VALUES on. */
export const parseRangeBounds = (stream: TokenStream): ReadonlyArray<RangeBound> => {
  stream.take()
  stream.expectWord("LESS", 14007)
  stream.expectWord("THAN", 14008)
  return stream.parenthesizedList(() => parseBound(stream))
}

const rowOf = (value: Expression): ReadonlyArray<Expression> => (value.kind === "row" ? value.items : [value])

const parseListValues = (stream: TokenStream, start: number): PartitionValues => {
  stream.expectOpen()
  if (stream.isWord("DEFAULT")) {
    stream.take()
    stream.expectClose()
    return { kind: "default", ...stream.span(start) }
  }
  const rows = stream.commaList(() => rowOf(stream.grammar.expression(stream)))
  stream.expectClose()
  return { kind: "list", rows, ...stream.span(start) }
}

/** The VALUES clause of a partition; null when none comes next. */
export const readPartitionValues = (stream: TokenStream): PartitionValues | null => {
  if (!stream.isWord("VALUES")) return null
  const { start } = stream.token
  if (stream.isOperator("(", 1)) {
    stream.take()
    return parseListValues(stream, start)
  }
  const bounds = parseRangeBounds(stream)
  return { kind: "less-than", bounds, ...stream.span(start) }
}
