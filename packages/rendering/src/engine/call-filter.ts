// Calls a filter from a template: checks what it is given, guards the plan's data, and gives every refusal its place.
import type { FilterInput, TemplateFilter } from "../filters/define-filter.ts"
import type { Macro } from "./nunjucks-internals.ts"
import { AbsentField, missingField, RenderFault, templateFault } from "./render-fault.ts"
import { findPath, guardFields } from "./guard-fields.ts"

/** One use of a filter in a template. */
export interface FilterCall {
  readonly template: string
  readonly line: number
  /** The value before the bar as the author wrote it. */
  readonly expression: string
  readonly name: string
  /** The value and the arguments; the last may be nunjucks' object of keyword arguments. */
  readonly values: ReadonlyArray<unknown>
  readonly context: unknown
}

/** Filters of nunjucks that stay: pure and meant for text or lists. `random` and the HTML ones are not among them. */
const builtInNames = new Set(
  "batch default d dictsort first groupby indent int float join last length list lower reject rejectattr replace reverse round select selectattr slice sort string sum trim upper".split(
    " "
  )
)

/** True for a filter of nunjucks that templates may use. */
export const isBuiltInFilter = (name: string): boolean => builtInNames.has(name)

const kindOf = (value: unknown): FilterInput | null => {
  if (value === null || value === undefined) return "null"
  if (Array.isArray(value)) return "list"
  if (typeof value === "string") return "text"
  return typeof value === "number" || typeof value === "object" ? (typeof value as "number" | "object") : null
}

/** True when a filter takes a text and needs nothing else. */
export const takesTextAlone = (filter: TemplateFilter): boolean =>
  filter.required === 0 && filter.takes.includes("text")

/** True for a text through a filter, perhaps with texts or numbers, as nearly every use is: there is nothing to arrange or to guard. */
export const isPlainCall = (values: ReadonlyArray<unknown>, filter: TemplateFilter): boolean => {
  if (values.length <= filter.required || values.length > filter.parameters.length + 1) return false
  for (const value of values) if (typeof value !== "string" && typeof value !== "number") return false
  return typeof values[0] === "string" && filter.takes.includes("text")
}

/** The result of one of our filters. Throws a RenderFault when it is given the wrong things or refuses. */
export const callTemplateFilter = (call: FilterCall, filter: TemplateFilter): unknown => {
  try {
    return filter.apply(...arrangeArguments(call, filter).map(guardFields))
  } catch (error) {
    throw placeFault(call, error)
  }
}

/** The result of a filter of nunjucks. Throws a RenderFault when the value is null or the filter refuses. */
export const callBuiltInFilter = (call: FilterCall, apply: Macro | undefined): unknown => {
  // The compiler lets no other name through; nunjucks brings every one of the built-in list.
  if (apply === undefined) throw refuse(call, "there is no filter of this name.")
  if (kindOf(call.values[0]) === "null" && call.name !== "default" && call.name !== "d") {
    throw refuse(call, "the value is null.")
  }
  try {
    return apply.apply(call.context, [...call.values])
  } catch (error) {
    throw placeFault(call, error)
  }
}

/** The fault of a filter with its place in the template. */
export const placeFault = (call: FilterCall, error: unknown): RenderFault => {
  if (error instanceof RenderFault) return error
  if (error instanceof AbsentField) return missingField(call.template, call.line, nameAbsentField(call, error))
  return refuse(call, error instanceof Error ? error.message : String(error))
}

const refuse = (call: FilterCall, message: string): RenderFault =>
  templateFault(call.template, call.line, `${call.expression} | ${call.name}: ${message}`)

const nameAbsentField = (call: FilterCall, absent: AbsentField): string => {
  for (const [position, value] of call.values.entries()) {
    const path = findPath(value, absent.holder)
    if (path !== null)
      return `${position === 0 ? call.expression : `argument ${position} of ${call.name}`}${path}.${absent.key}`
  }
  return `${call.expression} | ${call.name}: ${absent.key}`
}

const checkKind = (call: FilterCall, filter: TemplateFilter): void => {
  const kind = kindOf(call.values[0])
  if (kind !== null && filter.takes.includes(kind)) return
  throw refuse(call, `it takes ${filter.takes.join(" or ")} and is given ${kind ?? typeof call.values[0]}.`)
}

const arrangeArguments = (call: FilterCall, filter: TemplateFilter): ReadonlyArray<unknown> => {
  const [value, ...rest] = call.values
  const last = rest.at(-1)
  const keywords =
    typeof last === "object" && last !== null && Object.hasOwn(last, "__keywords")
      ? (last as { readonly [name: string]: unknown })
      : {}
  const positional = keywords === last ? rest.slice(0, -1) : rest
  checkKind(call, filter)
  const unknown = Object.keys(keywords).filter((name) => name !== "__keywords" && !filter.parameters.includes(name))
  if (unknown.length > 0 || positional.length > filter.parameters.length) {
    throw refuse(
      call,
      `it takes the arguments (${filter.parameters.join(", ")}), not ${unknown.join(", ") || positional.length}.`
    )
  }
  const given = filter.parameters.map((name, position) =>
    position < positional.length ? positional[position] : keywords[name]
  )
  const absent = filter.parameters.slice(0, filter.required).filter((_, position) => given[position] === undefined)
  if (absent.length > 0) throw refuse(call, `it needs ${absent.join(", ")}.`)
  return [value, ...given]
}
