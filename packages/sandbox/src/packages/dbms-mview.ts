// DBMS_MVIEW: the sandbox has no materialized views, so every refresh is of one that does not exist.
import { ora } from "../errors/ora.ts"
import { booleanType, integerType, textType } from "../plsql/types.ts"
import { quoteName, splitName, textArgument } from "./object-name.ts"
import type { PackageDefinition } from "./package.ts"
import { optional, procedure, required } from "./package.ts"

/** The package: ORA-23401 with the name in full. */
export const dbmsMview: PackageDefinition = {
  name: "DBMS_MVIEW",
  subprograms: [
    procedure(
      "REFRESH",
      [
        required("LIST", textType),
        optional("METHOD", textType),
        optional("ROLLBACK_SEG", textType),
        optional("PUSH_DEFERRED_RPC", booleanType, true),
        optional("REFRESH_AFTER_ERRORS", booleanType, false),
        optional("PURGE_OPTION", integerType, 1),
        optional("PARALLELISM", integerType, 0),
        optional("HEAP_SIZE", integerType, 0),
        optional("ATOMIC_REFRESH", booleanType, true),
        optional("NESTED", booleanType, false)
      ],
      ({ runtime }, [list]) => {
        const parts = splitName((textArgument(list) ?? "").split(",")[0] ?? "") ?? []
        const [owner = runtime.currentSchema, name = ""] = parts.length > 1 ? parts : [runtime.currentSchema, parts[0]]
        throw ora(23401, [quoteName(owner, name)])
      }
    )
  ]
}
