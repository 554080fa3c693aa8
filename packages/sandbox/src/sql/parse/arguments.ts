// Calls: arguments in all forms, and what may follow the parentheses (WITHIN GROUP, OVER, IGNORE NULLS).
import type { Argument, FunctionCall, ListaggOverflow } from "../ast/expression.ts"
import type { Identifier } from "../ast/node.ts"
import { findArityError, isScalar, needsWindow } from "./function-arity.ts"
import { identifierOf } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"
import { parseWindow } from "./window.ts"

const parseArgument = (stream: TokenStream): Argument => {
  const token = stream.token
  if ((token.kind === "word" || token.kind === "quoted") && stream.isOperator("=>", 1)) {
    const name = identifierOf(stream.take())
    stream.take()
    return { name, value: stream.grammar.expression(stream), ...stream.span(token.start) }
  }
  return { name: null, value: stream.grammar.expression(stream), ...stream.span(token.start) }
}

/** `(a, name => b)`; empty parentheses are no arguments. */
export const parseArguments = (stream: TokenStream): ReadonlyArray<Argument> => {
  stream.expectOpen()
  if (stream.acceptOperator(")")) return []
  const items = stream.nested(() => stream.commaList(() => parseArgument(stream)))
  stream.expectClose()
  return items
}

const readQuantifier = (stream: TokenStream): FunctionCall["quantifier"] => {
  if (stream.language === "plsql") return null
  if (stream.acceptWords("DISTINCT") || stream.acceptWords("UNIQUE")) return "distinct"
  return stream.acceptWords("ALL") ? "all" : null
}

const readNulls = (stream: TokenStream): FunctionCall["nulls"] => {
  if (stream.language === "plsql") return null
  if (stream.acceptWords("IGNORE", "NULLS")) return "ignore"
  return stream.acceptWords("RESPECT", "NULLS") ? "respect" : null
}

const parseOverflow = (stream: TokenStream): ListaggOverflow | null => {
  const { start } = stream.token
  if (!stream.acceptWords("ON", "OVERFLOW")) return null
  if (stream.acceptWords("ERROR")) return { action: "error", indicator: null, hasCount: true, ...stream.span(start) }
  stream.expectWord("TRUNCATE")
  const indicator =
    stream.isWord("WITH") || stream.isWord("WITHOUT") || stream.isOperator(")")
      ? null
      : stream.grammar.expression(stream)
  const hasCount = !stream.acceptWords("WITHOUT", "COUNT")
  if (hasCount) stream.acceptWords("WITH", "COUNT")
  return { action: "truncate", indicator, hasCount, ...stream.span(start) }
}

interface Inside {
  readonly arguments: ReadonlyArray<Argument>
  readonly isStar: boolean
  readonly quantifier: FunctionCall["quantifier"]
  readonly nulls: FunctionCall["nulls"]
  readonly overflow: ListaggOverflow | null
}

const parseInside = (stream: TokenStream): Inside => {
  stream.expectOpen()
  const none = { quantifier: null, nulls: null, overflow: null }
  if (stream.acceptOperator(")")) return { arguments: [], isStar: false, ...none }
  if (stream.isOperator("*") && stream.isOperator(")", 1)) {
    stream.take()
    stream.take()
    return { arguments: [], isStar: true, ...none }
  }
  const quantifier = readQuantifier(stream)
  const items = stream.nested(() => stream.commaList(() => parseArgument(stream)))
  const nulls = readNulls(stream)
  const overflow = parseOverflow(stream)
  if (stream.language === "sql" && stream.isWord("USING")) throw stream.refuse("USING in a function's arguments")
  if (stream.language === "sql" && stream.isWord("DEFAULT")) throw stream.refuse("DEFAULT ... ON CONVERSION ERROR")
  stream.expectClose()
  return { arguments: items, isStar: false, quantifier, nulls, overflow }
}

const parseWithinGroup = (stream: TokenStream): FunctionCall["withinGroup"] => {
  if (!stream.acceptWords("WITHIN", "GROUP")) return null
  stream.expectOpen()
  stream.expectWord("ORDER", 30491)
  stream.expectWord("BY", 924)
  const items = stream.grammar.orderItems(stream)
  stream.expectClose()
  return items
}

const readOver = (stream: TokenStream): FunctionCall["over"] => {
  if (!stream.isWord("OVER")) return null
  if (!stream.isOperator("(", 1)) {
    if (stream.peek(1).kind === "word" && stream.release >= 21) throw stream.refuse("the WINDOW clause")
    return null
  }
  stream.take()
  return parseWindow(stream)
}

const sqlOnly: ReadonlySet<string> = new Set("DECODE NVL2 DUMP COUNT SUM AVG MIN MAX".split(" "))

const checkPlsqlCall = (stream: TokenStream, call: FunctionCall): void => {
  const [name] = call.path
  if (call.path.length === 1 && !name.isQuoted && sqlOnly.has(name.value) && !stream.isOperator(":="))
    throw stream.plsqlError(
      `PLS-00204: function or pseudo-column '${name.value}' may be used inside a SQL statement only`,
      call.start
    )
}

const needsOrder: ReadonlySet<string> = new Set(["ROW_NUMBER", "RANK", "DENSE_RANK", "LAG", "LEAD", "NTILE"])

/** What Oracle checks of its own functions while it parses: how many arguments, whether OVER is there. */
const checkCall = (stream: TokenStream, call: FunctionCall): void => {
  if (stream.language === "plsql") return checkPlsqlCall(stream, call)
  if (call.path.length > 1) return
  const arity = findArityError(call)
  if (arity !== null) throw stream.place(arity, call.start)
  const name = call.path[0].value
  if (call.quantifier === "distinct" && isScalar(name)) throw stream.place(30482, call.start)
  if (needsWindow(name) && call.over === null) throw stream.place(30484, call.start)
  if (needsOrder.has(name) && call.over !== null && call.over.orderBy.length === 0)
    throw stream.place(30485, call.start)
}

/** A call, from its parentheses on. */
export const parseCall = (stream: TokenStream, path: readonly [Identifier, ...Identifier[]]): FunctionCall => {
  const inside = parseInside(stream)
  const isSql = stream.language === "sql"
  const withinGroup = isSql ? parseWithinGroup(stream) : null
  const nulls = inside.nulls ?? readNulls(stream)
  if (isSql && stream.isWord("KEEP") && stream.isOperator("(", 1)) throw stream.refuse("KEEP (DENSE_RANK ...)")
  if (
    isSql &&
    stream.isWord("FROM") &&
    path[0].value === "NTH_VALUE" &&
    (stream.isWord("FIRST", 1) || stream.isWord("LAST", 1))
  )
    throw stream.refuse("NTH_VALUE ... FROM FIRST | LAST")
  const over = isSql ? readOver(stream) : null
  const call: FunctionCall = { kind: "call", path, ...inside, nulls, withinGroup, over, ...stream.span(path[0].start) }
  checkCall(stream, call)
  return call
}
