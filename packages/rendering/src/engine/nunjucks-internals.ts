// The parts of nunjucks 3.2.4 that its typings leave out: syntax tree, compiler and run-time library. nunjucks has had no
// release for years; whatever else the project knows of its insides stands in this folder.
import nunjucks from "nunjucks"

/** A node of a parsed template. Lines and columns count from 0. */
export interface TemplateNode {
  readonly typename: string
  readonly lineno: number
  readonly colno: number
  readonly children?: ReadonlyArray<TemplateNode>
  readonly value?: unknown
  readonly name?: TemplateNode
  readonly args?: TemplateNode
  readonly target?: TemplateNode
  readonly val?: TemplateNode
  readonly left?: TemplateNode
  readonly right?: TemplateNode
  readonly arr?: TemplateNode
}

/** Compile-time scope: maps a template's variable to the JavaScript variable that holds it. */
export interface CompileFrame {
  readonly lookup: (name: string) => string | null | undefined
}

/** What our compiler uses of nunjucks' own. */
export interface CompilerBase {
  readonly buffer: string
  compile(node: TemplateNode, frame?: CompileFrame): void
  fail(message: string, line: number, column: number): never
  getCode(): string
  compileFor(node: TemplateNode, frame: CompileFrame): void
  compileLiteral(node: TemplateNode, frame: CompileFrame): void
  _emit(code: string): void
  _emitLine(code: string): void
  _compileAggregate(node: TemplateNode, frame: CompileFrame, open: string, close: string): void
  _compileExpression(node: TemplateNode, frame: CompileFrame): void
}

/** Run-time scope of a template. */
export interface RenderFrame {
  readonly lookup: (name: string) => unknown
}

/** What our frames use of nunjucks' own. */
export interface FrameBase {
  variables: { [name: string]: unknown }
  set(name: string, value: unknown, resolveUp?: boolean): void
  push(isolateWrites?: boolean): FrameBase
}

/** Run-time context of a template: its variables and the environment. */
export interface RenderContext {
  readonly ctx: { readonly [name: string]: unknown }
  readonly env: { readonly globals: { readonly [name: string]: unknown } }
}

/** A macro as compiled code sees it: the last argument may be an object of keyword arguments. */
export type Macro = (...values: ReadonlyArray<unknown>) => unknown

/** The run-time library handed to compiled templates. */
export interface RuntimeBase {
  readonly makeMacro: (names: ReadonlyArray<string>, keywords: ReadonlyArray<string>, body: Macro) => Macro
  readonly Frame: new (parent?: FrameBase, isolateWrites?: boolean) => FrameBase
  readonly SafeString: new (text: string) => { toString(): string }
}

/** The functions that a compiled template consists of: `root` and one `b_<name>` for each block. */
export type TemplateCode = {
  readonly [name: string]: (env: unknown, context: unknown, frame: unknown, runtime: unknown, done: unknown) => void
}

type Exported = { readonly [name: string]: unknown }
type ExportedCallback = (error: unknown, exported: Exported | null) => void

/** A template that can be rendered, included, extended and imported. */
export interface CompiledTemplate {
  render(context: object): string
  getExported(...values: ReadonlyArray<unknown>): void
}

interface Internals {
  readonly parser: {
    readonly parse: (text: string, extensions: ReadonlyArray<unknown>, options: object) => TemplateNode
  }
  readonly compiler: { readonly Compiler: new (name: string, throwOnUndefined: boolean) => CompilerBase }
  readonly runtime: RuntimeBase
  readonly Template: new (
    code: { readonly type: "code"; readonly obj: TemplateCode },
    environment: nunjucks.Environment,
    path: string,
    isCompiledNow: boolean
  ) => CompiledTemplate
}

// The typings describe the public face only, so the view of the inside is asserted here, once.
const internals = nunjucks as unknown as Internals

export const parseTemplate = internals.parser.parse
export const NunjucksCompiler = internals.compiler.Compiler
export const nunjucksRuntime = internals.runtime
export const NunjucksTemplate = internals.Template
export const NunjucksEnvironment = nunjucks.Environment
export type { Exported, ExportedCallback }
