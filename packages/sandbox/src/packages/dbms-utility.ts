// DBMS_UTILITY: error stacks, times, waiting for transactions.
import { notInSandbox, ora } from "../errors/ora.ts"
import { modNum } from "../plsql/number.ts"
import { CollectionValue } from "../plsql/collection.ts"
import type { CollectionType } from "../plsql/types.ts"
import { booleanType, integerType, numberType, textType } from "../plsql/types.ts"
import { readNum } from "../plsql/number-text.ts"
import type { Value } from "../plsql/value.ts"
import { oraHash } from "@orapart/oracle-rules"
import { splitName, textArgument } from "./object-name.ts"
import type { PackageCall, PackageDefinition } from "./package.ts"
import { func, inOut, optional, out, procedure, required } from "./package.ts"

const hundredths = 100

/** GET_TIME: hundredths of a second, wrapped to 32 bits. */
const time = (now: string): number => {
  const [date = "", clock = ""] = now.split(" ")
  const millis = Date.parse(`${date}T${clock.slice(0, 12)}Z`)
  return Math.floor(millis / (1000 / hundredths)) % 2 ** 31
}

const waitForTables = async ({ runtime }: PackageCall, values: Value[]): Promise<Value> => {
  const [tables, timeout] = values
  const text = textArgument(tables)
  if (text === null) throw ora(20000, ["The tables list is empty"])
  for (const one of text.split(",")) {
    const parts = splitName(one)
    if (parts === null) throw ora(6564, [one.trim()])
    const [owner = runtime.currentSchema, name = ""] = parts.length > 1 ? parts : [runtime.currentSchema, parts[0]]
    if (runtime.findRow([owner, name]) === null) throw ora(942)
    if (!(await runtime.waitForTransactions(owner, name, typeof timeout === "number" ? timeout : null))) return false
  }
  if (values[2] === null) values[2] = readNum(await runtime.currentScn())
  return true
}

const executeDdl = async ({ runtime }: PackageCall, [text]: ReadonlyArray<Value>): Promise<void> => {
  const sql = textArgument(text) ?? ""
  const node = runtime.parse(sql)
  if (node.kind === "query" || node.kind === "block" || node.kind === "call-procedure") return
  if (node.kind === "insert" || node.kind === "update" || node.kind === "delete" || node.kind === "merge") return
  await runtime.runOther({ text: sql, node }, { find: () => null })
}

const arrayType: CollectionType = {
  kind: "collection",
  name: "UNCL_ARRAY",
  style: "index",
  element: textType,
  isElementNotNull: false,
  key: integerType,
  limit: null
}

const splitCommas = (values: Value[]): void => {
  const names = (textArgument(values[0]) ?? "").split(",").map((one) => one.trim())
  if (names.some((name) => splitName(name) === null)) throw ora(20001, ["comma-separated list invalid near"])
  values[1] = names.length
  values[2] = CollectionValue.of("index", names)
}

/** The package. */
export const dbmsUtility: PackageDefinition = {
  name: "DBMS_UTILITY",
  types: { UNCL_ARRAY: arrayType, LNAME_ARRAY: { ...arrayType, name: "LNAME_ARRAY" } },
  subprograms: [
    func("FORMAT_ERROR_STACK", [], textType, ({ machine }) => machine.current?.text ?? null),
    func("FORMAT_ERROR_BACKTRACE", [], textType, ({ machine }) =>
      machine.current === null ? null : `${machine.current.trace.join("\n")}\n`
    ),
    func(
      "FORMAT_CALL_STACK",
      [],
      textType,
      () => "----- PL/SQL Call Stack -----\n  object      line  object\n  handle    number  name\n"
    ),
    func("GET_TIME", [], numberType, ({ runtime }) => time(runtime.now())),
    func("GET_CPU_TIME", [], numberType, ({ runtime }) => time(runtime.now())),
    func(
      "GET_HASH_VALUE",
      [required("NAME", textType), required("BASE", numberType), required("HASH_SIZE", numberType)],
      numberType,
      (_, [name, base, size]) => {
        if (typeof base !== "number" || typeof size !== "number") return null
        const hash = oraHash(new TextEncoder().encode(textArgument(name) ?? ""))
        return base + Number(modNum(hash, size))
      }
    ),
    func(
      "WAIT_ON_PENDING_DML",
      [required("TABLES", textType), optional("TIMEOUT", integerType), inOut("SCN", numberType)],
      booleanType,
      waitForTables
    ),
    procedure("EXEC_DDL_STATEMENT", [required("PARSE_STRING", textType)], executeDdl),
    procedure(
      "COMPILE_SCHEMA",
      [
        required("SCHEMA", textType),
        optional("COMPILE_ALL", booleanType, true),
        optional("REUSE_SETTINGS", booleanType, false)
      ],
      () => {
        throw notInSandbox("DBMS_UTILITY.COMPILE_SCHEMA")
      }
    ),
    procedure("DB_VERSION", [out("VERSION", textType), out("COMPATIBILITY", textType)], ({ runtime }, values) => {
      values[0] = runtime.version
      values[1] = runtime.version
    }),
    procedure(
      "COMMA_TO_TABLE",
      [required("LIST", textType), out("TABLEN", integerType), out("TAB", arrayType)],
      (_, values) => {
        splitCommas(values)
      }
    )
  ]
}
