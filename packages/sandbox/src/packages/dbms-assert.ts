// DBMS_ASSERT: names checked and quoted.
import { ora } from "../errors/ora.ts"
import { booleanType, textType } from "../plsql/types.ts"
import type { Runtime } from "../plsql/runtime.ts"
import type { Value } from "../plsql/value.ts"
import { splitName, textArgument } from "./object-name.ts"
import type { PackageDefinition } from "./package.ts"
import { func, optional, required } from "./package.ts"

const plainName = /^[\p{L}][\p{L}\p{N}_$#]*$/u

const simpleName = (value: Value | undefined): string => {
  const text = textArgument(value)?.trim() ?? ""
  if (plainName.test(text) || /^"[^"]+"$/u.test(text)) return text
  throw ora(44003)
}

const enquoteName = (value: Value | undefined, isUpper: boolean): string => {
  const text = textArgument(value)
  if (text === null) throw ora(44003)
  if (text.startsWith('"') && text.endsWith('"') && text.length > 2) {
    if (text.slice(1, -1).includes('"')) throw ora(44003)
    return text
  }
  if (text.includes('"')) throw ora(44003)
  return `"${isUpper ? text.toUpperCase() : text}"`
}

const enquoteLiteral = (value: Value | undefined): string => {
  const text = textArgument(value) ?? ""
  const inner = text.startsWith("'") && text.endsWith("'") && text.length > 1 ? text.slice(1, -1) : text
  if (inner.replaceAll("''", "").includes("'")) throw ora(6502, [""])
  return `'${inner}'`
}

const objectExists = (runtime: Runtime, text: string): boolean => {
  const parts = splitName(text)
  if (parts === null) return false
  const [owner, name] = parts.length > 1 ? parts : [runtime.currentSchema, parts[0]]
  return name !== undefined && owner !== undefined && runtime.catalog().findObject(owner, name) !== null
}

const schemaExists = (runtime: Runtime, name: string): boolean => runtime.catalog().findAccount(name)?.kind === "user"

/** The package. ORA-44001 schema, 44002 object, 44003 simple name, 44004 qualified name. */
export const dbmsAssert: PackageDefinition = {
  name: "DBMS_ASSERT",
  subprograms: [
    func(
      "ENQUOTE_NAME",
      [required("STR", textType), optional("CAPITALIZE", booleanType, true)],
      textType,
      (_, [text, capitalize]) => enquoteName(text, capitalize !== false)
    ),
    func("ENQUOTE_LITERAL", [required("STR", textType)], textType, (_, [text]) => enquoteLiteral(text)),
    func("NOOP", [required("STR", textType)], textType, (_, [text]) => text ?? null),
    func("SIMPLE_SQL_NAME", [required("STR", textType)], textType, (_, [text]) => simpleName(text)),
    func("QUALIFIED_SQL_NAME", [required("STR", textType)], textType, (_, [value]) => {
      const text = textArgument(value)
      if (text === null || splitName(text) === null) throw ora(44004)
      return text
    }),
    func("SCHEMA_NAME", [required("STR", textType)], textType, ({ runtime }, [value]) => {
      const text = textArgument(value)
      if (text === null || !schemaExists(runtime, text)) throw ora(44001)
      return text
    }),
    func("SQL_OBJECT_NAME", [required("STR", textType)], textType, ({ runtime }, [value]) => {
      const text = textArgument(value)
      if (text === null || !objectExists(runtime, text)) throw ora(44002)
      return text
    })
  ]
}
