// How a template reads: names, variables, fields and what loops run over. What does not exist is refused, null is not.
import { describeKind } from "./describe-kind.ts"
import type { RenderContext, RenderFrame } from "./nunjucks-internals.ts"
import { missingField, templateFault } from "./render-fault.ts"

// Lists and texts have methods that templates use, such as `split`; objects have their own fields and nothing else.
const readListMember = (holder: string | ReadonlyArray<unknown>, key: string | number): unknown => {
  const member: unknown = Reflect.get(Object(holder) as object, key)
  if (typeof member !== "function") return member
  return key === "constructor"
    ? undefined
    : (...values: ReadonlyArray<unknown>): unknown => member.apply(holder, values)
}

const readMember = (holder: unknown, key: string | number): unknown => {
  if (typeof holder === "string") return readListMember(holder, key)
  if (typeof holder !== "object" || holder === null) return undefined
  if (Array.isArray(holder)) return readListMember(holder, key)
  return Object.hasOwn(holder, key) ? (holder as { readonly [key: string]: unknown })[key] : undefined
}

/** Reading functions of one template's runtime. */
export const makeReading = (template: string) => ({
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
  }
})
