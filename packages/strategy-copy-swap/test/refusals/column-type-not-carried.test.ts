import { builtInDataTypes } from "@orapart/oracle-rules"
import { column } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { columnTypeNotCarried, dataTypes } from "../../src/refusals/column-type-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const base = ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL"]
const typed = (dataType: string, dataTypeOwner: string | null = null) => ({
  ...column("X NUMBER"),
  dataType,
  dataTypeOwner
})

describe("OP241 column-type-not-carried", () => {
  it.for([
    ["LONG", "ORA-00997"],
    ["LONG RAW", "ORA-14031"],
    ["XMLTYPE", "binary XML"],
    ["BFILE", "outside the database"],
    ["JSON", "JSON"],
    ["VECTOR", "VECTOR"],
    ["BOOLEAN", "BOOLEAN"],
    ["SOMETHING_NEW", "not known"]
  ] as const)("refuses a column of type %s and says why", ([dataType, reason]) => {
    const findings = runRefusalOn(columnTypeNotCarried, { columns: [...base, typed(dataType)] })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP241", subject: "HR.ORDERS.X", evidence: { column: "X", dataType } })
    expect(findings[0]?.what).toContain(reason)
  })

  it("refuses an object type by its owner", () => {
    const [finding] = runRefusalOn(columnTypeNotCarried, { columns: [...base, typed("ADDRESS_T", "HR")] })
    expect(finding?.what).toContain("object, nested table and varray")
  })

  it("reports every such column at once", () => {
    const columns = [...base, { ...typed("LONG"), name: "A" }, { ...typed("BFILE"), name: "B" }]
    expect(runRefusalOn(columnTypeNotCarried, { columns }).map(({ subject }) => subject)).toEqual([
      "HR.ORDERS.A",
      "HR.ORDERS.B"
    ])
  })

  it("takes every type that can be copied and compared", () => {
    const columns = [
      ...base,
      "A FLOAT",
      "B BINARY_DOUBLE",
      "C TIMESTAMP(6) WITH TIME ZONE",
      "D TIMESTAMP(3) WITH LOCAL TIME ZONE",
      "E INTERVAL DAY(2) TO SECOND(6)",
      "F NVARCHAR2(10)",
      "G RAW(16)",
      "H CLOB",
      "I NCLOB",
      "J BLOB",
      "K ROWID",
      "L CHAR(3 CHAR)"
    ]
    expect(runRefusalOn(columnTypeNotCarried, { columns })).toEqual([])
  })

  it("leaves a virtual column alone: it is not copied", () => {
    const virtual = { ...typed("XMLTYPE"), isVirtual: true, dataDefault: 'XMLTYPE("N")' }
    expect(runRefusalOn(columnTypeNotCarried, { columns: [...base, virtual] })).toEqual([])
  })
})

describe("dataTypes", () => {
  it("has every built-in type once, carried or refused", () => {
    const all = [...dataTypes.carried, ...dataTypes.refused]
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted())
    expect(all).toHaveLength(builtInDataTypes.length)
  })

  it("says of each type what the refusal does", () => {
    for (const dataType of dataTypes.refused) {
      const columns = ["ORDER_ID NUMBER", "ORDER_DATE DATE", { ...column("X NUMBER"), dataType }]
      expect(runRefusalOn(columnTypeNotCarried, { columns }), dataType).toHaveLength(1)
    }
    for (const dataType of dataTypes.carried) {
      const columns = ["ORDER_ID NUMBER", "ORDER_DATE DATE", { ...column("X NUMBER"), dataType }]
      expect(runRefusalOn(columnTypeNotCarried, { columns }), dataType).toEqual([])
    }
  })
})
