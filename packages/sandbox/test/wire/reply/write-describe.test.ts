import { describe, expect, it } from "vitest"
import { writeDescribe } from "../../../src/wire/reply/write-describe.ts"
import { shapeColumns, writeRow, writeRowHeader } from "../../../src/wire/reply/write-rows.ts"
import {
  NO_MORE_ROWS,
  writeExecuteParameters,
  writeOutcome,
  writeStatus
} from "../../../src/wire/reply/write-status.ts"
import { MessageWriter } from "../../../src/wire/ttc/message-writer.ts"
import { column } from "../../scripted/scripted-values.ts"

const written = (write: (writer: MessageWriter) => void): string => {
  const writer = new MessageWriter()
  write(writer)
  return writer.take().toString("hex")
}
const home = {
  keepLob: () => {
    throw new Error("there is no LOB here")
  },
  openCursor: () => {
    throw new Error("there is no cursor here")
  }
}

describe("the reply to select 1 from dual", () => {
  const columns = [column("1", "NUMBER")]

  it("describes a NUMBER without precision in the known bytes", () => {
    const bytes = written((writer) => writeDescribe(writer, columns))
    expect(bytes).toBe(
      "1000" +
        "0116" +
        "0101" +
        "00" +
        "02000081" +
        "0116" +
        "00000000" +
        "00" +
        "00" +
        "00" +
        "00" +
        "01" +
        "01" +
        "0101" +
        "0131" +
        "0000" +
        "0101" +
        "00" +
        "000000000000"
    )
  })

  it("has one row of the known bytes", () => {
    expect(written((writer) => writeRowHeader(writer, 2))).toBe("06" + "000000" + "0102" + "000000")
    expect(written((writer) => writeRow(writer, shapeColumns(columns, null), ["1"], home))).toBe("07" + "02c102")
  })

  it("ends in ORA-01403 with cursor and row count", () => {
    const bytes = written((writer) => writeOutcome(writer, { ...NO_MORE_ROWS, cursorId: 3, rowCount: 1 }, false))
    const text = Buffer.from("ORA-01403: no data found").toString("hex")
    expect(bytes).toBe(
      "04" +
        "00" +
        "00" +
        "0101" +
        "02057b" +
        "0000" +
        "0103" +
        "00" +
        "0000000000" +
        "00" +
        "0000000000" +
        "000000000000" +
        "000000" +
        "02057b" +
        "0101" +
        "18" +
        text
    )
  })
})

describe("the short status", () => {
  it("tells whether a transaction is in progress", () => {
    expect(written((writer) => writeStatus(writer, false))).toBe("090000")
    expect(written((writer) => writeStatus(writer, true))).toBe("09010200")
  })
})

describe("the parameters of an execution", () => {
  it("hold row counts only when they were asked for", () => {
    expect(written((writer) => writeExecuteParameters(writer, null))).toBe("08" + "0102" + "0000" + "000000")
    expect(written((writer) => writeExecuteParameters(writer, [1, 0, 300]))).toBe(
      "08" + "0102" + "0000" + "000000" + "0103" + "0101" + "00" + "02012c"
    )
  })
})

describe("column lengths", () => {
  it("are never 0 but for LONG, because clients would read no value", () => {
    for (const type of ["VARCHAR2", "CHAR", "RAW", "NUMBER", "DATE", "CLOB", "CURSOR", "ROWID"] as const) {
      const bytes = written((writer) => writeDescribe(writer, [column("C", type, { sizeBytes: 0 })]))
      // Length of the row, which is that of its only column, right after the head.
      expect(bytes.slice(4, 6)).not.toBe("00")
    }
  })
})
