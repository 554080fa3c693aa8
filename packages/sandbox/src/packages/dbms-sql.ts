// DBMS_SQL: implicit results and the table types; the cursor interface is not in the sandbox.
import { ora } from "../errors/ora.ts"
import type { CollectionType, PlsqlType } from "../plsql/types.ts"
import { booleanType, cursorType, integerType, numberType, textType, dateType } from "../plsql/types.ts"
import { CursorHandle } from "../plsql/value.ts"
import type { PackageDefinition } from "./package.ts"
import { optional, procedure, inOut } from "./package.ts"

const tableOf = (name: string, element: PlsqlType): CollectionType => ({
  kind: "collection",
  name,
  style: "index",
  element,
  isElementNotNull: false,
  key: integerType,
  limit: null
})

/** The package. The cursor given to RETURN_RESULT is the client's from then on. */
export const dbmsSql: PackageDefinition = {
  name: "DBMS_SQL",
  types: {
    VARCHAR2_TABLE: tableOf("VARCHAR2_TABLE", { kind: "text", name: "VARCHAR2", limit: 4000, unit: "BYTE" }),
    VARCHAR2A: tableOf("VARCHAR2A", textType),
    VARCHAR2S: tableOf("VARCHAR2S", { kind: "text", name: "VARCHAR2", limit: 256, unit: "BYTE" }),
    NUMBER_TABLE: tableOf("NUMBER_TABLE", numberType),
    DATE_TABLE: tableOf("DATE_TABLE", dateType)
  },
  constants: { NATIVE: { type: integerType, value: 1 } },
  subprograms: [
    procedure(
      "RETURN_RESULT",
      [inOut("RC", cursorType), optional("TO_CLIENT", booleanType, true)],
      ({ runtime }, values) => {
        const [handle] = values
        if (!(handle instanceof CursorHandle) || handle.state.cursor === null) throw ora(1001)
        runtime.returnResult(handle.state.cursor)
        values[0] = new CursorHandle()
      }
    )
  ]
}
