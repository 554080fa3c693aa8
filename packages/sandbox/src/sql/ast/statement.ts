// The union of everything that parseStatement can return.
import type { AlterTable } from "./alter-table.ts"
import type { Delete, Insert, LockTable, Merge, Update } from "./dml.ts"
import type { AlterIndex, CreateIndex, DropIndex } from "./index-ddl.ts"
import type { Block } from "./plsql.ts"
import type { Query } from "./query.ts"
import type {
  AlterCompile,
  AlterSequence,
  AlterTrigger,
  Analyze,
  Comment,
  CreateSequence,
  CreateSynonym,
  CreateTrigger,
  CreateUnit,
  CreateView,
  DropObject,
  FlashbackTable,
  Purge,
  RenameObject,
  TruncateTable
} from "./schema-object.ts"
import type { AlterUser, CreateRole, CreateUser, DropRole, DropUser, Grant, Revoke } from "./security.ts"
import type {
  AlterSession,
  AlterSystem,
  Call,
  Commit,
  Rollback,
  Savepoint,
  SetConstraints,
  SetRole,
  SetTransaction
} from "./session.ts"
import type { CreateTable } from "./table.ts"
import type { CreateTablespace, DropTablespace } from "./tablespace.ts"

/** DML: opens a transaction, has a row count. */
export type DmlStatement = Insert | Update | Delete | Merge

/** DDL: commits before and after. */
export type DdlStatement =
  | CreateTable
  | AlterTable
  | CreateIndex
  | AlterIndex
  | DropIndex
  | CreateSequence
  | AlterSequence
  | CreateView
  | CreateSynonym
  | Comment
  | CreateTrigger
  | AlterTrigger
  | CreateUnit
  | AlterCompile
  | DropObject
  | TruncateTable
  | RenameObject
  | FlashbackTable
  | Purge
  | Analyze
  | CreateUser
  | AlterUser
  | DropUser
  | CreateRole
  | DropRole
  | CreateTablespace
  | DropTablespace
  | Grant
  | Revoke

/** Session and transaction control: commits nothing of itself. */
export type ControlStatement =
  | Commit
  | Rollback
  | Savepoint
  | SetTransaction
  | SetRole
  | SetConstraints
  | AlterSession
  | AlterSystem
  | LockTable

/** Any statement. `Block` is an anonymous block, `Call` is CALL. */
export type Statement = Query | DmlStatement | DdlStatement | ControlStatement | Block | Call
