// The operators of template expressions without JavaScript's conversions: null is not 0 and an object is not a text.

/** Arithmetic operators of nunjucks; `+` also joins two texts. */
export type Operator = "+" | "-" | "*" | "/" | "%" | "//" | "**"

const numeric: { readonly [operator in Operator]: (left: number, right: number) => number } = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
  "//": (left, right) => Math.floor(left / right),
  "**": (left, right) => left ** right
}

const isWritable = (value: unknown): value is string | number => typeof value === "string" || Number.isFinite(value)

/** Both sides as one text; null when a side is neither a text nor a finite number. */
export const joinText = (left: unknown, right: unknown): string | null =>
  isWritable(left) && isWritable(right) ? `${left}${right}` : null

/** The result, or null when the sides are not finite numbers or the result is none. */
export const calculate = (operator: Operator, left: unknown, right: unknown): string | number | null => {
  if (operator === "+" && typeof left === "string" && typeof right === "string") return left + right
  if (typeof left !== "number" || typeof right !== "number") return null
  const result = numeric[operator](left, right)
  return Number.isFinite(result) ? result : null
}
