// Coming in: names, passwords, services, packet lengths.
import assert from "node:assert/strict"
import { assertOra, assertUsable, connectStringOf, failureOf, type BatteryCheck } from "./battery-kit.ts"

const descriptorOf = (target: { host: string; port: number; service: string }, more = "", data = ""): string =>
  `(DESCRIPTION=${more}(ADDRESS=(PROTOCOL=TCP)(HOST=${target.host})(PORT=${target.port}))` +
  `(CONNECT_DATA=(SERVICE_NAME=${target.service})${data}))`

export const connectChecks: ReadonlyArray<BatteryCheck> = [
  {
    name: "logs in and tells the server's version and the service",
    run: ({ use, target }) =>
      use(async (connection) => {
        assert.match(connection.oracleServerVersionString, /^\d+\.\d+\.\d+\.\d+\.\d+$/)
        assert.equal(connection.serviceName.toUpperCase(), target.service.toUpperCase())
        await assertUsable(connection)
      })
  },
  {
    name: "refuses a wrong password with ORA-01017",
    run: async ({ connect }) => void (await assertOra(connect({ password: "wrong" }), 1017))
  },
  {
    name: "refuses an unknown user with ORA-01017",
    run: async ({ connect }) => void (await assertOra(connect({ user: "nobody_here" }), 1017))
  },
  {
    name: "takes the user's name in any case and its password in one only",
    run: async ({ connect, use, target }) => {
      await use(assertUsable, { user: target.owner.user.toUpperCase() })
      await use(assertUsable, { user: target.owner.user.toLowerCase() })
      await use(assertUsable, { user: `"${target.owner.user.toUpperCase()}"` })
      await assertOra(connect({ user: `"${target.owner.user.toLowerCase()}"` }), 1017)
      await assertOra(connect({ password: target.owner.password.toUpperCase() }), 1017)
    }
  },
  {
    name: "refuses a locked account with ORA-28000",
    needs: "locked-user",
    run: async ({ connect, target }) => void (await assertOra(connect({ ...target.lockedUser }), 28000))
  },
  {
    name: "takes a password with letters beyond ASCII",
    needs: "non-ascii-password",
    run: async ({ use, target }) => use(assertUsable, { ...target.nonAsciiUser })
  },
  {
    name: "refuses a service that it does not have",
    run: async ({ connect, target }) => {
      const error = await failureOf(connect({ connectString: `${target.host}:${target.port}/no_such_service` }))
      assert.match(error.message, /NJS-518/)
    }
  },
  {
    name: "refuses a SID that it does not have",
    run: async ({ connect, target }) => {
      const connectString = descriptorOf(target).replace(/SERVICE_NAME=\w+/, "SID=NOSID")
      const error = await failureOf(connect({ connectString }))
      assert.match(error.message, /NJS-519/)
    }
  },
  {
    name: "takes a connect descriptor longer than the first packet may be",
    run: async ({ use, target }) => {
      const connectString = descriptorOf(target, "", `(COLOCATION_TAG=${"x".repeat(300)})`)
      await use(assertUsable, { connectString })
    }
  },
  {
    name: "keeps to packets of 512 bytes and of 2 MB",
    run: async ({ use, target }) => {
      for (const sdu of [512, 2_097_152]) {
        await use(
          async (connection) => {
            const { rows } = await connection.execute(
              "select rpad('x', 3000, 'x') as text from dual connect by level <= 50",
              [],
              { fetchArraySize: 50 }
            )
            assert.deepEqual(
              rows?.map(([text]) => String(text).length),
              Array.from({ length: 50 }, () => 3000)
            )
            const long = "y".repeat(30_000)
            const bound = await connection.execute("select length(:long) from dual", { long })
            assert.deepEqual(bound.rows, [[30_000]])
          },
          { connectString: descriptorOf(target, `(SDU=${sdu})`) }
        )
      }
    }
  },
  {
    name: "serves a pool of four with eight users",
    run: async ({ driver, target }) => {
      const pool = await driver.createPool({
        ...target.owner,
        connectString: connectStringOf(target),
        poolMin: 0,
        poolMax: 4,
        poolIncrement: 1
      })
      const sums = await Promise.all(
        Array.from({ length: 8 }, async (_, at) => {
          const connection = await pool.getConnection()
          const { rows } = await connection.execute("select :a + :b from dual", [at, 1])
          await connection.close()
          return rows?.[0]?.[0]
        })
      )
      assert.deepEqual(sums, [1, 2, 3, 4, 5, 6, 7, 8])
      await pool.close(0)
    }
  },
  {
    name: "changes a password inside a session and takes the new one afterwards",
    needs: "change-password",
    run: async ({ use, connect, target }) => {
      const { changingUser: user } = target
      assert.ok(user !== undefined)
      const next = "Zwölf_Äpfel_12"
      await use(async (connection) => {
        await assertOra(connection.changePassword(user.user, "wrong", next), 1017)
        await assertUsable(connection)
        await connection.changePassword(user.user, user.password, next)
        await assertUsable(connection)
      }, user)
      await assertOra(connect(user), 1017)
      await use((connection) => connection.changePassword(user.user, next, user.password), { ...user, password: next })
      await use(assertUsable, user)
    }
  },
  {
    name: "changes a password while logging in",
    needs: "change-password",
    run: async ({ use, target }) => {
      const { changingUser: user } = target
      assert.ok(user !== undefined)
      await use(assertUsable, { ...user, newPassword: "in_between_7" })
      await use((connection) => connection.changePassword(user.user, "in_between_7", user.password), {
        ...user,
        password: "in_between_7"
      })
    }
  },
  {
    name: "refuses SYSDBA to an ordinary user",
    run: async ({ connect, driver }) => {
      const error = await failureOf(connect({ privilege: Reflect.get(driver, "SYSDBA") }))
      assert.match(error.message, /ORA-01017|ORA-01031/)
    }
  }
]
