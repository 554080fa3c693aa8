// How a column is declared in PostgreSQL. Sizes and precisions are checked when a value is stored, so that the error is Oracle's.
import type { OracleType } from "../catalog/oracle-type.ts"
import { notInSandbox } from "../errors/ora.ts"
import { pgTypeOf } from "./value-type.ts"

/** Type of a stored column. Fails with ORA-03001 for what cannot be kept exactly: more than six digits of a second without a time zone. */
export const storageTypeOf = (type: OracleType): string => {
  switch (type.name) {
    case "DATE":
      return "timestamp(0)"
    case "TIMESTAMP":
    case "TIMESTAMP WITH LOCAL TIME ZONE":
      if ((type.scale ?? 6) > 6) throw notInSandbox(`${type.name} with more than 6 digits of the fraction`)
      return `timestamp(${String(type.scale ?? 6)})`
    case "BFILE":
      throw notInSandbox("BFILE")
    default:
      return pgTypeOf(type)
  }
}
