// The text of plan.json, which is also what a plan's digest is made of: one text per plan, whatever the order in which its keys were put
// together. People compare it, so what changes stands on a line of its own; programs read it, so it need be no longer than that.
// A config of a thousand tables is some 75 MB of it; hence the two memories below.
import type { MigrationPlan } from "./migration-plan.ts"

/** Keys that come first, in this order; the others follow by their UTF-16 code units. */
const leadingKeys = ["contract", "id", "owner", "table", "name", "number", "file", "kind", "type"]

const rankOf = (key: string): number => (leadingKeys.includes(key) ? leadingKeys.indexOf(key) : leadingKeys.length)

const compareKeys = (left: string, right: string): number => rankOf(left) - rankOf(right) || (left < right ? -1 : 1)

/** A key of one kind of object with its `"key":`. */
interface KeyLabel {
  readonly key: string
  readonly label: string
}

/** One kind of object: its keys as they stand, and in the order in which they are written. */
interface ObjectKind {
  readonly keys: ReadonlyArray<string>
  readonly order: ReadonlyArray<KeyLabel>
}

/** Kinds by their first key: plans have a few hundred, and sorting the keys of each object takes longer than writing it. */
const kinds = new Map<string, Array<ObjectKind>>()

const isOfKind = (object: object, { keys }: ObjectKind): boolean => {
  let position = 0
  for (const key in object) if (keys[position++] !== key) return false
  return position === keys.length
}

const addKind = (object: object, alike: Array<ObjectKind>): ObjectKind => {
  const keys = Object.keys(object)
  const order = keys.toSorted(compareKeys).map((key) => ({ key, label: `${JSON.stringify(key)}:` }))
  const kind = { keys, order }
  alike.unshift(kind)
  return kind
}

const firstKeyOf = (object: object): string => {
  for (const key in object) return key
  return ""
}

const readOrder = (object: object): ReadonlyArray<KeyLabel> => {
  const first = firstKeyOf(object)
  let alike = kinds.get(first)
  if (alike === undefined) kinds.set(first, (alike = []))
  for (const kind of alike) if (isOfKind(object, kind)) return kind.order
  return addKind(object, alike).order
}

/** Texts of lists that were written: a plan holds the same list of columns three times. */
type Written = Map<object, string>

type Fields = { readonly [key: string]: unknown }

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null

const writeText = (text: string): string =>
  // Names and words need no escapes; asking first is cheaper than the general way.
  /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : JSON.stringify(text)

const writeInline = (value: unknown, written: Written): string => {
  if (typeof value === "string") return writeText(value)
  // JSON.stringify, asked for each null and number, took a seventh of the whole time.
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null"
  if (typeof value !== "object") return JSON.stringify(value)
  return Array.isArray(value) ? writeInlineList(value, written) : writeInlineObject(value as Fields, written)
}

const writeInlineList = (items: ReadonlyArray<unknown>, written: Written): string => {
  if (items.length === 0) return "[]"
  const known = written.get(items)
  if (known !== undefined) return known
  let text = "["
  for (const item of items) text += (text.length === 1 ? "" : ",") + writeInline(item ?? null, written)
  text += "]"
  written.set(items, text)
  return text
}

const writeInlineObject = (object: Fields, written: Written): string => {
  let text = "{"
  for (const { key, label } of readOrder(object)) {
    const item = object[key]
    if (item === undefined) continue
    if (text.length > 1) text += ","
    text += label
    text += writeInline(item, written)
  }
  return `${text}}`
}

/** Flat objects of at most so many fields stand on one line. */
const FEW_FIELDS = 4

const isSmall = (object: Fields): boolean => {
  const values = Object.values(object).filter((value) => value !== undefined)
  return values.length <= FEW_FIELDS && values.every(isPlain)
}

const writeField = (value: unknown, line: string, written: Written, areOpened: boolean): string => {
  if (typeof value !== "object" || value === null) return writeInline(value, written)
  if (!Array.isArray(value)) return writeObject(value as Fields, line, written)
  if (value.every(isPlain)) return writeInline(value, written)
  const below = `${line}  `
  let text = ""
  for (const item of value) {
    text += text === "" ? `[${below}` : `,${below}`
    text += areOpened ? writeField(item, below, written, false) : writeInline(item ?? null, written)
  }
  return `${text}${line}]`
}

/** `line` is a line end with the indentation of the object itself. */
const writeObject = (object: Fields, line: string, written: Written): string => {
  if (isSmall(object)) return writeInline(object, written)
  const below = `${line}  `
  let text = ""
  for (const { key, label } of readOrder(object)) {
    const item = object[key]
    if (item === undefined) continue
    text += text === "" ? `{${below}${label} ` : `,${below}${label} `
    text += writeField(item, below, written, key === "steps")
  }
  return `${text}${line}}`
}

/** A plan without what is not digested. */
export type PlanBody = Omit<MigrationPlan, "digest" | "madeBy">

/**
 * What a digest is made of: the text of plan.json up to the two fields that are no part of it. It does not depend on the order of
 * keys, only on that of lists; keys whose value is undefined are left out.
 */
export const writePlanBody = (plan: PlanBody): string => {
  const fields = Object.entries(plan).filter(([key]) => key !== "digest" && key !== "madeBy")
  return writeObject(Object.fromEntries(fields), "\n", new Map()).slice(0, -2)
}

/** The text of plan.json from its body, with a line end. */
export const closePlanText = (body: string, { digest, madeBy }: Pick<MigrationPlan, "digest" | "madeBy">): string =>
  `${body},\n  "digest": ${JSON.stringify(digest)},\n  "madeBy": ${JSON.stringify(madeBy)}\n}\n`

/**
 * The plan as JSON: objects have a line for each field, lists of objects one for each element (a column, an index, a grant); lists of
 * names and small objects have one line. Reading it gives the plan again; equal plans give the same bytes.
 */
export const writePlan = (plan: MigrationPlan): string => closePlanText(writePlanBody(plan), plan)
