// PL/SQL: blocks, declarations, exceptions. Statements are in plsql-statement.ts.
import type { DataType } from "./data-type.ts"
import type { Expression } from "./expression.ts"
import type { Identifier, Span } from "./node.ts"
import type { PlsqlStatement } from "./plsql-statement.ts"
import type { Query } from "./query.ts"

/** `[<<label>>] [DECLARE ...] BEGIN ... [EXCEPTION ...] END`. Also the body of a subprogram. */
export interface Block extends Span {
  readonly kind: "block"
  readonly labels: ReadonlyArray<Identifier>
  readonly declarations: ReadonlyArray<Declaration>
  readonly statements: ReadonlyArray<PlsqlStatement>
  readonly handlers: ReadonlyArray<ExceptionHandler>
}

/** `WHEN a OR b THEN ...`. */
export interface ExceptionHandler extends Span {
  /** Names of exceptions; "others" is WHEN OTHERS, which comes last (PLS-00370). */
  readonly exceptions: ReadonlyArray<ReadonlyArray<Identifier>> | "others"
  readonly statements: ReadonlyArray<PlsqlStatement>
}

/** What a block declares. */
export type Declaration =
  | VariableDeclaration
  | ExceptionDeclaration
  | Pragma
  | CursorDeclaration
  | TypeDeclaration
  | SubtypeDeclaration
  | SubprogramDeclaration

/** `name [CONSTANT] type [NOT NULL] [:= | DEFAULT value]`. */
export interface VariableDeclaration extends Span {
  readonly kind: "variable"
  readonly name: Identifier
  readonly isConstant: boolean
  readonly type: DataType
  readonly isNotNull: boolean
  readonly initial: Expression | null
}

/** `name EXCEPTION`. */
export interface ExceptionDeclaration extends Span {
  readonly kind: "exception"
  readonly name: Identifier
}

/** `PRAGMA EXCEPTION_INIT(e, -942)`, `PRAGMA AUTONOMOUS_TRANSACTION` ... */
export interface Pragma extends Span {
  readonly kind: "pragma"
  readonly name: string
  readonly arguments: ReadonlyArray<Expression>
}

/** `CURSOR c [(parameters)] [RETURN type] IS query`. */
export interface CursorDeclaration extends Span {
  readonly kind: "cursor-declaration"
  readonly name: Identifier
  readonly parameters: ReadonlyArray<Parameter>
  readonly returns: DataType | null
  /** null: declared now, defined later. */
  readonly query: Query | null
}

/** `TYPE t IS ...`. */
export interface TypeDeclaration extends Span {
  readonly kind: "type"
  readonly name: Identifier
  readonly definition:
    | { readonly kind: "record"; readonly fields: ReadonlyArray<RecordField> }
    /** INDEX BY makes it an associative array; otherwise a nested table. */
    | {
        readonly kind: "table"
        readonly element: DataType
        readonly isElementNotNull: boolean
        readonly indexBy: DataType | null
      }
    | {
        readonly kind: "varray"
        readonly limit: number
        readonly element: DataType
        readonly isElementNotNull: boolean
      }
    | { readonly kind: "ref-cursor"; readonly returns: DataType | null }
}

/** A field of a record type. */
export interface RecordField extends Span {
  readonly name: Identifier
  readonly type: DataType
  readonly isNotNull: boolean
  readonly initial: Expression | null
}

/** `SUBTYPE s IS base [RANGE a .. b] [NOT NULL]`. */
export interface SubtypeDeclaration extends Span {
  readonly kind: "subtype"
  readonly name: Identifier
  readonly base: DataType
  readonly range: { readonly low: Expression; readonly high: Expression } | null
  readonly isNotNull: boolean
}

/** A procedure or function: a local one, or the one of CREATE PROCEDURE. */
export interface SubprogramDeclaration extends Span {
  readonly kind: "subprogram"
  readonly type: "procedure" | "function"
  readonly name: Identifier
  readonly parameters: ReadonlyArray<Parameter>
  /** null for a procedure. */
  readonly returns: DataType | null
  /** DETERMINISTIC, RESULT_CACHE, PIPELINED ..., AUTHID words, in upper case. */
  readonly properties: ReadonlyArray<string>
  /** null: a forward declaration. */
  readonly body: Block | null
}

/** A parameter of a subprogram or cursor. */
export interface Parameter extends Span {
  readonly name: Identifier
  readonly mode: "in" | "out" | "in out"
  readonly isNoCopy: boolean
  readonly type: DataType
  readonly initial: Expression | null
}

/** `COMPOUND TRIGGER ... END`: what its sections share, and the sections. */
export interface CompoundBody extends Span {
  readonly declarations: ReadonlyArray<Declaration>
  readonly sections: ReadonlyArray<CompoundSection>
}

/** One timing point of a compound trigger. */
export interface CompoundSection extends Span {
  readonly timing: "before statement" | "before each row" | "after each row" | "after statement" | "instead of each row"
  readonly block: Block
}

/** The PL/SQL part of a stored object: created even when it does not compile (ORA-24344). */
export interface CompiledBody extends Span {
  /** null when the text has errors, or when this kind of unit is stored without being read (packages). */
  readonly block: Block | null
  /** The subprogram for CREATE PROCEDURE and FUNCTION; null otherwise or with errors. */
  readonly subprogram: SubprogramDeclaration | null
  readonly errors: ReadonlyArray<CompileError>
}

/** A line of ALL_ERRORS. */
export interface CompileError {
  /** `PLS-00103: Encountered the symbol ...`. */
  readonly message: string
  /** From 1, in the source of the unit. */
  readonly line: number
  readonly column: number
  /** Offset in the statement. */
  readonly offset: number
}
