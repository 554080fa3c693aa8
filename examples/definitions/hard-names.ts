// Example hard_names: one table with everything that naive script generators lose or misquote.
import {
  check,
  childForeignKey,
  column,
  databaseInfo,
  dependent,
  foreignKey,
  grant,
  index,
  lob,
  notNull,
  primaryKey,
  schemaSnapshot,
  supplementalLog,
  synonym,
  tableModel,
  trigger,
  unique,
  vpdPolicy
} from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "./column-facts.ts"
import type { Example } from "./example.ts"
import { entry, exampleConfig, schemaFolder } from "./example.ts"
import { gigabytes, measure } from "./sizes.ts"
import { every, hash, onDate } from "./wishes.ts"

const owner = "SALES_EU"

/** 128 bytes, the most that COMPATIBLE 12.2 allows. */
const longIndexName = "ORDER_HISTORY_".padEnd(121, "CUSTOMER_REGION_STATUS_") + "_INDEX1"
/** 127 characters and 128 bytes: the umlaut takes two. */
const longCheckName = "Prüfung ".padEnd(127, "Menge und Preis ")

const columnGroup = "SYS_STUNA$6DVXJXTP05EH56DTIR0X"

const columns = [
  column('"Order Id" NUMBER(12) GENERATED ALWAYS AS IDENTITY', { statistics: ids(9_000_000) }),
  column('"DATE" DATE NOT NULL', {
    statistics: dates("2024-01-01 00:00:12", "2025-12-31 23:59:01", 8_400_000),
    comment: "Booking day; a reserved word, so always quoted."
  }),
  column('"Customer Name" VARCHAR2(120 CHAR) NOT NULL', {
    statistics: values(3_100_000),
    comment: "Company & Sons, \"as printed\", may hold &ampersands and 'quotes'"
  }),
  column("STATUS VARCHAR2(10) DEFAULT 'New & Open' NOT NULL", { statistics: values(5) }),
  column("REGION NVARCHAR2(30)", { statistics: values(41, 300), comment: "Münster, Århus, Łódź, 東京;" }),
  column("QUANTITY NUMBER(8) DEFAULT ON NULL 1", { statistics: range(1, 4_000, 310) }),
  column('"Unit-Price" NUMBER(12,4)', { statistics: withNulls(range(0, 9_000, 61_000), 1_200) }),
  column('TOTAL NUMBER GENERATED ALWAYS AS (ROUND("QUANTITY"*NVL("Unit-Price",0),2)) VIRTUAL', {
    comment: "Never stored.\nSecond line of the comment."
  }),
  column('"Parent Id" NUMBER(12)', { statistics: withNulls(range(1, 8_990_000, 400_000), 8_500_000) }),
  column('"Parent Date" DATE', {
    statistics: withNulls(dates("2024-01-01 00:00:12", "2025-12-30 20:00:00", 397_000), 8_500_000)
  }),
  column('"Internal Note" VARCHAR2(200) INVISIBLE', { statistics: values(19_000, 8_900_000) }),
  column("TOKEN RAW(16)", { statistics: values(9_000_000) }),
  column("SIGNED_AT TIMESTAMP(6) WITH TIME ZONE", { statistics: values(8_800_000, 200_000) }),
  column("VALID_FOR INTERVAL DAY(3) TO SECOND(0)", { statistics: values(12, 4_000) }),
  column("LETTER CLOB", { statistics: values(0, 8_600_000) }),
  column(`${columnGroup} NUMBER GENERATED ALWAYS AS (SYS_OP_COMBINED_HASH("STATUS","REGION")) VIRTUAL`, {
    isHidden: true,
    isUserGenerated: false,
    statistics: values(140)
  })
]

const constraints = [
  primaryKey("Order History PK", ["Order Id", "DATE"]),
  notNull("Name is needed", "Customer Name"),
  unique("ORDER_HISTORY_TOKEN_UK", "TOKEN", { isRely: true, isDeferrable: true }),
  check(longCheckName, '"QUANTITY" > 0 AND "Unit-Price" >= 0', { isValidated: false }),
  check("ORDER_HISTORY_REGION_CK", "\"REGION\" <> N'&none'", { isEnabled: false, isValidated: false }),
  check("ORDER_HISTORY_STATUS_CK", `"STATUS" IN ('New & Open', 'Sent', 'Paid', 'It''s back', 'Void')`),
  foreignKey(
    "ORDER_HISTORY_PARENT_FK",
    ["Parent Id", "Parent Date"],
    { table: "Order History", constraint: "Order History PK", columns: ["Order Id", "DATE"] },
    { isValidated: false }
  )
]

const indexes = [
  index("ORDER_HISTORY_STATUS_BMX", "STATUS", { type: "bitmap" }),
  index("ORDER_HISTORY_NAME_FX", 'UPPER("Customer Name")'),
  index("Newest first", '"DATE" DESC'),
  index("ORDER_HISTORY_PARENT_RX", ['"Parent Id"', '"Parent Date"'], { isReverse: true }),
  index(longIndexName, ["REGION", "STATUS", '"DATE"'], { compression: { type: "prefix", length: 2 } }),
  index("ORDER_HISTORY_PRICE_IX", '"Unit-Price"', { isVisible: false, compression: { type: "advanced-low" } })
]

const triggers = [
  trigger("ORDER_HISTORY_STAMP", {
    event: "INSERT OR UPDATE",
    updateColumns: ["STATUS", "Customer Name"],
    whenClause: 'NEW."Customer Name" IS NOT NULL',
    body: 'BEGIN\n  :NEW."Customer Name" := TRIM(:NEW."Customer Name"); -- keeps "&" and \'quotes\'\nEND;'
  }),
  trigger("Stamp Follower", {
    event: "UPDATE",
    body: "BEGIN\n  :NEW.STATUS := NVL(:NEW.STATUS, 'New & Open');\n\nEND;",
    ordering: [{ type: "FOLLOWS", owner, name: "ORDER_HISTORY_STAMP" }]
  })
]

const orderHistory = measure(
  tableModel({
    owner,
    name: "Order History",
    comment: "Orders & their history; \"hard\" names are 'wanted' here.",
    columns,
    identity: { lastNumber: "9000101", cacheSize: 100, isOrdered: true },
    constraints,
    childForeignKeys: [
      childForeignKey({
        table: "Order History",
        name: "ORDER_HISTORY_PARENT_FK",
        columns: ["Parent Id", "Parent Date"],
        referencedConstraint: "Order History PK",
        referencedColumns: ["Order Id", "DATE"],
        state: { isEnabled: true, isValidated: false, isRely: false, isDeferrable: false, isInitiallyDeferred: false }
      }),
      childForeignKey({
        owner: "BILLING",
        table: "INVOICE_LINES",
        name: "INVOICE_LINES_ORDER_FK",
        columns: ["ORDER_ID", "ORDER_DATE"],
        referencedConstraint: "Order History PK",
        referencedColumns: ["Order Id", "DATE"],
        deleteRule: "SET NULL"
      })
    ],
    indexes,
    lobs: [lob("LETTER", { cache: "CACHEREADS", bytes: gigabytes(2.5) })],
    triggers,
    grants: [
      grant("SALES_APP", "SELECT"),
      grant("SALES_APP", "INSERT"),
      grant("BILLING", "REFERENCES"),
      grant("AUDITOR", "SELECT", { isGrantable: true }),
      grant("AUDITOR", "UPDATE", { column: "Customer Name", isGrantable: true }),
      grant("Clerk Role", "SELECT", { grantor: "AUDITOR" })
    ],
    synonyms: [synonym("ORDER_HISTORY"), synonym("Orders", "SALES_APP")],
    dependents: [
      dependent("V_ORDER_HISTORY"),
      dependent("ORDER_DESK", { type: "PACKAGE BODY", isValid: false }),
      dependent("V_INVOICED", { owner: "BILLING" })
    ],
    policies: [
      vpdPolicy("Region Policy", {
        functionOwner: "SEC_ADMIN",
        package: "REGION_RULES",
        function: "ORDER_HISTORY_PREDICATE",
        statementTypes: ["SELECT", "UPDATE"],
        isUpdateCheck: true,
        policyType: "CONTEXT_SENSITIVE",
        relevantColumns: ["REGION"]
      })
    ],
    supplementalLogs: [supplementalLog(), supplementalLog({ kind: "unique" })],
    statistics: {
      preferences: [
        { name: "INCREMENTAL", value: "TRUE" },
        { name: "METHOD_OPT", value: "FOR ALL COLUMNS SIZE AUTO FOR COLUMNS SIZE 254 STATUS" }
      ],
      extensions: [{ name: columnGroup, expression: '("STATUS","REGION")' }]
    },
    storage: { pctFree: 5, iniTrans: 4, compressFor: "BASIC", degree: "DEFAULT", isCache: true }
  }),
  { rows: 9_000_000, averageRowBytes: 148 }
)

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo({ tablespaces: [{ name: "USERS", freeBytes: gigabytes(64), bigfile: true }] }),
  tables: [orderHistory],
  usedNames: { [owner]: { objects: ["Order History_INT", "ORDER_HISTORY_INT"] } }
})

/** One table with hard names and every attachment. */
export const hardNames: Example = {
  folder: "hard_names",
  snapshot,
  config: exampleConfig(snapshot, [
    entry(orderHistory, {
      action: "add_interval_hash_partitioning",
      target: {
        ...every("MONTH", "DATE", onDate("2024-01-01")),
        ...hash("Order Id", 8),
        tablespace: "USERS",
        parallel_degree: 2
      },
      settings: { priority: "HIGH", estimated_hours: 0.6 }
    })
  ])
}
