// DBMS_STANDARD: what every block may call without naming the package.
import { applicationError } from "../plsql/exception.ts"
import { booleanType, numberType, textType } from "../plsql/types.ts"
import type { PackageDefinition } from "./package.ts"
import { optional, procedure, required } from "./package.ts"

/** RAISE_APPLICATION_ERROR. Its third argument keeps the errors that are there: the exception being handled. */
export const dbmsStandard: PackageDefinition = {
  name: "DBMS_STANDARD",
  subprograms: [
    procedure(
      "RAISE_APPLICATION_ERROR",
      [required("NUM", numberType), required("MSG", textType), optional("KEEPERRORSTACK", booleanType, false)],
      ({ machine }, [number, message, keep]) => {
        throw applicationError(
          typeof number === "number" ? number : 0,
          typeof message === "string" ? message : "",
          keep === true ? machine.current : null
        )
      }
    )
  ]
}
