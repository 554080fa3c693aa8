// DBMS_RLS: policies are recorded and shown; no row is hidden by one, because policy functions are PL/SQL of users.
import type { PolicyEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Runtime } from "../plsql/runtime.ts"
import { booleanType, integerType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { nameArgument, splitName, textArgument } from "./object-name.ts"
import type { PackageDefinition } from "./package.ts"
import { optional, procedure, required } from "./package.ts"

/** Constants of POLICY_TYPE. */
const policyTypes: Readonly<Record<string, number>> = {
  STATIC: 1,
  SHARED_STATIC: 2,
  CONTEXT_SENSITIVE: 3,
  SHARED_CONTEXT_SENSITIVE: 4,
  DYNAMIC: 5
}

const allRows = 1

const typeName = (value: Value | undefined, isStatic: boolean): string => {
  const found = Object.entries(policyTypes).find(([, number]) => number === value)
  if (value !== null && value !== undefined && found === undefined) throw ora(28104, ["policy_type"])
  return found?.[0] ?? (isStatic ? "STATIC" : "DYNAMIC")
}

const findObject = (runtime: Runtime, schema: Value | undefined, name: Value | undefined) => {
  const owner = nameArgument(schema, runtime.currentSchema)
  const object = nameArgument(name, "")
  const entry = runtime.catalog().findObject(owner, object)
  if (entry?.kind !== "table" && entry?.kind !== "view") throw ora(942)
  return entry
}

const findPolicy = (runtime: Runtime, objectId: number, name: string): PolicyEntry | null =>
  runtime
    .catalog()
    .childrenOf(objectId, "policy")
    .find((policy) => policy.name === name) ?? null

const listNames = (value: Value | undefined): ReadonlyArray<string> =>
  (textArgument(value) ?? "")
    .split(/[,\s]+(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .flatMap((one) => (one === "" ? [] : [nameArgument(one, "")]))

type PolicyFacts = Omit<PolicyEntry, "kind" | "id" | "owner" | "name" | "parentId">

/** The arguments of ADD_POLICY after the names. */
const policyFacts = (runtime: Runtime, values: ReadonlyArray<Value>): PolicyFacts => {
  const [functionSchema, functionPath, statements, check, enable, isStatic, type, isLong, columns, option] = values
  const path = splitName(textArgument(functionPath) ?? "")
  const functionName = path?.at(-1)
  if (path === null || functionName === undefined) throw ora(28104, ["policy_function"])
  const types = listNames(statements)
  return {
    functionOwner: nameArgument(functionSchema, runtime.currentSchema),
    functionPackage: path.length > 1 ? (path.at(-2) ?? null) : null,
    functionName,
    statementTypes: types.length === 0 ? ["SELECT", "INSERT", "UPDATE", "DELETE"] : types,
    isChecked: check === true,
    isEnabled: enable !== false,
    type: typeName(type, isStatic === true),
    isLongPredicate: isLong === true,
    columns: listNames(columns),
    isAllRows: option === allRows
  }
}

const addPolicy = async (runtime: Runtime, values: ReadonlyArray<Value>): Promise<void> => {
  const entry = findObject(runtime, values[0], values[1])
  const name = nameArgument(values[2], "")
  if (findPolicy(runtime, entry.id, name) !== null) throw ora(28101)
  const facts = policyFacts(runtime, values.slice(3))
  await runtime.changeCatalog((change) => {
    const id = change.takeObjectId()
    change.put({ kind: "policy", id, owner: entry.owner, name, parentId: entry.id, ...facts })
  })
}

const changePolicy = async (
  runtime: Runtime,
  [schema, object, policy]: ReadonlyArray<Value>,
  change: (found: PolicyEntry) => PolicyEntry | null
): Promise<void> => {
  const entry = findObject(runtime, schema, object)
  const name = nameArgument(policy, "")
  const found = findPolicy(runtime, entry.id, name)
  if (found === null) throw ora(28102)
  await runtime.changeCatalog((catalog) => {
    const next = change(found)
    if (next === null) catalog.remove(found.id)
    else catalog.put(next)
  })
}

const objectParameters = [
  optional("OBJECT_SCHEMA", textType),
  required("OBJECT_NAME", textType),
  required("POLICY_NAME", textType)
]

/** The package. ORA-28101 for a policy that exists, ORA-28102 for one that does not. */
export const dbmsRls: PackageDefinition = {
  name: "DBMS_RLS",
  constants: {
    ...Object.fromEntries(Object.entries(policyTypes).map(([name, value]) => [name, { type: integerType, value }])),
    ALL_ROWS: { type: integerType, value: allRows }
  },
  subprograms: [
    procedure(
      "ADD_POLICY",
      [
        ...objectParameters,
        optional("FUNCTION_SCHEMA", textType),
        required("POLICY_FUNCTION", textType),
        optional("STATEMENT_TYPES", textType),
        optional("UPDATE_CHECK", booleanType, false),
        optional("ENABLE", booleanType, true),
        optional("STATIC_POLICY", booleanType, false),
        optional("POLICY_TYPE", integerType),
        optional("LONG_PREDICATE", booleanType, false),
        optional("SEC_RELEVANT_COLS", textType),
        optional("SEC_RELEVANT_COLS_OPT", integerType)
      ],
      ({ runtime }, values) => addPolicy(runtime, values)
    ),
    procedure("DROP_POLICY", objectParameters, ({ runtime }, values) => changePolicy(runtime, values, () => null)),
    procedure("ENABLE_POLICY", [...objectParameters, optional("ENABLE", booleanType, true)], ({ runtime }, values) =>
      changePolicy(runtime, values, (found) => ({ ...found, isEnabled: values[3] !== false }))
    )
  ]
}
