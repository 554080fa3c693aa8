// Places: variables, fields, elements. They can be read, written, and written into (a record in an element, an element of a field).
import { ora } from "../errors/ora.ts"
import { coerce } from "./coerce.ts"
import type { Code, Frame } from "./code.ts"
import { frameAt } from "./code.ts"
import type { CollectionKey } from "./collection.ts"
import { CollectionValue } from "./collection.ts"
import { valueError } from "./convert.ts"
import { makeDefault } from "./default-value.ts"
import { RecordValue } from "./record.ts"
import type { CollectionType, FieldType, PlsqlType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after } from "./value.ts"

/** Something that holds a value. */
export interface Place {
  readonly type: PlsqlType
  /** Why it cannot be assigned to: PLS-00363 with this text; null when it can. */
  readonly refusal: string | null
  readonly load: (frame: Frame) => Eventual<Value>
  /** Converts to the type of the place. */
  readonly store: (frame: Frame, value: Value) => Eventual<void>
  /** Like load, but makes what is missing on the way (a record in a new element of an associative array). */
  readonly reach: (frame: Frame) => Eventual<Value>
}

/** A variable `hops` activations out. */
export const variablePlace = (
  hops: number,
  slot: number,
  type: PlsqlType,
  options: { readonly isNotNull: boolean; readonly refusal: string | null }
): Place => {
  const load = (frame: Frame): Value => frameAt(frame, hops).slots[slot] ?? null
  const put = (frame: Frame, value: Value): void => {
    if (value === null && options.isNotNull) throw valueError()
    frameAt(frame, hops).slots[slot] = value
  }
  const store = (frame: Frame, value: Value): Eventual<void> =>
    after(coerce(frame.machine.runtime, value, type), (fitted) => put(frame, fitted))
  return { type, refusal: options.refusal, load, store, reach: load }
}

/** A host bind. */
export const bindPlace = (index: number, type: PlsqlType): Place => {
  const load = (frame: Frame): Value => frame.machine.binds[index]?.value ?? null
  const store = (frame: Frame, value: Value): Eventual<void> =>
    after(coerce(frame.machine.runtime, value, type), (fitted) => {
      const bind = frame.machine.binds[index]
      if (bind !== undefined) bind.value = fitted
    })
  return { type, refusal: null, load, store, reach: load }
}

const recordOf = (value: Value): RecordValue => {
  if (value instanceof RecordValue) return value
  throw ora(6530)
}

const placeOf = (record: RecordValue, known: number, name: string): number => {
  if (record.names[known] === name) return known
  const found = record.names.indexOf(name)
  if (found < 0) throw ora(6504)
  return found
}

/** A field of a record. `known` is where it should be; open records are searched by name. */
export const fieldPlace = (record: Place, field: FieldType, known: number): Place => {
  const get = (value: Value): Value => {
    const found = recordOf(value)
    return found.fields[placeOf(found, known, field.name)] ?? null
  }
  const store = (frame: Frame, value: Value): Eventual<void> => {
    if (value === null && field.isNotNull) throw valueError()
    return after(record.reach(frame), (container) =>
      after(coerce(frame.machine.runtime, value, field.type), (fitted) => {
        const found = recordOf(container)
        found.fields[placeOf(found, known, field.name)] = fitted
      })
    )
  }
  return {
    type: field.type,
    refusal: record.refusal,
    load: (frame) => after(record.load(frame), get),
    store,
    reach: (frame) => after(record.reach(frame), get)
  }
}

const collectionOf = (value: Value): CollectionValue => {
  if (value instanceof CollectionValue) return value
  throw ora(6531)
}

/** The key that a value is for a collection. ORA-06502 for NULL. */
export const keyOf = (frame: Frame, key: Value, type: CollectionType): Eventual<CollectionKey> => {
  if (typeof key === "number" && type.key.kind === "integer") return key
  return after(coerce(frame.machine.runtime, key, type.key), (fitted) => {
    if (typeof fitted === "number" || typeof fitted === "string") return fitted
    throw valueError("NULL index table key value")
  })
}

/** An element of a collection. */
export const elementPlace = (collection: Place, type: CollectionType, index: Code): Place => {
  const at = <R>(
    frame: Frame,
    container: Eventual<Value>,
    go: (found: CollectionValue, key: CollectionKey) => Eventual<R>
  ) =>
    after(container, (value) =>
      after(index.run(frame), (key) => {
        const found = collectionOf(value)
        return after(keyOf(frame, key, type), (fitted) => go(found, fitted))
      })
    )
  const store = (frame: Frame, value: Value): Eventual<void> =>
    at(frame, collection.reach(frame), (found, key) =>
      after(coerce(frame.machine.runtime, value, type.element), (fitted) => {
        if (fitted === null && type.isElementNotNull) throw valueError()
        found.set(key, fitted)
      })
    )
  const reach = (frame: Frame): Eventual<Value> =>
    at(frame, collection.reach(frame), (found, key) => {
      if (found.style !== "index" || found.exists(key)) return found.get(key)
      return after(makeDefault(frame, type.element), (made) => {
        found.set(key, made)
        return made
      })
    })
  return {
    type: type.element,
    refusal: collection.refusal,
    load: (frame) => at(frame, collection.load(frame), (found, key) => found.get(key)),
    store,
    reach
  }
}
