// DBMS_LOB on values: positions count characters of a CLOB and bytes of a BLOB, from 1.
import { ora } from "../errors/ora.ts"
import { toDouble } from "../plsql/number.ts"
import type { PlsqlType } from "../plsql/types.ts"
import { booleanType, clobType, integerType, numberType, rawType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { isNum } from "../plsql/value.ts"
import type { PackageDefinition, PackageSubprogram } from "./package.ts"
import { func, inOut, optional, procedure, required } from "./package.ts"

const blobType: PlsqlType = { kind: "lob", name: "BLOB" }

const whole = (value: Value | undefined, fallback: number): number =>
  value !== undefined && isNum(value) ? Math.trunc(toDouble(value)) : fallback

const lengthOf = (value: Value | undefined): number | null =>
  typeof value === "string" || value instanceof Uint8Array ? value.length : null

const cut = (value: Value | undefined, amount: number, offset: number): Value => {
  if (amount < 1 || offset < 1 || amount > 32_767) return null
  if (typeof value === "string") return value.slice(offset - 1, offset - 1 + amount) || null
  if (!(value instanceof Uint8Array)) return null
  const part = value.slice(offset - 1, offset - 1 + amount)
  return part.length === 0 ? null : part
}

const find = (value: Value | undefined, pattern: Value | undefined, offset: number, nth: number): number | null => {
  if (value === null || value === undefined || pattern === null || pattern === undefined) return null
  const [text, part] =
    value instanceof Uint8Array && pattern instanceof Uint8Array
      ? [Buffer.from(value).toString("latin1"), Buffer.from(pattern).toString("latin1")]
      : [typeof value === "string" ? value : "", typeof pattern === "string" ? pattern : ""]
  let at = offset - 2
  for (let left = nth; left > 0; left -= 1) {
    at = text.indexOf(part, at + 1)
    if (at < 0) return 0
  }
  return at + 1
}

const both = (make: (type: PlsqlType, piece: PlsqlType) => PackageSubprogram): ReadonlyArray<PackageSubprogram> => [
  make(clobType, textType),
  make(blobType, rawType)
]

const joined = (left: Value | undefined, right: Value | undefined, amount: number | null): Value => {
  if (typeof left === "string" || typeof right === "string") {
    const more = typeof right === "string" ? right : ""
    return (typeof left === "string" ? left : "") + (amount === null ? more : more.slice(0, amount))
  }
  const [a, b] = [left, right].map((value) => (value instanceof Uint8Array ? value : new Uint8Array(0)))
  const more = amount === null ? b : b?.slice(0, amount)
  return Uint8Array.from([...(a ?? []), ...(more ?? [])])
}

const compare = (left: Value | undefined, right: Value | undefined): number | null => {
  if (typeof left === "string" && typeof right === "string") return left === right ? 0 : left < right ? -1 : 1
  return left instanceof Uint8Array && right instanceof Uint8Array ? Math.sign(Buffer.compare(left, right)) : null
}

/** The package. Temporary LOBs are plain values here: creating one gives an empty value, freeing one NULL. */
export const dbmsLob: PackageDefinition = {
  name: "DBMS_LOB",
  constants: {
    CALL: { type: integerType, value: 12 },
    SESSION: { type: integerType, value: 10 },
    LOBMAXSIZE: { type: numberType, value: Number.MAX_SAFE_INTEGER }
  },
  subprograms: [
    ...both((type) => func("GETLENGTH", [required("LOB_LOC", type)], integerType, (_, [lob]) => lengthOf(lob))),
    ...both((type, piece) =>
      func(
        "SUBSTR",
        [required("LOB_LOC", type), optional("AMOUNT", numberType, 32_767), optional("OFFSET", numberType, 1)],
        piece,
        (_, [lob, amount, offset]) => cut(lob, whole(amount, 0), whole(offset, 0))
      )
    ),
    ...both((type, piece) =>
      func(
        "INSTR",
        [
          required("LOB_LOC", type),
          required("PATTERN", piece),
          optional("OFFSET", numberType, 1),
          optional("NTH", numberType, 1)
        ],
        integerType,
        (_, [lob, pattern, offset, nth]) => find(lob, pattern, whole(offset, 1), whole(nth, 1))
      )
    ),
    ...both((type) =>
      func("COMPARE", [required("LOB_1", type), required("LOB_2", type)], integerType, (_, [a, b]) => compare(a, b))
    ),
    ...both((type) =>
      procedure(
        "CREATETEMPORARY",
        [inOut("LOB_LOC", type), required("CACHE", booleanType), optional("DUR", integerType, 10)],
        (_, values) => {
          values[0] = type === clobType ? "" : new Uint8Array(0)
        }
      )
    ),
    ...both((type) =>
      procedure("FREETEMPORARY", [inOut("LOB_LOC", type)], (_, values) => {
        values[0] = null
      })
    ),
    ...both((type) =>
      procedure("APPEND", [inOut("DEST_LOB", type), required("SRC_LOB", type)], (_, values) => {
        if (values[0] === null) throw ora(6502, [": invalid LOB locator specified: ORA-22275"])
        values[0] = joined(values[0], values[1], null)
      })
    ),
    ...both((type, piece) =>
      procedure(
        "WRITEAPPEND",
        [inOut("LOB_LOC", type), required("AMOUNT", numberType), required("BUFFER", piece)],
        (_, values) => {
          if (values[0] === null) throw ora(6502, [": invalid LOB locator specified: ORA-22275"])
          values[0] = joined(values[0], values[2], whole(values[1], 0))
        }
      )
    )
  ]
}
