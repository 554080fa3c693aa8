// The run-time library of one template: nunjucks' own, with every read, call and write made strict and given its place.
// A field that exists and is null may be tested by `if`; it may not be written, looped over, calculated with or read into.
import type { TemplateFilter } from "../filters/define-filter.ts"
import { callBuiltInFilter, callTemplateFilter } from "./call-filter.ts"
import { describeKind } from "./describe-kind.ts"
import { MacroFrame } from "./macro-frame.ts"
import { makeMacro } from "./macro-arguments.ts"
import { nunjucksRuntime } from "./nunjucks-internals.ts"
import type { Macro } from "./nunjucks-internals.ts"
import { RenderFault, templateFault } from "./render-fault.ts"
import { makeReading } from "./strict-reading.ts"
import { makeWriting } from "./strict-writing.ts"

/** Filters by name. */
export type FilterTable = ReadonlyMap<string, TemplateFilter>

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const makeCalling = (template: string, filters: FilterTable) => ({
  callFunction: (
    called: unknown,
    context: unknown,
    values: ReadonlyArray<unknown>,
    expression: string,
    line: number
  ): unknown => {
    if (typeof called !== "function") {
      throw templateFault(template, line, `${expression} is ${describeKind(called)} and cannot be called.`)
    }
    try {
      const result: unknown = called.apply(context, values)
      return result instanceof nunjucksRuntime.SafeString ? result.toString() : result
    } catch (error) {
      throw error instanceof RenderFault ? error : templateFault(template, line, `${expression}: ${messageOf(error)}`)
    }
  },

  callFilter: (
    environment: { readonly filters: { readonly [name: string]: Macro } },
    name: string,
    context: unknown,
    values: ReadonlyArray<unknown>,
    expression: string,
    line: number
  ): unknown => {
    const filter = filters.get(name)
    const call = { template, line, expression, name, values, context }
    return filter === undefined ? callBuiltInFilter(call, environment.filters[name]) : callTemplateFilter(call, filter)
  }
})

/** The runtime for one template. Everything it throws is a RenderFault with the template's id and the line, counted from 1. */
export const createRuntime = (template: string, filters: FilterTable): object => ({
  ...nunjucksRuntime,
  ...makeReading(template),
  ...makeCalling(template, filters),
  ...makeWriting(template),
  Frame: MacroFrame,
  makeMacro,
  handleError: (error: unknown, line: number): RenderFault =>
    error instanceof RenderFault ? error : templateFault(template, line + 1, messageOf(error))
})
