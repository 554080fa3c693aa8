// How a function of Oracle is written in PostgreSQL: one rule per name. A rule sees emitted arguments and knows nothing of FROM.
import type { FunctionCall } from "../../sql/ast/index.ts"
import type { ValueType } from "../../types/value-type.ts"
import { familyOf, textType } from "../../types/value-type.ts"
import { asDatetime, asNumber, asText } from "../convert.ts"
import type { EmitContext } from "../emit-context.ts"
import type { Emitted } from "../emitted.ts"
import { emitted } from "../emitted.ts"

/** A call with its arguments. */
export interface CallSite {
  readonly call: FunctionCall
  readonly context: EmitContext
  readonly args: ReadonlyArray<Emitted>
  /** Where errors of an argument point. */
  readonly offset: (at: number) => number
}

/** Writes a call. */
export type FunctionRule = (site: CallSite) => Emitted

/** Rules by name. */
export type FunctionRules = Readonly<Record<string, FunctionRule>>

/** The argument; the parser has checked their number. */
export const argument = (site: CallSite, at: number): Emitted => {
  const value = site.args[at]
  if (value === undefined) throw new RangeError(`argument ${String(at)} of ${site.call.path[0].value}`)
  return value
}

export const numberAt = (site: CallSite, at: number): string =>
  asNumber(site.context, argument(site, at), site.offset(at))

export const textAt = (site: CallSite, at: number): Emitted => asText(site.context, argument(site, at), site.offset(at))

/** A text or a CLOB, which many character functions take as it is. */
export const charactersAt = (site: CallSite, at: number): Emitted => {
  const value = argument(site, at)
  return familyOf(value.type) === "clob" ? value : textAt(site, at)
}

export const datetimeAt = (site: CallSite, at: number): Emitted =>
  asDatetime(site.context, argument(site, at), site.offset(at))

/** True when the argument was given. */
export const has = (site: CallSite, at: number): boolean => at < site.args.length

/** A result that is NULL when an argument is. */
export const resultOf = (site: CallSite, sql: string, type: ValueType): Emitted =>
  emitted(
    sql,
    type,
    site.args.some(({ isNullable }) => isNullable)
  )

/** VARCHAR2 of the size of a text argument, or CLOB. */
export const sameText = (value: Emitted, factor = 1): ValueType =>
  familyOf(value.type) === "clob" ? value.type : textType(value.type.lengthBytes * factor)
