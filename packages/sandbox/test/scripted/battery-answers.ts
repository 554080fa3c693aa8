// The battery's statements that need no table, and what Oracle answers to them.
import type { BindValue, ExecuteResult, SqlRow, SqlValue } from "../../src/engine/engine.ts"
import { nullsSql, numbersSql, typesSql } from "../battery/checks-types.ts"
import { tableAnswers } from "./battery-tables.ts"
import { plsqlAnswers } from "./plsql-answers.ts"
import type { Answer } from "./scripted-engine.ts"
import { column, countRows, makeCursor, oraError, rowidOf, rowsOf } from "./scripted-values.ts"

const literal = (sql: string): RegExp => new RegExp(`^${sql.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "i")

const typeColumns = [
  column("C_NUMBER", "NUMBER", { precision: 10, scale: 3 }),
  column("C_FLOAT", "BINARY_FLOAT"),
  column("C_DOUBLE", "BINARY_DOUBLE"),
  column("C_VARCHAR2", "VARCHAR2", { sizeBytes: 20 }),
  column("C_CHAR", "CHAR", { sizeBytes: 5 }),
  column("C_NVARCHAR2", "NVARCHAR2", { sizeBytes: 20 }),
  column("C_NCHAR", "NCHAR", { sizeBytes: 6 }),
  column("C_RAW", "RAW", { sizeBytes: 10 }),
  column("C_DATE", "DATE"),
  column("C_TIMESTAMP", "TIMESTAMP", { scale: 6 }),
  column("C_TIMESTAMP_TZ", "TIMESTAMP WITH TIME ZONE", { scale: 6 }),
  column("C_TIMESTAMP_LTZ", "TIMESTAMP WITH LOCAL TIME ZONE", { scale: 6 }),
  column("C_INTERVAL_YM", "INTERVAL YEAR TO MONTH", { precision: 2 }),
  column("C_INTERVAL_DS", "INTERVAL DAY TO SECOND", { precision: 2, scale: 6 })
]
const typeRow: SqlRow = [
  "-12345.678",
  1.5,
  -2.25e100,
  "abc",
  "x    ",
  "€",
  "y  ",
  Uint8Array.of(0, 255, 16),
  "2024-02-29 23:59:58",
  "2024-02-29 23:59:58.123456",
  "2024-02-29 23:59:58.5 +02:00",
  "2024-02-29 12:00:00",
  "+01-06",
  "-3 04:05:06.7"
]
const numberRow: SqlRow = [
  "12345678901234567890123456789012345678",
  "-0.000000000000000000000000000001",
  `1${"0".repeat(125)}`,
  "0",
  "-1"
]

const one = (name: string, value: SqlValue): ExecuteResult =>
  rowsOf([column(name, typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? "NUMBER" : "VARCHAR2")], [[value]])

const levels = (count: number) =>
  makeCursor(
    [column("LEVEL", "NUMBER")],
    countRows(count, (level) => [String(level)])
  )

const textOf = (value: BindValue): string => (typeof value === "string" ? value : "")

function* failingRows(): Generator<SqlRow> {
  for (let level = 1; level <= 1000; level++) {
    if (level === 500) throw oraError(1476, "divisor is equal to zero")
    yield [String(1)]
  }
}

const clobRows = (count: number): ExecuteResult =>
  rowsOf(
    [column("LEVEL", "NUMBER"), column("C", "CLOB")],
    countRows(count, (level) => [String(level), `text ${level}`])
  )

const queryAnswers: ReadonlyArray<Answer> = [
  [
    /^alter session set time_zone = ?'(.*)'/i,
    ({ session, match }) => {
      session.notes.set("zone", match[1] ?? "")
      return { kind: "other" }
    }
  ],
  [
    /^select sessiontimezone from dual$/i,
    ({ session }) => rowsOf([column("SESSIONTIMEZONE", "VARCHAR2")], [[textOf(session.notes.get("zone") as string)]])
  ],
  [/^select dbtimezone from dual$/i, () => rowsOf([column("DBTIMEZONE", "VARCHAR2")], [["+00:00"]])],
  [
    /^select (\d+)( as n)? from dual( connect by level <= (\d+))?$/i,
    ({ match }) =>
      rowsOf(
        [column("N", "NUMBER")],
        countRows(Number(match[4] ?? 1), () => [match[1] ?? "1"])
      )
  ],
  [
    /^select level from dual connect by level <= (\d+)$/i,
    ({ match }) => ({ kind: "query", cursor: levels(Number(match[1])) })
  ],
  [/^select dummy from dual where 1 = 0$/i, () => rowsOf([column("DUMMY", "VARCHAR2", { sizeBytes: 1 })], [])],
  [
    /^select rpad\('x', 3000, 'x'\) as text from dual connect by level <= 50$/i,
    () =>
      rowsOf(
        [column("TEXT", "VARCHAR2")],
        countRows(50, () => ["x".repeat(3000)])
      )
  ],
  [
    /^select rpad\('x', :n, 'x'\) as text from dual$/i,
    ({ bind }) => rowsOf([column("TEXT", "VARCHAR2")], [["x".repeat(Number(bind("N"))) || null]])
  ],
  [/^select length\(:long\) from dual$/i, ({ bind }) => one("LENGTH(:LONG)", String(textOf(bind("LONG")).length))],
  [
    /^select :a \|\| :b \|\| :a as text from dual$/i,
    ({ request }) => rowsOf([column("TEXT", "VARCHAR2")], [[(request.rows[0] ?? []).map(textOf).join("")]])
  ],
  [/^select :a \+ :b from dual$/i, ({ bind }) => one(":A+:B", String(Number(bind("A")) + Number(bind("B"))))],
  [
    /^select nvl\(to_char\(:v\), 'none'\) as text from dual$/i,
    ({ bind }) => rowsOf([column("TEXT", "VARCHAR2")], [[bind("V") === null ? "none" : textOf(bind("V"))]])
  ],
  [
    /^select :v as v from dual$/i,
    ({ bind, request }) => rowsOf([column("V", request.declarations[0]?.type ?? "VARCHAR2")], [[bind("V") as SqlValue]])
  ],
  [
    /^select 1 as one, 'x' as letter from dual$/i,
    () => rowsOf([column("ONE", "NUMBER"), column("LETTER", "CHAR", { sizeBytes: 1 })], [["1", "x"]])
  ],
  [
    /^select \* from no_such_table$/i,
    () => {
      throw oraError(942, "table or view does not exist", 14)
    }
  ],
  [
    /^select 1\/\(500-level\) from dual connect by level <= 1000$/i,
    () => rowsOf([column("X", "NUMBER")], failingRows())
  ],
  [
    /^select level, cursor\(select level from dual connect by level <= 3\) as inner_rows/i,
    () =>
      rowsOf(
        [column("LEVEL", "NUMBER"), column("INNER_ROWS", "CURSOR")],
        countRows(2, (level) => [String(level), levels(3)])
      )
  ],
  [/^select rowid from dual$/i, () => rowsOf([column("ROWID", "ROWID")], [[rowidOf(0)]])],
  [/^select power\(10, 126\) from dual$/i, () => one("POWER(10,126)", `1${"0".repeat(126)}`)],
  [
    /^select level, to_clob\('text ' \|\| level\) as c from dual connect by level <= (\d+)$/i,
    ({ match }) => clobRows(Number(match[1]))
  ],
  [
    /^select sys_context\('userenv','current_schema'\) from dual$/i,
    ({ session }) => rowsOf([column("S", "VARCHAR2")], [[session.schema]])
  ],
  [
    /^select sys_context\('userenv','module'\), /i,
    ({ session: { attributes } }) =>
      rowsOf(
        ["M", "A", "I", "F"].map((name) => column(name, "VARCHAR2")),
        [
          [attributes.module, attributes.action, attributes.clientIdentifier, attributes.clientInfo].map(
            (text) => text || null
          )
        ]
      )
  ],
  [literal(typesSql), () => rowsOf(typeColumns, [typeRow])],
  [literal(nullsSql), () => rowsOf(typeColumns, [typeColumns.map(() => null)])],
  [
    literal(numbersSql),
    () =>
      rowsOf(
        ["C_38", "C_SMALL", "C_BIG", "C_ZERO", "C_MINUS"].map((name) => column(name, "NUMBER")),
        [numberRow]
      )
  ]
]

/** Everything that the battery asks, on tables of its own. */
export const batteryAnswers = (): ReadonlyArray<Answer> => [...queryAnswers, ...plsqlAnswers, ...tableAnswers()]
