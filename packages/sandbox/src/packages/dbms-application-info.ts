// DBMS_APPLICATION_INFO: what a session says of itself. Longer texts are cut as Oracle cuts them.
import { byteLength } from "../plsql/coerce.ts"
import { integerType, numberType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import type { PackageDefinition } from "./package.ts"
import { inOut, optional, out, procedure, required } from "./package.ts"

const cut = (value: Value | undefined, bytes: number): string => {
  let text = typeof value === "string" ? value : ""
  while (byteLength(text) > bytes) text = text.slice(0, -1)
  return text
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text)

const longOpsParameters = [
  inOut("RINDEX", integerType),
  inOut("SLNO", integerType),
  optional("OP_NAME", textType),
  optional("TARGET", integerType, 0),
  optional("CONTEXT", integerType, 0),
  optional("SOFAR", numberType, 0),
  optional("TOTALWORK", numberType, 0),
  optional("TARGET_DESC", textType, "unknown target"),
  optional("UNITS", textType)
]

/** The package. Source: PL/SQL Packages and Types Reference; 48, 32 and 64 bytes. */
export const dbmsApplicationInfo: PackageDefinition = {
  name: "DBMS_APPLICATION_INFO",
  constants: { SET_SESSION_LONGOPS_NOHINT: { type: integerType, value: -1 } },
  subprograms: [
    procedure(
      "SET_MODULE",
      [required("MODULE_NAME", textType), required("ACTION_NAME", textType)],
      ({ runtime }, [module, action]) => {
        runtime.setAttributes({ module: cut(module, 48), action: cut(action, 32) })
      }
    ),
    procedure("SET_ACTION", [required("ACTION_NAME", textType)], ({ runtime }, [action]) => {
      runtime.setAttributes({ action: cut(action, 32) })
    }),
    procedure("SET_CLIENT_INFO", [required("CLIENT_INFO", textType)], ({ runtime }, [info]) => {
      runtime.setAttributes({ clientInfo: cut(info, 64) })
    }),
    procedure("READ_MODULE", [out("MODULE_NAME", textType), out("ACTION_NAME", textType)], ({ runtime }, values) => {
      values[0] = orNull(runtime.attributes().module)
      values[1] = orNull(runtime.attributes().action)
    }),
    procedure("READ_CLIENT_INFO", [out("CLIENT_INFO", textType)], ({ runtime }, values) => {
      values[0] = orNull(runtime.attributes().clientInfo)
    }),
    procedure("SET_SESSION_LONGOPS", longOpsParameters, (_, values) => {
      if (values[0] === -1 || values[0] === null) values[0] = 0
      values[1] = 0
    })
  ]
}
