// Calls as such: broken off, timed out, refused, with attributes of the session.
import assert from "node:assert/strict"
import { assertOra, assertUsable, failureOf, type BatteryCheck } from "./battery-kit.ts"

const sleepSql = "begin dbms_session.sleep(:seconds); end;"

export const callChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "pings",
    run: ({ use }) => use((connection) => connection.ping())
  },
  {
    name: "times a call out and stays usable",
    run: ({ use }) =>
      use(async (connection) => {
        connection.callTimeout = 60
        const error = await failureOf(connection.execute(sleepSql, { seconds: 20 }))
        assert.match(error.message, /NJS-123/)
        connection.callTimeout = 0
        await assertUsable(connection)
      })
  },
  {
    name: "breaks a call off with ORA-01013 and stays usable",
    run: ({ use }) =>
      use(async (connection) => {
        for (let turn = 0; turn < 3; turn++) {
          const call = connection.execute(sleepSql, { seconds: 20 })
          setTimeout(() => void connection.break(), 30)
          await assertOra(call, 1013)
          await assertUsable(connection)
        }
      })
  },
  {
    name: "breaks a query off between two fetches",
    run: ({ use }) =>
      use(async (connection) => {
        const sql = "select level from dual connect by level <= 10000"
        const { resultSet } = await connection.execute(sql, [], { resultSet: true, fetchArraySize: 10 })
        await resultSet?.getRow()
        await connection.break()
        const outcome = await assertUsable(connection).then(
          () => "usable",
          (error: Error) => error.message
        )
        assert.match(outcome, /usable|ORA-01013/)
        await resultSet?.close()
        await assertUsable(connection)
      })
  },
  {
    name: "keeps a transaction when a call in it is broken off",
    run: ({ use }) =>
      use(async (connection) => {
        await connection.execute("delete from battery_items", [], { autoCommit: true })
        await connection.execute("insert into battery_items (id, name, amount) values (:id, :name, :amount)", [
          1,
          "a",
          1
        ])
        connection.callTimeout = 40
        await failureOf(connection.execute(sleepSql, { seconds: 20 }))
        connection.callTimeout = 0
        assert.deepEqual((await connection.execute("select count(*) from battery_items")).rows, [[1]])
        await connection.rollback()
        assert.deepEqual((await connection.execute("select count(*) from battery_items")).rows, [[0]])
      })
  },
  {
    name: "shows module, action and client identifier",
    needs: "v$session",
    run: ({ use }) =>
      use(async (connection) => {
        connection.module = "battery"
        connection.action = "Prüfung"
        connection.clientId = "client 7"
        connection.clientInfo = "info"
        connection.dbOp = "operation"
        const sql =
          "select sys_context('userenv','module'), sys_context('userenv','action'), sys_context('userenv','client_identifier'), sys_context('userenv','client_info') from dual"
        assert.deepEqual((await connection.execute(sql)).rows, [["battery", "Prüfung", "client 7", "info"]])
        connection.action = ""
        assert.deepEqual((await connection.execute(sql)).rows, [["battery", null, "client 7", "info"]])
      })
  },
  {
    name: "changes the current schema, and fails with ORA-01435 for one that does not exist",
    run: ({ use, target }) =>
      use(async (connection) => {
        const sql = "select sys_context('userenv','current_schema') from dual"
        connection.currentSchema = target.owner.user.toUpperCase()
        assert.deepEqual((await connection.execute(sql)).rows, [[target.owner.user.toUpperCase()]])
        connection.currentSchema = "NO_SUCH_SCHEMA"
        await assertOra(connection.execute(sql), 1435)
        connection.currentSchema = target.owner.user.toUpperCase()
        await assertUsable(connection)
      })
  },
  {
    name: "refuses a call that it lacks with ORA-03001 and stays usable",
    needs: "refusals",
    run: ({ use }) =>
      use(async (connection) => {
        const xid = { formatId: 1, globalTransactionId: "g", branchQualifier: "b" }
        await assertOra(connection.tpcBegin(xid), 3001)
        await assertUsable(connection)
        await assertOra(connection.tpcBegin(xid), 3001)
        await assertUsable(connection)
      })
  },
  {
    name: "serves many connections at a time, each its own rows",
    run: async ({ use }) => {
      const sums = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          use(async (connection) => {
            const { rows } = await connection.execute(`select level from dual connect by level <= ${100 + at}`)
            return rows?.length
          })
        )
      )
      assert.deepEqual(
        sums,
        Array.from({ length: 12 }, (_, at) => 100 + at)
      )
    }
  }
]
