// Compiles a template so that every name, field, filter and call goes through the strict runtime together with its place in
// the template. nunjucks' own code forgets the place of most errors and reads missing fields as empty text.
import { describeExpression } from "./describe-expression.ts"
import { NunjucksCompiler, parseTemplate } from "./nunjucks-internals.ts"
import type { CompileFrame, TemplateCode, TemplateNode } from "./nunjucks-internals.ts"

const place = (node: TemplateNode): string => `${node.lineno + 1}`

/** What lists, texts and objects have besides their data; `readField` decides about these. `length` is data of a list. */
const inherited = new Set(
  [Object.prototype, Array.prototype, String.prototype].flatMap((prototype) => Object.getOwnPropertyNames(prototype))
)
inherited.delete("length")

const keyOf = (node: TemplateNode | undefined): string | null =>
  node?.typename === "Literal" && typeof node.value === "string" && /^[A-Za-z_]\w*$/.test(node.value)
    ? node.value
    : null

/** The variable at the beginning of `plan.names.interim`. */
const rootOf = (node: TemplateNode): TemplateNode | undefined =>
  node.typename === "LookupVal" ? node.target && rootOf(node.target) : node

/** The keys after it; null when one is computed or inherited, or when there is no variable at the beginning. */
const plainKeys = (node: TemplateNode): ReadonlyArray<string> | null => {
  if (node.typename === "Symbol") return []
  const key = node.typename === "LookupVal" ? keyOf(node.val) : null
  const before = key === null || node.target === undefined ? null : plainKeys(node.target)
  return key === null || before === null || inherited.has(key) ? null : [...before, key]
}

class StrictCompiler extends NunjucksCompiler {
  private readonly loopSources = new WeakSet<TemplateNode>()
  private readonly hasFilter: (name: string) => boolean
  /** True while the careful half of a field read is written, whose parts are not to be written twice again. */
  private isReadingFields = false

  constructor(id: string, hasFilter: (name: string) => boolean) {
    super(id, true)
    this.hasFilter = hasFilter
  }

  compileSymbol(node: TemplateNode, frame: CompileFrame): void {
    const name = JSON.stringify(node.value)
    const variable = frame.lookup(String(node.value))
    const read = variable ? `runtime.readVariable(${variable}, ` : "runtime.readName(context, frame, "
    this._emit(`${read}${name}, ${place(node)})`)
  }

  // Nearly every field is there and not null: `plan?.names?.interim` finds it in a tenth of the time that readField takes. Whatever it
  // does not find is read once more by readField, which knows null from absent and the place in the template.
  compileLookupVal(node: TemplateNode, frame: CompileFrame): void {
    const keys = plainKeys(node)
    if (keys === null || this.isReadingFields) {
      this.compileFieldRead(node, frame)
      return
    }
    this._emit("((")
    this.compileOperand(rootOf(node), frame)
    this._emit(`)${keys.map((key) => `?.${key}`).join("")} ?? `)
    this.isReadingFields = true
    this.compileFieldRead(node, frame)
    this.isReadingFields = false
    this._emit(")")
  }

  private compileFieldRead(node: TemplateNode, frame: CompileFrame): void {
    this._emit("runtime.readField((")
    this.compileOperand(node.target, frame)
    this._emit("), ")
    this.compileOperand(node.val, frame)
    this._emit(`, ${JSON.stringify(describeExpression(node))}, ${place(node)})`)
  }

  compileFunCall(node: TemplateNode, frame: CompileFrame): void {
    this._emit("runtime.callFunction(")
    this.compileOperand(node.name, frame)
    this._emit(", context, ")
    this.compileArguments(node, frame)
    this._emit(`, ${JSON.stringify(describeExpression(node.name))}, ${place(node)})`)
  }

  compileFilter(node: TemplateNode, frame: CompileFrame): void {
    const name = String(node.name?.value)
    if (!this.hasFilter(name)) this.fail(`there is no filter ${name}`, node.lineno, node.colno)
    const [value, ...more] = node.args?.children ?? []
    this._emit(
      `runtime.${more.length === 0 ? "callFilterAlone" : "callFilter"}(env, ${JSON.stringify(name)}, context, `
    )
    if (more.length === 0) this.compileOperand(value, frame)
    else this.compileArguments(node, frame)
    this._emit(`, ${JSON.stringify(describeExpression(value))}, ${place(node)})`)
  }

  compileConcat(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("~", node, frame)
  }

  compileAdd(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("+", node, frame)
  }

  compileSub(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("-", node, frame)
  }

  compileMul(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("*", node, frame)
  }

  compileDiv(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("/", node, frame)
  }

  compileMod(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("%", node, frame)
  }

  compileFloorDiv(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("//", node, frame)
  }

  compilePow(node: TemplateNode, frame: CompileFrame): void {
    this.emitOperation("**", node, frame)
  }

  compileOutput(node: TemplateNode, frame: CompileFrame): void {
    for (const child of node.children ?? []) {
      if (child.typename === "TemplateData") {
        this._emit(`${this.buffer} += `)
        this.compileLiteral(child, frame)
        this._emitLine(";")
        continue
      }
      this._emit(`${this.buffer} += runtime.write(`)
      this.compile(child, frame)
      this._emitLine(`, ${JSON.stringify(describeExpression(child))}, ${place(child)});`)
    }
  }

  override compileFor(node: TemplateNode, frame: CompileFrame): void {
    if (node.arr !== undefined) this.loopSources.add(node.arr)
    super.compileFor(node, frame)
  }

  override _compileExpression(node: TemplateNode, frame: CompileFrame): void {
    if (!this.loopSources.has(node)) {
      super._compileExpression(node, frame)
      return
    }
    this._emit("runtime.readLoopSource(")
    super._compileExpression(node, frame)
    this._emit(`, ${JSON.stringify(describeExpression(node))}, ${place(node)})`)
  }

  // nunjucks sets loop.index and its six siblings one by one, splitting their names at the dot in every iteration.
  _emitLoopBindings(_node: TemplateNode, _source: string, index: string, length: string): void {
    this._emitLine(
      `frame.set("loop", { index: ${index} + 1, index0: ${index}, revindex: ${length} - ${index}, ` +
        `revindex0: ${length} - ${index} - 1, first: ${index} === 0, last: ${index} === ${length} - 1, length: ${length} });`
    )
  }

  private emitOperation(operator: string, node: TemplateNode, frame: CompileFrame): void {
    this._emit(`runtime.operate("${operator}", `)
    this.compileOperand(node.left, frame)
    this._emit(", ")
    this.compileOperand(node.right, frame)
    this._emit(`, ${place(node)})`)
  }

  private compileOperand(node: TemplateNode | undefined, frame: CompileFrame): void {
    if (node !== undefined) this.compile(node, frame)
  }

  private compileArguments(node: TemplateNode, frame: CompileFrame): void {
    if (node.args === undefined) this._emit("[]")
    else this._compileAggregate(node.args, frame, "[", "]")
  }
}

/** Options for every template: a tag's line leaves no blank line behind. */
export const syntaxOptions = { trimBlocks: true, lstripBlocks: true } as const

/**
 * Compiles a template's text to its functions. Throws nunjucks' error with `lineno` (from 1) when the syntax is wrong or a filter
 * does not exist.
 * `super()` is not supported: no template needs it.
 */
export const compileTemplate = (id: string, text: string, hasFilter: (name: string) => boolean): TemplateCode => {
  const compiler = new StrictCompiler(id, hasFilter)
  compiler.compile(parseTemplate(text, [], syntaxOptions))
  // Templates are trusted code of the project or of a plugin; this is how nunjucks itself loads what it compiled.
  // oxlint-disable-next-line typescript/no-implied-eval
  const load = new Function(compiler.getCode()) as () => TemplateCode
  return load()
}
