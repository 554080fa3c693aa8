// CREATE TABLE. The clauses have an order (rule book, 1.1): columns, physical properties, LOBs, partitions, table options, AS query.
import type { Constraint } from "../ast/constraint.ts"
import type { Identifier } from "../ast/node.ts"
import type { LobStorage } from "../ast/storage.ts"
import type { ColumnDefinition, CreateTable, EnableDisableClause, TableOptions } from "../ast/table.ts"
import { checkPartitioning } from "./check-partitioning.ts"
import { canLackType, parseColumnDefinition } from "./column-definition.ts"
import { isOutOfLineConstraint, parseEnableDisable, parseOutOfLineConstraint } from "./constraint.ts"
import { parseLobStorage } from "./lob-storage.ts"
import { parseIdentifier, parseObjectName } from "./names.ts"
import { parsePartitioning } from "./partitioning.ts"
import { noAttributes, readAttribute, readParallel } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

/** Columns and constraints in parentheses. */
export interface TableElements {
  readonly columns: ReadonlyArray<ColumnDefinition>
  readonly constraints: ReadonlyArray<Constraint>
}

const refuseElement = (stream: TokenStream): void => {
  if (stream.areWords("SUPPLEMENTAL", "LOG")) throw stream.refuse("SUPPLEMENTAL LOG in CREATE TABLE")
  if (stream.areWords("PERIOD", "FOR")) throw stream.refuse("PERIOD FOR")
}

/** `( column ..., constraint ... )`. */
export const parseTableElements = (stream: TokenStream): TableElements => {
  const columns: ColumnDefinition[] = []
  const constraints: Constraint[] = []
  stream.parenthesizedList(() => {
    refuseElement(stream)
    if (isOutOfLineConstraint(stream)) constraints.push(parseOutOfLineConstraint(stream))
    else columns.push(parseColumnDefinition(stream))
  })
  return { columns, constraints }
}

type OpenOptions = { -readonly [K in keyof TableOptions]: TableOptions[K] }

const noOptions = (): OpenOptions => ({
  parallel: null,
  isRowMovement: null,
  isCached: null,
  isResultCacheForced: null,
  isRowDependencies: null,
  isReadOnly: null,
  isMonitoring: null,
  isInMemory: null,
  isRowArchival: false
})

const refusals: Readonly<Record<string, string>> = {
  CLUSTER: "clustered tables",
  NESTED: "nested tables",
  VARRAY: "VARRAY columns",
  XMLTYPE: "XMLTYPE",
  FLASHBACK: "flashback archive",
  OVERFLOW: "index-organized tables",
  ILM: "ILM policies",
  EXTERNAL: "external tables",
  CLUSTERING: "attribute clustering",
  FOR: "FOR EXCHANGE WITH TABLE",
  OF: "object tables",
  MEMOPTIMIZE: "MEMOPTIMIZE"
}

const refuseOption = (stream: TokenStream): void => {
  const feature = stream.token.kind === "word" ? refusals[stream.token.value] : undefined
  if (feature !== undefined) throw stream.refuse(feature)
}

const readRowMovement = (stream: TokenStream, options: OpenOptions): boolean => {
  const isEnabled = stream.acceptWords("ENABLE", "ROW")
  if (!isEnabled && !stream.acceptWords("DISABLE", "ROW")) return false
  stream.expectWord("MOVEMENT", 922)
  options.isRowMovement = isEnabled
  return true
}

const readInMemory = (stream: TokenStream, options: OpenOptions): boolean => {
  if (stream.acceptWords("NO", "INMEMORY")) options.isInMemory = false
  else if (stream.isWord("INMEMORY")) throw stream.refuse("INMEMORY")
  else return false
  return true
}

const readCache = (stream: TokenStream, options: OpenOptions): boolean => {
  if (stream.acceptWords("CACHE")) options.isCached = true
  else if (stream.acceptWords("NOCACHE")) options.isCached = false
  else if (stream.acceptWords("RESULT_CACHE")) {
    stream.expectOpen(922)
    stream.expectWord("MODE", 922)
    options.isResultCacheForced = stream.acceptWords("FORCE")
    if (!options.isResultCacheForced) stream.expectWord("DEFAULT", 922)
    stream.expectClose()
  } else return false
  return true
}

const readFlag = (stream: TokenStream, options: OpenOptions): boolean => {
  if (stream.acceptWords("ROWDEPENDENCIES")) options.isRowDependencies = true
  else if (stream.acceptWords("NOROWDEPENDENCIES")) options.isRowDependencies = false
  else if (stream.release >= 12.1 && stream.acceptWords("ROW", "ARCHIVAL")) options.isRowArchival = true
  else if (stream.acceptWords("MONITORING")) options.isMonitoring = true
  else if (stream.acceptWords("NOMONITORING")) options.isMonitoring = false
  else return false
  return true
}

/** One option after the partitions; false when none comes next. */
const readTableOption = (stream: TokenStream, options: OpenOptions, states: EnableDisableClause[]): boolean => {
  refuseOption(stream)
  if (readRowMovement(stream, options) || readCache(stream, options) || readFlag(stream, options)) return true
  if (readInMemory(stream, options)) return true
  if (stream.isWord("ENABLE") || stream.isWord("DISABLE")) {
    states.push(parseEnableDisable(stream))
    return true
  }
  const place = stream.token.start
  const parallel = readParallel(stream)
  if (parallel !== null && options.parallel !== null) throw stream.place(12812, place)
  if (parallel !== null) options.parallel = parallel
  return parallel !== null
}

const parseLobs = (stream: TokenStream): ReadonlyArray<LobStorage> => {
  const lobs: LobStorage[] = []
  while (stream.isWord("LOB")) lobs.push(parseLobStorage(stream, stream.take().start))
  return lobs
}

const readDefaultCollation = (stream: TokenStream): Identifier | null =>
  stream.release >= 12.2 && stream.acceptWords("DEFAULT", "COLLATION") ? parseIdentifier(stream, 904) : null

const readOrganization = (stream: TokenStream): void => {
  if (!stream.acceptWords("ORGANIZATION")) return
  if (stream.isWord("INDEX")) throw stream.refuse("index-organized tables")
  if (stream.isWord("EXTERNAL")) throw stream.refuse("external tables")
  stream.expectWord("HEAP", 922)
}

const readOnCommit = (stream: TokenStream): "delete" | "preserve" => {
  if (!stream.acceptWords("ON", "COMMIT")) return "delete"
  const isPreserved = stream.acceptWords("PRESERVE")
  if (!isPreserved) stream.expectWord("DELETE")
  stream.expectWord("ROWS")
  return isPreserved ? "preserve" : "delete"
}

const checkColumns = (stream: TokenStream, elements: TableElements, hasQuery: boolean): void => {
  const seen = new Set<string>()
  for (const column of elements.columns) {
    if (seen.has(column.name.value)) throw stream.place(957, column.name.start)
    seen.add(column.name.value)
    if (hasQuery && column.type !== null) throw stream.place(1773, column.type.start)
    if (!hasQuery && column.type === null && !canLackType(column)) throw stream.place(2263, column.end)
  }
}

/** What follows CREATE: `TABLE ...` after the words that make it temporary. */
export const parseCreateTable = (stream: TokenStream, start: number, isTemporary: boolean): CreateTable => {
  stream.expectWord("TABLE")
  const isIfNotExists = stream.release >= 23 && stream.acceptWords("IF", "NOT", "EXISTS")
  const name = parseObjectName(stream)
  if (stream.isEnd()) throw stream.fail(906)
  if (stream.isWord("OF")) throw stream.refuse("object tables")
  const elements = stream.isOperator("(") ? parseTableElements(stream) : { columns: [], constraints: [] }
  const temporary = isTemporary ? { onCommit: readOnCommit(stream) } : null
  const defaultCollation = readDefaultCollation(stream)
  const attributes = noAttributes()
  readOrganization(stream)
  while (readAttribute(stream, attributes, "table"));
  const lobs = parseLobs(stream)
  const partitioning = stream.isWord("PARTITION") ? parsePartitioning(stream) : null
  if (partitioning !== null) checkPartitioning(stream, partitioning)
  const options = noOptions()
  const constraintStates: EnableDisableClause[] = []
  while (readTableOption(stream, options, constraintStates));
  const asQuery = stream.acceptWords("AS") ? stream.grammar.query(stream) : null
  if (!stream.isEnd()) throw stream.fail(922)
  if (asQuery === null && elements.columns.length === 0) throw stream.fail(906)
  checkColumns(stream, elements, asQuery !== null)
  return {
    kind: "create-table",
    name,
    temporary,
    isIfNotExists,
    ...elements,
    defaultCollation,
    attributes,
    lobs,
    partitioning,
    options,
    constraintStates,
    asQuery,
    ...stream.span(start)
  }
}
