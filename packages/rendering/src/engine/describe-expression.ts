// Writes an expression of a template as its author wrote it, so that an error can name `column.datatype`, not an object.
import type { TemplateNode } from "./nunjucks-internals.ts"

/** The expression as text, for example `data.columns[0].name`; `(...)` for parts that are computed. */
export const describeExpression = (node: TemplateNode | undefined): string => {
  if (node === undefined) return "(...)"
  switch (node.typename) {
    case "Symbol":
      return String(node.value)
    case "Literal":
      return typeof node.value === "string" ? JSON.stringify(node.value) : String(node.value)
    case "LookupVal":
      return describeExpression(node.target) + describeKey(node.val)
    case "FunCall":
      return `${describeExpression(node.name)}(...)`
    case "Filter":
      return `${describeExpression(node.args?.children?.[0])} | ${String(node.name?.value)}`
    default:
      return "(...)"
  }
}

const describeKey = (node: TemplateNode | undefined): string =>
  node?.typename === "Literal" && typeof node.value === "string" ? `.${node.value}` : `[${describeExpression(node)}]`
