// ALTER TABLE: ADD, MODIFY, DROP, SET UNUSED and RENAME of columns and constraints; supplemental logging.
import type { AlterTableAction, SupplementalLogData } from "../ast/alter-table.ts"
import type { ColumnDefinition } from "../ast/table.ts"
import { canLackType, parseColumnDefinition } from "./column-definition.ts"
import {
  isOutOfLineConstraint,
  parseConstraintReference,
  parseConstraintState,
  parseOutOfLineConstraint,
  readKeepIndex
} from "./constraint.ts"
import type { TableElements } from "./create-table.ts"
import { parseTableElements } from "./create-table.ts"
import { parseLobChange, parseLobStorage } from "./lob-storage.ts"
import { parseColumnList, parseColumnName, parseIdentifier, parseInteger } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const logColumns: Readonly<Record<string, "all" | "primary key" | "unique" | "foreign key">> = {
  ALL: "all",
  PRIMARY: "primary key",
  UNIQUE: "unique",
  FOREIGN: "foreign key"
}

const parseLogColumn = (stream: TokenStream): "all" | "primary key" | "unique" | "foreign key" => {
  const found = stream.token.kind === "word" ? logColumns[stream.token.value] : undefined
  if (found === undefined) throw stream.fail(905)
  stream.take()
  if (found.endsWith(" key")) stream.expectWord("KEY")
  return found
}

const parseLogData = (stream: TokenStream): SupplementalLogData => {
  if (stream.acceptWords("DATA")) {
    const columns = stream.parenthesizedList(() => parseLogColumn(stream))
    stream.expectWord("COLUMNS")
    return { kind: "data", columns }
  }
  stream.expectWord("GROUP")
  const name = parseIdentifier(stream, 904)
  const columns = stream.isOperator("(") ? parseColumnList(stream) : []
  return { kind: "group", name, columns, isAlways: stream.acceptWords("ALWAYS") }
}

const readSupplementalLog = (stream: TokenStream, change: "add" | "drop", start: number): AlterTableAction | null => {
  if (!stream.acceptWords("SUPPLEMENTAL", "LOG")) return null
  return { kind: "supplemental-log", change, data: parseLogData(stream), ...stream.span(start) }
}

const checkTypes = (stream: TokenStream, columns: ReadonlyArray<ColumnDefinition>): void => {
  for (const column of columns) if (column.type === null && !canLackType(column)) throw stream.place(2263, column.end)
}

const parseAddElements = (stream: TokenStream): TableElements => {
  if (stream.isOperator("(")) return parseTableElements(stream)
  if (isOutOfLineConstraint(stream)) return { columns: [], constraints: [parseOutOfLineConstraint(stream)] }
  return { columns: [parseColumnDefinition(stream)], constraints: [] }
}

const parseAdd = (stream: TokenStream, start: number): AlterTableAction => {
  const log = readSupplementalLog(stream, "add", start)
  if (log !== null) return log
  if (stream.areWords("PERIOD", "FOR")) throw stream.refuse("PERIOD FOR")
  if (stream.isWord("OVERFLOW")) throw stream.refuse("index-organized tables")
  const elements = parseAddElements(stream)
  checkTypes(stream, elements.columns)
  const lobs = []
  while (stream.isWord("LOB")) lobs.push(parseLobStorage(stream, stream.take().start))
  return { kind: "add", ...elements, lobs, ...stream.span(start) }
}

const isConstraintReference = (stream: TokenStream): boolean =>
  stream.isWord("CONSTRAINT") || stream.isWord("UNIQUE") || stream.areWords("PRIMARY", "KEY")

const parseModify = (stream: TokenStream, start: number): AlterTableAction => {
  if (stream.isWord("NONPARTITIONED") && stream.release >= 23) throw stream.refuse("MODIFY NONPARTITIONED")
  if (stream.isWord("LOB") && stream.isOperator("(", 1)) {
    stream.take()
    return { kind: "modify-lob", lob: parseLobChange(stream, start), ...stream.span(start) }
  }
  if (isConstraintReference(stream)) {
    const constraint = parseConstraintReference(stream)
    const state = parseConstraintState(stream)
    return {
      kind: "modify-constraint",
      constraint,
      state,
      isCascade: stream.acceptWords("CASCADE"),
      ...stream.span(start)
    }
  }
  const columns = stream.isOperator("(")
    ? stream.parenthesizedList(() => parseColumnDefinition(stream))
    : [parseColumnDefinition(stream)]
  return { kind: "modify-columns", columns, ...stream.span(start) }
}

const readCascadeConstraints = (stream: TokenStream): boolean => {
  if (!stream.acceptWords("CASCADE")) return false
  stream.expectWord("CONSTRAINTS")
  return true
}

const parseColumnNames = (stream: TokenStream): ReturnType<typeof parseColumnList> => {
  if (stream.isOperator("(")) return parseColumnList(stream)
  stream.expectWord("COLUMN")
  return [parseColumnName(stream)]
}

const parseDrop = (stream: TokenStream, start: number): AlterTableAction => {
  const log = readSupplementalLog(stream, "drop", start)
  if (log !== null) return log
  if (stream.acceptWords("UNUSED")) {
    stream.expectWord("COLUMNS")
    return { kind: "drop-unused", ...stream.span(start) }
  }
  if (isConstraintReference(stream)) {
    const constraint = parseConstraintReference(stream)
    const isCascade = stream.acceptWords("CASCADE")
    const keepIndex = readKeepIndex(stream)
    const isOnline = stream.acceptWords("ONLINE")
    return { kind: "drop-constraint", constraint, isCascade, keepIndex, isOnline, ...stream.span(start) }
  }
  const columns = parseColumnNames(stream)
  const isCascade = readCascadeConstraints(stream)
  stream.acceptWords("INVALIDATE")
  const checkpoint = stream.acceptWords("CHECKPOINT") ? parseInteger(stream, 1735) : null
  return { kind: "drop-columns", columns, isCascade, checkpoint, ...stream.span(start) }
}

const parseSet = (stream: TokenStream, start: number): AlterTableAction => {
  if (stream.isWord("PARTITIONING")) throw stream.refuse("SET PARTITIONING")
  stream.expectWord("UNUSED", 1735)
  const columns = parseColumnNames(stream)
  const isCascade = readCascadeConstraints(stream)
  stream.acceptWords("ONLINE")
  return { kind: "set-unused", columns, isCascade, ...stream.span(start) }
}

const parseRename = (stream: TokenStream, start: number): AlterTableAction => {
  if (stream.acceptWords("TO")) return { kind: "rename-table", to: parseIdentifier(stream, 903), ...stream.span(start) }
  const isColumn = stream.acceptWords("COLUMN")
  if (!isColumn && !stream.acceptWords("CONSTRAINT")) throw stream.fail(14155)
  const from = isColumn ? parseColumnName(stream) : parseIdentifier(stream, 2250)
  stream.expectWord("TO", 946)
  const to = isColumn ? parseColumnName(stream) : parseIdentifier(stream, 2250)
  return { kind: isColumn ? "rename-column" : "rename-constraint", from, to, ...stream.span(start) }
}

/** ADD, MODIFY, DROP, SET or RENAME of what is no partition. */
export const parseColumnAction = (stream: TokenStream): AlterTableAction => {
  const token = stream.take()
  switch (token.value) {
    case "ADD":
      return parseAdd(stream, token.start)
    case "MODIFY":
      return parseModify(stream, token.start)
    case "DROP":
      return parseDrop(stream, token.start)
    case "SET":
      return parseSet(stream, token.start)
    default:
      return parseRename(stream, token.start)
  }
}
