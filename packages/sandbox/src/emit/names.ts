// Names of a statement: columns, variables, binds, pseudo columns, sequences, and functions without parentheses.
import { DatabaseError } from "../engine/engine.ts"
import { lookUpName } from "../catalog/resolve-name.ts"
import { canSee, hasObjectPrivilege } from "../catalog/privileges.ts"
import { notInSandbox, ora, oraText } from "../errors/ora.ts"
import type { Expression, NameReference, PseudoColumn, SequenceValue } from "../sql/ast/index.ts"
import { plainType } from "../catalog/oracle-type.ts"
import type { ValueType } from "../types/value-type.ts"
import { booleanType, dateType, numberType, rowidType, textType, timestampOf, zonedOf } from "../types/value-type.ts"
import { parameterOf } from "../types/value-text.ts"
import { emitCall } from "./call.ts"
import { addParameter, quoteText } from "./emit-context.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import type { Environment } from "./environment.ts"
import { findColumn, findSource } from "./scope.ts"
import type { Scope, Source } from "./scope.ts"

const unknownName = (node: NameReference): DatabaseError => {
  const shown = node.path.map(({ value }) => `"${value}"`).join(".")
  return new DatabaseError(904, oraText(904, [shown]), node.start)
}

/** A type by its bare name, for variables of PL/SQL. */
export const typeByName = (name: string): ValueType => {
  if (name === "VARCHAR2" || name === "NVARCHAR2" || name === "CHAR" || name === "NCHAR") return textType(4000)
  if (name === "TIMESTAMP") return timestampOf(9)
  if (name === "TIMESTAMP WITH TIME ZONE") return zonedOf(9)
  if (name === "INTERVAL DAY TO SECOND") return plainType("INTERVAL DAY TO SECOND", 9, 9)
  if (name === "INTERVAL YEAR TO MONTH") return plainType("INTERVAL YEAR TO MONTH", 9)
  if (name === "BOOLEAN") return booleanType
  return { ...plainType(name as "DATE"), lengthBytes: name === "RAW" ? 2000 : plainType(name as "DATE").lengthBytes }
}

const zonedParameter = (sql: string, type: ValueType): string =>
  type.name === "TIMESTAMP WITH TIME ZONE"
    ? `sys.zoned_from_text(rpad(split_part(${sql}, ' ', 1) || ' ' || split_part(split_part(${sql}, ' ', 2), '.', 1) || '.' || rpad(split_part(split_part(${sql}, ' ', 2), '.', 2), 9, '0'), 29, '0') || ' ' || split_part(${sql}, ' ', 3))`
    : sql

const variableValue = (
  env: Environment,
  node: Parameters<NonNullable<Environment["context"]["variables"]>["find"]>[0]
): Emitted | null => {
  const variable = env.context.variables?.find(node) ?? null
  if (variable === null) return null
  const type = typeByName(variable.type)
  const sql = addParameter(
    env.context,
    { kind: "variable", key: variable.key, read: () => parameterOf(type, variable.read()) },
    type
  )
  return emitted(zonedParameter(sql, type), type)
}

const withoutParentheses = (node: NameReference, env: Environment): Emitted | null => {
  const rulesOf = {
    kind: "call",
    path: node.path,
    arguments: [],
    isStar: false,
    quantifier: null,
    nulls: null,
    overflow: null,
    withinGroup: null,
    over: null,
    start: node.start,
    end: node.end
  } as const
  return node.path.length === 1 && node.path[0].value === "SYS_GUID" ? emitCall(rulesOf, env) : null
}

/** A column, a variable, or ORA-00904. */
export const emitName = (node: NameReference, env: Environment): Emitted => {
  const found = findColumn(env.scope, node.path, env.isPrior)
  if (found !== null) {
    if (env.groups !== null && found.scope === env.scope) throw ora(env.groups.size === 0 ? 937 : 979, [], node.start)
    return found.value
  }
  const value = variableValue(env, node) ?? withoutParentheses(node, env)
  if (value === null) throw unknownName(node)
  return value
}

/** A bind of the driver, or of the block around the statement. */
export const emitBind = (node: Extract<Expression, { kind: "bind" }>, env: Environment): Emitted => {
  const variable = variableValue(env, node)
  if (variable !== null) return variable
  const type = env.context.bindTypes[node.index] ?? textType(4000)
  return emitted(zonedParameter(addParameter(env.context, { kind: "bind", index: node.index, type }, type), type), type)
}

const rowidSource = (
  scope: Scope | null,
  node: PseudoColumn
): { readonly source: Source; readonly scope: Scope } | null => {
  for (let at = scope; at !== null; at = at.parent) {
    if (node.qualifier !== null) {
      const source = findSource(at, node.qualifier)
      if (source !== null) return { source, scope: at }
      continue
    }
    const tables = at.sources.filter(({ table, rowid }) => table !== null || rowid !== undefined)
    if (tables.length > 1) throw ora(918, [], node.start)
    const [source] = tables
    if (source !== undefined) return { source, scope: at }
  }
  return null
}

const emitRowid = (node: PseudoColumn, env: Environment): Emitted => {
  const found = rowidSource(env.scope, node)
  if (found?.source.rowid !== undefined) return emitted(`${quoteText(found.source.rowid)}::text`, rowidType, false)
  if (found === null || found.source.table === null) {
    if (node.qualifier !== null && found === null)
      throw new DatabaseError(
        904,
        oraText(904, [`"${node.qualifier.map(({ value }) => value).join('"."')}"."ROWID"`]),
        node.start
      )
    throw ora(1446, [], node.start)
  }
  const { source, scope } = found
  const tid = scope.wrapper === null ? `${source.name}.ctid` : `${scope.wrapper}.${source.name}_ctid`
  const id = String(found.source.table.id)
  return { ...emitted(`sys.rowid_text(${id}, ${tid})`, rowidType, false), tid }
}

/** ROWNUM, LEVEL, ROWID ... */
export const emitPseudo = (node: PseudoColumn, env: Environment): Emitted => {
  if (node.name === "ROWID") return emitRowid(node, env)
  if (node.name === "ORA_ROWSCN") return emitted(`'${env.context.session.scn}'::numeric`, numberType, false)
  for (let scope = env.scope; scope !== null; scope = scope.parent) {
    const value = scope.pseudo.get(env.isPrior && node.name === "LEVEL" ? "PRIOR LEVEL" : node.name)
    if (value === undefined) continue
    if (env.groups !== null && scope === env.scope) throw ora(env.groups.size === 0 ? 937 : 979, [], node.start)
    return value
  }
  if (node.name === "ROWNUM") throw notInSandbox("ROWNUM in this place", node.start)
  throw ora(node.name === "LEVEL" ? 1788 : 30930, [], node.start)
}

/** NEXTVAL and CURRVAL; CURRVAL is the session's. */
export const emitSequence = (node: SequenceValue, env: Environment): Emitted => {
  const { context } = env
  if (!env.sequences) throw ora(2287, [], node.sequence.start)
  const written = {
    schema: node.sequence.schema?.value ?? null,
    name: node.sequence.name.value,
    offset: node.sequence.start
  }
  const meaning = lookUpName(context.catalog, written, context.session.currentSchema)
  if (
    meaning.kind !== "object" ||
    meaning.entry.kind !== "sequence" ||
    !canSee(context.catalog, context.authority, meaning.entry)
  )
    throw ora(2289, [], node.sequence.start)
  if (!hasObjectPrivilege(context.catalog, context.authority, meaning.entry, "SELECT"))
    throw ora(1031, [], node.sequence.start)
  context.usage.objects.add(meaning.entry.id)
  context.usage.hasSequence = true
  const isFirst = node.which === "NEXTVAL" && !context.usage.takenSequences.has(meaning.entry.id)
  if (isFirst) context.usage.takenSequences.add(meaning.entry.id)
  const name = isFirst ? "next_value" : "current_value"
  return emitted(
    `sys.${name}(${String(meaning.entry.id)}, ${String(context.session.sessionId)}, ${quoteText(meaning.entry.name)})`,
    numberType,
    false
  )
}

/** SYSDATE, USER ...: the time is that of the statement. */
export const emitNiladic = (node: Extract<Expression, { kind: "niladic" }>, env: Environment): Emitted => {
  const { context } = env
  const { session } = context
  const now = (type: ValueType, text: string): Emitted =>
    emitted(addParameter(context, { kind: "value", text }, type), type, false)
  const local = (type: ValueType): string =>
    `sys.local_of(${quoteText(`${session.now.slice(0, 26).padEnd(29, "0")} ${session.timeZone}`)})${type.name === "DATE" ? "::timestamp(0)" : ""}`
  switch (node.name) {
    case "SYSDATE":
      return now(dateType, session.now.slice(0, 19))
    case "SYSTIMESTAMP":
      return now(zonedOf(node.precision ?? 6), `${session.now.slice(0, 26).padEnd(29, "0")} +00:00`)
    case "CURRENT_TIMESTAMP":
      return now(zonedOf(node.precision ?? 6), `${session.now.slice(0, 26).padEnd(29, "0")} ${session.timeZone}`)
    case "CURRENT_DATE":
      return emitted(local(dateType), dateType, false)
    case "LOCALTIMESTAMP":
      return emitted(local(timestampOf(6)), timestampOf(node.precision ?? 6), false)
    case "USER":
      return emitted(`${quoteText(context.authority.user)}::text`, textType(128), false)
    case "UID":
      return emitted(`'${session.contextValue("USERENV", "SESSION_USERID") ?? "0"}'::numeric`, numberType, false)
    case "SESSIONTIMEZONE":
      return emitted(`${quoteText(session.timeZone)}::text`, textType(75), false)
    case "DBTIMEZONE":
      return emitted("'+00:00'::text", textType(6), false)
  }
}
