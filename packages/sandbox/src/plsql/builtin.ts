// Functions that every block knows. Those with a fast path run here; whatever they give back as `undefined`, and all others, SQL works out.
import { numberFunctions } from "./builtin-number.ts"
import { textFunctions } from "./builtin-text.ts"
import { valueFunctions } from "./builtin-value.ts"
import type { PlsqlType } from "./types.ts"
import { booleanType, clobType, dateType, numberType, rawType, textType, unknownType } from "./types.ts"
import type { Runtime } from "./runtime.ts"
import type { Eventual, Value } from "./value.ts"

/** A function of values; `undefined` leaves the case to SQL. */
export type FastFunction = (values: ReadonlyArray<Value>, runtime: Runtime) => Eventual<Value> | undefined

/** A function by its name. */
export interface Builtin {
  readonly least: number
  readonly most: number
  readonly type: PlsqlType
  readonly fast: FastFunction | null
}

const momentType = (
  name: "TIMESTAMP" | "TIMESTAMP WITH TIME ZONE" | "INTERVAL YEAR TO MONTH" | "INTERVAL DAY TO SECOND"
): PlsqlType => ({
  kind: "moment",
  name,
  scale: null
})

const result: Readonly<Record<string, PlsqlType>> = {
  n: numberType,
  t: textType,
  d: dateType,
  b: booleanType,
  r: rawType,
  c: clobType,
  u: unknownType,
  ts: momentType("TIMESTAMP"),
  tz: momentType("TIMESTAMP WITH TIME ZONE"),
  ym: momentType("INTERVAL YEAR TO MONTH"),
  ds: momentType("INTERVAL DAY TO SECOND")
}

/** `name least most result`. Source: PL/SQL reference, built-in functions of package STANDARD. */
const heads = `ABS 1 1 n;ACOS 1 1 n;ADD_MONTHS 2 2 d;ASCII 1 1 n;ASCIISTR 1 1 t;ASIN 1 1 n;ATAN 1 1 n;ATAN2 2 2 n;BITAND 2 2 n;CEIL 1 1 n;CHARTOROWID 1 1 t;
CHR 1 1 t;COALESCE 2 255 u;CONCAT 2 2 t;COS 1 1 n;COSH 1 1 n;EMPTY_BLOB 0 0 r;EMPTY_CLOB 0 0 c;EXP 1 1 n;FLOOR 1 1 n;FROM_TZ 2 2 tz;GREATEST 1 255 u;HEXTORAW 1 1 r;
INITCAP 1 1 t;INSTR 2 4 n;INSTRB 2 4 n;LAST_DAY 1 1 d;LEAST 1 255 u;LENGTH 1 1 n;LENGTHB 1 1 n;LENGTHC 1 1 n;LN 1 1 n;LOG 2 2 n;LOWER 1 1 t;LPAD 2 3 t;LTRIM 1 2 t;MOD 2 2 n;
MONTHS_BETWEEN 2 2 n;NEXT_DAY 2 2 d;NLSSORT 1 2 r;NLS_INITCAP 1 2 t;NLS_LOWER 1 2 t;NLS_UPPER 1 2 t;NULLIF 2 2 u;NUMTODSINTERVAL 2 2 ds;NUMTOYMINTERVAL 2 2 ym;NVL 2 2 u;
POWER 2 2 n;RAWTOHEX 1 1 t;REGEXP_COUNT 2 4 n;REGEXP_INSTR 2 7 n;REGEXP_LIKE 2 3 b;REGEXP_REPLACE 2 6 t;REGEXP_SUBSTR 2 6 t;REMAINDER 2 2 n;REPLACE 2 3 t;ROUND 1 2 u;
ROWIDTOCHAR 1 1 t;RPAD 2 3 t;RTRIM 1 2 t;SIGN 1 1 n;SIN 1 1 n;SINH 1 1 n;SOUNDEX 1 1 t;SQRT 1 1 n;SUBSTR 2 3 t;SUBSTRB 2 3 t;SYS_CONTEXT 2 3 t;SYS_EXTRACT_UTC 1 1 ts;SYS_GUID 0 0 r;
TAN 1 1 n;TANH 1 1 n;TO_BLOB 1 1 r;TO_CHAR 1 3 t;TO_CLOB 1 1 c;TO_DATE 1 3 d;TO_DSINTERVAL 1 1 ds;TO_NCHAR 1 3 t;TO_NUMBER 1 3 n;TO_TIMESTAMP 1 3 ts;TO_TIMESTAMP_TZ 1 3 tz;
TO_YMINTERVAL 1 1 ym;TRANSLATE 3 3 t;TRUNC 1 2 u;TZ_OFFSET 1 1 t;UNISTR 1 1 t;UPPER 1 1 t;USERENV 1 1 t;TO_BINARY_DOUBLE 1 3 u;TO_BINARY_FLOAT 1 3 u`

const fast: Readonly<Record<string, FastFunction>> = { ...textFunctions, ...numberFunctions, ...valueFunctions }

/** By name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  heads.split(";").map((head) => {
    const [name = "", least, most, type = "u"] = head.trim().split(" ")
    return [
      name,
      { least: Number(least), most: Number(most), type: result[type] ?? unknownType, fast: fast[name] ?? null }
    ]
  })
)

/** Functions of SQL that PL/SQL knows and does not allow outside SQL: PLS-00204. */
export const sqlOnlyNames: ReadonlySet<string> = new Set(
  "AVG COUNT CUME_DIST DECODE DENSE_RANK DUMP FIRST_VALUE GROUPING LAG LAST_VALUE LEAD LISTAGG MAX MIN NTILE RANK ROWNUM LEVEL ROW_NUMBER STDDEV SUM VARIANCE VSIZE".split(
    " "
  )
)
