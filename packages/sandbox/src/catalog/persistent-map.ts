// A map that is never changed: setting a key gives a new map that shares all but a few hundred entries with the old one. So every
// version of the catalog stays readable and a change of one object among 100,000 costs microseconds.

const bucketCount = 1024

const bucketOf = (key: number | string): number => {
  if (typeof key === "number") return key & (bucketCount - 1)
  let hash = 0
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0
  return (hash ^ (hash >>> 15)) & (bucketCount - 1)
}

type Bucket<K, V> = ReadonlyMap<K, V>

/** An immutable map with numbers or texts as keys. */
export class PersistentMap<K extends number | string, V> {
  readonly #buckets: ReadonlyArray<Bucket<K, V> | undefined>
  /** Number of keys. */
  readonly size: number

  private constructor(buckets: ReadonlyArray<Bucket<K, V> | undefined>, size: number) {
    this.#buckets = buckets
    this.size = size
  }

  /** A map without keys. */
  static empty<K extends number | string, V>(): PersistentMap<K, V> {
    return new PersistentMap<K, V>([], 0)
  }

  get(key: K): V | undefined {
    return this.#buckets[bucketOf(key)]?.get(key)
  }

  /** The map with the key set. */
  set(key: K, value: V): PersistentMap<K, V> {
    return this.#replace(key, (bucket) => bucket.set(key, value))
  }

  /** The map without the key. */
  delete(key: K): PersistentMap<K, V> {
    return this.get(key) === undefined ? this : this.#replace(key, (bucket) => void bucket.delete(key))
  }

  /** All values, in no particular order. */
  *values(): Generator<V> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket.values()
  }

  #replace(key: K, change: (bucket: Map<K, V>) => unknown): PersistentMap<K, V> {
    const at = bucketOf(key)
    const bucket = new Map(this.#buckets[at])
    const before = bucket.size
    change(bucket)
    const buckets = this.#buckets.slice()
    while (buckets.length < at) buckets.push(undefined)
    buckets[at] = bucket
    return new PersistentMap(buckets, this.size + bucket.size - before)
  }
}
