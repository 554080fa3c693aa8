import { describe, expect, it } from "vitest"
import { CursorTable } from "../../../src/wire/call/cursor-table.ts"
import { scanStatement } from "../../scripted/scan-statement.ts"
import { column, makeCursor } from "../../scripted/scripted-values.ts"

const statement = scanStatement("select 1 from dual")

describe("the cursors of a session", () => {
  it("run out with ORA-01000 and can be opened again after one was closed", () => {
    const table = new CursorTable(3)
    const ids = [1, 2, 3].map(() => table.open(statement).id)
    expect(() => table.open(statement)).toThrow(/ORA-01000/)
    table.close(ids[1] ?? 0)
    expect(table.open(statement).id).not.toBe(ids[0])
    expect(table.size).toBe(3)
  })

  it("have numbers of 16 bits, used again and never twice at a time", () => {
    const table = new CursorTable(10)
    const kept = table.open(statement).id
    for (let turn = 0; turn < 140_000; turn++) {
      const { id } = table.open(statement)
      if (id === kept || id < 1 || id > 65_535) throw new Error(`cursor ${id} in turn ${turn}`)
      table.close(id)
    }
    expect(table.size).toBe(1)
  })

  it("end their query once when they are closed, cancelled or all closed", () => {
    let closed = 0
    const query = () => makeCursor([column("X", "NUMBER")], [], () => closed++)
    const table = new CursorTable(10)
    const refCursor = table.open(null, query())
    const cursor = table.open(statement, query())
    table.cancel(cursor.id)
    expect([closed, table.size]).toEqual([1, 2])
    table.cancel(refCursor.id)
    expect([closed, table.size]).toEqual([2, 1])
    table.closeAll()
    expect([closed, table.size]).toEqual([2, 0])
    expect(() => table.get(cursor.id)).toThrow(/ORA-01001/)
  })

  it("give up one of which the client may never have heard before they run out", () => {
    const table = new CursorTable(2)
    const lost = table.open(statement)
    const known = table.open(statement)
    table.doubt(lost.id)
    table.doubt(known.id)
    table.find(known.id)
    const next = table.open(statement)
    expect(table.find(lost.id)?.id).not.toBe(known.id)
    expect([table.find(known.id)?.id, table.find(next.id)?.id]).toEqual([known.id, next.id])
    expect(table.size).toBe(2)
  })
})
