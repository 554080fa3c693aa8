// DML and transactions.
import assert from "node:assert/strict"
import { assertOra, assertUsable, type BatteryCheck, type BatteryKit } from "./battery-kit.ts"
import type { Connection } from "./driver.ts"

const insertSql = "insert into battery_items (id, name, amount) values (:id, :name, :amount)"
const countSql = "select count(*) from battery_items"

const count = async (connection: Connection): Promise<unknown> => (await connection.execute(countSql)).rows?.[0]?.[0]

/** Runs with an empty table and leaves an empty one. */
const onEmpty = ({ use }: BatteryKit, work: (connection: Connection) => Promise<void>): Promise<void> =>
  use(async (connection) => {
    await connection.execute("delete from battery_items", [], { autoCommit: true })
    try {
      await work(connection)
    } finally {
      await connection.rollback()
      await connection.execute("delete from battery_items", [], { autoCommit: true })
    }
  })

const items = (from: number, length: number) =>
  Array.from({ length }, (_, at) => ({ id: from + at, name: `item ${from + at}`, amount: (from + at) / 4 }))

export const dmlChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "counts the rows of an INSERT and names the last one",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const { rowsAffected, lastRowid } = await connection.execute(insertSql, { id: 1, name: "a", amount: 1.25 })
        assert.equal(rowsAffected, 1)
        assert.match(lastRowid ?? "", /^[A-Za-z0-9+/]{18}$/)
        const { rows } = await connection.execute("select id, name, amount from battery_items order by id")
        assert.deepEqual(rows, [[1, "a", 1.25]])
      })
  },
  {
    name: "keeps what is committed and forgets what is rolled back",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        await connection.execute(insertSql, { id: 1, name: "kept", amount: null })
        await connection.commit()
        await connection.execute(insertSql, { id: 2, name: "lost", amount: null })
        assert.equal(await count(connection), 2)
        await connection.rollback()
        assert.equal(await count(connection), 1)
      })
  },
  {
    name: "commits by itself when asked to",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        for (const id of [1, 2, 3])
          await connection.execute(insertSql, { id, name: "x", amount: null }, { autoCommit: true })
        await connection.rollback()
        assert.equal(await count(connection), 3)
      })
  },
  {
    name: "tells whether a transaction is in progress",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        assert.equal(connection.transactionInProgress, false)
        await connection.execute(insertSql, { id: 1, name: "x", amount: null })
        assert.equal(connection.transactionInProgress, true)
        await assertUsable(connection)
        assert.equal(connection.transactionInProgress, true)
        await connection.rollback()
        assert.equal(connection.transactionInProgress, false)
      })
  },
  {
    name: "rolls back when a connection is closed in the middle of a transaction",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        await kit.use((other) => other.execute(insertSql, { id: 9, name: "lost", amount: null }))
        assert.equal(await count(connection), 0)
      })
  },
  {
    name: "returns the values of one inserted row",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const { driver } = kit
        const { outBinds } = await connection.execute(`${insertSql} returning id, name into :oid, :oname`, {
          id: 7,
          name: "seven",
          amount: 0,
          oid: { dir: driver.BIND_OUT, type: driver.NUMBER },
          oname: { dir: driver.BIND_OUT, type: driver.STRING }
        })
        assert.deepEqual({ ...Object(outBinds) }, { oid: [7], oname: ["seven"] })
      })
  },
  {
    name: "returns the values of many updated rows, of none, and again from the cache",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const { driver } = kit
        await connection.executeMany(insertSql, items(1, 5))
        const update = async (top: number) => {
          const sql =
            "update battery_items set amount = amount + :delta where id <= :top returning id, amount into :ids, :amounts"
          const { outBinds, rowsAffected } = await connection.execute(sql, {
            delta: 10,
            top,
            ids: { dir: driver.BIND_OUT, type: driver.NUMBER },
            amounts: { dir: driver.BIND_OUT, type: driver.NUMBER }
          })
          return { ...Object(outBinds), rowsAffected }
        }
        assert.deepEqual(await update(2), { ids: [1, 2], amounts: [10.25, 10.5], rowsAffected: 2 })
        assert.deepEqual(await update(0), { ids: [], amounts: [], rowsAffected: 0 })
        assert.deepEqual(await update(1), { ids: [1], amounts: [20.25], rowsAffected: 1 })
      })
  },
  {
    name: "inserts 5,000 rows with one call",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const { rowsAffected } = await connection.executeMany(insertSql, items(1, 5000))
        assert.equal(rowsAffected, 5000)
        assert.equal(await count(connection), 5000)
        const again = await connection.executeMany(insertSql, items(5001, 10))
        assert.equal(again.rowsAffected, 10)
      })
  },
  {
    name: "inserts many rows by position, with strings of very different length",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const rows = [1, 2, 3, 4].map((id) => [id, id % 2 === 0 ? "y".repeat(25 * id) : null, id])
        await connection.executeMany(insertSql, rows)
        const read = await connection.execute("select id, name, amount from battery_items order by id")
        assert.deepEqual(read.rows, rows)
      })
  },
  {
    name: "goes on after failing rows and tells each row's error and count",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const rows = [...items(1, 3), ...items(2, 1), ...items(4, 1), { id: 5, name: "n".repeat(101), amount: 0 }]
        const { rowsAffected, batchErrors, dmlRowCounts } = await connection.executeMany(insertSql, rows, {
          batchErrors: true,
          dmlRowCounts: true
        })
        assert.equal(rowsAffected, 4)
        assert.deepEqual(dmlRowCounts, [1, 1, 1, 0, 1, 0])
        assert.deepEqual(
          batchErrors?.map(({ offset }) => offset),
          [3, 5]
        )
        assert.match(batchErrors?.[0]?.message ?? "", /ORA-00001/)
        assert.match(batchErrors?.[1]?.message ?? "", /ORA-12899/)
        await assertUsable(connection)
      })
  },
  {
    name: "counts the rows of each iteration when none fails",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        await connection.executeMany(insertSql, items(1, 6))
        const { dmlRowCounts, rowsAffected } = await connection.executeMany(
          "update battery_items set name = :name where id = :id",
          [
            { name: "p", id: 1 },
            { name: "q", id: 99 },
            { name: "r", id: 6 }
          ],
          { dmlRowCounts: true }
        )
        assert.deepEqual([dmlRowCounts, rowsAffected], [[1, 0, 1], 2])
      })
  },
  {
    name: "returns values of every row of a call with many",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        const { driver } = kit
        const { outBinds } = await connection.executeMany(
          `${insertSql} returning id, name into :oid, :oname`,
          items(1, 30),
          {
            bindDefs: {
              id: { type: driver.NUMBER },
              name: { type: driver.STRING, maxSize: 100 },
              amount: { type: driver.NUMBER },
              oid: { type: driver.NUMBER, dir: driver.BIND_OUT },
              oname: { type: driver.STRING, maxSize: 100, dir: driver.BIND_OUT }
            }
          }
        )
        assert.deepEqual(
          (outBinds as ReadonlyArray<object>).map((row) => ({ ...row })),
          items(1, 30).map(({ id, name }) => ({ oid: [id], oname: [name] }))
        )
      })
  },
  {
    name: "fails with ORA-00001 and keeps the statement usable",
    run: (kit) =>
      onEmpty(kit, async (connection) => {
        await connection.execute(insertSql, { id: 1, name: "a", amount: null })
        await assertOra(connection.execute(insertSql, { id: 1, name: "b", amount: null }), 1)
        await assertOra(connection.execute(insertSql, { id: 1, name: "b", amount: null }), 1)
        await connection.execute(insertSql, { id: 2, name: "b", amount: null })
        assert.equal(await count(connection), 2)
      })
  },
  {
    name: "executes DDL again and again",
    run: ({ use }) =>
      use(async (connection) => {
        for (let turn = 0; turn < 3; turn++) {
          await connection.execute("create table battery_ddl (id number)")
          await connection.execute("drop table battery_ddl purge")
        }
        await assertOra(connection.execute("drop table battery_ddl purge"), 942)
      })
  },
  {
    name: "sets the session's time zone",
    run: ({ use }) =>
      use(async (connection) => {
        await connection.execute("alter session set time_zone = '+05:30'")
        const { rows } = await connection.execute("select sessiontimezone from dual")
        assert.deepEqual(rows, [["+05:30"]])
      })
  }
]
