import { databaseInfo, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { tablespaceUnknown } from "../../src/checks/tablespace-unknown.ts"
import { askCheck } from "../ask-check.ts"

const names = (...list: ReadonlyArray<string>) =>
  databaseInfo({ tablespaces: list.map((name) => ({ name, freeBytes: 1, bigfile: false })) })
const ask = (target: { readonly [key: string]: unknown }, database = names("USERS", "DATA_01")) =>
  askCheck(tablespaceUnknown, { source: tableModel(), database, table: { target_configuration: target } })

describe("OP169 tablespace-unknown", () => {
  it("takes tablespaces that are there, and none at all", () => {
    expect(ask({ tablespace: "DATA_01", store_in: ["USERS", "DATA_01"] })).toEqual([])
    expect(ask({ tablespace: null })).toEqual([])
  })

  it("names the tablespace meant", () => {
    const [finding] = ask({ tablespace: "DATA_1" })
    expect(finding).toMatchObject({
      code: "OP169",
      severity: "error",
      path: "/tables/0/target_configuration/tablespace"
    })
    expect(finding?.what).toContain("ORA-00959")
    expect(finding?.advice).toBe("Did you mean DATA_01? Tablespaces: USERS and DATA_01.")
  })

  it("points at the entry of store_in", () => {
    expect(ask({ store_in: ["USERS", "users"] })[0]?.path).toBe("/tables/0/target_configuration/store_in/1")
  })

  it("is silent where no tablespace was seen", () => {
    expect(ask({ tablespace: "ANYWHERE" }, names())).toEqual([])
  })
})
