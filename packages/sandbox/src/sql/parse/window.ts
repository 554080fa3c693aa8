// The parentheses after OVER.
import type { FrameBound, WindowFrame, WindowSpecification } from "../ast/window.ts"
import type { TokenStream } from "./token-stream.ts"

const parseBound = (stream: TokenStream): FrameBound => {
  if (stream.acceptWords("CURRENT")) {
    stream.expectWord("ROW")
    return { kind: "current-row" }
  }
  if (stream.acceptWords("UNBOUNDED")) {
    if (stream.acceptWords("PRECEDING")) return { kind: "unbounded-preceding" }
    stream.expectWord("FOLLOWING")
    return { kind: "unbounded-following" }
  }
  const value = stream.grammar.expression(stream)
  if (stream.acceptWords("PRECEDING")) return { kind: "preceding", value }
  stream.expectWord("FOLLOWING")
  return { kind: "following", value }
}

const parseFrame = (stream: TokenStream): WindowFrame | null => {
  if (stream.isWord("GROUPS")) throw stream.release >= 21 ? stream.refuse("GROUPS in a window") : stream.fail(907)
  if (!stream.isWord("ROWS") && !stream.isWord("RANGE")) return null
  const token = stream.take()
  const unit = token.value === "ROWS" ? "rows" : "range"
  if (!stream.acceptWords("BETWEEN")) {
    const from = parseBound(stream)
    return { unit, from, to: { kind: "current-row" }, ...stream.span(token.start) }
  }
  const from = parseBound(stream)
  stream.expectWord("AND")
  return { unit, from, to: parseBound(stream), ...stream.span(token.start) }
}

/** `( [PARTITION BY ...] [ORDER BY ...] [frame] )`. A frame needs an ORDER BY (ORA-30485). */
export const parseWindow = (stream: TokenStream): WindowSpecification => {
  const { start } = stream.expectOpen()
  const isPartitioned = stream.acceptWords("PARTITION")
  if (isPartitioned) stream.expectWord("BY", 924)
  const partitionBy = isPartitioned ? stream.commaList(() => stream.grammar.expression(stream)) : []
  const isOrdered = stream.acceptWords("ORDER")
  if (isOrdered) stream.expectWord("BY", 924)
  const orderBy = isOrdered ? stream.grammar.orderItems(stream) : []
  const place = stream.token.start
  const frame = parseFrame(stream)
  if (frame !== null && !isOrdered) throw stream.place(30485, place)
  stream.expectClose()
  return { partitionBy, orderBy, frame, ...stream.span(start) }
}
