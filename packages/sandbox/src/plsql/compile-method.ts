// Methods of collections: those that give a value, and those that are statements (DELETE, EXTEND, TRIM).
import { ora } from "../errors/ora.ts"
import { copyValue } from "./coerce.ts"
import type { Code, Frame } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import { CollectionValue } from "./collection.ts"
import type { CollectionKey } from "./collection.ts"
import { valueError } from "./convert.ts"
import type { Place } from "./place.ts"
import { keyOf } from "./place.ts"
import type { CollectionType } from "./types.ts"
import { booleanType, integerType, textType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, inOrder } from "./value.ts"

/** How many arguments each takes. */
const arities: Readonly<Record<string, readonly [number, number]>> = {
  COUNT: [0, 0],
  FIRST: [0, 0],
  LAST: [0, 0],
  LIMIT: [0, 0],
  NEXT: [1, 1],
  PRIOR: [1, 1],
  EXISTS: [1, 1],
  DELETE: [0, 2],
  EXTEND: [0, 2],
  TRIM: [0, 1]
}

const statements: ReadonlySet<string> = new Set(["DELETE", "EXTEND", "TRIM"])

const checkArity = (name: string, count: number, start: number): void => {
  const [least, most] = arities[name] ?? [0, 0]
  if (count < least || count > most) failAt(start, `PLS-00306: wrong number or types of arguments in call to '${name}'`)
}

const typeOf = (place: Place): CollectionType => {
  if (place.type.kind === "collection") return place.type
  return failAt(0, "PLS-00302: component must be declared")
}

const existing = (value: Value): CollectionValue => {
  if (value instanceof CollectionValue) return value
  throw ora(6531)
}

const read = (found: CollectionValue, name: string, key: CollectionKey | null): Value => {
  switch (name) {
    case "COUNT":
      return found.count
    case "FIRST":
      return found.first()
    case "LAST":
      return found.last()
    case "LIMIT":
      return found.limit
    case "NEXT":
      return key === null ? null : found.next(key)
    default:
      return key === null ? null : found.prior(key)
  }
}

/** COUNT, FIRST, LAST, LIMIT, NEXT, PRIOR, EXISTS as values. */
export const compileMethod = (
  collection: Place,
  name: string,
  codes: ReadonlyArray<Code>,
  node: { readonly start: number }
): Code => {
  const type = typeOf(collection)
  if (statements.has(name)) failAt(node.start, `PLS-00222: no function with name '${name}' exists in this scope`)
  checkArity(name, codes.length, node.start)
  const [index] = codes
  if (name === "EXISTS")
    return makeCode(booleanType, (frame) =>
      after(collection.load(frame), (value) =>
        after(index === undefined ? null : index.run(frame), (key) => {
          if (!(value instanceof CollectionValue) || key === null) return false
          return after(keyOf(frame, key, type), (fitted) => value.exists(fitted))
        })
      )
    )
  const isText = type.key.kind === "text" && name !== "COUNT" && name !== "LIMIT"
  return makeCode(isText ? textType : integerType, (frame) =>
    after(collection.load(frame), (value) => {
      const found = existing(value)
      if (index === undefined) return read(found, name, null)
      return after(index.run(frame), (key) => after(keyOf(frame, key, type), (fitted) => read(found, name, fitted)))
    })
  )
}

const change = (found: CollectionValue, name: string, keys: ReadonlyArray<CollectionKey>): void => {
  const [first = null, second] = keys
  if (name === "DELETE") {
    found.delete(first, second ?? first)
    return
  }
  if (found.style === "index") throw ora(6531)
  const count = Number(first ?? 1)
  if (!Number.isInteger(count) || count < 0) throw valueError()
  if (name === "TRIM") found.trim(count)
  else found.extend(count, typeof second === "number" ? copyValue(found.get(second)) : null)
}

/** DELETE, EXTEND, TRIM as statements. */
export const compileMethodStatement = (
  collection: Place,
  name: string,
  codes: ReadonlyArray<Code>,
  node: { readonly start: number }
): ((frame: Frame) => Eventual<void>) => {
  const type = typeOf(collection)
  if (!statements.has(name)) failAt(node.start, `PLS-00221: '${name}' is not a procedure or is undefined`)
  checkArity(name, codes.length, node.start)
  if (collection.refusal !== null) failAt(node.start, `PLS-00363: ${collection.refusal}`)
  return (frame) =>
    after(collection.reach(frame), (value) =>
      after(
        inOrder(codes, (code) => after(code.run(frame), (key) => keyOf(frame, key, type))),
        (keys) => change(existing(value), name, keys)
      )
    )
}
