// One SELECT block, from SELECT to HAVING.
import type { Expression } from "../ast/expression.ts"
import type { Identifier } from "../ast/node.ts"
import type { GroupItem, HierarchyClause, IntoClause, Select, SelectItem, TableReference } from "../ast/query.ts"
import { identifierOf, isColumnName, isName } from "./names.ts"
import { parseTableReference } from "./table-reference.ts"
import type { TokenStream } from "./token-stream.ts"

/** Number of tokens up to the dot before `*` in `t.*` and `s.t.*`; 0 when it is none. */
const findQualifiedStar = (stream: TokenStream): number => {
  for (let ahead = 0; ahead <= 4; ahead += 2) {
    if (!isName(stream, stream.peek(ahead)) || !stream.isOperator(".", ahead + 1)) return 0
    if (stream.isOperator("*", ahead + 2)) return ahead + 1
  }
  return 0
}

const parseQualifiedStar = (stream: TokenStream): SelectItem => {
  const { start } = stream.token
  const qualifier: Identifier[] = []
  while (!stream.isOperator("*")) {
    qualifier.push(identifierOf(stream.take()))
    stream.take()
  }
  stream.take()
  return { kind: "qualified-star", qualifier, ...stream.span(start) }
}

const readAlias = (stream: TokenStream): Identifier | null => {
  if (stream.acceptWords("AS")) {
    if (!isColumnName(stream.token)) throw stream.fail(923)
    return identifierOf(stream.take())
  }
  if (stream.areWords("BULK", "COLLECT") || !isColumnName(stream.token)) return null
  return identifierOf(stream.take())
}

const parseSelectItem = (stream: TokenStream): SelectItem => {
  if (findQualifiedStar(stream) > 0) return parseQualifiedStar(stream)
  const { start } = stream.token
  const value = stream.grammar.expression(stream)
  return { kind: "value", value, alias: readAlias(stream), ...stream.span(start) }
}

const parseSelectItems = (stream: TokenStream): ReadonlyArray<SelectItem> => {
  if (!stream.isOperator("*")) return stream.commaList(() => parseSelectItem(stream))
  const { start } = stream.take()
  return [{ kind: "star", ...stream.span(start) }]
}

/** `[BULK COLLECT] INTO a, b`; null when none comes next. Where none is allowed it is ORA-01744. */
export const parseInto = (stream: TokenStream, isAllowed = true): IntoClause | null => {
  const { start } = stream.token
  const isBulk = stream.acceptWords("BULK", "COLLECT")
  if (!stream.isWord("INTO")) {
    if (isBulk) throw stream.fail(925)
    return null
  }
  if (!stream.isUnit || !isAllowed) throw stream.place(1744, stream.token.start)
  stream.take()
  const targets = stream.inLanguage("plsql", () => stream.commaList(() => stream.grammar.target(stream)))
  return { isBulk, targets, ...stream.span(start) }
}

const parseFrom = (stream: TokenStream): ReadonlyArray<TableReference> => {
  if (!stream.isWord("FROM")) {
    if (stream.release >= 23) return []
    throw stream.fail(923)
  }
  stream.take()
  return stream.commaList(() => parseTableReference(stream))
}

const parseConnectBy = (stream: TokenStream): Pick<HierarchyClause, "connectBy" | "isNoCycle"> => {
  stream.take()
  stream.expectWord("BY", 924)
  const isNoCycle = stream.acceptWords("NOCYCLE")
  return { connectBy: stream.grammar.condition(stream), isNoCycle }
}

const parseStartWith = (stream: TokenStream): Expression => {
  stream.take()
  stream.expectWord("WITH")
  return stream.grammar.condition(stream)
}

const parseHierarchy = (stream: TokenStream): HierarchyClause | null => {
  const { start } = stream.token
  if (stream.isWord("START")) {
    const startWith = parseStartWith(stream)
    if (!stream.isWord("CONNECT")) throw stream.fail(1788)
    return { startWith, ...parseConnectBy(stream), ...stream.span(start) }
  }
  if (!stream.isWord("CONNECT")) return null
  const connect = parseConnectBy(stream)
  const startWith = stream.isWord("START") ? parseStartWith(stream) : null
  return { startWith, ...connect, ...stream.span(start) }
}

const parseExpressionSet = (stream: TokenStream): ReadonlyArray<Expression> => {
  const value = stream.grammar.expression(stream)
  return value.kind === "row" ? value.items : [value]
}

const parseGroupItem = (stream: TokenStream): GroupItem => {
  const { start } = stream.token
  if (stream.isOperator("(") && stream.isOperator(")", 1)) {
    stream.take()
    stream.take()
    return { kind: "set", items: [], ...stream.span(start) }
  }
  if ((stream.isWord("ROLLUP") || stream.isWord("CUBE")) && stream.isOperator("(", 1)) {
    const kind = stream.take().value === "ROLLUP" ? "rollup" : "cube"
    const sets = stream.parenthesizedList(() => parseExpressionSet(stream))
    return { kind, sets, ...stream.span(start) }
  }
  if (stream.areWords("GROUPING", "SETS")) {
    stream.acceptWords("GROUPING", "SETS")
    const items = stream.nested(() => stream.parenthesizedList(() => parseGroupItem(stream)))
    return { kind: "grouping-sets", items, ...stream.span(start) }
  }
  const value = stream.grammar.expression(stream)
  if (value.kind === "row") return { kind: "set", items: value.items, ...stream.span(start) }
  return { kind: "expression", value, ...stream.span(start) }
}

const parseGroupBy = (stream: TokenStream): ReadonlyArray<GroupItem> | null => {
  if (!stream.acceptWords("GROUP")) return null
  stream.expectWord("BY", 924)
  return stream.commaList(() => parseGroupItem(stream))
}

const refuseRest = (stream: TokenStream): void => {
  if (stream.isWord("MODEL") || stream.areWords("MATCH_RECOGNIZE")) throw stream.refuse(stream.token.value)
  if (stream.isWord("WINDOW") && stream.release >= 21) throw stream.refuse("the WINDOW clause")
  if (stream.isWord("QUALIFY") && stream.release >= 23) throw stream.refuse("QUALIFY")
}

const readQuantifier = (stream: TokenStream): boolean => {
  if (stream.acceptWords("ALL")) return false
  return stream.acceptWords("DISTINCT") || stream.acceptWords("UNIQUE")
}

/** `SELECT ... FROM ... WHERE ... CONNECT BY ... GROUP BY ... HAVING ...`. */
export const parseSelect = (stream: TokenStream, hasInto: boolean): Select => {
  const { start, hint } = stream.expectWord("SELECT", 928)
  const isDistinct = readQuantifier(stream)
  const items = parseSelectItems(stream)
  const into = parseInto(stream, hasInto)
  const from = parseFrom(stream)
  const where = stream.acceptWords("WHERE") ? stream.grammar.condition(stream) : null
  const hierarchy = parseHierarchy(stream)
  const early = stream.acceptWords("HAVING") ? stream.grammar.condition(stream) : null
  const groupBy = parseGroupBy(stream)
  const having = early ?? (stream.acceptWords("HAVING") ? stream.grammar.condition(stream) : null)
  refuseRest(stream)
  return {
    kind: "select",
    hint,
    isDistinct,
    items,
    into,
    from,
    where,
    hierarchy,
    groupBy,
    having,
    ...stream.span(start)
  }
}
