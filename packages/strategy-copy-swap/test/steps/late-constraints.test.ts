import { check, notNull, unique } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { afterLoadConstraints, generatedNotNullNames, lateConstraints } from "../../src/steps/late-constraints.ts"
import { migrationOf } from "../strategy-input.ts"

const columns = ["ORDER_ID NUMBER", "ORDER_DATE DATE", "CODE VARCHAR2(9)", "NOTE VARCHAR2(9)"]
const novalidate = { isValidated: false }
const off = { isEnabled: false, isValidated: false }

describe("lateConstraints", () => {
  it("are checks that reject rows the source may hold, with their state", () => {
    const constraints = [
      check("IN_FORCE_CK", '"ORDER_ID" > 0'),
      check("LEGACY_CK", '"ORDER_ID" < 10', novalidate),
      check("OFF_CK", '"ORDER_ID" < 20', { ...off, isRely: true })
    ]
    expect(lateConstraints(migrationOf({ columns, constraints }))).toEqual([
      {
        name: "LEGACY_CK_INT",
        head: "ALTER TABLE HR.ORDERS_INT ADD CONSTRAINT LEGACY_CK_INT CHECK (",
        condition: '"ORDER_ID" < 10',
        tail: ") ENABLE NOVALIDATE"
      },
      {
        name: "OFF_CK_INT",
        head: "ALTER TABLE HR.ORDERS_INT ADD CONSTRAINT OFF_CK_INT CHECK (",
        condition: '"ORDER_ID" < 20',
        tail: ") RELY DISABLE NOVALIDATE"
      }
    ])
  })

  it("leave RELY checks in force to CREATE TABLE", () => {
    const constraints = [check("A_CK", '"ORDER_ID" > 0', { isRely: true })]
    const migration = migrationOf({ columns, constraints })
    expect([...lateConstraints(migration), ...afterLoadConstraints(migration)]).toEqual([])
  })

  it.each([
    [novalidate, "ENABLE NOVALIDATE"],
    [off, "DISABLE NOVALIDATE"]
  ])("are NOT NULLs in state %o", (state, clause) => {
    const constraints = [notNull("CODE_NN", "CODE", state)]
    expect(lateConstraints(migrationOf({ columns, constraints }))).toEqual([
      {
        name: "CODE_NN_INT",
        head: "ALTER TABLE HR.ORDERS_INT MODIFY (CODE CONSTRAINT CODE_NN_INT NOT NULL ",
        condition: null,
        tail: `${clause})`
      }
    ])
  })

  it("leave the partition key out: it is NOT NULL from the beginning", () => {
    const constraints = [notNull("DATE_NN", "ORDER_DATE", novalidate)]
    expect(lateConstraints(migrationOf({ columns, constraints }))).toEqual([])
  })

  it("name a NOT NULL with a generated name, so that the undo finds it", () => {
    const constraints = [notNull("SYS_C0011", "CODE", novalidate)]
    const migration = migrationOf({ columns, constraints })
    expect(lateConstraints(migration)[0]?.name).toBe("ORDERS_CODE_NN")
    expect(generatedNotNullNames(migration)).toEqual(["ORDERS_CODE_NN"])
  })

  it("keep that name within the limit of the database", () => {
    const constraints = [notNull("SYS_C0011", "A_COLUMN_WITH_A_LONG_NAME_HERE", novalidate)]
    const table = { columns: [...columns, "A_COLUMN_WITH_A_LONG_NAME_HERE NUMBER"], constraints }
    const old = migrationOf(table, { database: { version: { major: 12, minor: 1 }, compatible: "12.1.0" } })
    expect(lateConstraints(old)[0]?.name.length).toBeLessThanOrEqual(30)
    expect(lateConstraints(migrationOf(table))[0]?.name).toBe("ORDERS_A_COLUMN_WITH_A_LONG_NAME_HERE_NN")
  })

  it("never are keys: they wait for nothing", () => {
    const constraints = [unique("UK", "CODE", novalidate)]
    expect(lateConstraints(migrationOf({ columns, constraints }))).toEqual([])
  })
})

describe("afterLoadConstraints", () => {
  it("are deferrable checks in force, which parallel DML refuses", () => {
    const constraints = [
      check("A_CK", '"ORDER_ID" > 0', { isDeferrable: true }),
      check("B_CK", '"ORDER_ID" > 1', { isDeferrable: true, ...novalidate })
    ]
    const migration = migrationOf({ columns, constraints })
    expect(afterLoadConstraints(migration)).toEqual([
      {
        name: "A_CK_INT",
        head: "ALTER TABLE HR.ORDERS_INT ADD CONSTRAINT A_CK_INT CHECK (",
        condition: '"ORDER_ID" > 0',
        tail: ") DEFERRABLE ENABLE VALIDATE"
      }
    ])
    expect(lateConstraints(migration).map(({ name }) => name)).toEqual(["B_CK_INT"])
  })

  it.each([
    [{ isDeferrable: true, isRely: true }, "DEFERRABLE RELY ENABLE VALIDATE"],
    [{ isDeferrable: true, isInitiallyDeferred: true }, "DEFERRABLE INITIALLY DEFERRED ENABLE VALIDATE"]
  ])("are NOT NULLs in state %o, under a name that an undo finds", (state, clause) => {
    const constraints = [notNull("SYS_C0011", "CODE", state)]
    const migration = migrationOf({ columns, constraints })
    expect(afterLoadConstraints(migration)).toEqual([
      {
        name: "ORDERS_CODE_NN",
        head: "ALTER TABLE HR.ORDERS_INT MODIFY (CODE CONSTRAINT ORDERS_CODE_NN NOT NULL ",
        condition: null,
        tail: `${clause})`
      }
    ])
    expect(generatedNotNullNames(migration)).toEqual(["ORDERS_CODE_NN"])
  })
})

describe("generatedNotNullNames", () => {
  it("lists no NOT NULL in force and none with a name of its own", () => {
    const constraints = [notNull("CODE_NN", "CODE", novalidate), notNull("SYS_C0012", "NOTE")]
    expect(generatedNotNullNames(migrationOf({ columns, constraints }))).toEqual([])
  })
})
