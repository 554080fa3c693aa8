// Expressions of SQL and PL/SQL. Conditions are part of the union: PL/SQL stores them in variables, and SQL puts them wherever a condition stands;
// the parser refuses them elsewhere before release 23.
import type { Condition } from "./condition.ts"
import type { SqlType } from "./data-type.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { OrderItem, Query } from "./query.ts"
import type { WindowSpecification } from "./window.ts"

/** `12.50`, `1e5`, `1.5f`. Kept as text: no digit is lost on the way. */
export interface NumberLiteral extends Span {
  readonly kind: "number"
  /** Digits as written, without the suffix. */
  readonly text: string
  /** BINARY_FLOAT (f) or BINARY_DOUBLE (d) literal; null is NUMBER. */
  readonly suffix: "f" | "d" | null
}

/** `'text'`, `q'[text]'`, `N'text'`. An empty one is NULL. */
export interface StringLiteral extends Span {
  readonly kind: "string"
  readonly value: string
  readonly isNational: boolean
}

/** NULL. */
export interface NullLiteral extends Span {
  readonly kind: "null"
}

/** TRUE and FALSE: PL/SQL, and SQL from release 23 on. */
export interface BooleanLiteral extends Span {
  readonly kind: "boolean"
  readonly value: boolean
}

/** `DATE '2024-01-31'`, `TIMESTAMP '2024-01-31 12:00:00.5 +02:00'`: the text is checked when it is evaluated. */
export interface DatetimeLiteral extends Span {
  readonly kind: "datetime"
  readonly type: "DATE" | "TIMESTAMP"
  readonly text: string
}

/** Fields of an interval literal and of EXTRACT. */
export type DatetimeField =
  | "YEAR"
  | "MONTH"
  | "DAY"
  | "HOUR"
  | "MINUTE"
  | "SECOND"
  | "TIMEZONE_HOUR"
  | "TIMEZONE_MINUTE"
  | "TIMEZONE_REGION"
  | "TIMEZONE_ABBR"

/** `INTERVAL '1' MONTH`, `INTERVAL '4 5:12' DAY(3) TO MINUTE`. */
export interface IntervalLiteral extends Span {
  readonly kind: "interval"
  readonly text: string
  readonly from: DatetimeField
  readonly to: DatetimeField | null
  /** Digits of the leading field; null means 2. */
  readonly leadingPrecision: number | null
  readonly fractionPrecision: number | null
}

/** `:name`, `:1`, `:"Name"`. In a trigger's body `:NEW` and `:OLD` are correlation names, see `CorrelationColumn`. */
export interface Bind extends Span {
  readonly kind: "bind"
  /** Without colon; upper case unless quoted. */
  readonly name: string
  /** Index into `PreparedStatement.binds`: per occurrence in SQL, per distinct name in PL/SQL. */
  readonly index: number
}

/** `:NEW.column` and `:OLD.column` in a row trigger. */
export interface CorrelationColumn extends Span {
  readonly kind: "correlation-column"
  readonly row: "NEW" | "OLD" | "PARENT"
  readonly column: Identifier
}

/**
 * A name whose meaning is found later: a column (`c`, `t.c`, `s.t.c`), a PL/SQL variable or record field, a function without parentheses,
 * a package constant.
 */
export interface NameReference extends Span {
  readonly kind: "name"
  readonly path: readonly [Identifier, ...Identifier[]]
  /** `(+)` was written after it. */
  readonly isOuterJoined: boolean
}

/** Values that a query makes for each row. */
export interface PseudoColumn extends Span {
  readonly kind: "pseudo-column"
  readonly name: "ROWNUM" | "LEVEL" | "ROWID" | "ORA_ROWSCN" | "CONNECT_BY_ISLEAF" | "CONNECT_BY_ISCYCLE"
  /** `t` in `t.ROWID`; null when none was written. */
  readonly qualifier: ReadonlyArray<Identifier> | null
}

/** `s.NEXTVAL`, `s.CURRVAL`. */
export interface SequenceValue extends Span {
  readonly kind: "sequence-value"
  readonly sequence: ObjectName
  readonly which: "NEXTVAL" | "CURRVAL"
}

/** Functions written without parentheses. */
export interface NiladicFunction extends Span {
  readonly kind: "niladic"
  readonly name:
    | "SYSDATE"
    | "SYSTIMESTAMP"
    | "CURRENT_DATE"
    | "CURRENT_TIMESTAMP"
    | "LOCALTIMESTAMP"
    | "USER"
    | "UID"
    | "SESSIONTIMEZONE"
    | "DBTIMEZONE"
  /** `CURRENT_TIMESTAMP(3)`; null when none was written. */
  readonly precision: number | null
}

/** One argument: positional, or `name => value`. */
export interface Argument extends Span {
  readonly name: Identifier | null
  readonly value: Expression
}

/**
 * A call of a function, an aggregate, an analytic function, a PL/SQL subprogram, or an element of a PL/SQL collection (`t(i)`): the parser cannot tell
 * the last from the others.
 */
export interface FunctionCall extends Span {
  readonly kind: "call"
  readonly path: readonly [Identifier, ...Identifier[]]
  readonly arguments: ReadonlyArray<Argument>
  /** `COUNT(*)`. */
  readonly isStar: boolean
  /** `COUNT(DISTINCT x)`, `SUM(ALL x)`. */
  readonly quantifier: "distinct" | "all" | null
  /** `FIRST_VALUE(x IGNORE NULLS)` or `FIRST_VALUE(x) IGNORE NULLS`. */
  readonly nulls: "ignore" | "respect" | null
  /** LISTAGG: `ON OVERFLOW`; null when none was written (error). */
  readonly overflow: ListaggOverflow | null
  /** `WITHIN GROUP (ORDER BY ...)`. */
  readonly withinGroup: ReadonlyArray<OrderItem> | null
  readonly over: WindowSpecification | null
}

/** `ON OVERFLOW ERROR | TRUNCATE ['...'] [WITH | WITHOUT COUNT]`. */
export interface ListaggOverflow extends Span {
  readonly action: "error" | "truncate"
  readonly indicator: Expression | null
  readonly hasCount: boolean
}

/** A field of what a call returns: `t(i).name`, `f(x).y`. PL/SQL only. */
export interface FieldAccess extends Span {
  readonly kind: "field"
  readonly object: Expression
  readonly name: Identifier
}

/** Parentheses after a call: `t(i)(j)`, `t(i).names(j)`. PL/SQL only. */
export interface ElementAccess extends Span {
  readonly kind: "element"
  readonly object: Expression
  readonly arguments: ReadonlyArray<Argument>
}

/** `SQL%ROWCOUNT`, `c%FOUND`, `SQL%BULK_ROWCOUNT(i)`. PL/SQL only. */
export interface CursorAttribute extends Span {
  readonly kind: "cursor-attribute"
  /** The cursor; `SQL` is the implicit one. */
  readonly cursor: NameReference | Bind
  readonly attribute: "FOUND" | "NOTFOUND" | "ISOPEN" | "ROWCOUNT" | "BULK_ROWCOUNT" | "BULK_EXCEPTIONS"
  /** `SQL%BULK_ROWCOUNT(i)`, `SQL%BULK_EXCEPTIONS(i)`. */
  readonly index: Expression | null
}

/** `-x`, `+x`, `PRIOR x`, `CONNECT_BY_ROOT x`. */
export interface UnaryOperation extends Span {
  readonly kind: "unary"
  readonly operator: "+" | "-" | "PRIOR" | "CONNECT_BY_ROOT"
  readonly operand: Expression
}

/** Arithmetic and concatenation. `**` is PL/SQL only. */
export interface BinaryOperation extends Span {
  readonly kind: "binary"
  readonly operator: "+" | "-" | "*" | "/" | "||" | "**"
  readonly left: Expression
  readonly right: Expression
}

/** `CASE x WHEN ... END` (selector) and `CASE WHEN ... END` (selector null, `when` is a condition). */
export interface CaseExpression extends Span {
  readonly kind: "case"
  readonly selector: Expression | null
  readonly branches: ReadonlyArray<CaseBranch>
  readonly otherwise: Expression | null
}

/** One WHEN of a CASE expression. */
export interface CaseBranch extends Span {
  readonly when: Expression
  readonly result: Expression
}

/** `CAST(x AS type)`. */
export interface CastExpression extends Span {
  readonly kind: "cast"
  readonly value: Expression
  readonly type: SqlType
}

/** `EXTRACT(YEAR FROM x)`. */
export interface ExtractExpression extends Span {
  readonly kind: "extract"
  readonly field: DatetimeField
  readonly value: Expression
}

/** `TRIM([[LEADING | TRAILING | BOTH] [c] FROM] x)`. */
export interface TrimExpression extends Span {
  readonly kind: "trim"
  readonly side: "leading" | "trailing" | "both"
  /** null is a blank. */
  readonly characters: Expression | null
  readonly value: Expression
}

/** `x AT TIME ZONE z`, `x AT LOCAL`. */
export interface AtTimeZone extends Span {
  readonly kind: "at-time-zone"
  readonly value: Expression
  /** null is AT LOCAL. */
  readonly zone: Expression | null
}

/** `(a - b) DAY(9) TO SECOND(3)`, `(a - b) YEAR TO MONTH`: a difference of datetimes as an interval. */
export interface IntervalConversion extends Span {
  readonly kind: "interval-conversion"
  readonly value: Expression
  readonly unit: "year-month" | "day-second"
  readonly leadingPrecision: number | null
  readonly fractionPrecision: number | null
}

/** A query in parentheses used as a value. */
export interface ScalarSubquery extends Span {
  readonly kind: "subquery"
  readonly query: Query
}

/** `CURSOR(SELECT ...)`. */
export interface CursorExpression extends Span {
  readonly kind: "cursor"
  readonly query: Query
}

/** `(a, b)`: several values compared together. Stands only next to a comparison, IN, or as a grouping set. */
export interface RowExpression extends Span {
  readonly kind: "row"
  readonly items: ReadonlyArray<Expression>
}

/** DEFAULT as a value of INSERT and UPDATE. */
export interface DefaultValue extends Span {
  readonly kind: "default"
}

/** Values: everything that is not a condition. */
export type ValueExpression =
  | NumberLiteral
  | StringLiteral
  | NullLiteral
  | BooleanLiteral
  | DatetimeLiteral
  | IntervalLiteral
  | Bind
  | CorrelationColumn
  | NameReference
  | PseudoColumn
  | SequenceValue
  | NiladicFunction
  | FunctionCall
  | FieldAccess
  | ElementAccess
  | CursorAttribute
  | UnaryOperation
  | BinaryOperation
  | CaseExpression
  | CastExpression
  | ExtractExpression
  | TrimExpression
  | AtTimeZone
  | IntervalConversion
  | ScalarSubquery
  | CursorExpression
  | RowExpression
  | DefaultValue

/** Anything that has a value, truth values included. */
export type Expression = ValueExpression | Condition
