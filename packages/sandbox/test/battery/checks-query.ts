// Queries: how rows are fetched, bound, described and refused.
import assert from "node:assert/strict"
import { assertOra, assertUsable, failureOf, type BatteryCheck } from "./battery-kit.ts"

const numbersTo = (count: number): string => `select level from dual connect by level <= ${count}`
const firstNumbers = (count: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: count }, (_, at) => [at + 1])

export const queryChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "fetches 10,000 rows in batches of 50",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute(numbersTo(10_000), [], { fetchArraySize: 50 })
        assert.deepEqual(rows, firstNumbers(10_000))
      })
  },
  {
    name: "fetches 10,000 rows in batches of 1,000",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute(numbersTo(10_000), [], { fetchArraySize: 1000 })
        assert.deepEqual(rows, firstNumbers(10_000))
      })
  },
  {
    name: "fetches without prefetching, also from a cached statement",
    run: ({ use }) =>
      use(async (connection) => {
        for (let turn = 0; turn < 3; turn++) {
          const { rows } = await connection.execute(numbersTo(7), [], { prefetchRows: 0, fetchArraySize: 3 })
          assert.deepEqual(rows, firstNumbers(7))
        }
      })
  },
  {
    name: "fetches with every mix of small prefetch and batch sizes",
    run: ({ use }) =>
      use(async (connection) => {
        for (const prefetchRows of [0, 1, 2, 3, 5, 6])
          for (const fetchArraySize of [1, 2, 3, 5, 6, 7]) {
            const { rows } = await connection.execute(numbersTo(6), [], { prefetchRows, fetchArraySize })
            assert.deepEqual(rows, firstNumbers(6), `prefetch ${prefetchRows}, batch ${fetchArraySize}`)
          }
      })
  },
  {
    name: "returns no rows for an empty result",
    run: ({ use }) =>
      use(async (connection) => {
        for (const prefetchRows of [0, 2]) {
          const { rows } = await connection.execute("select dummy from dual where 1 = 0", [], { prefetchRows })
          assert.deepEqual(rows, [])
        }
      })
  },
  {
    name: "stops at maxRows and stays usable",
    run: ({ use }) =>
      use(async (connection) => {
        for (let turn = 0; turn < 2; turn++) {
          const { rows } = await connection.execute(numbersTo(10_000), [], { maxRows: 13, fetchArraySize: 5 })
          assert.deepEqual(rows, firstNumbers(13))
        }
        await assertUsable(connection)
      })
  },
  {
    name: "fetches a result set row by row and in pieces",
    run: ({ use }) =>
      use(async (connection) => {
        const { resultSet } = await connection.execute(numbersTo(300), [], { resultSet: true, fetchArraySize: 20 })
        assert.ok(resultSet !== undefined)
        assert.deepEqual(await resultSet.getRow(), [1])
        assert.deepEqual(await resultSet.getRows(4), [[2], [3], [4], [5]])
        assert.equal((await resultSet.getRows(400)).length, 295)
        assert.equal(await resultSet.getRow(), undefined)
        await resultSet.close()
      })
  },
  {
    name: "closes a result set before its end and stays usable",
    run: ({ use }) =>
      use(async (connection) => {
        const { resultSet } = await connection.execute(numbersTo(1000), [], { resultSet: true })
        await resultSet?.getRow()
        await resultSet?.close()
        await assertUsable(connection)
      })
  },
  {
    name: "streams rows",
    run: ({ use }) =>
      use(async (connection) => {
        const rows: Array<unknown> = []
        for await (const row of connection.queryStream(numbersTo(1234), [], { fetchArraySize: 100 })) rows.push(row)
        assert.deepEqual(rows, firstNumbers(1234))
      })
  },
  {
    name: "keeps two result sets apart that are fetched in turns",
    run: ({ use }) =>
      use(async (connection) => {
        const one = await connection.execute(numbersTo(10), [], { resultSet: true, fetchArraySize: 2 })
        const two = await connection.execute(numbersTo(10), [], { resultSet: true, fetchArraySize: 3 })
        for (let at = 1; at <= 10; at++) {
          assert.deepEqual(await one.resultSet?.getRow(), [at])
          assert.deepEqual(await two.resultSet?.getRow(), [at])
        }
        await one.resultSet?.close()
        await two.resultSet?.close()
      })
  },
  {
    name: "binds by name, each place of a repeated name",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute("select :a || :b || :a as text from dual", { a: "x", b: "ü€😀" })
        assert.deepEqual(rows, [["xü€😀x"]])
      })
  },
  {
    name: "binds by position",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute("select :a + :b from dual", [40, 2.5])
        assert.deepEqual(rows, [[42.5]])
      })
  },
  {
    name: "binds 30,000 bytes",
    run: ({ use }) =>
      use(async (connection) => {
        const { rows } = await connection.execute("select length(:long) from dual", { long: "z".repeat(30_000) })
        assert.deepEqual(rows, [[30_000]])
      })
  },
  {
    name: "executes a cached statement with other binds, other lengths and other types",
    run: ({ use }) =>
      use(async (connection) => {
        const sql = "select nvl(to_char(:v), 'none') as text from dual"
        for (const [v, text] of [
          ["a", "a"],
          ["b".repeat(900), "b".repeat(900)],
          [12, "12"],
          [null, "none"],
          ["c", "c"]
        ]) {
          const { rows } = await connection.execute(sql, { v })
          assert.deepEqual(rows, [[text]])
        }
      })
  },
  {
    name: "describes columns: names, types, precision, length, nullability",
    run: ({ use }) =>
      use(async (connection) => {
        const { metaData } = await connection.execute('select id, name, amount as "Amount" from battery_items')
        assert.deepEqual(
          metaData?.map(({ name, dbTypeName, nullable }) => [name, dbTypeName, nullable]),
          [
            ["ID", "NUMBER", false],
            ["NAME", "VARCHAR2", true],
            ["Amount", "NUMBER", true]
          ]
        )
        assert.deepEqual([metaData?.[2]?.precision, metaData?.[2]?.scale], [12, 2])
        assert.equal(metaData?.[1]?.byteSize, 100)
      })
  },
  {
    name: "returns objects when asked to",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const { rows } = await connection.execute("select 1 as one, 'x' as letter from dual", [], {
          outFormat: driver.OUT_FORMAT_OBJECT
        })
        assert.deepEqual({ ...Object(rows?.[0]) }, { ONE: 1, LETTER: "x" })
      })
  },
  {
    name: "fails with ORA-00942 and the place in the statement",
    run: ({ use }) =>
      use(async (connection) => {
        const error = await assertOra(connection.execute("select * from no_such_table"), 942)
        assert.equal(error.offset, 14)
        await assertUsable(connection)
      })
  },
  {
    name: "fails again and again with the same statement",
    run: ({ use }) =>
      use(async (connection) => {
        for (let turn = 0; turn < 400; turn++) await assertOra(connection.execute("select * from no_such_table"), 942)
        await assertUsable(connection)
      })
  },
  {
    name: "fails in the middle of a query and stays usable",
    run: ({ use }) =>
      use(async (connection) => {
        const sql = "select 1/(500-level) from dual connect by level <= 1000"
        await assertOra(connection.execute(sql, [], { fetchArraySize: 100 }), 1476)
        await assertOra(connection.execute(sql, [], { fetchArraySize: 1000 }), 1476)
        await assertUsable(connection)
      })
  },
  {
    name: "fetches nested cursors",
    run: ({ use }) =>
      use(async (connection) => {
        const sql =
          "select level, cursor(select level from dual connect by level <= 3) as inner_rows from dual connect by level <= 2"
        const { rows } = await connection.execute(sql)
        assert.deepEqual(rows, [
          [1, [[1], [2], [3]]],
          [2, [[1], [2], [3]]]
        ])
      })
  },
  {
    name: "describes a statement without executing it",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const info = await connection.getStatementInfo("select id, name from battery_items where id = :wanted")
        assert.deepEqual(info.bindNames, ["WANTED"])
        assert.equal(info.statementType, driver.STMT_TYPE_SELECT)
        assert.deepEqual(
          info.metaData?.map(({ name }) => name),
          ["ID", "NAME"]
        )
        await assertUsable(connection)
        await assertOra(connection.getStatementInfo("select * from no_such_table"), 942)
      })
  },
  {
    name: "executes a statement that was only described before",
    run: ({ use }) =>
      use(async (connection) => {
        await connection.getStatementInfo(numbersTo(4))
        assert.deepEqual((await connection.execute(numbersTo(4))).rows, firstNumbers(4))
      })
  },
  {
    name: "closes cursors that fall out of a small statement cache",
    run: ({ use }) =>
      use(
        async (connection) => {
          for (let at = 1; at <= 400; at++) {
            const { rows } = await connection.execute(`select ${at} as n from dual`)
            assert.deepEqual(rows, [[at]])
          }
        },
        { stmtCacheSize: 2 }
      )
  },
  {
    name: "runs out of cursors with ORA-01000 and recovers",
    run: ({ use }) =>
      use(async (connection) => {
        const open = async (at: number) =>
          connection.execute(`select ${at} as n from dual connect by level <= 500`, [], { resultSet: true })
        const opened = []
        let error: Error | null = null
        for (let at = 0; at < 400 && error === null; at++) {
          const outcome = await open(at).then(
            (result) => result,
            (failure: Error) => failure
          )
          if (outcome instanceof Error) error = outcome
          else opened.push(outcome)
        }
        assert.match(error?.message ?? "", /ORA-01000/)
        for (const { resultSet } of opened) await resultSet?.close()
        await assertUsable(connection)
      })
  },
  {
    name: "refuses binds that do not fit the statement",
    run: ({ use }) =>
      use(async (connection) => {
        const error = await failureOf(connection.execute("select :a from dual"))
        assert.match(error.message, /NJS-098|ORA-01008/)
        await assertUsable(connection)
      })
  }
]
