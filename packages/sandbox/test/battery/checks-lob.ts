// LOBs: by locator, as streams, as whole values, and as binds.
import assert from "node:assert/strict"
import { assertUsable, type BatteryCheck, type BatteryKit } from "./battery-kit.ts"
import type { Connection, Lob } from "./driver.ts"

const insertSql = "insert into battery_lobs (id, c, n, b) values (:id, :c, :n, :b)"
const selectSql = "select id, c, n, b from battery_lobs order by id"

const text = "Ä€😀-".repeat(5000)
const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 251))

const asLob = (value: unknown): Lob => {
  assert.ok(typeof value === "object" && value !== null && "getData" in value, "the value is a Lob")
  return value as Lob
}

const readStream = async (lob: Lob): Promise<Uint8Array> => {
  const pieces: Array<Uint8Array> = []
  for await (const piece of lob) pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece)
  return Buffer.concat(pieces)
}

/** Runs with one row of LOBs in the table, in a transaction of its own. */
const onRow = ({ use, driver }: BatteryKit, work: (connection: Connection) => Promise<void>): Promise<void> =>
  use(async (connection) => {
    await connection.execute("delete from battery_lobs")
    await connection.execute(insertSql, {
      id: 1,
      c: { val: text, type: driver.DB_TYPE_CLOB },
      n: { val: "ñandú😀", type: driver.DB_TYPE_NCLOB },
      b: { val: bytes, type: driver.DB_TYPE_BLOB }
    })
    await work(connection)
    await connection.rollback()
  })

const wholeLobs = (driver: BatteryKit["driver"]) => ({
  fetchInfo: { C: { type: driver.STRING }, N: { type: driver.STRING }, B: { type: driver.BUFFER } }
})

export const lobChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "fetches CLOB, NCLOB and BLOB by locator",
    run: (kit) =>
      onRow(kit, async (connection) => {
        const { rows } = await connection.execute(selectSql)
        const [, c, n, b] = rows?.[0] ?? []
        assert.equal(asLob(c).length, text.length)
        assert.equal(await asLob(c).getData(), text)
        assert.equal(await asLob(n).getData(), "ñandú😀")
        assert.deepEqual(await asLob(b).getData(), bytes)
      })
  },
  {
    name: "streams a CLOB in pieces that cut no character",
    run: (kit) =>
      onRow(kit, async (connection) => {
        const { rows } = await connection.execute(selectSql)
        const lob = asLob(rows?.[0]?.[1])
        lob.setEncoding("utf8")
        let read = ""
        for await (const piece of lob) read += String(piece)
        assert.equal(read, text)
      })
  },
  {
    name: "streams a BLOB in small pieces",
    run: (kit) =>
      onRow(kit, async (connection) => {
        const { rows } = await connection.execute(selectSql)
        const lob = asLob(rows?.[0]?.[3])
        lob.pieceSize = 999
        assert.deepEqual(await readStream(lob), bytes)
      })
  },
  {
    name: "fetches LOBs as strings and buffers, also from the cache",
    run: (kit) =>
      onRow(kit, async (connection) => {
        for (let turn = 0; turn < 3; turn++) {
          const { rows } = await connection.execute(selectSql, [], wholeLobs(kit.driver))
          assert.deepEqual(rows, [[1, text, "ñandú😀", bytes]])
        }
      })
  },
  {
    name: "fetches a LOB now by locator and now as a value",
    // Before, the driver kept the first type for the cached statement and failed with a TypeError of its own.
    sinceDriver: 26,
    run: (kit) =>
      onRow(kit, async (connection) => {
        for (let turn = 0; turn < 2; turn++) {
          const whole = await connection.execute(selectSql, [], wholeLobs(kit.driver))
          assert.equal(whole.rows?.[0]?.[1], text)
          const located = await connection.execute(selectSql)
          assert.equal(await asLob(located.rows?.[0]?.[1]).getData(), text)
        }
      })
  },
  {
    name: "fetches many rows with LOBs",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const sql = "select level, to_clob('text ' || level) as c from dual connect by level <= 500"
        const { rows } = await connection.execute(sql, [], {
          fetchArraySize: 70,
          keepInStmtCache: false,
          fetchInfo: { C: { type: driver.STRING } }
        })
        assert.deepEqual(
          rows,
          Array.from({ length: 500 }, (_, at) => [at + 1, `text ${at + 1}`])
        )
        const located = await connection.execute(sql, [], { fetchArraySize: 70 })
        assert.equal(await asLob(located.rows?.[499]?.[1]).getData(), "text 500")
      })
  },
  {
    name: "tells an empty LOB from NULL",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute("delete from battery_lobs")
        await connection.execute("insert into battery_lobs (id, c, n, b) values (1, empty_clob(), null, empty_blob())")
        const { rows } = await connection.execute(selectSql)
        const [, c, n, b] = rows?.[0] ?? []
        assert.equal(asLob(c).length, 0)
        assert.equal(n, null)
        assert.equal(asLob(b).length, 0)
        assert.ok([null, ""].includes((await asLob(c).getData()) as null))
        const whole = await connection.execute(selectSql, [], wholeLobs(driver))
        assert.equal(whole.rows?.[0]?.[2], null)
        await connection.rollback()
      })
  },
  {
    name: "inserts NULL LOBs",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute("delete from battery_lobs")
        await connection.execute(insertSql, {
          id: 1,
          c: { val: null, type: driver.DB_TYPE_CLOB },
          n: { val: null, type: driver.DB_TYPE_NCLOB },
          b: { val: null, type: driver.DB_TYPE_BLOB }
        })
        assert.deepEqual((await connection.execute(selectSql)).rows, [[1, null, null, null]])
        await connection.rollback()
      })
  },
  {
    name: "fills a temporary CLOB by stream and inserts it",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute("delete from battery_lobs")
        const lob = await connection.createLob(driver.DB_TYPE_CLOB)
        const done = new Promise<void>((resolve, reject) => {
          lob.once("finish", () => resolve()).once("error", reject)
        })
        for (let at = 0; at < 20; at++) lob.write(`${at}:${"ü".repeat(999)};`)
        lob.end()
        await done
        await connection.execute(insertSql, { id: 1, c: lob, n: null, b: null })
        lob.destroy()
        const { rows } = await connection.execute(selectSql, [], wholeLobs(driver))
        assert.equal(rows?.[0]?.[1], Array.from({ length: 20 }, (_, at) => `${at}:${"ü".repeat(999)};`).join(""))
        await connection.rollback()
      })
  },
  {
    name: "inserts a string and a buffer of a megabyte",
    run: ({ use, driver }) =>
      use(async (connection) => {
        await connection.execute("delete from battery_lobs")
        const c = "é".repeat(1_000_000)
        const b = Buffer.alloc(1_000_000, 7)
        await connection.execute(insertSql, {
          id: 1,
          c: { val: c, type: driver.DB_TYPE_CLOB },
          n: null,
          b: { val: b, type: driver.DB_TYPE_BLOB }
        })
        const { rows } = await connection.execute(selectSql, [], wholeLobs(driver))
        assert.deepEqual(rows, [[1, c, null, b]])
        await connection.rollback()
      })
  },
  {
    name: "passes LOBs through a block and reads what comes out",
    run: ({ use, driver }) =>
      use(async (connection) => {
        const { outBinds } = await connection.execute("begin :o := :i; end;", {
          i: { val: text, type: driver.DB_TYPE_CLOB },
          o: { dir: driver.BIND_OUT, type: driver.DB_TYPE_CLOB }
        })
        assert.equal(await asLob(Reflect.get(Object(outBinds), "o")).getData(), text)
        await assertUsable(connection)
      })
  }
]
