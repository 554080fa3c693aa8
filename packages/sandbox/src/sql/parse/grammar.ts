// The places where the grammar calls itself through other files. They are passed with the stream, so that no two files import each other.
import type { Expression } from "../ast/expression.ts"
import type { Identifier } from "../ast/node.ts"
import type { Block } from "../ast/plsql.ts"
import type { PlsqlStatement } from "../ast/plsql-statement.ts"
import type { OrderItem, ParenthesizedQuery, Query } from "../ast/query.ts"
import type { TokenStream } from "./token-stream.ts"

/** The recursive rules. */
export interface Grammar {
  /** A value; where conditions are values (PL/SQL, release 23) any boolean expression. */
  readonly expression: (stream: TokenStream) => Expression
  /** A condition, or where they may stand together a value: what can be in parentheses. */
  readonly boolean: (stream: TokenStream) => Expression
  /** A condition; a mere value is ORA-00920 where conditions are no values. */
  readonly condition: (stream: TokenStream) => Expression
  /** What PL/SQL can assign to: a variable, a bind, a field or an element. */
  readonly target: (stream: TokenStream) => Expression
  /** ORDER BY's list, from the first element on. */
  readonly orderItems: (stream: TokenStream) => ReadonlyArray<OrderItem>
  /** A query from SELECT, WITH or `(` on, inside another statement. */
  readonly query: (stream: TokenStream) => Query
  /** The query of a cursor: it may have FOR UPDATE. */
  readonly cursorQuery: (stream: TokenStream) => Query
  /** A query as a value: no ORDER BY without row limit, no FOR UPDATE. */
  readonly subquery: (stream: TokenStream) => Query
  /** Goes on with a query whose first branch in parentheses has been read. */
  readonly queryAfter: (stream: TokenStream, first: ParenthesizedQuery) => Query
  /** A block from DECLARE or BEGIN on. */
  readonly block: (stream: TokenStream, labels?: ReadonlyArray<Identifier>) => Block
  /** The body of a local procedure or function, from its declarations to END. */
  readonly subprogramBody: (stream: TokenStream, name: Identifier) => Block
  /** A section of a compound trigger, from its declarations to END and its timing words. */
  readonly sectionBody: (stream: TokenStream, endWords: ReadonlyArray<string>) => Block
  /** The statements up to END, EXCEPTION, ELSE, ELSIF or WHEN. */
  readonly statements: (stream: TokenStream) => ReadonlyArray<PlsqlStatement>
}
