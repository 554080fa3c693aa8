// What one source file reaches for, taken from its syntax tree, so that comments and strings cannot mislead the rules.
import { parseSync, Visitor } from "oxc-parser"
import type { Expression, Program } from "oxc-parser"

/** One use of something that is not in the arguments: a clock, chance, the environment, a locale, a running Effect. */
export interface Reach {
  readonly kind: "clock" | "chance" | "environment" | "locale" | "runs-effect"
  /** The words in the source, such as `Date.now`. */
  readonly text: string
}

/** Imports (of values and of types) and reaches of one file. */
export interface SourceFacts {
  readonly imports: ReadonlyArray<string>
  readonly reaches: ReadonlyArray<Reach>
}

const memberReaches: Readonly<Record<string, Readonly<Record<string, Reach["kind"]>>>> = {
  Date: { now: "clock" },
  performance: { now: "clock" },
  Math: { random: "chance" },
  crypto: { randomUUID: "chance", getRandomValues: "chance" }
}

// Their answer depends on the machine's language or time zone, which a golden file cannot know.
const localeMethods: ReadonlySet<string> = new Set([
  "localeCompare",
  "toLocaleString",
  "toLocaleDateString",
  "toLocaleTimeString",
  "toLocaleUpperCase",
  "toLocaleLowerCase",
  "getFullYear",
  "getMonth",
  "getDate",
  "getDay",
  "getHours",
  "getMinutes",
  "getTimezoneOffset"
])

const reachOfMember = (object: Expression, property: string): Reach | undefined => {
  if (object.type === "Identifier") {
    const text = `${object.name}.${property}`
    const kind = memberReaches[object.name]?.[property]
    if (kind) return { kind, text }
    if (object.name === "process") return { kind: "environment", text }
    if (object.name === "Effect" && property.startsWith("run")) return { kind: "runs-effect", text }
  }
  return localeMethods.has(property) ? { kind: "locale", text: property } : undefined
}

const importsOf = (program: Program): ReadonlyArray<string> => {
  const imports: Array<string> = []
  const add = (source: { readonly value: unknown } | null): void => {
    if (typeof source?.value === "string") imports.push(source.value)
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    ImportExpression: (node) => add(node.source.type === "Literal" ? node.source : null)
  }).visit(program)
  return imports
}

const reachesOf = (program: Program): ReadonlyArray<Reach> => {
  const reaches: Array<Reach> = []
  new Visitor({
    MemberExpression: (node) => {
      const key = node.property
      const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : ""
      const reach = reachOfMember(node.object, name)
      if (reach) reaches.push(reach)
    },
    NewExpression: (node) => {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return
      if (node.arguments.length === 0) reaches.push({ kind: "clock", text: "new Date()" })
      // new Date(2026, 0, 1) counts from midnight of the machine's time zone.
      if (node.arguments.length > 1) reaches.push({ kind: "locale", text: "new Date(year, month, ..)" })
    },
    CallExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Date") {
        reaches.push({ kind: "clock", text: "Date()" })
      }
    },
    VariableDeclarator: (node) => {
      if (node.init?.type === "Identifier" && node.init.name === "process") {
        reaches.push({ kind: "environment", text: "process" })
      }
    }
  }).visit(program)
  return reaches
}

/** Reads the facts of one TypeScript file; a file with a syntax error throws, because no rule could be trusted then. */
export const readSourceFacts = (path: string, text: string): SourceFacts => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return { imports: importsOf(program), reaches: reachesOf(program) }
}
