// nunjucks' environment over a map of texts: no files, no search path. Templates are compiled once and kept, imports too.
import { isBuiltInFilter } from "./call-filter.ts"
import { MacroMemory } from "./macro-memory.ts"
import type { MacroScope } from "./macro-memory.ts"
import { NunjucksEnvironment, NunjucksTemplate } from "./nunjucks-internals.ts"
import type { CompiledTemplate, Exported, ExportedCallback, TemplateCode } from "./nunjucks-internals.ts"
import { RenderFault, templateFault } from "./render-fault.ts"
import { checkTemplateText } from "./script-text.ts"
import { compileTemplate, syntaxOptions } from "./strict-compiler.ts"
import { createRuntime } from "./strict-runtime.ts"
import type { FilterTable } from "./strict-runtime.ts"

type TemplateCallback = (error: unknown, template: CompiledTemplate | null) => void

/** Resolves `./x` and `../x` inside the importing template's prefix; null when it would leave the prefix. */
export const resolveTemplateId = (from: string, to: string): string | null => {
  if (!to.startsWith("./") && !to.startsWith("../")) return to
  const [prefix, path] = [from.slice(0, from.indexOf(":") + 1), from.slice(from.indexOf(":") + 1)]
  const segments = path.split("/").slice(0, -1)
  for (const part of to.split("/")) {
    if (part === ".") continue
    if (part !== "..") segments.push(part)
    else if (segments.pop() === undefined) return null
  }
  return prefix + segments.join("/")
}

/** An imported template's macros are made once: without the importer's context they are the same every time. */
const keepExports = (template: CompiledTemplate, scope: MacroScope): CompiledTemplate => {
  const readExports = template.getExported.bind(template)
  let kept: Exported | null = null
  template.getExported = (...values) => {
    const done = values[0] as ExportedCallback
    if (typeof done !== "function") return readExports(...values)
    if (kept !== null) return done(null, kept)
    return readExports((error: unknown, exported: Exported | null) => {
      if (!error) {
        kept = exported
        scope.settle()
      }
      done(error, exported)
    })
  }
  return template
}

const bindRuntime = (code: TemplateCode, runtime: object): TemplateCode =>
  Object.fromEntries(
    Object.entries(code).map(([name, run]) => [
      name,
      (environment: unknown, context: unknown, frame: unknown, _runtime: unknown, done: unknown): void =>
        run(environment, context, frame, runtime, done)
    ])
  )

// The strict compiler asks for neither of the first two; they stand for whatever nunjucks does by itself. With `dev`, nunjucks hands
// our own faults through as they are.
const environmentOptions = { autoescape: false, throwOnUndefined: true, ...syntaxOptions, dev: true }

/** One per renderer: compiles, keeps and connects the templates. */
export class ScriptEnvironment extends NunjucksEnvironment {
  private readonly texts: ReadonlyMap<string, string>
  private readonly filterTable: FilterTable
  private readonly compiled = new Map<string, CompiledTemplate>()
  private readonly memory = new MacroMemory()

  constructor(texts: ReadonlyMap<string, string>, filterTable: FilterTable) {
    super([], environmentOptions)
    this.texts = texts
    this.filterTable = filterTable
  }

  /** The compiled template. Throws a RenderFault when there is none of this id or its syntax is wrong. */
  load(id: string): CompiledTemplate {
    const known = this.compiled.get(id)
    if (known !== undefined) return known
    const text = this.texts.get(id)
    if (text === undefined)
      throw new RenderFault({ _tag: "UnknownTemplate", template: id, known: [...this.texts.keys()].sort() })
    const scope = this.memory.openScope()
    const code = bindRuntime(this.compile(id, text), createRuntime(id, this.filterTable, scope))
    const template = keepExports(new NunjucksTemplate({ type: "code", obj: code }, this, id, true), scope)
    this.compiled.set(id, template)
    return template
  }

  /** Lets go of the data of what was rendered last. */
  forgetData(): void {
    this.memory.clear()
  }

  /** Called by compiled templates for import, include and extends. */
  override getTemplate(...values: ReadonlyArray<unknown>): never {
    const [name, , parent, , callback] = values
    const from = typeof parent === "string" ? parent : null
    const id = from === null ? String(name) : resolveTemplateId(from, String(name))
    const done = callback as TemplateCallback
    try {
      if (id === null) throw templateFault(from ?? "", null, `${String(name)} lies outside the templates of ${from}.`)
      done(null, this.load(id))
    } catch (error) {
      done(error, null)
    }
    return undefined as never
  }

  private compile(id: string, text: string): TemplateCode {
    checkTemplateText(id, text)
    try {
      return compileTemplate(id, text, (name) => this.filterTable.has(name) || isBuiltInFilter(name))
    } catch (error) {
      const fault = error as { readonly message?: string; readonly lineno?: number }
      throw templateFault(id, fault.lineno ?? null, fault.message ?? String(error))
    }
  }
}
