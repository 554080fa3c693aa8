// What a client can ask for once it is read: data only.
import type { PreparedStatement, SessionAttributes } from "../../engine/engine.ts"
import type { LoginMessage } from "../login/login-pairs.ts"
import type { TypeNegotiation } from "../login/negotiation.ts"
import type { BindMetadata } from "./bind-metadata.ts"
import type { SentBind } from "./bind-values.ts"

/** Something that rides before a request and has no reply of its own. */
export type Piggyback =
  | { readonly kind: "close-cursors" | "cancel-cursors"; readonly cursorIds: ReadonlyArray<number> }
  | { readonly kind: "attributes"; readonly attributes: SessionAttributes }
  | { readonly kind: "schema"; readonly schema: string }
  | { readonly kind: "free-lobs"; readonly locators: ReadonlyArray<Buffer> }

/** A full execution. */
export interface ExecuteCall {
  readonly kind: "execute"
  /** 0 asks for a new cursor. */
  readonly cursorId: number
  /** The statement when it is to be parsed, else null: the cursor has it. */
  readonly statement: PreparedStatement | null
  readonly isExecute: boolean
  readonly isFetch: boolean
  readonly isDescribeOnly: boolean
  readonly isCommit: boolean
  readonly isBatchErrors: boolean
  readonly wantsRowCounts: boolean
  readonly isPlsql: boolean
  /** Rows to send along with the description. */
  readonly prefetchRows: number
  /** null when nothing is bound. */
  readonly binds: ReadonlyArray<BindMetadata> | null
  /** Types in which the columns are wanted; null when nothing is said. */
  readonly defines: ReadonlyArray<BindMetadata> | null
  readonly rows: ReadonlyArray<ReadonlyArray<SentBind>>
}

/** An execution of what a cursor holds. */
export interface ReexecuteCall {
  readonly kind: "re-execute"
  readonly cursorId: number
  readonly isCommit: boolean
  /** Rows to send along; 0 for everything but queries. */
  readonly prefetchRows: number
  readonly rows: ReadonlyArray<ReadonlyArray<SentBind>>
}

/** An operation on a LOB. */
export interface LobCall {
  readonly kind: "lob"
  readonly operation: number
  readonly locator: Buffer
  /** One-based, in characters (UTF-16 units) or bytes; of a new LOB its character set form. */
  readonly sourceOffset: number
  /** Of a new LOB its type number. */
  readonly destinationOffset: number
  /** Characters or bytes; null when none was sent. */
  readonly amount: number | null
  readonly data: Buffer | null
}

/** One request of a client. */
export type Call =
  | { readonly kind: "protocol" }
  | { readonly kind: "data-types"; readonly negotiation: TypeNegotiation }
  | { readonly kind: "login-begin"; readonly message: LoginMessage }
  | { readonly kind: "login-finish"; readonly message: LoginMessage }
  | ExecuteCall
  | ReexecuteCall
  | LobCall
  | { readonly kind: "fetch"; readonly cursorId: number; readonly rows: number }
  | { readonly kind: "commit" | "rollback" | "ping" | "logoff" | "version" }

/** A request with what rides before it. */
export interface Request {
  readonly piggybacks: ReadonlyArray<Piggyback>
  readonly call: Call
}
