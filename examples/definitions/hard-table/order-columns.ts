// Columns of the hard table: every data type that copy_swap carries, and every property that a column can have.
import { column } from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "../column-facts.ts"

/** Rows of the hard table. */
export const orderRows = 2_000_000

/** A column group as DBMS_STATS names it. */
export const columnGroup = "SYS_STUN6P$KQWZ7XJTP05EH56DTIR0W"

const numbers = [
  column('"Auftrag Nr" NUMBER(12) GENERATED ALWAYS AS IDENTITY', { statistics: ids(orderRows) }),
  column('"gebucht am" DATE DEFAULT TRUNC(SYSDATE) NOT NULL', {
    statistics: dates("2024-01-01 00:00:12", "2025-12-31 23:59:01", 1_900_000),
    comment: "Buchungstag; small letters and a blank, so always quoted."
  }),
  column('"Menge" NUMBER(9,2) DEFAULT ON NULL 1', {
    statistics: { ...range(1, 4_000, 310), histogram: "HYBRID", histogramBuckets: 254 }
  }),
  column('"Preis" NUMBER', { statistics: withNulls(range(0, 9_000, 61_000), 1_200) }),
  column("WHOLE NUMBER(*,0)", { statistics: values(90_000, 4) }),
  column("ROUNDED NUMBER(9,-3)", { statistics: values(400, 90_000) }),
  column("TINY NUMBER(2,5)", { statistics: values(99, 90_000) }),
  column("RATIO FLOAT", { statistics: values(80_000, 600_000) }),
  column("REAL_RATIO FLOAT(63)", { statistics: values(80_000, 600_000) }),
  column("MASS BINARY_FLOAT", { statistics: values(7_000, 600_000) }),
  column("VOLUME BINARY_DOUBLE DEFAULT BINARY_DOUBLE_NAN", { statistics: values(7_000, 600_000) })
]

const moments = [
  column("MOMENT_0 TIMESTAMP(0)", { statistics: values(50_000, 100) }),
  column("MOMENT_3 TIMESTAMP(3)", { statistics: values(50_000, 100) }),
  column("MOMENT_6 TIMESTAMP(6) DEFAULT SYSTIMESTAMP", { statistics: values(1_900_000, 100) }),
  column("MOMENT_9 TIMESTAMP(9)", { statistics: values(1_900_000, 100) }),
  column("SIGNED_AT TIMESTAMP(6) WITH TIME ZONE", { statistics: values(1_800_000, 20_000) }),
  column("SEEN_AT TIMESTAMP(3) WITH LOCAL TIME ZONE", { statistics: values(1_800_000, 20_000) }),
  column("TERM INTERVAL YEAR(4) TO MONTH", { statistics: values(36, 20_000) }),
  column("LEAD_TIME INTERVAL DAY(3) TO SECOND(9)", { statistics: values(12_000, 20_000) })
]

const texts = [
  column('"Kürzel" CHAR(3) NOT NULL', { statistics: values(40) }),
  // Without salt: it is part of a unique key, and only such columns can be indexed.
  column("CODE CHAR(5 CHAR)", {
    encryption: { algorithm: "AES 192 bits key", salt: false, integrity: "SHA-1" },
    statistics: values(4_000, 7_000)
  }),
  column('"Name" VARCHAR2(120 CHAR) NOT NULL', {
    statistics: values(310_000),
    comment: 'Firma & Söhne, "wie gedruckt", may hold &ampersands and \'quotes\''
  }),
  column(`STATUS VARCHAR2(20) DEFAULT 'Neu & "offen";' NOT NULL`, {
    statistics: { ...values(5), histogram: "FREQUENCY", histogramBuckets: 5 }
  }),
  column("REMARK VARCHAR2(4000) DEFAULT 'Zeile 1;\n/\nZeile 2 -'", { statistics: values(9_000, 1_900_000) }),
  column("REGION NVARCHAR2(30) DEFAULT N'Süd'", {
    statistics: values(41, 300),
    comment: "Münster, Århus, Łódź, 東京;\n/\nsecond line"
  }),
  column("LANGUAGE NCHAR(2)", { statistics: values(12, 300) }),
  column("CITY VARCHAR2(60 CHAR)", { collation: "BINARY_AI", statistics: values(8_000, 300) }),
  column("IBAN VARCHAR2(34)", {
    encryption: { algorithm: "AES 192 bits key", salt: true, integrity: "SHA-1" },
    statistics: values(300_000, 300)
  })
]

const bytes = [
  column("TOKEN RAW(16)", { statistics: values(orderRows) }),
  column("SEAL RAW(2000)", { statistics: values(9_000, 1_900_000) }),
  column("SOURCE_ROW ROWID", { statistics: values(1_000_000, 1_000_000) }),
  column("REMOTE_ROW UROWID(4000)", { statistics: values(1_000, 1_900_000) }),
  column("LETTER CLOB DEFAULT EMPTY_CLOB()", { statistics: values(0, 1_600_000) }),
  column("LETTER_N NCLOB", { statistics: values(0, 1_900_000) }),
  column("SCAN BLOB", { statistics: values(0, 1_900_000) }),
  column("OLD_NOTE CLOB", { statistics: values(0, 1_900_000) }),
  column("SECRET BLOB", {
    encryption: { algorithm: "AES 192 bits key", salt: true, integrity: "SHA-1" },
    statistics: values(0, 1_990_000)
  }),
  // JSON as text: the type JSON of 21c is refused, see examples/refused.
  column("DOC CLOB", { statistics: values(0, 40_000) })
]

const references = [
  column('"Kunde" NUMBER(10) NOT NULL', { statistics: range(1, 64_000) }),
  column('"Lager" NUMBER(6)', { statistics: withNulls(range(1, 90), 4_000) }),
  column("CURRENCY CHAR(3 CHAR)", { statistics: values(9, 4_000) }),
  column('"Vorgänger Nr" NUMBER(12)', { statistics: withNulls(range(1, 1_990_000, 400_000), 1_500_000) }),
  column('"Vorgänger Tag" DATE', {
    statistics: withNulls(dates("2024-01-01 00:00:12", "2025-12-30 20:00:00", 397_000), 1_500_000)
  }),
  column("BRANCH NUMBER(4)", { statistics: values(80) }),
  column("CLERK NUMBER(6)", { statistics: values(900) }),
  column("SHIFT NUMBER(1)", { statistics: values(3, 7) })
]

const computed = [
  column('"Summe" NUMBER GENERATED ALWAYS AS (ROUND("Menge"*NVL("Preis",0),2)) VIRTUAL', {
    comment: "Never stored.\nSecond line of the comment."
  }),
  column(`LABEL VARCHAR2(60 CHAR) GENERATED ALWAYS AS ("STATUS"||' & '||"Kürzel") VIRTUAL`),
  column(`"Interna" VARCHAR2(200) INVISIBLE DEFAULT 'it''s & hidden'`, { statistics: values(19_000, 1_900_000) }),
  column('"Netto" NUMBER INVISIBLE GENERATED ALWAYS AS ("Preis"/1.19) VIRTUAL')
]

const hidden = { isHidden: true, isUserGenerated: false }

/** What Oracle adds: the state of ROW ARCHIVAL with its null bitmap, and a column group of the statistics. */
const added = [
  column("SYS_NC00047$ RAW(126)", hidden),
  column("ORA_ARCHIVE_STATE VARCHAR2(4000) DEFAULT '0'", { ...hidden, statistics: values(2) }),
  column(`${columnGroup} NUMBER GENERATED ALWAYS AS (SYS_OP_COMBINED_HASH("STATUS","REGION")) VIRTUAL`, {
    ...hidden,
    statistics: values(140)
  })
]

/** All columns in INTERNAL_COLUMN_ID order. */
export const orderColumns = [...numbers, ...moments, ...texts, ...bytes, ...references, ...computed, ...added]
