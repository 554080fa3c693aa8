// The statements of script sets as the database would get them: cut up by SQL*Plus's rules, substitution variables put
// in, dynamic SQL beside the block that runs it. It judges nothing.
import { readScript, substitute, tokenizeSql, withoutComments } from "../../packages/sqlplus/src/index.ts"
import type { PlsqlBlock, ScriptItem, ScriptReading, SqlStatement } from "../../packages/sqlplus/src/index.ts"
import { findDynamicSql } from "./dynamic-sql.ts"
import type { StatementForm } from "./oracle-grammar.ts"

/** A statement with the place it comes from. */
export interface GeneratedStatement {
  /** `hr/HR_ORDERS/10_create_table.sql:65`; dynamic SQL has the line of its EXECUTE IMMEDIATE. */
  readonly place: string
  readonly form: StatementForm
  readonly text: string
  readonly isDynamic: boolean
}

/** What one script holds. */
export interface ScriptStatements {
  readonly statements: ReadonlyArray<GeneratedStatement>
  /** Texts that SQL*Plus would not send, variables it would ask for, and dynamic SQL that cannot be worked out. */
  readonly unjudged: ReadonlyArray<string>
}

/** A script with what it may call: the files beside it by name. */
export interface Script {
  readonly place: string
  readonly text: string
  readonly besides: ReadonlyMap<string, string>
}

/**
 * The variables that the script defines itself, with the value they have when nobody answered: a COLUMN .. NEW_VALUE
 * over a query without rows leaves them empty. Anything else is a question to the person at the keyboard.
 */
const findDefinedVariables = (reading: ScriptReading): ReadonlyMap<string, string> => {
  const lines = reading.statements.flatMap((item) => (item.kind === "command" ? [`${item.verb} ${item.args}`] : []))
  const names = lines.flatMap((line) => {
    const name = /^COLUMN .*\bNEW_VALUE\s+(\w+)/i.exec(line)?.[1] ?? /^DEFINE\s+(\w+)\s*=/i.exec(line)?.[1]
    return name === undefined ? [] : [name.toUpperCase()]
  })
  return new Map(names.map((name) => [name, ""]))
}

const plsqlWords = new Set(["BEGIN", "DECLARE", "<<"])
const unitWords = new Set(["FUNCTION", "PACKAGE", "PROCEDURE", "TRIGGER", "TYPE"])

/** The form a text must have for EXECUTE IMMEDIATE: blocks and stored units end in a semicolon, SQL does not. */
const formOf = (text: string): StatementForm => {
  const words = withoutComments(tokenizeSql(text))
    .slice(0, 5)
    .map(({ value }) => value)
  const [first = ""] = words
  return plsqlWords.has(first) || (first === "CREATE" && words.some((word) => unitWords.has(word))) ? "plsql" : "sql"
}

const expandDynamic = (place: string, line: number, block: string): ScriptStatements => {
  const parts = findDynamicSql(block).map((found): ScriptStatements => {
    const own = `${place}:${line + found.line - 1}`
    if (found.texts === null) return { statements: [], unjudged: [`${own} runs a text that cannot be worked out`] }
    const statements = found.texts.map((text) => ({ place: own, form: formOf(text), text, isDynamic: true }))
    const inner = statements.filter(({ form }) => form === "plsql").map(({ text }) => expandDynamic(own, 1, text))
    return joinStatements([{ statements, unjudged: [] }, ...inner])
  })
  return joinStatements(parts)
}

const joinStatements = (all: ReadonlyArray<ScriptStatements>): ScriptStatements => ({
  statements: all.flatMap(({ statements }) => statements),
  unjudged: all.flatMap(({ unjudged }) => unjudged)
})

const takeStatement = (
  script: Script,
  item: SqlStatement | PlsqlBlock,
  values: ReadonlyMap<string, string>
): ScriptStatements => {
  const { text, missing } = substitute(item.text, { ...item.settings, values })
  const place = `${script.place}:${item.line}`
  const own: GeneratedStatement = { place, form: item.kind, text, isDynamic: false }
  const asked = missing.map((name) => `${place} asks for the substitution variable ${name}`)
  const dynamic = item.kind === "plsql" ? expandDynamic(script.place, item.line, text) : null
  return joinStatements([{ statements: [own], unjudged: asked }, ...(dynamic === null ? [] : [dynamic])])
}

const notStatements = new Set<ScriptItem["kind"]>(["call", "command", "comment"])

/** Every statement of one script, in order. Statements of scripts that it calls are their own file's. */
export const readStatements = (script: Script): ScriptStatements => {
  const reading = readScript(script.text, { file: script.place, scripts: script.besides })
  const values = findDefinedVariables(reading)
  const parts = reading.statements.map((item): ScriptStatements => {
    if (item.kind === "sql" || item.kind === "plsql") return takeStatement(script, item, values)
    const isOther = !notStatements.has(item.kind)
    return { statements: [], unjudged: isOther ? [`${script.place}:${item.line} is ${item.kind}`] : [] }
  })
  return joinStatements(parts)
}
