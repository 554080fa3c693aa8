// UTL_RAW: conversions between bytes and other values.
import { encodeNumber } from "@orapart/oracle-rules"
import { plainText } from "../plsql/number.ts"
import { integerType, numberType, rawType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { isNum } from "../plsql/value.ts"
import type { PackageDefinition } from "./package.ts"
import { func, optional, required } from "./package.ts"

const bytes = (value: Value | undefined): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array(0))

const orNull = (value: Uint8Array): Uint8Array | null => (value.length === 0 ? null : value)

const concatenated = Array.from({ length: 12 }, (_, at) =>
  at === 0 ? required("R1", rawType) : optional(`R${String(at + 1)}`, rawType)
)

/** The package as far as scripts use it. */
export const utlRaw: PackageDefinition = {
  name: "UTL_RAW",
  constants: {
    BIG_ENDIAN: { type: integerType, value: 1 },
    LITTLE_ENDIAN: { type: integerType, value: 2 },
    MACHINE_ENDIAN: { type: integerType, value: 3 }
  },
  subprograms: [
    func("CAST_TO_RAW", [required("C", textType)], rawType, (_, [c]) =>
      typeof c === "string" ? new TextEncoder().encode(c) : null
    ),
    func("CAST_TO_VARCHAR2", [required("R", rawType)], textType, (_, [r]) =>
      r === null ? null : new TextDecoder().decode(bytes(r)) || null
    ),
    func("CAST_FROM_NUMBER", [required("N", numberType)], rawType, (_, [n]) =>
      n !== undefined && isNum(n) ? encodeNumber(plainText(n)) : null
    ),
    func("LENGTH", [required("R", rawType)], integerType, (_, [r]) => (r instanceof Uint8Array ? r.length : null)),
    func(
      "SUBSTR",
      [required("R", rawType), required("POS", integerType), optional("LEN", integerType)],
      rawType,
      (_, [r, position, length]) => {
        if (!(r instanceof Uint8Array) || typeof position !== "number") return null
        const start = position > 0 ? position - 1 : position === 0 ? 0 : r.length + position
        return orNull(r.slice(start, typeof length === "number" ? start + length : undefined))
      }
    ),
    func("REVERSE", [required("R", rawType)], rawType, (_, [r]) => (r === null ? null : bytes(r).toReversed())),
    func("CONCAT", concatenated, rawType, (_, parts) =>
      orNull(Uint8Array.from(parts.flatMap((part) => [...bytes(part)])))
    ),
    func("COMPARE", [required("R1", rawType), required("R2", rawType)], integerType, (_, [a, b]) => {
      const [left, right] = [bytes(a), bytes(b)]
      const length = Math.max(left.length, right.length)
      for (let at = 0; at < length; at += 1) if ((left[at] ?? 0) !== (right[at] ?? 0)) return at + 1
      return 0
    })
  ]
}
