// The run-time library of one template: nunjucks' own, with every read, call and write made strict and given its place.
// A field that exists and is null may be tested by `if`; it may not be written, looped over, calculated with or read into.
import { callTemplateFilter } from "./call-filter.ts"
import { nunjucksRuntime } from "./nunjucks-internals.ts"
import type { Macro, RenderContext, RenderFrame } from "./nunjucks-internals.ts"
import { calculate, joinText } from "./operators.ts"
import type { Operator } from "./operators.ts"
import { missingField, RenderFault, templateFault } from "./render-fault.ts"
import type { TemplateFilter } from "../filters/define-filter.ts"

/** Filters by name. */
export type FilterTable = ReadonlyMap<string, TemplateFilter>

/** The kind of a value in the words of an error message. */
export const describeKind = (value: unknown): string => {
  if (value === null || value === undefined) return "null"
  if (Array.isArray(value)) return "a list"
  if (typeof value === "object") return "an object"
  if (typeof value === "function") return "a macro"
  return typeof value === "string" ? "a text" : `a ${typeof value}`
}

const readMember = (holder: unknown, key: string | number): unknown => {
  if (typeof holder === "string" || Array.isArray(holder)) {
    const member: unknown = Reflect.get(Object(holder) as object, key)
    if (typeof member !== "function") return member
    return key === "constructor" ? undefined : (...values: ReadonlyArray<unknown>): unknown => member.apply(holder, values)
  }
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key)) return undefined
  return (holder as { readonly [key: string]: unknown })[key]
}

/** What a value looks like in a script; throws when it has no look of its own. */
const writeValue = (template: string, value: unknown, expression: string, line: number): string => {
  if (typeof value === "string") {
    // A tab in a customer's source is theirs; a carriage return or NUL would be changed on its way to the database.
    if (!/[\r\0]/.test(value)) return value
    throw templateFault(
      template,
      line,
      `${expression} holds a carriage return or NUL, which SQL*Plus does not carry. Write it with literal, quoted_block, expression or comment_text.`
    )
  }
  if (typeof value === "number" && Number.isFinite(value) && !String(value).includes("e")) return String(value)
  if (typeof value === "boolean" || typeof value === "bigint") return String(value)
  const found = typeof value === "number" ? `the number ${value}` : describeKind(value)
  const hint = Array.isArray(value) ? " Join it, or use a filter that takes a list." : ""
  throw templateFault(template, line, `${expression} is ${found} and cannot be written.${hint}`)
}

const makeMacro = (names: ReadonlyArray<string>, keywords: ReadonlyArray<string>, body: Macro): Macro => {
  const macro = nunjucksRuntime.makeMacro(names, keywords, body)
  return (...values) => {
    const last = values.at(-1)
    const given = typeof last === "object" && last !== null && Object.hasOwn(last, "__keywords") ? Object.keys(last) : []
    const positional = given.length > 0 ? values.length - 1 : values.length
    const absent = names.slice(positional).filter((name) => !given.includes(name))
    const known = [...names, ...keywords, "__keywords", "caller"]
    const unknown = given.filter((name) => !known.includes(name))
    if (absent.length > 0) throw new Error(`the macro needs ${absent.join(", ")}`)
    if (unknown.length > 0) throw new Error(`the macro has no argument ${unknown.join(", ")}`)
    if (positional > names.length + keywords.length) throw new Error(`the macro takes ${names.length + keywords.length} arguments, not ${positional}`)
    return macro(...values)
  }
}

/** The runtime for one template. Everything it throws is a RenderFault with the template's id and the line, counted from 1. */
export const createRuntime = (template: string, filters: FilterTable): object => ({
  ...nunjucksRuntime,
  makeMacro,

  handleError: (error: unknown, line: number): RenderFault =>
    error instanceof RenderFault
      ? error
      : templateFault(template, line + 1, error instanceof Error ? error.message : String(error)),

  readVariable: (value: unknown, name: string, line: number): unknown => {
    if (value === undefined) throw missingField(template, line, name)
    return value
  },

  readName: (context: RenderContext, frame: RenderFrame, name: string, line: number): unknown => {
    const local = frame.lookup(name)
    if (local !== undefined) return local
    const value = Object.hasOwn(context.ctx, name) ? context.ctx[name] : readMember(context.env.globals, name)
    if (value === undefined) throw missingField(template, line, name)
    return value
  },

  readField: (holder: unknown, key: string | number, expression: string, line: number): unknown => {
    const value = readMember(holder, key)
    if (value === undefined) throw missingField(template, line, expression)
    return value
  },

  readLoopSource: (source: unknown, expression: string, line: number): unknown => {
    if (typeof source === "object" && source !== null) return source
    throw templateFault(template, line, `${expression} is ${describeKind(source)}; a loop needs a list or an object.`)
  },

  callFunction: (called: unknown, context: unknown, values: ReadonlyArray<unknown>, expression: string, line: number): unknown => {
    if (typeof called !== "function") {
      throw templateFault(template, line, `${expression} is ${describeKind(called)} and cannot be called.`)
    }
    try {
      const result: unknown = called.apply(context, values)
      return result instanceof nunjucksRuntime.SafeString ? result.toString() : result
    } catch (error) {
      if (error instanceof RenderFault) throw error
      throw templateFault(template, line, `${expression}: ${error instanceof Error ? error.message : String(error)}`)
    }
  },

  callFilter: (
    environment: { readonly filters: { readonly [name: string]: Macro } },
    name: string,
    context: unknown,
    values: ReadonlyArray<unknown>,
    expression: string,
    line: number
  ): unknown =>
    callTemplateFilter({ template, line, expression, name, values, context, filters, builtIn: environment.filters[name] }),

  operate: (operator: Operator | "~", left: unknown, right: unknown, line: number): unknown => {
    const result = operator === "~" ? joinText(left, right) : calculate(operator, left, right)
    if (result !== null) return result
    const sides = `${describeKind(left)} ${operator} ${describeKind(right)}`
    throw templateFault(template, line, `${sides} cannot be calculated: ${operator === "~" ? "texts and numbers" : "numbers"} only.`)
  },

  write: (value: unknown, expression: string, line: number): string => writeValue(template, value, expression, line)
})
