// DBMS_METADATA: GET_DDL of objects whose text the catalog keeps (views, stored units). Others are refused by name.
import { notInSandbox, ora } from "../errors/ora.ts"
import type { Runtime } from "../plsql/runtime.ts"
import { clobType, integerType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { quoteName, textArgument } from "./object-name.ts"
import type { PackageDefinition } from "./package.ts"
import { func, optional, procedure, required } from "./package.ts"

const getDdl = (runtime: Runtime, [type, name, schema]: ReadonlyArray<Value>): Value => {
  const kind = textArgument(type) ?? ""
  const owner = textArgument(schema) ?? runtime.currentSchema
  const object = textArgument(name) ?? ""
  const found = runtime.catalog().findObject(owner, object)
  if (found === null) throw ora(31603, [object, kind, owner])
  if (kind === "VIEW" && found.kind === "view")
    return `\n  CREATE OR REPLACE FORCE EDITIONABLE VIEW ${quoteName(owner, object)} (${found.columns.map((column) => quoteName(column.name)).join(", ")}) AS \n  ${found.text}`
  if (found.kind === "unit" && found.type === kind) return `\n  CREATE OR REPLACE EDITIONABLE ${found.source}`
  throw notInSandbox(`DBMS_METADATA.GET_DDL of ${kind}`)
}

/** The package. ORA-31603 for an object that is not there. */
export const dbmsMetadata: PackageDefinition = {
  name: "DBMS_METADATA",
  constants: { SESSION_TRANSFORM: { type: integerType, value: -1 } },
  subprograms: [
    func(
      "GET_DDL",
      [
        required("OBJECT_TYPE", textType),
        required("NAME", textType),
        optional("SCHEMA", textType),
        optional("VERSION", textType, "COMPATIBLE"),
        optional("MODEL", textType, "ORACLE"),
        optional("TRANSFORM", textType, "DDL")
      ],
      clobType,
      ({ runtime }, values) => getDdl(runtime, values)
    ),
    procedure(
      "SET_TRANSFORM_PARAM",
      [required("TRANSFORM_HANDLE", integerType), required("NAME", textType), required("VALUE", textType)],
      () => null
    )
  ]
}
