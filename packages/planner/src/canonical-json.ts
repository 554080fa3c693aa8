// One text per value: object keys sorted, absent keys left out, no white space. The digest needs the same bytes everywhere.
// A config of a thousand tables is some 70 MB of it, and it was most of the planning time; hence the two memories below.

/** Keys of one kind of object, in the order in which they are written, each with its `"key":`. */
interface KeyOrder {
  readonly key: string
  readonly label: string
}

/** Kinds of objects by their keys as they stand: plans have a few hundred, and sorting the keys of each object takes longer than writing it. */
interface ObjectKind {
  readonly next: Map<string, ObjectKind>
  order: ReadonlyArray<KeyOrder> | null
}

const makeKind = (): ObjectKind => ({ next: new Map(), order: null })

const anyKind = makeKind()

const readOrder = (object: object): ReadonlyArray<KeyOrder> => {
  let kind = anyKind
  for (const key of Object.keys(object)) {
    let next = kind.next.get(key)
    if (next === undefined) kind.next.set(key, (next = makeKind()))
    kind = next
  }
  kind.order ??= Object.keys(object)
    .sort()
    .map((key) => ({ key, label: `${JSON.stringify(key)}:` }))
  return kind.order
}

/** Texts of lists that were written: a plan holds the same list of columns three times. */
type Written = Map<object, string>

const writeList = (items: ReadonlyArray<unknown>, written: Written): string => {
  const known = written.get(items)
  if (known !== undefined) return known
  let text = "["
  for (const item of items) text += (text.length === 1 ? "" : ",") + writeValue(item ?? null, written)
  text += "]"
  if (items.length > 0) written.set(items, text)
  return text
}

const writeObject = (object: { readonly [key: string]: unknown }, written: Written): string => {
  let text = "{"
  for (const { key, label } of readOrder(object)) {
    const item = object[key]
    if (item === undefined) continue
    if (text.length > 1) text += ","
    text += label
    text += writeValue(item, written)
  }
  return `${text}}`
}

const writeText = (text: string): string =>
  // Names and words need no escapes; asking first is cheaper than the general way.
  /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : JSON.stringify(text)

const writeValue = (value: unknown, written: Written): string => {
  if (typeof value === "string") return writeText(value)
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  return Array.isArray(value)
    ? writeList(value, written)
    : writeObject(value as { readonly [key: string]: unknown }, written)
}

/**
 * The canonical JSON text of a JSON-safe value: keys in the order of their UTF-16 code units. Keys whose value is undefined are left out,
 * as JSON.stringify does.
 */
export const writeCanonicalJson = (value: unknown): string => writeValue(value, new Map())
