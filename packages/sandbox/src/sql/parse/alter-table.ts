// ALTER TABLE: which clause comes next, and which may not stand beside others (ORA-14047, 14048).
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { AlterTable, AlterTableAction } from "../ast/alter-table.ts"
import { parseColumnAction } from "./alter-columns.ts"
import { readPartitionAction } from "./alter-partition.ts"
import { readTableProperty } from "./alter-properties.ts"
import { parseObjectName } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const columnWords: ReadonlySet<string> = new Set(["ADD", "MODIFY", "DROP", "SET", "RENAME"])

/** Clauses that must be alone, and the number that says so. */
const alone: Readonly<Record<string, SyntaxCode>> = {
  "rename-table": 14047,
  "rename-constraint": 23290,
  "rename-column": 23290,
  "modify-default-attributes": 14048,
  "modify-partition": 14048,
  "modify-partition-read-only": 14048,
  "modify-partition-unusable-indexes": 14048,
  "set-interval": 14048,
  "set-store-in": 14048,
  "set-subpartition-template": 14048,
  "add-partition": 14048,
  "drop-partition": 14048,
  "truncate-partition": 14048,
  "rename-partition": 14048,
  "exchange-partition": 14048,
  "move-partition": 14048,
  "split-partition": 14048,
  "merge-partitions": 14048,
  "coalesce-partition": 14048
}

const parseAction = (stream: TokenStream): AlterTableAction => {
  const partition = readPartitionAction(stream)
  if (partition !== null) return partition
  if (stream.isOneOf(columnWords)) return parseColumnAction(stream)
  const property = readTableProperty(stream)
  if (property === null) throw stream.fail(1735)
  return property
}

const checkAlone = (stream: TokenStream, actions: ReadonlyArray<AlterTableAction>): void => {
  if (actions.length < 2) return
  for (const { kind, start } of actions) {
    const code = alone[kind]
    if (code !== undefined) throw stream.place(code, start)
  }
}

/** What follows `ALTER TABLE`. */
export const parseAlterTable = (stream: TokenStream, start: number): AlterTable => {
  const isIfExists = stream.release >= 23 && stream.acceptWords("IF", "EXISTS")
  const name = parseObjectName(stream)
  if (stream.isEnd()) throw stream.fail(2210)
  const actions: [AlterTableAction, ...AlterTableAction[]] = [parseAction(stream)]
  checkRenameEnd(stream, actions[0])
  while (!stream.isEnd()) actions.push(parseAction(stream))
  checkAlone(stream, actions)
  return { kind: "alter-table", name, isIfExists, actions, ...stream.span(start) }
}

/** Whatever follows RENAME or a partition clause is another operation to Oracle, known or not. */
const checkRenameEnd = (stream: TokenStream, action: AlterTableAction): void => {
  const code = alone[action.kind]
  if (code !== undefined && !stream.isEnd()) throw stream.fail(code)
}
