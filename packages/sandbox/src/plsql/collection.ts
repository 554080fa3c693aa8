// Collections: associative arrays, nested tables, varrays, with their methods and errors. It knows no syntax.
import { ora } from "../errors/ora.ts"
import type { Value } from "./value.ts"

/** Which of the three. */
export type CollectionStyle = "index" | "table" | "varray"

/** A key: whole numbers, or texts for INDEX BY VARCHAR2. */
export type CollectionKey = number | string

const compareKeys = (left: CollectionKey, right: CollectionKey): number => (left < right ? -1 : left > right ? 1 : 0)

/** The elements of a collection variable. A nested table or varray that was never made is null instead. */
export class CollectionValue {
  readonly style: CollectionStyle
  /** Varray: greatest number of elements. */
  readonly limit: number | null
  readonly #elements = new Map<CollectionKey, Value>()
  /** Nested tables and varrays: places made so far, deleted ones included. */
  #size = 0
  /** Keys of an associative array in order; null after a change. */
  #sorted: ReadonlyArray<CollectionKey> | null = null

  constructor(style: CollectionStyle, limit: number | null = null) {
    this.style = style
    this.limit = limit
  }

  /** A collection of these elements, numbered from 1. */
  static of(style: CollectionStyle, values: ReadonlyArray<Value>, limit: number | null = null): CollectionValue {
    const made = new CollectionValue(style, limit)
    if (limit !== null && values.length > limit) throw ora(6532)
    for (const [at, value] of values.entries()) made.#elements.set(at + 1, value)
    made.#size = values.length
    return made
  }

  get count(): number {
    return this.#elements.size
  }

  /** ORA-01403 where nothing is; ORA-06533 and ORA-06532 beyond the places of a nested table or varray. */
  get(key: CollectionKey): Value {
    const found = this.#elements.get(key)
    if (found !== undefined) return found
    this.#checkPlace(key)
    throw ora(1403)
  }

  set(key: CollectionKey, value: Value): void {
    if (this.style !== "index") this.#checkPlace(key)
    else if (this.#sorted !== null && !this.#elements.has(key)) this.#sorted = null
    this.#elements.set(key, value)
  }

  exists(key: CollectionKey): boolean {
    return this.#elements.has(key)
  }

  keys(): ReadonlyArray<CollectionKey> {
    this.#sorted ??= [...this.#elements.keys()].toSorted(compareKeys)
    return this.#sorted
  }

  first(): CollectionKey | null {
    return this.keys()[0] ?? null
  }

  last(): CollectionKey | null {
    return this.keys().at(-1) ?? null
  }

  next(key: CollectionKey): CollectionKey | null {
    if (typeof key === "number" && this.#elements.has(key + 1)) return key + 1
    return this.keys().find((other) => other > key) ?? null
  }

  prior(key: CollectionKey): CollectionKey | null {
    if (typeof key === "number" && this.#elements.has(key - 1)) return key - 1
    return this.keys().findLast((other) => other < key) ?? null
  }

  /** EXTEND(n [, i]): ORA-06532 beyond a varray's limit. */
  extend(times: number, value: Value): void {
    if (this.limit !== null && this.#size + times > this.limit) throw ora(6532)
    for (let added = 0; added < times; added += 1) {
      this.#size += 1
      this.#elements.set(this.#size, value)
    }
    this.#sorted = null
  }

  /** TRIM(n): ORA-06533 when there are fewer. */
  trim(times: number): void {
    if (times > this.#size) throw ora(6533)
    for (let taken = 0; taken < times; taken += 1) {
      this.#elements.delete(this.#size)
      this.#size -= 1
    }
    this.#sorted = null
  }

  /** DELETE, DELETE(i), DELETE(i, j). */
  delete(from: CollectionKey | null = null, to: CollectionKey | null = from): void {
    this.#sorted = null
    if (from === null || to === null) {
      this.#elements.clear()
      this.#size = 0
    } else if (from === to) this.#elements.delete(from)
    else for (const key of this.#elements.keys()) if (key >= from && key <= to) this.#elements.delete(key)
  }

  values(): ReadonlyArray<Value> {
    return this.keys().map((key) => this.#elements.get(key) ?? null)
  }

  /** A collection with the same elements. */
  copy(copyValue: (value: Value) => Value): CollectionValue {
    const made = new CollectionValue(this.style, this.limit)
    for (const [key, value] of this.#elements) made.#elements.set(key, copyValue(value))
    made.#size = this.#size
    return made
  }

  #checkPlace(key: CollectionKey): void {
    if (this.style === "index") return
    if (typeof key !== "number" || key < 1) throw ora(6532)
    if (key > this.#size) throw ora(this.limit !== null && key > this.limit ? 6532 : 6533)
  }
}
