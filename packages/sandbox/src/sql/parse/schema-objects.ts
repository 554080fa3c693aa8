// Sequences, views, synonyms, comments; ALTER ... COMPILE.
import type {
  AlterCompile,
  AlterSequence,
  Comment,
  CreateSequence,
  CreateSynonym,
  CreateView,
  ViewColumn
} from "../ast/schema-object.ts"
import type { Constraint } from "../ast/constraint.ts"
import type { Identifier } from "../ast/node.ts"
import { isOutOfLineConstraint, readInlineConstraint } from "./constraint.ts"
import { parseColumnName, parseIdentifier, parseObjectName, parseText } from "./names.ts"
import { parseSequenceOptions } from "./sequence-options.ts"
import type { TokenStream } from "./token-stream.ts"

/** `IF NOT EXISTS` from release 23 on. */
export const readIfNotExists = (stream: TokenStream): boolean =>
  stream.release >= 23 && stream.acceptWords("IF", "NOT", "EXISTS")

/** What follows `CREATE SEQUENCE`. */
export const parseCreateSequence = (stream: TokenStream, start: number): CreateSequence => {
  const isIfNotExists = readIfNotExists(stream)
  const name = parseObjectName(stream, 2277)
  const options = parseSequenceOptions(stream)
  return { kind: "create-sequence", name, isIfNotExists, options, ...stream.span(start) }
}

/** What follows `ALTER SEQUENCE`. */
export const parseAlterSequence = (stream: TokenStream, start: number): AlterSequence => {
  const name = parseObjectName(stream, 2277)
  if (stream.isEnd()) throw stream.fail(2286)
  const place = stream.token.start
  const options = parseSequenceOptions(stream)
  if (options.startWith !== null && !options.isRestart) throw stream.place(2283, place)
  return { kind: "alter-sequence", name, options, ...stream.span(start) }
}

const parseViewColumn = (stream: TokenStream): ViewColumn => {
  if (isOutOfLineConstraint(stream)) throw stream.refuse("constraints of views")
  const name = parseColumnName(stream)
  const constraints: Constraint[] = []
  for (let found = readInlineConstraint(stream); found !== null; found = readInlineConstraint(stream))
    constraints.push(found)
  return { name, constraints, ...stream.span(name.start) }
}

interface Restriction {
  readonly restriction: CreateView["restriction"]
  readonly restrictionName: Identifier | null
}

const readRestriction = (stream: TokenStream): Restriction => {
  if (!stream.acceptWords("WITH")) return { restriction: null, restrictionName: null }
  const isReadOnly = stream.acceptWords("READ", "ONLY")
  if (!isReadOnly) stream.expectWords(["CHECK", "OPTION"])
  const restrictionName = stream.acceptWords("CONSTRAINT") ? parseIdentifier(stream, 2250) : null
  return { restriction: isReadOnly ? "read-only" : "check-option", restrictionName }
}

/** What follows `CREATE [OR REPLACE]` up to a view. */
export interface ViewHead {
  readonly isOrReplace: boolean
  readonly isForce: boolean
}

/** What follows `CREATE VIEW`. */
export const parseCreateView = (stream: TokenStream, start: number, head: ViewHead): CreateView => {
  const isIfNotExists = readIfNotExists(stream)
  const name = parseObjectName(stream, 999)
  if (stream.isWord("OF")) throw stream.refuse("object views")
  const columns = stream.isOperator("(") ? stream.parenthesizedList(() => parseViewColumn(stream)) : []
  if (stream.isWord("BEQUEATH")) throw stream.refuse("BEQUEATH")
  stream.expectWord("AS")
  const query = stream.grammar.query(stream)
  const restriction = readRestriction(stream)
  return { kind: "create-view", name, ...head, isIfNotExists, columns, query, ...restriction, ...stream.span(start) }
}

/** What follows `CREATE [PUBLIC] SYNONYM`. */
export const parseCreateSynonym = (
  stream: TokenStream,
  start: number,
  head: { readonly isOrReplace: boolean; readonly isPublic: boolean }
): CreateSynonym => {
  const isIfNotExists = readIfNotExists(stream)
  const name = parseObjectName(stream, 995)
  stream.expectWord("FOR")
  const target = parseObjectName(stream, 995)
  return { kind: "create-synonym", name, ...head, isIfNotExists, target, ...stream.span(start) }
}

const parseColumnPath = (stream: TokenStream): ReadonlyArray<Identifier> => {
  const path = [parseIdentifier(stream, 1747)]
  while (stream.acceptOperator(".")) path.push(parseIdentifier(stream, 1747))
  return path
}

interface Commented {
  readonly table: Comment["table"]
  readonly column: Identifier | null
}

const parseCommentedColumn = (stream: TokenStream): Commented => {
  const { start } = stream.token
  const path = parseColumnPath(stream)
  const column = path.at(-1)
  const name = path.at(-2)
  if (column === undefined || name === undefined || path.length > 3) throw stream.place(1747, start)
  return { table: { schema: path.at(-3) ?? null, name, start, end: name.end }, column }
}

const parseCommented = (stream: TokenStream): Commented => {
  if (stream.acceptWords("TABLE")) return { table: parseObjectName(stream), column: null }
  if (stream.acceptWords("COLUMN")) return parseCommentedColumn(stream)
  const refused = ["MATERIALIZED", "INDEXTYPE", "OPERATOR", "EDITION", "MINING"].find((word) => stream.isWord(word))
  if (refused !== undefined) throw stream.refuse(`COMMENT ON ${refused}`)
  throw stream.fail(32594)
}

/** What follows COMMENT. */
export const parseComment = (stream: TokenStream, start: number): Comment => {
  stream.expectWord("ON", 969)
  const commented = parseCommented(stream)
  stream.expectWord("IS")
  return { kind: "comment", ...commented, text: parseText(stream), ...stream.span(start) }
}

const readPart = (stream: TokenStream): AlterCompile["part"] => {
  if (stream.acceptWords("BODY")) return "body"
  if (stream.acceptWords("SPECIFICATION")) return "specification"
  stream.acceptWords("PACKAGE")
  return null
}

/** What follows `ALTER VIEW | PROCEDURE | FUNCTION | PACKAGE | TYPE | SYNONYM`. */
export const parseAlterCompile = (
  stream: TokenStream,
  start: number,
  type: AlterCompile["type"],
  isPublic = false
): AlterCompile => {
  const name = parseObjectName(stream, type === "VIEW" ? 999 : type === "SYNONYM" ? 995 : 4050)
  stream.expectWord("COMPILE", 922)
  stream.acceptWords("DEBUG")
  const part = type === "PACKAGE" || type === "TYPE" ? readPart(stream) : null
  stream.acceptWords("REUSE", "SETTINGS")
  return { kind: "alter-compile", type, name, part, isPublic, ...stream.span(start) }
}
