// What ALL_TAB_COLS says of a declared data type: lengths, precision, scale, character semantics.
// It knows one database only: AL32UTF8 with an AL16UTF16 national character set and MAX_STRING_SIZE STANDARD.
import type { ColumnModel } from "@orapart/contract"

/** The part of a column row that follows from its data type alone. */
export type DataTypeFacts = Pick<
  ColumnModel,
  "dataType" | "dataTypeOwner" | "lengthBytes" | "precision" | "scale" | "charLength" | "charUsed"
>

const plain = (dataType: string, lengthBytes: number, changes: Partial<DataTypeFacts> = {}): DataTypeFacts => ({
  dataType,
  dataTypeOwner: null,
  lengthBytes,
  precision: null,
  scale: null,
  charLength: 0,
  charUsed: null,
  ...changes
})

const fixedLengths: { readonly [dataType: string]: number } = {
  DATE: 7,
  BINARY_FLOAT: 4,
  BINARY_DOUBLE: 8,
  CLOB: 4000,
  NCLOB: 4000,
  BLOB: 4000,
  BFILE: 530,
  LONG: 0,
  "LONG RAW": 0,
  ROWID: 10,
  JSON: 8200,
  BOOLEAN: 1,
  VECTOR: 8200
}

const maximumBytes: { readonly [dataType: string]: number } = {
  VARCHAR2: 4000,
  NVARCHAR2: 4000,
  CHAR: 2000,
  NCHAR: 2000
}

const characterFacts = (dataType: string, length: number, unit: string): DataTypeFacts => {
  const isNational = dataType.startsWith("N")
  const isCharacterSemantics = isNational || unit === "CHAR"
  const bytesPerUnit = isNational ? 2 : isCharacterSemantics ? 4 : 1
  return plain(dataType, Math.min(length * bytesPerUnit, maximumBytes[dataType] ?? 4000), {
    charLength: length,
    charUsed: isCharacterSemantics ? "C" : "B"
  })
}

const numberFacts = (precision: string | undefined, scale: string | undefined): DataTypeFacts => {
  if (precision === undefined) return plain("NUMBER", 22)
  return plain("NUMBER", 22, {
    precision: precision === "*" ? null : Number(precision),
    scale: scale === undefined ? 0 : Number(scale)
  })
}

const timestampFacts = (fraction: number, zone: string): DataTypeFacts =>
  plain(`TIMESTAMP(${fraction})${zone}`, zone === " WITH TIME ZONE" ? 13 : fraction === 0 ? 7 : 11, { scale: fraction })

const intervalFacts = (declared: string): DataTypeFacts | null => {
  const yearMonth = /^INTERVAL YEAR(?:\((\d)\))? TO MONTH$/.exec(declared)
  if (yearMonth !== null) {
    const years = Number(yearMonth[1] ?? 2)
    return plain(`INTERVAL YEAR(${years}) TO MONTH`, 5, { precision: years, scale: 0 })
  }
  const daySecond = /^INTERVAL DAY(?:\((\d)\))? TO SECOND(?:\((\d)\))?$/.exec(declared)
  if (daySecond === null) return null
  const days = Number(daySecond[1] ?? 2)
  const fraction = Number(daySecond[2] ?? 6)
  return plain(`INTERVAL DAY(${days}) TO SECOND(${fraction})`, 11, { precision: days, scale: fraction })
}

const numericFacts = (declared: string): DataTypeFacts | null => {
  const number = /^(?:NUMBER|NUMERIC|DECIMAL)(?:\((\*|\d+)(?:,(-?\d+))?\))?$/.exec(declared)
  if (number !== null) return numberFacts(declared.startsWith("NUMBER") ? number[1] : (number[1] ?? "*"), number[2])
  if (/^(INTEGER|INT|SMALLINT)$/.test(declared)) return numberFacts("*", "0")
  const float = /^FLOAT(?:\((\d+)\))?$/.exec(declared)
  if (float !== null) return plain("FLOAT", 22, { precision: Number(float[1] ?? 126) })
  if (declared === "REAL") return plain("FLOAT", 22, { precision: 63 })
  return declared === "DOUBLE PRECISION" ? plain("FLOAT", 22, { precision: 126 }) : null
}

const sizedFacts = (declared: string): DataTypeFacts | null => {
  const character = /^(N?VARCHAR2|N?CHAR)(?:\((\d+)(?: (BYTE|CHAR))?\))?$/.exec(declared)
  if (character !== null) return characterFacts(character[1] ?? "", Number(character[2] ?? 1), character[3] ?? "BYTE")
  const raw = /^(RAW|UROWID)(?:\((\d+)\))?$/.exec(declared)
  if (raw !== null) return plain(raw[1] ?? "", Number(raw[2] ?? 4000))
  const timestamp = /^TIMESTAMP(?:\((\d)\))?( WITH(?: LOCAL)? TIME ZONE)?$/.exec(declared)
  return timestamp === null ? null : timestampFacts(Number(timestamp[1] ?? 6), timestamp[2] ?? "")
}

const namedTypeFacts = (declared: string): DataTypeFacts | null => {
  if (declared === "XMLTYPE") return plain("XMLTYPE", 2000, { dataTypeOwner: "SYS" })
  const named = /^([A-Z][\w$#]*)\.([A-Z][\w$#]*)$/.exec(declared)
  return named === null ? null : plain(named[2] ?? "", 1, { dataTypeOwner: named[1] ?? "" })
}

/**
 * The dictionary's facts of a declared type, for example of `NUMBER(12,2)`, `VARCHAR2(30 CHAR)`, `TIMESTAMP(3)` or `MDSYS.SDO_GEOMETRY`.
 * NUMBER(p) has scale 0; INTEGER has no precision and scale 0. Returns null for text that is no data type.
 */
export const readDataType = (text: string): DataTypeFacts | null => {
  const declared = text
    .trim()
    .toUpperCase()
    .replace(/\s+/g, " ")
    .replace(/\s*([(),])\s*/g, "$1")
    .replace(/\)(?=[A-Z])/g, ") ")
  const fixed = fixedLengths[declared]
  if (fixed !== undefined) return plain(declared, fixed)
  return numericFacts(declared) ?? sizedFacts(declared) ?? intervalFacts(declared) ?? namedTypeFacts(declared)
}
