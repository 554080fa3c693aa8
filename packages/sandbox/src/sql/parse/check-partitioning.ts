// What can be said of PARTITION BY without a dictionary: numbers of bounds, constants, interval rules. Column types are the executor's matter.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { Expression } from "../ast/expression.ts"
import type {
  PartitionDefinition,
  PartitionValues,
  RangeBound,
  RangePartitioning,
  Subpartitioning,
  TablePartitioning
} from "../ast/partitioning.ts"
import type { TokenStream } from "./token-stream.ts"

const variable: ReadonlySet<string> = new Set([
  "name",
  "niladic",
  "pseudo-column",
  "subquery",
  "sequence-value",
  "cursor"
])

/** False when the expression cannot be a constant: it has a name, SYSDATE or a query in it. */
const isConstant = (node: Expression): boolean => {
  if (variable.has(node.kind)) return false
  if (node.kind === "call") return node.arguments.every(({ value }) => isConstant(value))
  if (node.kind === "unary") return isConstant(node.operand)
  if (node.kind === "binary") return isConstant(node.left) && isConstant(node.right)
  return true
}

const checkBound = (stream: TokenStream, bound: RangeBound, code: SyntaxCode): void => {
  if (bound !== "maxvalue" && !isConstant(bound)) throw stream.place(code, bound.start)
}

const checkRangeValues = (
  stream: TokenStream,
  values: PartitionValues | null,
  columns: number,
  place: number
): void => {
  if (values === null) throw stream.place(14311, place)
  if (values.kind !== "less-than") throw stream.place(14311, values.start)
  if (values.bounds.length > columns) throw stream.place(14017, values.start)
  if (values.bounds.length < columns) throw stream.place(14018, values.start)
  for (const bound of values.bounds) checkBound(stream, bound, 14019)
}

const checkListValues = (stream: TokenStream, values: PartitionValues | null, place: number): void => {
  if (values === null) throw stream.place(926, place)
  if (values.kind === "less-than") throw stream.place(14310, values.start)
  if (values.kind === "list") for (const row of values.rows) for (const item of row) checkBound(stream, item, 14308)
}

const checkValues = (
  stream: TokenStream,
  kind: Subpartitioning["kind"],
  definition: PartitionDefinition,
  columns: number,
  isSubpartition: boolean
): void => {
  const { values, end } = definition
  if (kind === "hash" && values !== null) throw stream.place(isSubpartition ? 14803 : 922, values.start)
  if (kind === "range") checkRangeValues(stream, values, columns, end)
  if (kind === "list") checkListValues(stream, values, end)
}

const checkSubpartitions = (
  stream: TokenStream,
  sub: Subpartitioning,
  partitions: ReadonlyArray<PartitionDefinition>
): void => {
  const all = [...(sub.template?.subpartitions ?? []), ...partitions.flatMap(({ subpartitions }) => subpartitions)]
  for (const definition of all) checkValues(stream, sub.kind, definition, sub.columns.length, true)
  for (const { subpartitionCount, start } of partitions)
    if (subpartitionCount !== null && sub.kind !== "hash") throw stream.place(14639, start)
}

const checkInterval = (stream: TokenStream, table: RangePartitioning): void => {
  if (table.interval === null) return
  const [, second] = table.columns
  if (second !== undefined) throw stream.place(14750, second.start)
  for (const { values } of table.partitions)
    if (values?.kind === "less-than" && values.bounds.includes("maxvalue")) throw stream.place(14761, values.start)
}

/** Fails with the number of the first rule that PARTITION BY breaks. */
export const checkPartitioning = (stream: TokenStream, table: TablePartitioning): void => {
  for (const definition of table.partitions) checkValues(stream, table.kind, definition, table.columns.length, false)
  if (table.kind === "range") checkInterval(stream, table)
  if (table.subpartitioning !== null) checkSubpartitions(stream, table.subpartitioning, table.partitions)
  else {
    const composite = table.partitions.find(
      ({ subpartitions, subpartitionCount }) => subpartitions.length > 0 || subpartitionCount !== null
    )
    if (composite !== undefined) throw stream.place(14171, composite.start)
  }
}
