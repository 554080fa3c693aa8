// Statements of PL/SQL. SQL statements stand in it as they are; INTO and RETURNING are part of their own nodes.
import type { Delete, Insert, LockTable, Merge, Update } from "./dml.ts"
import type { Expression } from "./expression.ts"
import type { Identifier, Span } from "./node.ts"
import type { Block } from "./plsql.ts"
import type { IntoClause, Query } from "./query.ts"
import type { Commit, Rollback, Savepoint, SetTransaction } from "./session.ts"

/** Any statement between BEGIN and END. A Query has an INTO in its Select (or it is PLS-00428). */
export type PlsqlStatement =
  | AssignmentStatement
  | CallStatement
  | NullStatement
  | IfStatement
  | CaseStatement
  | Loop
  | ExitStatement
  | ReturnStatement
  | RaiseStatement
  | Block
  | ExecuteImmediate
  | OpenCursor
  | FetchCursor
  | CloseCursor
  | ForAll
  | Query
  | Insert
  | Update
  | Delete
  | Merge
  | LockTable
  | Commit
  | Rollback
  | Savepoint
  | SetTransaction

/** `target := value`. The target is a name, bind, `:NEW.c`, field or collection element. */
export interface AssignmentStatement extends Span {
  readonly kind: "assignment"
  readonly target: Expression
  readonly value: Expression
}

/** `p`, `p(...)`, `pkg.p(...)`, `t.DELETE(i)`: a NameReference or a FunctionCall (or an element's method). */
export interface CallStatement extends Span {
  readonly kind: "call-statement"
  readonly call: Expression
}

/** NULL; */
export interface NullStatement extends Span {
  readonly kind: "null-statement"
}

/** IF ... ELSIF ... ELSE ... END IF. */
export interface IfStatement extends Span {
  readonly kind: "if"
  readonly branches: ReadonlyArray<StatementBranch>
  readonly otherwise: ReadonlyArray<PlsqlStatement>
}

/** A condition (or WHEN value) and what is done then. */
export interface StatementBranch extends Span {
  readonly when: Expression
  readonly statements: ReadonlyArray<PlsqlStatement>
}

/** CASE statement. Without ELSE and without a match: ORA-06592. */
export interface CaseStatement extends Span {
  readonly kind: "case-statement"
  readonly selector: Expression | null
  readonly branches: ReadonlyArray<StatementBranch>
  /** null when ELSE was not written. */
  readonly otherwise: ReadonlyArray<PlsqlStatement> | null
}

/** LOOP, WHILE and FOR. */
export interface Loop extends Span {
  readonly kind: "loop"
  readonly labels: ReadonlyArray<Identifier>
  readonly control: LoopControl
  readonly statements: ReadonlyArray<PlsqlStatement>
}

/** What drives a loop. */
export type LoopControl =
  | { readonly kind: "endless" }
  | { readonly kind: "while"; readonly condition: Expression }
  | {
      readonly kind: "range"
      readonly variable: Identifier
      readonly isReverse: boolean
      readonly low: Expression
      readonly high: Expression
    }
  | { readonly kind: "query"; readonly variable: Identifier; readonly query: Query }
  /** A declared cursor, with arguments: a NameReference or FunctionCall. */
  | { readonly kind: "cursor"; readonly variable: Identifier; readonly cursor: Expression }

/** EXIT and CONTINUE. */
export interface ExitStatement extends Span {
  readonly kind: "exit" | "continue"
  readonly label: Identifier | null
  readonly when: Expression | null
}

/** RETURN [value]. */
export interface ReturnStatement extends Span {
  readonly kind: "return"
  readonly value: Expression | null
}

/** RAISE [exception]. */
export interface RaiseStatement extends Span {
  readonly kind: "raise"
  /** null raises the current exception again. */
  readonly exception: ReadonlyArray<Identifier> | null
}

/** EXECUTE IMMEDIATE text [INTO ...] [USING ...] [RETURNING INTO ...]. */
export interface ExecuteImmediate extends Span {
  readonly kind: "execute-immediate"
  readonly text: Expression
  readonly into: IntoClause | null
  readonly using: ReadonlyArray<UsingArgument>
  readonly returningInto: IntoClause | null
}

/** An argument of USING. */
export interface UsingArgument extends Span {
  readonly mode: "in" | "out" | "in out"
  readonly value: Expression
}

/** OPEN c [(arguments)] and OPEN c FOR query | text [USING ...]. */
export interface OpenCursor extends Span {
  readonly kind: "open"
  readonly cursor: Expression
  readonly source:
    | { readonly kind: "declared" }
    | { readonly kind: "query"; readonly query: Query }
    | { readonly kind: "dynamic"; readonly text: Expression; readonly using: ReadonlyArray<UsingArgument> }
}

/** FETCH c [BULK COLLECT] INTO ... [LIMIT n]. */
export interface FetchCursor extends Span {
  readonly kind: "fetch"
  readonly cursor: Expression
  readonly into: IntoClause
  readonly limit: Expression | null
}

/** CLOSE c. */
export interface CloseCursor extends Span {
  readonly kind: "close"
  readonly cursor: Expression
}

/** FORALL i IN ... statement. */
export interface ForAll extends Span {
  readonly kind: "forall"
  readonly variable: Identifier
  readonly bounds:
    | { readonly kind: "range"; readonly low: Expression; readonly high: Expression }
    | { readonly kind: "indices-of" | "values-of"; readonly collection: Expression }
  readonly isSaveExceptions: boolean
  readonly statement: Insert | Update | Delete | Merge | ExecuteImmediate
}
