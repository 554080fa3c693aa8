// Types: every one fetched, NULL of every one, and what comes back of what was bound.
import assert from "node:assert/strict"
import { assertOra, type BatteryCheck } from "./battery-kit.ts"

const values = [
  "cast(-12345.678 as number(10,3)) as c_number",
  "cast(1.5 as binary_float) as c_float",
  "cast(-2.25e100 as binary_double) as c_double",
  "cast('abc' as varchar2(20)) as c_varchar2",
  "cast('x' as char(5)) as c_char",
  "cast(unistr('\\20ac') as nvarchar2(10)) as c_nvarchar2",
  "cast('y' as nchar(3)) as c_nchar",
  "hextoraw('00FF10') as c_raw",
  "to_date('2024-02-29 23:59:58', 'YYYY-MM-DD HH24:MI:SS') as c_date",
  "timestamp '2024-02-29 23:59:58.123456' as c_timestamp",
  "timestamp '2024-02-29 23:59:58.5 +02:00' as c_timestamp_tz",
  "cast(timestamp '2024-02-29 12:00:00 +00:00' as timestamp with local time zone) as c_timestamp_ltz",
  "interval '1-6' year to month as c_interval_ym",
  "interval '-3 04:05:06.7' day to second as c_interval_ds"
]

/** Fourteen columns of fourteen types. */
export const typesSql = `select ${values.join(", ")} from dual`

const nullTypes = [
  "number",
  "binary_float",
  "binary_double",
  "varchar2(20)",
  "char(5)",
  "nvarchar2(10)",
  "nchar(3)",
  "raw(10)",
  "date",
  "timestamp",
  "timestamp with time zone",
  "timestamp with local time zone",
  "interval year to month",
  "interval day to second"
]

/** Fourteen NULLs of fourteen types. */
export const nullsSql = `select ${nullTypes.map((type, at) => `cast(null as ${type}) as c_${at + 1}`).join(", ")} from dual`

/** Numbers that a JS number cannot hold, or only just. */
export const numbersSql =
  "select 12345678901234567890123456789012345678 as c_38, -0.000000000000000000000000000001 as c_small, 1e125 as c_big, 0 as c_zero, -1 as c_minus from dual"

const plain = (value: unknown): unknown => ({ ...Object(value) })

export const typeChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "fetches fourteen types",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows, metaData } = await connection.execute(typesSql)
        const row = rows?.[0] ?? []
        assert.deepEqual(row.slice(0, 8), [
          -12345.678,
          1.5,
          -2.25e100,
          "abc",
          "x    ",
          "€",
          "y  ",
          Buffer.from("00ff10", "hex")
        ])
        assert.deepEqual(row[8], new Date(2024, 1, 29, 23, 59, 58))
        assert.deepEqual(row[9], new Date(2024, 1, 29, 23, 59, 58, 123))
        assert.deepEqual(row[10], new Date("2024-02-29T21:59:58.500Z"))
        assert.deepEqual(row[11], new Date("2024-02-29T12:00:00Z"))
        assert.deepEqual(plain(row[12]), { years: 1, months: 6 })
        assert.deepEqual(plain(row[13]), { days: -3, hours: -4, minutes: -5, seconds: -6, fseconds: -700_000_000 })
        assert.deepEqual(
          metaData?.map(({ dbTypeName }) => dbTypeName),
          [
            "NUMBER",
            "BINARY_FLOAT",
            "BINARY_DOUBLE",
            "VARCHAR2",
            "CHAR",
            "NVARCHAR2",
            "NCHAR",
            "RAW",
            "DATE",
            "TIMESTAMP",
            "TIMESTAMP WITH TIME ZONE",
            "TIMESTAMP WITH LOCAL TIME ZONE",
            "INTERVAL YEAR TO MONTH",
            "INTERVAL DAY TO SECOND"
          ]
        )
      })
  },
  {
    name: "fetches NULL of fourteen types",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute(nullsSql)
        assert.deepEqual(rows, [nullTypes.map(() => null)])
      })
  },
  {
    name: "fetches numbers as text without losing a digit",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const fetchTypeHandler = () => ({ type: driver.STRING })
        const { rows } = await connection.execute(numbersSql, [], { fetchTypeHandler })
        assert.deepEqual(rows, [
          [
            "12345678901234567890123456789012345678",
            "-.000000000000000000000000000001",
            `1${"0".repeat(125)}`,
            "0",
            "-1"
          ]
        ])
      })
  },
  {
    name: "fetches a ROWID and finds its row by it",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute("select rowid from dual")
        assert.match(String(rows?.[0]?.[0]), /^[A-Za-z0-9+/]{18}$/)
      })
  },
  {
    name: "gives back what was bound as each type",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const date = new Date(1999, 11, 31, 23, 59, 59)
        const stamp = new Date(2001, 1, 3, 4, 5, 6, 789)
        const cases: ReadonlyArray<readonly [type: unknown, value: unknown, expected: unknown]> = [
          [driver.DB_TYPE_NUMBER, -1.5e-7, -1.5e-7],
          [driver.DB_TYPE_VARCHAR, "ß", "ß"],
          [driver.DB_TYPE_NVARCHAR, "ßé😀", "ßé😀"],
          [driver.DB_TYPE_RAW, Buffer.from([0, 254, 255]), Buffer.from([0, 254, 255])],
          [driver.DB_TYPE_DATE, date, date],
          [driver.DB_TYPE_TIMESTAMP, stamp, stamp],
          [driver.DB_TYPE_TIMESTAMP_TZ, stamp, stamp],
          [driver.DB_TYPE_TIMESTAMP_LTZ, stamp, stamp],
          [driver.DB_TYPE_BINARY_DOUBLE, -1.25, -1.25],
          [driver.DB_TYPE_BINARY_FLOAT, 0.5, 0.5]
        ]
        for (const [type, val, expected] of cases) {
          const { rows } = await connection.execute("select :v as v from dual", { v: { type, val } })
          assert.deepEqual(rows, [[expected]])
        }
      })
  },
  {
    name: "gives back intervals that were bound",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const yearMonth = new driver.IntervalYM({ years: -2, months: -3 })
        const daySecond = new driver.IntervalDS({ days: 4, hours: 5, minutes: 6, seconds: 7, fseconds: 8_000_000 })
        const bind = (type: unknown, val: object) =>
          connection.execute("select :v as v from dual", { v: { type, val } })
        const first = await bind(driver.DB_TYPE_INTERVAL_YM, yearMonth)
        assert.deepEqual(plain(first.rows?.[0]?.[0]), plain(yearMonth))
        const second = await bind(driver.DB_TYPE_INTERVAL_DS, daySecond)
        assert.deepEqual(plain(second.rows?.[0]?.[0]), plain(daySecond))
      })
  },
  {
    name: "fetches a LONG column whole",
    needs: "long",
    run: ({ use }) =>
      use(async (connection) => {
        await connection.execute("create table battery_long (id number(9), txt long)")
        const txt = "long ".repeat(9000)
        await connection.execute("insert into battery_long (txt, id) values (:txt, :id)", { txt, id: 1 })
        await connection.execute("insert into battery_long (txt, id) values (:txt, :id)", { txt: null, id: 2 })
        const { rows } = await connection.execute("select txt, id from battery_long order by id")
        assert.deepEqual(rows, [
          [txt, 1],
          [null, 2]
        ])
        await connection.execute("drop table battery_long purge")
      })
  },
  {
    name: "refuses a number that is too big for NUMBER",
    run: ({ use }) =>
      use(async (connection) => {
        await assertOra(connection.execute("select power(10, 126) from dual"), 1426)
      })
  }
]
