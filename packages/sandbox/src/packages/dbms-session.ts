// DBMS_SESSION and DBMS_LOCK: waiting, identifiers, roles.
import { ora } from "../errors/ora.ts"
import { toDouble } from "../plsql/number.ts"
import { booleanType, numberType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { isNum } from "../plsql/value.ts"
import { textArgument } from "./object-name.ts"
import type { PackageCall, PackageDefinition } from "./package.ts"
import { func, procedure, required } from "./package.ts"

const sleep = async ({ runtime }: PackageCall, [seconds]: ReadonlyArray<Value>): Promise<void> => {
  if (seconds === undefined || !isNum(seconds) || toDouble(seconds) < 0) throw ora(6502, [""])
  await runtime.sleep(toDouble(seconds))
}

/** DBMS_SESSION. */
export const dbmsSession: PackageDefinition = {
  name: "DBMS_SESSION",
  subprograms: [
    procedure("SLEEP", [required("SECONDS", numberType)], sleep),
    procedure("SET_IDENTIFIER", [required("CLIENT_ID", textType)], ({ runtime }, [id]) => {
      runtime.setAttributes({ clientIdentifier: typeof id === "string" ? id : "" })
    }),
    procedure("CLEAR_IDENTIFIER", [], ({ runtime }) => {
      runtime.setAttributes({ clientIdentifier: "" })
    }),
    procedure("SET_ROLE", [required("ROLE_CMD", textType)], async ({ runtime }, [text]) => {
      await runtime.setRole(typeof text === "string" ? text : "")
    }),
    procedure(
      "SET_NLS",
      [required("PARAM", textType), required("VALUE", textType)],
      async ({ runtime }, [name, value]) => {
        const text = `ALTER SESSION SET ${textArgument(name) ?? ""} = ${textArgument(value) ?? ""}`
        const node = runtime.parse(text)
        if (node.kind === "alter-session") await runtime.runOther({ text, node }, { find: () => null })
      }
    ),
    procedure("RESET_PACKAGE", [], ({ runtime }) => {
      runtime.packageState.clear()
      runtime.output.disable()
    }),
    func("UNIQUE_SESSION_ID", [], textType, ({ runtime }) =>
      [runtime.sessionId, runtime.serialNumber, 0]
        .map((part) => part.toString(16).toUpperCase().padStart(4, "0"))
        .join("")
    ),
    func("IS_ROLE_ENABLED", [required("ROLENAME", textType)], booleanType, ({ runtime }, [name]) => {
      const user = runtime.catalog().findAccount(runtime.user)
      return user?.roles.some((role) => role.name === name) ?? false
    })
  ]
}

/** DBMS_LOCK: SLEEP only; user locks are not in the sandbox. */
export const dbmsLock: PackageDefinition = {
  name: "DBMS_LOCK",
  subprograms: [procedure("SLEEP", [required("SECONDS", numberType)], sleep)]
}
