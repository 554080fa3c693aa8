// A session in memory for tests of the interpreter: real values, a few tables, the datetime functions that the cases use. SQL proper is tested with the engine.
import { Catalog } from "../../src/catalog/catalog.ts"
import { CatalogChange } from "../../src/catalog/catalog-change.ts"
import type { QueryCursor, SessionAttributes, SqlValue } from "../../src/engine/engine.ts"
import { ora } from "../../src/errors/ora.ts"
import { OutputBuffer } from "../../src/plsql/output-buffer.ts"
import type { Runtime, StoredUnit, TypedValue } from "../../src/plsql/runtime.ts"
import type { Expression } from "../../src/sql/ast/index.ts"
import { parseStatement } from "../../src/sql/parse-statement.ts"
import { makeMemorySql } from "./memory-sql.ts"
import type { MemoryColumn, MemoryTable } from "./memory-tables.ts"

const now = "2026-01-31 22:00:05"

const column = (name: string, type: MemoryColumn["type"], more: Partial<MemoryColumn> = {}): MemoryColumn => ({
  name,
  type,
  sizeBytes: null,
  precision: null,
  scale: null,
  isNullable: true,
  ...more
})

/** EMP(ID NUMBER(6) unique, NAME VARCHAR2(10) NOT NULL, PAY NUMBER(8,2), HIRED DATE) with three rows, and the empty T(A, B). */
export const makeTables = (): Map<string, MemoryTable> =>
  new Map<string, MemoryTable>([
    [
      "EMP",
      {
        columns: [
          column("ID", "NUMBER", { precision: 6, scale: 0, isNullable: false }),
          column("NAME", "VARCHAR2", { sizeBytes: 10, isNullable: false }),
          column("PAY", "NUMBER", { precision: 8, scale: 2 }),
          column("HIRED", "DATE")
        ],
        rows: [
          ["1", "ANN", "1000.5", "2020-01-31 00:00:00"],
          ["2", "BOB", "900", "2021-06-15 08:30:00"],
          ["3", "CID", null, null]
        ],
        unique: 0
      }
    ],
    ["T", { columns: [column("A", "NUMBER"), column("B", "VARCHAR2", { sizeBytes: 20 })], rows: [], unique: null }]
  ])

const fields = (text: string): string => text.slice(0, 19).padEnd(19, " 00:00:00".slice(text.length - 10))

const asTime = (text: string): number => Date.parse(`${fields(text).replace(" ", "T")}Z`)

const asText = (time: number): string => new Date(time).toISOString().slice(0, 19).replace("T", " ")

const format = (text: string, mask: string): string => {
  const full = fields(text)
  const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ")
  return mask
    .replace("YYYY", full.slice(0, 4))
    .replace("MM", full.slice(5, 7))
    .replace("MON", months[Number(full.slice(5, 7)) - 1] ?? "")
    .replace("DD", full.slice(8, 10))
    .replace("HH24", full.slice(11, 13))
    .replace("MI", full.slice(14, 16))
    .replace("SS", full.slice(17, 19))
    .replace("RR", full.slice(2, 4))
}

const textOf = (value: SqlValue): string => (typeof value === "string" ? value : "")

const date = (text: string): TypedValue => ({ type: "DATE", value: text })

const addMonths = (text: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = fields(text).slice(0, 10).split("-").map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return asText(Date.UTC(year, month - 1 + months, Math.min(day, last))).slice(0, 10) + fields(text).slice(10)
}

const callFunction = (name: string, given: ReadonlyArray<TypedValue>): TypedValue => {
  const [first, second] = given
  const text = textOf(first?.value ?? null)
  const mask = textOf(second?.value ?? null)
  if (first?.value === null) return { type: "VARCHAR2", value: null }
  switch (name) {
    case "TO_CHAR":
      return { type: "VARCHAR2", value: format(text, mask === "" ? "DD-MON-RR" : mask) }
    case "TO_DATE":
      if (!/^\d{4}-\d\d-\d\d/u.test(text)) throw ora(1861)
      return date(fields(text))
    case "TRUNC":
      return date(`${text.slice(0, mask === "MM" ? 7 : 10)}${mask === "MM" ? "-01" : ""} 00:00:00`)
    case "ADD_MONTHS":
      return date(addMonths(text, Number(mask)))
    case "LAST_DAY":
      return date(addMonths(`${text.slice(0, 8)}01`, 1))
    case "SYS_CONTEXT":
      return { type: "VARCHAR2", value: mask === "CURRENT_SCHEMA" ? "HR" : null }
    case "SQRT":
      return { type: "NUMBER", value: String(Math.sqrt(Number(text))) }
    case "REGEXP_LIKE":
      return { type: "BOOLEAN", value: new RegExp(mask, "u").test(text) }
    default:
      throw ora(3001)
  }
}

const compareTyped = (operator: string, left: TypedValue, right: TypedValue): boolean => {
  const order = asTime(textOf(left.value)) - asTime(textOf(right.value))
  return operator === "<" ? order < 0 : order > 0
}

const isTrue = (value: TypedValue): boolean => value.value === true

/** The few expressions that the interpreter leaves to SQL in the cases. */
const work = (node: Expression, inputs: ReadonlyArray<TypedValue>): TypedValue => {
  const go = (item: Expression): TypedValue => work(item, inputs)
  switch (node.kind) {
    case "bind":
      return inputs[node.index] ?? { type: "VARCHAR2", value: null }
    case "number":
      return { type: "NUMBER", value: node.text }
    case "string":
      return { type: "VARCHAR2", value: node.value }
    case "null":
      return { type: "VARCHAR2", value: null }
    case "datetime":
      return node.type === "DATE" ? date(fields(node.text)) : { type: "TIMESTAMP", value: node.text }
    case "niladic":
      return node.name === "SYSTIMESTAMP" ? { type: "TIMESTAMP WITH TIME ZONE", value: `${now}.5 +00:00` } : date(now)
    case "sequence-value":
      return { type: "NUMBER", value: "42" }
    case "call":
      return callFunction(
        node.path[0].value,
        node.arguments.map(({ value }) => go(value))
      )
    case "cast":
      return { type: "DATE", value: textOf(go(node.value).value).slice(0, 19) }
    case "extract":
      return {
        type: "NUMBER",
        value: String(
          Number(
            fields(textOf(go(node.value).value))
              .slice(0, node.field === "YEAR" ? 4 : 7)
              .slice(node.field === "YEAR" ? 0 : 5)
          )
        )
      }
    case "not":
      return { type: "BOOLEAN", value: !isTrue(go(node.operand)) }
    case "comparison":
      return { type: "BOOLEAN", value: compareTyped(node.operator, go(node.left), go(node.right)) }
    case "case": {
      const found = node.branches.find(({ when }) => isTrue(go(when)))
      return found === undefined
        ? node.otherwise === null
          ? { type: "NUMBER", value: null }
          : go(node.otherwise)
        : go(found.result)
    }
    case "binary": {
      const [left, right] = [go(node.left), go(node.right)]
      if (left.value === null || right.value === null) return { type: "DATE", value: null }
      if (right.type === "DATE" && left.type === "NUMBER")
        return date(asText(asTime(textOf(right.value)) + Math.round(Number(left.value) * 86_400) * 1000))
      if (right.type === "DATE")
        return {
          type: "NUMBER",
          value: String((asTime(textOf(left.value)) - asTime(textOf(right.value))) / 86_400_000)
        }
      return date(
        asText(asTime(textOf(left.value)) + Number(right.value) * 86_400_000 * (node.operator === "-" ? -1 : 1))
      )
    }
    default:
      throw ora(3001)
  }
}

/** What a test sees of the session besides the output. */
export interface MemorySession {
  readonly runtime: Runtime
  readonly tables: Map<string, MemoryTable>
  /** COMMIT, ROLLBACK ..., DDL texts, in order. */
  readonly log: string[]
  readonly results: QueryCursor[]
}

/** A new session. */
export const makeSession = (units: ReadonlyArray<string> = []): MemorySession => {
  const tables = makeTables()
  const log: string[] = []
  const results: QueryCursor[] = []
  const sql = makeMemorySql(tables, () => runtime)
  const catalogBox = { catalog: Catalog.empty() }
  const box = { attributes: {} as SessionAttributes }
  const stored = units.flatMap((text): StoredUnit[] => {
    const statement = parseStatement(text)
    if (statement.kind !== "create-unit" || statement.body.subprogram === null) throw new Error(`not a unit: ${text}`)
    return [{ owner: "HR", name: statement.body.subprogram.name.value, text, subprogram: statement.body.subprogram }]
  })
  const runtime: Runtime = {
    evaluate: async ({ node }, inputs) => work(node, inputs),
    describe: ({ node }, scope) => sql.describe(node, scope),
    openCursor: ({ node }, scope) => sql.openCursor(node, scope),
    runDml: ({ node }, scope) => sql.runDml(node, scope),
    runOther: async ({ node, text }) => {
      if (/no_such/iu.test(text)) throw ora(942, [], 5)
      log.push(node.kind === "lock-table" ? "lock" : text)
    },
    parse: (text) => parseStatement(text),
    commit: async () => void log.push("commit"),
    rollback: async (name) => void log.push(name === null ? "rollback" : `rollback to ${name}`),
    savepoint: async (name) => void log.push(`savepoint ${name}`),
    findColumn: (path) => tables.get(path.at(-2) ?? "")?.columns.find(({ name }) => name === path.at(-1)) ?? null,
    findRow: (path) => tables.get(path.at(-1) ?? "")?.columns ?? null,
    findUnit: (path) => stored.find(({ name }) => name === path.at(-1)) ?? null,
    user: "HR",
    currentSchema: "HR",
    sessionId: 17,
    serialNumber: 1,
    version: "19.22.0.0.0",
    output: new OutputBuffer(),
    random: { seed: 1n },
    now: () => `${now}.123456789`,
    sleep: async (seconds) => void log.push(`sleep ${String(seconds)}`),
    checkpoint: () => null,
    attributes: () => box.attributes,
    setAttributes: (attributes) => {
      box.attributes = { ...box.attributes, ...attributes }
    },
    setRole: async (text) => void log.push(`set role ${text}`),
    currentScn: async () => "2000001",
    waitForTransactions: async () => true,
    catalog: () => catalogBox.catalog,
    changeCatalog: async (apply) => {
      const change = new CatalogChange(catalogBox.catalog)
      apply(change)
      catalogBox.catalog = change.catalog
    },
    countPartRows: async () => new Map(),
    returnResult: (cursor) => void results.push(cursor),
    packageState: new Map()
  }
  runtime.output.enable(null)
  return { runtime, tables, log, results }
}
