// PL/SQL: binds in all directions, cursors, output, errors.
import assert from "node:assert/strict"
import type { ResultSet } from "./driver.ts"
import { assertOra, assertUsable, failureOf, type BatteryCheck } from "./battery-kit.ts"

const isResultSet = (value: unknown): value is ResultSet =>
  typeof value === "object" && value !== null && "getRows" in value

const cursorOf = (outBinds: unknown): ResultSet => {
  const value: unknown = Reflect.get(Object(outBinds), "rc")
  assert.ok(isResultSet(value))
  return value
}

export const plsqlChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "takes IN, OUT and IN OUT binds of a block",
    run: ({ use, driver }) =>
      use(async (connection) => {
        for (let turn = 1; turn <= 3; turn++) {
          const { outBinds } = await connection.execute("begin :o := :i * 2; :io := :io || '!'; end;", {
            i: 21 * turn,
            o: { dir: driver.BIND_OUT, type: driver.NUMBER },
            io: { dir: driver.BIND_INOUT, val: "hey", type: driver.STRING, maxSize: 20 }
          })
          assert.deepEqual({ ...Object(outBinds) }, { o: 42 * turn, io: "hey!" })
        }
      })
  },
  {
    name: "takes binds of a block by position",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const { outBinds } = await connection.execute("begin :o := :i * 2; :io := :io || '!'; end;", [
          { dir: driver.BIND_OUT, type: driver.NUMBER },
          5,
          { dir: driver.BIND_INOUT, val: "a", type: driver.STRING, maxSize: 20 }
        ])
        assert.deepEqual(outBinds, [10, "a!"])
      })
  },
  {
    name: "returns NULL from OUT binds",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const { outBinds } = await connection.execute("begin :n := null; :s := null; end;", {
          n: { dir: driver.BIND_OUT, type: driver.NUMBER },
          s: { dir: driver.BIND_OUT, type: driver.STRING }
        })
        assert.deepEqual({ ...Object(outBinds) }, { n: null, s: null })
      })
  },
  {
    name: "returns DATE, TIMESTAMP and RAW from OUT binds",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const sql =
          "begin :d := date '2024-03-31'; :t := timestamp '2024-03-31 01:02:03.5'; :r := hextoraw('0A0B'); end;"
        const { outBinds } = await connection.execute(sql, {
          d: { dir: driver.BIND_OUT, type: driver.DB_TYPE_DATE },
          t: { dir: driver.BIND_OUT, type: driver.DB_TYPE_TIMESTAMP },
          r: { dir: driver.BIND_OUT, type: driver.BUFFER, maxSize: 10 }
        })
        assert.deepEqual(
          { ...Object(outBinds) },
          { d: new Date(2024, 2, 31), t: new Date(2024, 2, 31, 1, 2, 3, 500), r: Buffer.from([10, 11]) }
        )
      })
  },
  {
    name: "takes BOOLEAN binds",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const run = async (val: boolean | null) => {
          const { outBinds } = await connection.execute("begin :o := not :i; end;", {
            i: { val, type: driver.DB_TYPE_BOOLEAN },
            o: { dir: driver.BIND_OUT, type: driver.DB_TYPE_BOOLEAN }
          })
          return Reflect.get(Object(outBinds), "o") as unknown
        }
        assert.deepEqual([await run(true), await run(false), await run(null)], [false, true, null])
      })
  },
  {
    name: "fails with ORA-06502 when an OUT value is longer than its bind",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const sql = "begin :s := rpad('x', 50, 'x'); end;"
        const s = { dir: driver.BIND_OUT, type: driver.STRING, maxSize: 10 }
        await assertOra(connection.execute(sql, { s }), 6502)
        await assertUsable(connection)
        const { outBinds } = await connection.execute(sql, { s: { ...s, maxSize: 50 } })
        assert.equal(Reflect.get(Object(outBinds), "s"), "x".repeat(50))
      })
  },
  {
    name: "tells an application's error with all its lines",
    run: ({ use }) =>
      use(async (connection) => {
        const error = await assertOra(
          connection.execute("begin raise_application_error(-20123, 'no such order'); end;"),
          20123
        )
        assert.match(error.message, /ORA-20123: no such order\nORA-06512: at line 1/)
        await assertUsable(connection)
      })
  },
  {
    name: "reads DBMS_OUTPUT line by line",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute("begin dbms_output.enable(null); end;")
        await connection.execute("begin dbms_output.put_line('one'); dbms_output.put_line('two'); end;")
        const lines: Array<unknown> = []
        for (;;) {
          const { outBinds } = await connection.execute("begin dbms_output.get_line(:line, :status); end;", {
            line: { dir: driver.BIND_OUT, type: driver.STRING, maxSize: 32_767 },
            status: { dir: driver.BIND_OUT, type: driver.NUMBER }
          })
          const { line, status } = Object(outBinds)
          if (status !== 0) break
          lines.push(line)
        }
        assert.deepEqual(lines, ["one", "two"])
      })
  },
  {
    name: "reads DBMS_OUTPUT many lines at a time, into an array",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute("begin dbms_output.enable(null); end;")
        await connection.execute("begin dbms_output.put_line('one'); dbms_output.put_line('two'); end;")
        const { outBinds } = await connection.execute("begin dbms_output.get_lines(:lines, :count); end;", {
          lines: { dir: driver.BIND_OUT, type: driver.STRING, maxSize: 32_767, maxArraySize: 100 },
          count: { dir: driver.BIND_INOUT, type: driver.NUMBER, val: 100 }
        })
        const { lines, count } = Object(outBinds)
        assert.deepEqual([lines, count], [["one", "two"], 2])
      })
  },
  {
    name: "takes an array into an index-by table",
    needs: "stored-plsql",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute(
          "create or replace package battery_pkg as type numbers is table of number index by pls_integer; function total(p numbers) return number; end;"
        )
        const sql = "begin :sum := battery_pkg.total(:numbers); end;"
        const run = async (val: ReadonlyArray<number>) => {
          const { outBinds } = await connection.execute(sql, {
            sum: { dir: driver.BIND_OUT, type: driver.NUMBER },
            numbers: { type: driver.NUMBER, dir: driver.BIND_IN, val, maxArraySize: 10 }
          })
          return Reflect.get(Object(outBinds), "sum") as unknown
        }
        assert.deepEqual([await run([1, 2, 3.5]), await run([]), await run([10])], [6.5, 0, 10])
      })
  },
  {
    name: "fetches a REF CURSOR",
    run: ({ use, driver }) =>
      use(async (connection) => {
        for (let turn = 0; turn < 2; turn++) {
          const { outBinds } = await connection.execute(
            "begin open :rc for select level from dual connect by level <= 250; end;",
            { rc: { dir: driver.BIND_OUT, type: driver.CURSOR } }
          )
          const cursor = cursorOf(outBinds)
          assert.equal(cursor.metaData[0]?.name, "LEVEL")
          assert.equal((await cursor.getRows(0)).length, 250)
          await cursor.close()
        }
      })
  },
  {
    name: "fetches a REF CURSOR with a CLOB column",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const { outBinds } = await connection.execute(
          "begin open :rc for select level, to_clob('text ' || level) from dual connect by level <= 120; end;",
          { rc: { dir: driver.BIND_OUT, type: driver.CURSOR } }
        )
        const cursor = cursorOf(outBinds)
        const rows = await cursor.getRows(0)
        assert.equal(rows.length, 120)
        const lob: unknown = rows[119]?.[1]
        assert.equal(await Reflect.get(Object(lob), "getData").call(lob), "text 120")
        await cursor.close()
      })
  },
  {
    name: "fetches implicit results",
    run: ({ use }) =>
      use(async (connection) => {
        const sql =
          "declare c1 sys_refcursor; c2 sys_refcursor; begin open c1 for select level from dual connect by level <= 3; dbms_sql.return_result(c1); open c2 for select 'x' as x from dual; dbms_sql.return_result(c2); end;"
        const { implicitResults } = await connection.execute(sql)
        assert.deepEqual(implicitResults, [[[1], [2], [3]], [["x"]]])
      })
  },
  {
    name: "warns when an object was created with compilation errors",
    needs: "stored-plsql",
    run: ({ use }) =>
      use(async (connection) => {
        const { warning } = await connection.execute(
          "create or replace procedure battery_broken as begin nonsense; end;"
        )
        assert.match(warning?.message ?? "", /NJS-700/)
        await connection.execute("drop procedure battery_broken")
      })
  },
  {
    name: "executes a block for many rows and returns every row's OUT binds",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const binds = Array.from({ length: 25 }, (_, at) => ({ i: at }))
        const { outBinds } = await connection.executeMany("begin :o := :i * 2; end;", binds, {
          bindDefs: {
            i: { type: driver.NUMBER, dir: driver.BIND_IN },
            o: { type: driver.NUMBER, dir: driver.BIND_OUT }
          }
        })
        assert.deepEqual(
          (outBinds as ReadonlyArray<object>).map((row) => ({ ...row })),
          binds.map(({ i }) => ({ o: i * 2 }))
        )
      })
  },
  {
    name: "passes strings beyond 32,767 bytes through a block both ways",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const big = "0123456789".repeat(7000)
        const { outBinds } = await connection.execute("begin :o := :i; end;", {
          i: { val: big, type: driver.STRING, maxSize: 100_000 },
          o: { dir: driver.BIND_OUT, type: driver.STRING, maxSize: 100_000 }
        })
        assert.equal(Reflect.get(Object(outBinds), "o"), big)
      })
  },
  {
    name: "fails when a call has a syntax error and stays usable",
    run: ({ use }) =>
      use(async (connection) => {
        const error = await failureOf(connection.execute("begin no_such_procedure; end;"))
        assert.match(error.message, /ORA-06550/)
        await assertUsable(connection)
      })
  }
]
