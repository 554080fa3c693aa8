// `PARTITION (p)`, `PARTITION FOR (v, ...)` and the same with SUBPARTITION. In DDL the parentheses around the name are not written.
import type { PartitionExtension } from "../ast/partition-extension.ts"
import { parseIdentifier } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const levelOf = (stream: TokenStream): PartitionExtension["level"] | null => {
  if (stream.isWord("PARTITION")) return "partition"
  return stream.isWord("SUBPARTITION") ? "subpartition" : null
}

const parseValues = (stream: TokenStream, level: PartitionExtension["level"], start: number): PartitionExtension => {
  const values = stream.parenthesizedList(() => stream.grammar.expression(stream))
  return { level, target: { kind: "values", values }, ...stream.span(start) }
}

/** The partition clause of a table in a query or DML statement; null when none comes next. */
export const parsePartitionExtension = (stream: TokenStream): PartitionExtension | null => {
  const level = levelOf(stream)
  if (level === null) return null
  const isFor = stream.isWord("FOR", 1) && stream.isOperator("(", 2)
  if (!isFor && !stream.isOperator("(", 1)) return null
  const { start } = stream.take()
  if (isFor) {
    stream.take()
    return parseValues(stream, level, start)
  }
  stream.take()
  const name = parseIdentifier(stream, level === "partition" ? 14006 : 14157)
  stream.expectClose()
  return { level, target: { kind: "name", name }, ...stream.span(start) }
}

/** `PARTITION p`, `PARTITION FOR (v)`, `SUBPARTITION s` of DDL; anything else is ORA-14155. */
export const parseDdlPartition = (stream: TokenStream): PartitionExtension => {
  const level = levelOf(stream)
  if (level === null) throw stream.fail(14155)
  const { start } = stream.take()
  return parseDdlPartitionTarget(stream, level, start)
}

/** What follows PARTITION or SUBPARTITION in DDL. */
export const parseDdlPartitionTarget = (
  stream: TokenStream,
  level: PartitionExtension["level"],
  start: number
): PartitionExtension => {
  if (stream.isWord("FOR") && stream.isOperator("(", 1)) {
    stream.take()
    return parseValues(stream, level, start)
  }
  const name = parseIdentifier(stream, level === "partition" ? 14006 : 14157)
  return { level, target: { kind: "name", name }, ...stream.span(start) }
}
