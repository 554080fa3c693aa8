// The statements of all golden scripts of examples/, as SQL*Plus would send them, and the static texts that their blocks execute.
import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readScript } from "@orapart/sqlplus"
import type { Statement } from "../../src/sql/index.ts"
import type { AnyNode } from "./tree.ts"
import { nodesOf } from "./tree.ts"

const examples = fileURLToPath(new URL("../../../../examples", import.meta.url))

/** Statements of the scripts: all of them, repeated ones too. */
export const readGoldenStatements = (): ReadonlyArray<string> =>
  globSync("*/expected/**/*.sql", { cwd: examples }).flatMap((file) =>
    readScript(readFileSync(`${examples}/${file}`, "utf8")).statements.flatMap((item) =>
      item.kind === "sql" || item.kind === "plsql" ? [item.text] : []
    )
  )

/** A text that is put together from literals alone; null when a variable is in it. */
const literalOf = (value: unknown): string | null => {
  const node = value as AnyNode & { readonly value?: string }
  if (node["kind"] === "string") return node.value ?? ""
  if (node["kind"] !== "binary" || node["operator"] !== "||") return null
  const left = literalOf(node["left"])
  const right = literalOf(node["right"])
  return left === null || right === null ? null : left + right
}

/** The first argument of a call of the scripts' own procedure RUN, which executes it. */
const argumentOfRun = (node: AnyNode): unknown => {
  if (node["kind"] !== "call") return null
  const [name, ...rest] = node["path"] as ReadonlyArray<{ readonly value: string }>
  const [first] = node["arguments"] as ReadonlyArray<{ readonly value: unknown }>
  return name?.value === "RUN" && rest.length === 0 ? (first?.value ?? null) : null
}

/** Texts without variables that a block executes: EXECUTE IMMEDIATE and calls of the local procedure RUN. */
export const readStaticTexts = (statement: Statement): ReadonlyArray<string> =>
  nodesOf(statement).flatMap(({ node }) => {
    const source = node["kind"] === "execute-immediate" ? node["text"] : argumentOfRun(node)
    const text = source === null || source === undefined ? null : literalOf(source)
    return text === null ? [] : [text]
  })
