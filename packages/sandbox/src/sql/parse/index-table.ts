// `ON table [alias]` of CREATE INDEX.
import type { Identifier, ObjectName } from "../ast/node.ts"
import { identifierOf, isColumnName, parseObjectName } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

/** The table and its alias. */
export const parseColumnTable = (
  stream: TokenStream
): { readonly table: ObjectName; readonly tableAlias: Identifier | null } => {
  const table = parseObjectName(stream)
  const tableAlias = isColumnName(stream.token) ? identifierOf(stream.take()) : null
  return { table, tableAlias }
}
