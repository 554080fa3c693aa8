// What a variable holds before anything is assigned: records with the defaults of their fields, empty associative arrays, NULL for the rest.
import { coerce } from "./coerce.ts"
import type { Frame } from "./code.ts"
import { CollectionValue } from "./collection.ts"
import { RecordValue } from "./record.ts"
import type { PlsqlType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, CursorHandle, inOrder } from "./value.ts"

/** The first value of a variable of the type. */
export const makeDefault = (frame: Frame, type: PlsqlType): Eventual<Value> => {
  if (type.kind === "collection") return type.style === "index" ? new CollectionValue("index") : null
  if (type.kind === "cursor") return new CursorHandle()
  if (type.kind !== "record") return null
  const fields = inOrder(type.fields, (field) =>
    field.initial === null
      ? makeDefault(frame, field.type)
      : after(field.initial.run(frame), (value) => coerce(frame.machine.runtime, value, field.type))
  )
  return after(
    fields,
    (values) =>
      new RecordValue(
        type.fields.map(({ name }) => name),
        [...values]
      )
  )
}
