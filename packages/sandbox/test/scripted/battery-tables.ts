// The two tables of the battery, as far as its statements need them.
import type { BindValue, ExecuteResult, SqlRow, SqlValue } from "../../src/engine/engine.ts"
import type { Answer, ScriptedCall, ScriptedSession } from "./scripted-engine.ts"
import { column, oraError, rowidOf, rowsOf, touched } from "./scripted-values.ts"

interface Item {
  readonly name: SqlValue
  readonly amount: SqlValue
}

/** Decimal addition of at most two places, which is all that the battery adds. */
const add = (left: SqlValue, right: BindValue): string => {
  const sum = Math.round(Number(left) * 100) + Math.round(Number(right) * 100)
  return String(sum / 100)
}

const single = (value: BindValue): SqlValue => (Array.isArray(value) ? null : (value as SqlValue))

/** Answers for BATTERY_ITEMS and BATTERY_LOBS; each call makes tables of its own. */
export const tableAnswers = (): ReadonlyArray<Answer> => {
  let items = new Map<number, Item>()
  let lobs = new Map<number, SqlRow>()
  let longs: Array<SqlRow> = []
  const hasTable = new Set<string>(["BATTERY_ITEMS", "BATTERY_LOBS"])

  // What a rollback of this session puts back.
  const remember = (session: ScriptedSession): void => {
    if (session.notes.has("undo")) return
    const before = [new Map(items), new Map(lobs)] as const
    session.notes.set("undo", () => {
      items = before[0]
      lobs = before[1]
    })
  }
  const settle = ({ request, session }: ScriptedCall): void => {
    if (request.isAutoCommit) session.notes.delete("undo")
  }

  const insertOne = (row: ReadonlyArray<BindValue>): void => {
    const [id, name, amount] = row.map(single)
    if (items.has(Number(id))) throw oraError(1, "unique constraint (HR.SYS_C0012345) violated")
    if (typeof name === "string" && name.length > 100)
      throw oraError(
        12_899,
        `value too large for column "HR"."BATTERY_ITEMS"."NAME" (actual: ${name.length}, maximum: 100)`
      )
    items.set(Number(id), { name: name ?? null, amount: amount ?? null })
  }

  const insertItems = (call: ScriptedCall): ExecuteResult => {
    const { rows, statement, isBatchErrors } = call.request
    remember(call.session)
    const rowCounts: Array<number> = []
    const batchErrors: Array<{ row: number; error: ReturnType<typeof oraError> }> = []
    for (const [at, row] of rows.entries()) {
      try {
        insertOne(row)
        rowCounts.push(1)
      } catch (error) {
        if (!isBatchErrors) throw error
        rowCounts.push(0)
        batchErrors.push({ row: at, error: error as ReturnType<typeof oraError> })
      }
    }
    settle(call)
    const returned =
      statement.returning.length === 0 ? [] : rows.map((row) => [[single(row[0] ?? null)], [single(row[1] ?? null)]])
    return touched(rowCounts, { lastRowid: rows.length === 1 ? rowidOf(rows.length) : null, batchErrors, returned })
  }

  const updateAmounts = (call: ScriptedCall): ExecuteResult => {
    remember(call.session)
    const ids = [...items.keys()].filter((id) => id <= Number(call.bind("TOP")))
    for (const id of ids) {
      const item = items.get(id)
      if (item !== undefined) items.set(id, { ...item, amount: add(item.amount, call.bind("DELTA")) })
    }
    settle(call)
    return touched([ids.length], { returned: [[ids.map(String), ids.map((id) => items.get(id)?.amount ?? null)]] })
  }

  const updateNames = (call: ScriptedCall): ExecuteResult => {
    remember(call.session)
    const rowCounts = call.request.rows.map((_, at) => {
      const id = Number(call.bind("ID", at))
      const item = items.get(id)
      if (item === undefined) return 0
      items.set(id, { ...item, name: single(call.bind("NAME", at)) })
      return 1
    })
    settle(call)
    return touched(rowCounts)
  }

  const itemColumns = [
    column("ID", "NUMBER", { precision: 9, scale: 0, isNullable: false }),
    column("NAME", "VARCHAR2", { sizeBytes: 100 }),
    column("AMOUNT", "NUMBER", { precision: 12, scale: 2 })
  ]
  const itemRows = (): ReadonlyArray<SqlRow> =>
    [...items].sort(([left], [right]) => left - right).map(([id, item]) => [String(id), item.name, item.amount])

  const create = ({ match }: ScriptedCall): ExecuteResult => {
    hasTable.add((match[1] ?? "").toUpperCase())
    return { kind: "ddl", hasCompileErrors: false }
  }
  const drop = ({ match }: ScriptedCall): ExecuteResult => {
    if (!hasTable.delete((match[1] ?? "").toUpperCase())) throw oraError(942, "table or view does not exist", 11)
    return { kind: "ddl", hasCompileErrors: false }
  }
  const lobColumns = [
    column("ID", "NUMBER", { precision: 9, scale: 0, isNullable: false }),
    column("C", "CLOB"),
    column("N", "NCLOB"),
    column("B", "BLOB")
  ]
  const insertLobs = (call: ScriptedCall, row: SqlRow): ExecuteResult => {
    remember(call.session)
    lobs.set(Number(row[0]), row)
    return touched([1])
  }

  return [
    [/^insert into battery_items \(id, name, amount\) values \(:id, :name, :amount\)/i, insertItems],
    [/^update battery_items set amount = amount \+ :delta where id <= :top returning/i, updateAmounts],
    [/^update battery_items set name = :name where id = :id$/i, updateNames],
    [
      /^delete from battery_(items|lobs)$/i,
      (call) => {
        remember(call.session)
        const table = call.match[1]?.toLowerCase() === "items" ? items : lobs
        const count = table.size
        table.clear()
        settle(call)
        return touched([count])
      }
    ],
    [/^select count\(\*\) from battery_items$/i, () => rowsOf([column("COUNT(*)", "NUMBER")], [[String(items.size)]])],
    [/^select id, name, amount from battery_items order by id$/i, () => rowsOf(itemColumns, itemRows())],
    [
      /^select id, name, amount as "Amount" from battery_items$/i,
      () => rowsOf([...itemColumns.slice(0, 2), { ...column("Amount", "NUMBER"), precision: 12, scale: 2 }], [])
    ],
    [/^select id, name from battery_items where id = :wanted$/i, () => rowsOf(itemColumns.slice(0, 2), [])],
    [
      /^insert into battery_lobs \(id, c, n, b\) values \(:id, :c, :n, :b\)$/i,
      (call) => insertLobs(call, (call.request.rows[0] ?? []).map(single))
    ],
    [
      /^insert into battery_lobs .* values \(1, empty_clob\(\), null, empty_blob\(\)\)$/i,
      (call) => insertLobs(call, ["1", "", null, new Uint8Array()])
    ],
    [/^select id, c, n, b from battery_lobs order by id$/i, () => rowsOf(lobColumns, [...lobs.values()])],
    [
      /^insert into battery_long \(txt, id\) values \(:txt, :id\)$/i,
      (call) => {
        longs.push([single(call.bind("TXT")), single(call.bind("ID"))])
        return touched([1])
      }
    ],
    [
      /^select txt, id from battery_long order by id$/i,
      () => {
        const rows = longs
        longs = []
        return rowsOf([column("TXT", "LONG"), column("ID", "NUMBER")], rows)
      }
    ],
    [/^create table (\w+) /i, create],
    [/^drop table (\w+) purge$/i, drop]
  ]
}
