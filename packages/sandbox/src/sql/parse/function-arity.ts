// How many arguments Oracle's own functions take. A fixed number that is missed is ORA-00909, a range ORA-00938 or ORA-00939 (SQL Language Reference, Functions).
import type { FunctionCall } from "../ast/expression.ts"

const arities: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries({
    ABS: "1",
    ACOS: "1",
    ADD_MONTHS: "2",
    ASCII: "1",
    ASIN: "1",
    ATAN: "1",
    ATAN2: "2",
    AVG: "1",
    BITAND: "2",
    CEIL: "1",
    CHR: "1",
    COALESCE: "2-255",
    CONCAT: "2",
    COS: "1",
    COUNT: "1",
    DECODE: "3-255",
    EXP: "1",
    FLOOR: "1",
    FROM_TZ: "2",
    GREATEST: "1-255",
    HEXTORAW: "1",
    INITCAP: "1",
    INSTR: "2-4",
    LAST_DAY: "1",
    LEAST: "1-255",
    LENGTH: "1",
    LENGTHB: "1",
    LN: "1",
    LOG: "2",
    LOWER: "1",
    LPAD: "2-3",
    LTRIM: "1-2",
    MAX: "1",
    MIN: "1",
    MOD: "2",
    MONTHS_BETWEEN: "2",
    NEXT_DAY: "2",
    NTILE: "1",
    NULLIF: "2",
    NUMTODSINTERVAL: "2",
    NUMTOYMINTERVAL: "2",
    NVL: "2",
    NVL2: "3",
    ORA_HASH: "1-3",
    POWER: "2",
    RAWTOHEX: "1",
    REGEXP_COUNT: "2-4",
    REGEXP_INSTR: "2-7",
    REGEXP_LIKE: "2-3",
    REGEXP_REPLACE: "2-6",
    REGEXP_SUBSTR: "2-6",
    REPLACE: "2-3",
    ROUND: "1-2",
    RPAD: "2-3",
    RTRIM: "1-2",
    SIGN: "1",
    SIN: "1",
    SQRT: "1",
    STANDARD_HASH: "1-2",
    STDDEV: "1",
    SUBSTR: "2-3",
    SUBSTRB: "2-3",
    SUM: "1",
    SYS_CONNECT_BY_PATH: "2",
    SYS_CONTEXT: "2-3",
    SYS_EXTRACT_UTC: "1",
    TAN: "1",
    TO_CHAR: "1-3",
    TO_CLOB: "1-2",
    TO_DATE: "1-3",
    TO_DSINTERVAL: "1",
    TO_LOB: "1",
    TO_NUMBER: "1-3",
    TO_TIMESTAMP: "1-3",
    TO_TIMESTAMP_TZ: "1-3",
    TO_YMINTERVAL: "1",
    TRANSLATE: "3",
    TRUNC: "1-2",
    UPPER: "1",
    VARIANCE: "1",
    VSIZE: "1",
    WIDTH_BUCKET: "4"
  }).map(([name, range]) => {
    const [least = "1", most = least] = range.split("-")
    return [name, [Number(least), Number(most)]]
  })
)

const analyticOnly: ReadonlySet<string> = new Set([
  "ROW_NUMBER",
  "LAG",
  "LEAD",
  "NTILE",
  "FIRST_VALUE",
  "LAST_VALUE",
  "NTH_VALUE",
  "RATIO_TO_REPORT"
])

/** The number of the error when a call of one of Oracle's own functions has too few or too many arguments; null when it has not or the function is not known. */
export const findArityError = (call: FunctionCall): 909 | 938 | 939 | null => {
  const range = call.path.length === 1 ? arities.get(call.path[0].value) : undefined
  if (range === undefined || call.isStar) return null
  const count = call.arguments.length
  const [least, most] = range
  if (count >= least && count <= most) return null
  if (least === most) return 909
  return count < least ? 938 : 939
}

/** True for functions that need OVER (ORA-30484). */
export const needsWindow = (name: string): boolean => analyticOnly.has(name)

const aggregates: ReadonlySet<string> = new Set("AVG COUNT MAX MIN STDDEV SUM VARIANCE".split(" "))

/** True for Oracle's own functions of one row: they take no DISTINCT (ORA-30482). */
export const isScalar = (name: string): boolean => arities.has(name) && !aggregates.has(name) && !analyticOnly.has(name)
