// A name in FROM: WITH name, DUAL, table, view, dictionary view. Privileges are asked here: what may not be seen is ORA-00942.
import { canSee, hasObjectPrivilege } from "../catalog/privileges.ts"
import { authorityOf } from "../catalog/privileges.ts"
import { lookUpName } from "../catalog/resolve-name.ts"
import type { TableEntry, ViewEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import type { ObjectName, TableSource } from "../sql/ast/index.ts"
import { textType } from "../types/value-type.ts"
import { asNumber } from "./convert.ts"
import type { EmitContext } from "./emit-context.ts"
import { addParameter, takeParameter } from "./emit-context.ts"
import { emitted } from "./emitted.ts"
import type { Environment, QueryColumn } from "./environment.ts"
import type { Source } from "./scope.ts"
import { tableColumns } from "./table-columns.ts"
import { numberType } from "../types/value-type.ts"

/** FROM text and the source it makes. */
export interface EmittedSource {
  readonly sql: string
  readonly source: Source
}

/** A source over columns `k1`, `k2` ... of a query. */
export const querySource = (
  sql: string,
  name: string,
  alias: string | null,
  columns: ReadonlyArray<QueryColumn>
): EmittedSource => ({
  sql: `${sql} AS ${name}`,
  source: {
    alias,
    schema: null,
    name,
    table: null,
    columns: columns.map((column, at) => ({
      name: column.name,
      isHidden: false,
      emit: (prefix) => emitted(`${prefix}.k${String(at + 1)}`, column.type, column.isNullable)
    }))
  }
})

const dualSource = (name: string, alias: string): EmittedSource => ({
  sql: `(SELECT 'X'::text AS k1) AS ${name}`,
  source: {
    alias,
    rowid: "AAAABzAABAAAAOpAAA",
    schema: "SYS",
    name,
    table: null,
    columns: [{ name: "DUMMY", isHidden: false, emit: (prefix) => emitted(`${prefix}.k1`, textType(1)) }]
  }
})

/** What a name in FROM or of a DML statement means in the catalog; null when it is not there. */
export const findRelation = (context: EmitContext, name: ObjectName): TableEntry | ViewEntry | null => {
  const written = { schema: name.schema?.value ?? null, name: name.name.value, offset: name.start }
  const meaning = lookUpName(context.catalog, written, context.session.currentSchema)
  if (meaning.kind !== "object") {
    if (meaning.synonyms.length > 0 && context.dictionary.find(meaning.owner, meaning.name) === null)
      throw ora(980, [], name.start)
    return null
  }
  const { entry } = meaning
  for (const { id } of meaning.synonyms) context.usage.objects.add(id)
  if (entry.kind !== "table" && entry.kind !== "view") throw ora(942, [], name.start)
  if (!canSee(context.catalog, context.authority, entry)) throw ora(942, [], name.start)
  context.usage.objects.add(entry.id)
  return entry
}

const viewSource = (view: ViewEntry, reference: TableSource, env: Environment, name: string): EmittedSource => {
  const { context } = env
  if (context.depth > 30) throw notInSandbox("views nested more than 30 deep", reference.start)
  const statement = parseStatement(view.text, { version: context.release })
  if (statement.kind !== "query") throw ora(4063, [`view "${view.owner}.${view.name}"`], reference.start)
  const inner: EmitContext = {
    ...context,
    authority: authorityOf(context.catalog, view.owner),
    session: { ...context.session, currentSchema: view.owner },
    variables: null,
    depth: context.depth + 1
  }
  const query = env.emitters.query(statement, inner, null, new Map())
  const columns = query.columns.map((column, at) => ({
    ...column,
    name: view.aliases[at] ?? view.columns[at]?.name ?? column.name
  }))
  const source = querySource(`(${query.sql})`, name, reference.alias?.value ?? view.name, columns)
  return { ...source, source: { ...source.source, schema: reference.alias === null ? view.owner : null } }
}

/** Conditions that hide rows of a table in this statement: a part, an older state that must be the present one, archived rows. */
const rowConditions = (
  table: TableEntry,
  reference: Pick<TableSource, "partition" | "asOf">,
  env: Environment,
  name: string
): ReadonlyArray<string> => {
  const { context } = env
  const conditions: string[] = []
  if (reference.partition !== null) {
    const part = context.parts.get(reference.partition)
    if (part === undefined) throw ora(table.partitioning === null ? 14501 : 2149, [], reference.partition.start)
    const condition = context.partCondition(table, part, name)
    if (condition !== null) conditions.push(condition)
  }
  if (reference.asOf !== null) {
    if (reference.asOf.unit === "timestamp") throw notInSandbox("AS OF TIMESTAMP", reference.asOf.start)
    const scn = asNumber(context, env.emitters.expression(reference.asOf.value, env), reference.asOf.value.start)
    const [change, now] = [context.session.changeOf(table.id), context.session.scn].map((text) =>
      addParameter(context, { kind: "value", text }, numberType)
    )
    conditions.push(`sys.check_scn(${scn}, ${change ?? ""}, ${now ?? ""})`)
  }
  const archive = table.columns.find((column) => column.name === "ORA_ARCHIVE_STATE")
  if (archive !== undefined && !context.session.isArchivalVisible)
    conditions.push(`${name}.c${String(archive.id)} = '0'`)
  return conditions
}

/** A stored table with the rows that this reference means. */
export const tableSource = (
  table: TableEntry,
  reference: Pick<TableSource, "partition" | "asOf" | "alias">,
  env: Environment,
  name: string
): EmittedSource => {
  const { context } = env
  const conditions = rowConditions(table, reference, env, name)
  const plain = `d.t${String(table.id)}`
  const sql =
    conditions.length === 0
      ? `${plain} AS ${name}`
      : `(SELECT ${name}.ctid, ${name}.* FROM ${plain} AS ${name} WHERE ${conditions.join(" AND ")}) AS ${name}`
  return {
    sql,
    source: {
      alias: reference.alias?.value ?? table.name,
      schema: reference.alias === null ? table.owner : null,
      name,
      table,
      columns: tableColumns(context, env.emitters, table)
    }
  }
}

const dictionarySource = (reference: TableSource, env: Environment, name: string): EmittedSource => {
  const { context } = env
  const { schema, name: written } = reference.name
  const meaning = lookUpName(
    context.catalog,
    { schema: schema?.value ?? null, name: written.value, offset: null },
    context.session.currentSchema
  )
  const [owner, wanted] =
    meaning.kind === "unknown" ? [meaning.owner, meaning.name] : [schema?.value ?? null, written.value]
  const relation = context.dictionary.find(owner, wanted)
  if (relation === null) throw ora(942, [], reference.name.start)
  context.usage.dictionaryViews.add(relation.name)
  return {
    sql: `${relation.emit((source) => takeParameter(context, source))} AS ${name}`,
    source: {
      alias: reference.alias?.value ?? written.value,
      schema: reference.alias === null ? (schema?.value ?? null) : null,
      name,
      table: null,
      columns: relation.columns.map((column) => ({
        name: column.name,
        isHidden: false,
        emit: (prefix) => emitted(`${prefix}.${column.column}`, column.type, column.isNullable)
      }))
    }
  }
}

/** A name in FROM. */
export const emitTableSource = (reference: TableSource, env: Environment): EmittedSource => {
  const { context } = env
  const { schema, name } = reference.name
  if (reference.sample !== null) throw notInSandbox("SAMPLE", reference.sample.start)
  const common = schema === null ? env.ctes.get(name.value) : undefined
  const alias = context.nextName("t")
  if (common !== undefined) return querySource(common.name, alias, reference.alias?.value ?? name.value, common.columns)
  const entry = findRelation(context, reference.name)
  if (entry === null && name.value === "DUAL" && (schema === null || schema.value === "SYS"))
    return dualSource(alias, reference.alias?.value ?? "DUAL")
  if (entry === null) return dictionarySource(reference, env, alias)
  if (!hasObjectPrivilege(context.catalog, context.authority, entry, "SELECT"))
    throw ora(1031, [], reference.name.start)
  if (entry.kind === "view") return viewSource(entry, reference, env, alias)
  context.usage.readTables.add(entry.id)
  return tableSource(entry, reference, env, alias)
}
