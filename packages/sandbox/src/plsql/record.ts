// Records: fields by place, with their names. Assigning one copies it.
import type { Value } from "./value.ts"

/** A record variable's value. */
export class RecordValue {
  readonly names: ReadonlyArray<string>
  readonly fields: Value[]

  constructor(names: ReadonlyArray<string>, fields: Value[]) {
    this.names = names
    this.fields = fields
  }

  /** A record with the same fields. */
  copy(copyValue: (value: Value) => Value): RecordValue {
    return new RecordValue(this.names, this.fields.map(copyValue))
  }
}
