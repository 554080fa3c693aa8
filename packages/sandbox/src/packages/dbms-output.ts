// DBMS_OUTPUT over the session's buffer.
import { CollectionValue } from "../plsql/collection.ts"
import { numToText } from "../plsql/number-text.ts"
import type { CollectionType } from "../plsql/types.ts"
import { integerType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { isNum } from "../plsql/value.ts"
import type { PackageDefinition } from "./package.ts"
import { inOut, optional, out, procedure, required } from "./package.ts"

/** CHARARR and DBMSOUTPUT_LINESARRAY: lines, numbered from 1. */
const linesType: CollectionType = {
  kind: "collection",
  name: "CHARARR",
  style: "index",
  element: textType,
  isElementNotNull: false,
  key: integerType,
  limit: null
}

const text = (value: Value | undefined): string =>
  typeof value === "string" ? value : value !== undefined && isNum(value) ? numToText(value) : ""

/** The package. */
export const dbmsOutput: PackageDefinition = {
  name: "DBMS_OUTPUT",
  types: { CHARARR: linesType, DBMSOUTPUT_LINESARRAY: { ...linesType, name: "DBMSOUTPUT_LINESARRAY", style: "table" } },
  subprograms: [
    procedure("ENABLE", [optional("BUFFER_SIZE", integerType, 20_000)], ({ runtime }, [size]) => {
      runtime.output.enable(typeof size === "number" ? size : null)
    }),
    procedure("DISABLE", [], ({ runtime }) => {
      runtime.output.disable()
    }),
    procedure("PUT", [required("A", textType)], ({ runtime }, [a]) => {
      runtime.output.put(text(a))
    }),
    procedure("PUT_LINE", [required("A", textType)], ({ runtime }, [a]) => {
      runtime.output.newLine(text(a))
    }),
    procedure("NEW_LINE", [], ({ runtime }) => {
      runtime.output.newLine()
    }),
    procedure("GET_LINE", [out("LINE", textType), out("STATUS", integerType)], ({ runtime }, values) => {
      const line = runtime.output.take()
      values[0] = line === "" ? null : line
      values[1] = line === null ? 1 : 0
    }),
    procedure("GET_LINES", [out("LINES", linesType), inOut("NUMLINES", integerType)], ({ runtime }, values) => {
      const wanted = values[1]
      const lines = runtime.output.takeMany(typeof wanted === "number" ? wanted : 0)
      values[0] = CollectionValue.of(
        "index",
        lines.map((line) => (line === "" ? null : line))
      )
      values[1] = lines.length
    })
  ]
}
