// The run-time library of one template: nunjucks' own, with every read, call and write made strict and given its place.
// A field that exists and is null may be tested by `if`; it may not be written, looped over, calculated with or read into.
import type { TemplateFilter } from "../filters/define-filter.ts"
import { callBuiltInFilter, callTemplateFilter, isPlainCall, placeFault, takesTextAlone } from "./call-filter.ts"
import { describeKind } from "./describe-kind.ts"
import { MacroFrame } from "./macro-frame.ts"
import { makeMacro } from "./macro-arguments.ts"
import type { MacroScope } from "./macro-memory.ts"
import { nunjucksRuntime } from "./nunjucks-internals.ts"
import type { Macro } from "./nunjucks-internals.ts"
import { RenderFault, templateFault } from "./render-fault.ts"
import { makeReading } from "./strict-reading.ts"
import { makeWriting } from "./strict-writing.ts"

/** Filters by name. */
export type FilterTable = ReadonlyMap<string, TemplateFilter>

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What a macro gives: its text, which is not to be taken for a value. */
class MacroText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const makeFunctionCalling = (template: string) => ({
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
      return result instanceof MacroText ? result.text : result
    } catch (error) {
      throw error instanceof RenderFault ? error : templateFault(template, line, `${expression}: ${messageOf(error)}`)
    }
  }
})

type Filtering = { readonly filters: { readonly [name: string]: Macro } }

const makeFilterCalling = (template: string, filters: FilterTable) => {
  const textFilters = new Map([...filters].filter(([, filter]) => takesTextAlone(filter)))

  const callFilter = (
    environment: Filtering,
    name: string,
    context: unknown,
    values: ReadonlyArray<unknown>,
    expression: string,
    line: number
  ): unknown => {
    const filter = filters.get(name)
    const call = { template, line, expression, name, values, context }
    if (filter === undefined) return callBuiltInFilter(call, environment.filters[name])
    if (!isPlainCall(values, filter)) return callTemplateFilter(call, filter)
    try {
      return filter.apply(...values)
    } catch (error) {
      throw placeFault(call, error)
    }
  }

  // Two of three uses are a text through a filter without arguments.
  const callFilterAlone = (
    environment: Filtering,
    name: string,
    context: unknown,
    value: unknown,
    expression: string,
    line: number
  ): unknown => {
    const filter = typeof value === "string" ? textFilters.get(name) : undefined
    if (filter === undefined) return callFilter(environment, name, context, [value], expression, line)
    try {
      return filter.apply(value)
    } catch (error) {
      throw placeFault({ template, line, expression, name, values: [value], context }, error)
    }
  }

  return { callFilter, callFilterAlone }
}

/** The runtime for one template. Everything it throws is a RenderFault with the template's id and the line, counted from 1. */
export const createRuntime = (template: string, filters: FilterTable, scope: MacroScope): object => ({
  ...nunjucksRuntime,
  ...makeReading(template),
  ...makeFunctionCalling(template),
  ...makeFilterCalling(template, filters),
  ...makeWriting(template),
  Frame: MacroFrame,
  SafeString: MacroText,
  makeMacro: (names: ReadonlyArray<string>, keywords: ReadonlyArray<string>, body: Macro): Macro =>
    makeMacro(names, keywords, body, scope),
  handleError: (error: unknown, line: number): RenderFault =>
    error instanceof RenderFault ? error : templateFault(template, line + 1, messageOf(error))
})
