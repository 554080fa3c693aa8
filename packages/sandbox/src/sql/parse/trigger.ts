// CREATE TRIGGER, ALTER TRIGGER, and the stored units.
import type { Identifier, ObjectName } from "../ast/node.ts"
import type { AlterTrigger, CreateTrigger, CreateUnit, TriggerEvent, UnitType } from "../ast/schema-object.ts"
import { parseTriggerBody, parseUnitBody, skipBody } from "./compiled-body.ts"
import { parseColumnName, parseIdentifier, parseObjectName } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const readTiming = (stream: TokenStream): CreateTrigger["timing"] => {
  if (stream.acceptWords("BEFORE")) return "before"
  if (stream.acceptWords("AFTER")) return "after"
  if (stream.acceptWords("INSTEAD")) {
    stream.expectWord("OF", 4071)
    return "instead-of"
  }
  if (stream.acceptWords("FOR")) return "compound"
  throw stream.fail(4071)
}

const systemEvents: ReadonlySet<string> = new Set(
  "ALTER ANALYZE ASSOCIATE AUDIT COMMENT CREATE DDL DISASSOCIATE DROP GRANT NOAUDIT RENAME REVOKE TRUNCATE STARTUP SHUTDOWN SERVERERROR LOGON LOGOFF SUSPEND".split(
    " "
  )
)

const parseEvent = (stream: TokenStream): TriggerEvent => {
  const { start } = stream.token
  if (stream.acceptWords("INSERT")) return { event: "insert", columns: [], ...stream.span(start) }
  if (stream.acceptWords("DELETE")) return { event: "delete", columns: [], ...stream.span(start) }
  if (stream.isOneOf(systemEvents)) throw stream.refuse("system triggers")
  stream.expectWord("UPDATE", 4079)
  const columns = stream.acceptWords("OF") ? stream.commaList(() => parseColumnName(stream)) : []
  return { event: "update", columns, ...stream.span(start) }
}

const parseEvents = (stream: TokenStream): ReadonlyArray<TriggerEvent> => {
  const events = [parseEvent(stream)]
  while (stream.acceptWords("OR")) events.push(parseEvent(stream))
  return events
}

const parseReferencing = (stream: TokenStream): CreateTrigger["referencing"] => {
  const names: { new: Identifier | null; old: Identifier | null; parent: Identifier | null } = {
    new: null,
    old: null,
    parent: null
  }
  if (!stream.acceptWords("REFERENCING")) return names
  for (;;) {
    const key = (["new", "old", "parent"] as const).find((word) => stream.isWord(word.toUpperCase()))
    if (key === undefined) break
    stream.take()
    stream.acceptWords("AS")
    names[key] = parseIdentifier(stream, 4074)
  }
  if (names.new === null && names.old === null && names.parent === null) throw stream.fail(4074)
  return names
}

const readOrder = (stream: TokenStream, word: string): ReadonlyArray<ObjectName> =>
  stream.acceptWords(word) ? stream.commaList(() => parseObjectName(stream, 4070)) : []

const readWhen = (stream: TokenStream, isForEachRow: boolean): CreateTrigger["when"] => {
  if (!stream.isWord("WHEN")) return null
  const { start } = stream.take()
  if (!isForEachRow) throw stream.place(4077, start)
  stream.expectOpen()
  const condition = stream.grammar.condition(stream)
  stream.expectClose()
  return condition
}

const readForEachRow = (stream: TokenStream): boolean => {
  if (!stream.acceptWords("FOR")) return false
  stream.expectWords(["EACH", "ROW"], 4079)
  return true
}

const parseTable = (stream: TokenStream): ObjectName => {
  if (stream.isWord("DATABASE") || stream.isWord("SCHEMA")) throw stream.refuse("system triggers")
  if (stream.isWord("NESTED") && stream.isWord("TABLE", 1)) throw stream.refuse("triggers on nested tables")
  return parseObjectName(stream)
}

const startsBody = (stream: TokenStream, timing: CreateTrigger["timing"]): boolean => {
  if (timing === "compound") return stream.areWords("COMPOUND", "TRIGGER")
  return stream.isWord("DECLARE") || stream.isWord("BEGIN") || stream.isOperator("<<") || stream.isWord("CALL")
}

/** What has been read between CREATE and TRIGGER. */
export interface UnitHead {
  readonly isOrReplace: boolean
  readonly isEditionable: boolean | null
}

const parseHead = (
  stream: TokenStream
): Omit<CreateTrigger, "kind" | "start" | "end" | "isOrReplace" | "isEditionable" | "body" | "call" | "compound"> => {
  const name = parseObjectName(stream, 4070)
  const timing = readTiming(stream)
  const events = parseEvents(stream)
  stream.expectWord("ON", 969)
  const table = parseTable(stream)
  const referencing = parseReferencing(stream)
  const isForEachRow = readForEachRow(stream)
  if (stream.isWord("FORWARD") || stream.isWord("REVERSE") || stream.isWord("CROSSEDITION"))
    throw stream.refuse("crossedition triggers")
  const follows = readOrder(stream, "FOLLOWS")
  const precedes = readOrder(stream, "PRECEDES")
  const isDisabled = stream.acceptWords("DISABLE")
  if (!isDisabled) stream.acceptWords("ENABLE")
  const description = stream.span(name.start)
  const when = readWhen(stream, isForEachRow || timing === "instead-of")
  return { name, timing, events, table, referencing, isForEachRow, follows, precedes, isDisabled, when, description }
}

/** What follows `CREATE TRIGGER`. */
export const parseCreateTrigger = (stream: TokenStream, start: number, head: UnitHead): CreateTrigger => {
  const parts = parseHead(stream)
  if (!startsBody(stream, parts.timing)) throw stream.fail(4079)
  return { kind: "create-trigger", ...parts, ...head, ...parseTriggerBody(stream), ...stream.span(start) }
}

/** What follows `ALTER TRIGGER`. */
export const parseAlterTrigger = (stream: TokenStream, start: number): AlterTrigger => {
  const name = parseObjectName(stream, 4070)
  if (stream.acceptWords("RENAME")) {
    stream.expectWord("TO", 946)
    return {
      kind: "alter-trigger",
      name,
      action: { kind: "rename", to: parseIdentifier(stream, 4070) },
      ...stream.span(start)
    }
  }
  const kind = (["enable", "disable", "compile"] as const).find((word) => stream.acceptWords(word.toUpperCase()))
  if (kind === undefined) throw stream.fail(922)
  stream.acceptWords("DEBUG")
  stream.acceptWords("REUSE", "SETTINGS")
  return { kind: "alter-trigger", name, action: { kind }, ...stream.span(start) }
}

const readUnitType = (stream: TokenStream): UnitType => {
  const { value } = stream.take()
  if (value === "PACKAGE") return stream.acceptWords("BODY") ? "PACKAGE BODY" : "PACKAGE"
  return value === "FUNCTION" ? "FUNCTION" : "PROCEDURE"
}

/** What follows CREATE up to PROCEDURE, FUNCTION or PACKAGE; packages are stored without being read. */
export const parseCreateUnit = (stream: TokenStream, start: number, isOrReplace: boolean): CreateUnit => {
  const keyword = stream.token.start
  const type = readUnitType(stream)
  const name = parseObjectName(stream, 4050)
  const isPackage = type === "PACKAGE" || type === "PACKAGE BODY"
  const body = isPackage
    ? skipBody(stream, keyword)
    : parseUnitBody(stream, keyword, type === "FUNCTION" ? "function" : "procedure", name.name)
  const source = { start: keyword, end: body.end }
  return { kind: "create-unit", type, name, isOrReplace, source, body, start, end: body.end }
}
