import { describe, expect, it } from "vitest"
import { lockTimeout } from "../../src/checks/lock-timeout.ts"
import { askCheck } from "../ask-check.ts"

const ask = (ddl_lock_timeout_seconds: number) =>
  askCheck(lockTimeout, { snapshot: null, table: { migration_settings: { ddl_lock_timeout_seconds } } })

describe("OP171 lock-timeout", () => {
  it("takes up to 30 seconds", () => {
    expect([0, 5, 30].flatMap(ask)).toEqual([])
    expect(ask(31)).toHaveLength(1)
    expect(askCheck(lockTimeout, { snapshot: null })).toEqual([])
  })

  it("warns of a longer wait", () => {
    const [finding] = ask(60)
    expect(finding).toMatchObject({
      code: "OP171",
      severity: "warning",
      path: "/tables/0/migration_settings/ddl_lock_timeout_seconds"
    })
    expect(finding?.advice).toBe("Use 3 to 5 seconds.")
  })
})
