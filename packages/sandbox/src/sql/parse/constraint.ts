// Constraints, inline and out of line, and their states.
import type { Constraint, ConstraintRule, ConstraintState, UsingIndex } from "../ast/constraint.ts"
import type { Identifier } from "../ast/node.ts"
import type { ConstraintReference, EnableDisableClause } from "../ast/table.ts"
import { parseCreateIndex, parseIndexAttributes } from "./create-index.ts"
import { parseColumnList, parseIdentifier, parseObjectName } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const noPartitionWord: ReadonlySet<string> = new Set(
  `PCTFREE INITRANS MAXTRANS STORAGE TABLESPACE LOGGING NOLOGGING LOCAL GLOBAL REVERSE COMPRESS NOCOMPRESS PARALLEL NOPARALLEL COMPUTE ONLINE
SORT NOSORT VISIBLE INVISIBLE INDEXING ENABLE DISABLE VALIDATE NOVALIDATE RELY NORELY EXCEPTIONS DEFERRABLE NOT INITIALLY ADD MODIFY DROP
KEEP CASCADE`.split(/\s+/)
)

/** What follows USING INDEX. */
export const parseUsingIndex = (stream: TokenStream, start: number): UsingIndex => {
  if (stream.acceptOperator("(")) {
    if (!stream.isWord("CREATE")) throw stream.fail(901)
    stream.take()
    const statement = parseCreateIndex(stream, stream.token.start)
    stream.expectClose()
    return { kind: "create", statement, ...stream.span(start) }
  }
  const isName = stream.token.kind === "quoted" || (stream.token.kind === "word" && !stream.isOneOf(noPartitionWord))
  if (isName) return { kind: "existing", index: parseObjectName(stream, 953), ...stream.span(start) }
  return { kind: "attributes", attributes: parseIndexAttributes(stream), ...stream.span(start) }
}

type OpenState = { -readonly [K in keyof ConstraintState]: ConstraintState[K] }

const noState = (): OpenState => ({
  isDeferrable: null,
  initially: null,
  isRely: null,
  isEnabled: null,
  isValidated: null,
  usingIndex: null,
  exceptionsInto: null
})

const readDeferrable = (stream: TokenStream, state: OpenState): boolean => {
  if (stream.acceptWords("NOT", "DEFERRABLE")) state.isDeferrable = false
  else if (stream.acceptWords("DEFERRABLE")) state.isDeferrable = true
  else if (stream.acceptWords("INITIALLY")) {
    const isDeferred = stream.acceptWords("DEFERRED")
    if (!isDeferred) stream.expectWord("IMMEDIATE")
    state.initially = isDeferred ? "deferred" : "immediate"
  } else return false
  return true
}

const readExceptions = (stream: TokenStream, state: { exceptionsInto: OpenState["exceptionsInto"] }): boolean => {
  if (!stream.acceptWords("EXCEPTIONS")) return false
  stream.expectWord("INTO", 925)
  state.exceptionsInto = parseObjectName(stream)
  return true
}

/** ENABLE and DISABLE followed by CONSTRAINT, PRIMARY ... belong to the table, not to this constraint. */
const isTableClause = (stream: TokenStream): boolean => {
  let ahead = 1
  if (stream.isWord("VALIDATE", ahead) || stream.isWord("NOVALIDATE", ahead)) ahead += 1
  return (
    stream.isWord("CONSTRAINT", ahead) ||
    (stream.isWord("PRIMARY", ahead) && stream.isWord("KEY", ahead + 1)) ||
    stream.isWord("UNIQUE", ahead) ||
    stream.isWord("ROW", ahead) ||
    (stream.isWord("ALL", ahead) && stream.isWord("TRIGGERS", ahead + 1)) ||
    (stream.isWord("TABLE", ahead) && stream.isWord("LOCK", ahead + 1))
  )
}

const readEnabled = (stream: TokenStream, state: OpenState): boolean => {
  const isEnable = stream.isWord("ENABLE")
  if ((isEnable || stream.isWord("DISABLE")) && !isTableClause(stream)) {
    stream.take()
    state.isEnabled = isEnable
    return true
  }
  if (stream.acceptWords("VALIDATE")) state.isValidated = true
  else if (stream.acceptWords("NOVALIDATE")) state.isValidated = false
  else return false
  return true
}

const readStateWord = (stream: TokenStream, state: OpenState): boolean => {
  const { start } = stream.token
  if (readDeferrable(stream, state) || readEnabled(stream, state) || readExceptions(stream, state)) return true
  if (stream.acceptWords("RELY")) state.isRely = true
  else if (stream.acceptWords("NORELY")) state.isRely = false
  else if (stream.acceptWords("USING", "INDEX")) state.usingIndex = parseUsingIndex(stream, start)
  else return false
  return true
}

/** All states that come next. */
export const parseConstraintState = (stream: TokenStream): ConstraintState => {
  const state = noState()
  while (readStateWord(stream, state));
  return state
}

const parseReferences = (stream: TokenStream, columns: ReadonlyArray<Identifier>): ConstraintRule => {
  stream.expectWord("REFERENCES")
  const references = parseObjectName(stream)
  const referencedColumns = stream.isOperator("(") ? parseColumnList(stream) : []
  let onDelete: "cascade" | "set-null" | null = null
  if (stream.acceptWords("ON")) {
    stream.expectWord("DELETE")
    if (stream.acceptWords("CASCADE")) onDelete = "cascade"
    else {
      stream.expectWord("SET")
      stream.expectWord("NULL", 908)
      onDelete = "set-null"
    }
  }
  return { kind: "foreign-key", columns, references, referencedColumns, onDelete }
}

const parseCheck = (stream: TokenStream): ConstraintRule => {
  stream.take()
  stream.expectOpen()
  const condition = stream.grammar.condition(stream)
  stream.expectClose()
  return { kind: "check", condition }
}

const readName = (stream: TokenStream): Identifier | null =>
  stream.acceptWords("CONSTRAINT") ? parseIdentifier(stream, 2250) : null

const readKeyRule = (stream: TokenStream, isInline: boolean): ConstraintRule | null => {
  const isPrimary = stream.isWord("PRIMARY")
  if (!isPrimary && !stream.isWord("UNIQUE")) return null
  stream.take()
  if (isPrimary) stream.expectWord("KEY")
  return { kind: isPrimary ? "primary-key" : "unique", columns: isInline ? [] : parseColumnList(stream) }
}

const readInlineRule = (stream: TokenStream): ConstraintRule | null => {
  if (stream.acceptWords("NOT")) {
    stream.expectWord("NULL", 908)
    return { kind: "not-null" }
  }
  if (stream.acceptWords("NULL")) return { kind: "null" }
  if (stream.isWord("CHECK")) return parseCheck(stream)
  if (stream.isWord("REFERENCES")) return parseReferences(stream, [])
  return readKeyRule(stream, true)
}

/** An inline constraint of a column; null when none comes next. */
export const readInlineConstraint = (stream: TokenStream): Constraint | null => {
  const { start } = stream.token
  const name = readName(stream)
  const rule = readInlineRule(stream)
  if (rule === null) {
    if (name !== null) throw stream.fail(2253)
    return null
  }
  return { kind: "constraint", name, rule, state: parseConstraintState(stream), ...stream.span(start) }
}

const outOfLineWords: ReadonlySet<string> = new Set(["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK"])

/** An out-of-line constraint begins here, not a column of that name. */
export const isOutOfLineConstraint = (stream: TokenStream): boolean => {
  if (!stream.isOneOf(outOfLineWords)) return false
  if (stream.isWord("PRIMARY") || stream.isWord("FOREIGN")) return stream.isWord("KEY", 1) || stream.isOperator("(", 1)
  return true
}

const readOutOfLineRule = (stream: TokenStream): ConstraintRule => {
  if (stream.acceptWords("FOREIGN")) {
    stream.expectWord("KEY")
    return parseReferences(stream, parseColumnList(stream))
  }
  if (stream.isWord("CHECK")) return parseCheck(stream)
  const key = readKeyRule(stream, false)
  if (key === null) throw stream.fail(904)
  return key
}

/** `CONSTRAINT c PRIMARY KEY (...)`, `FOREIGN KEY (...) REFERENCES ...` and so on. */
export const parseOutOfLineConstraint = (stream: TokenStream): Constraint => {
  const { start } = stream.token
  const name = readName(stream)
  const rule = readOutOfLineRule(stream)
  return { kind: "constraint", name, rule, state: parseConstraintState(stream), ...stream.span(start) }
}

/** `CONSTRAINT c`, `PRIMARY KEY`, `UNIQUE (a, b)` of ALTER TABLE. */
export const parseConstraintReference = (stream: TokenStream): ConstraintReference => {
  if (stream.acceptWords("CONSTRAINT")) return { kind: "name", name: parseIdentifier(stream, 2250) }
  if (stream.acceptWords("PRIMARY")) {
    stream.expectWord("KEY")
    return { kind: "primary-key" }
  }
  stream.expectWord("UNIQUE")
  return { kind: "unique", columns: parseColumnList(stream) }
}

/** `KEEP INDEX` or `DROP INDEX`: true, false, or null when nothing comes next. */
export const readKeepIndex = (stream: TokenStream): boolean | null => {
  if (stream.acceptWords("KEEP", "INDEX")) return true
  return stream.acceptWords("DROP", "INDEX") ? false : null
}

/** `ENABLE [VALIDATE | NOVALIDATE] CONSTRAINT c ...` from ENABLE or DISABLE on. */
export const parseEnableDisable = (stream: TokenStream): EnableDisableClause => {
  const token = stream.take()
  const isValidated = stream.acceptWords("VALIDATE") ? true : stream.acceptWords("NOVALIDATE") ? false : null
  const constraint = parseConstraintReference(stream)
  const place = stream.token.start
  const usingIndex = stream.acceptWords("USING", "INDEX") ? parseUsingIndex(stream, place) : null
  const exceptions: { exceptionsInto: OpenState["exceptionsInto"] } = { exceptionsInto: null }
  readExceptions(stream, exceptions)
  const isCascade = stream.acceptWords("CASCADE")
  return {
    isEnabled: token.value === "ENABLE",
    isValidated,
    constraint,
    usingIndex,
    ...exceptions,
    isCascade,
    keepIndex: readKeepIndex(stream),
    ...stream.span(token.start)
  }
}
