// Example plan: facts that fit the configuration of the implementation plan, which is written by hand beside them.
import {
  column,
  databaseInfo,
  index,
  intervalPartitioning,
  lob,
  partition,
  primaryKey,
  schemaSnapshot,
  tableModel
} from "@orapart/testkit/builders"
import { addIntervals, bound, interval } from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "./column-facts.ts"
import type { Example } from "./example.ts"
import { schemaFolder } from "./example.ts"
import { gigabytes, measure, spread } from "./sizes.ts"

const lastAnalyzed = "2025-10-21 22:03:48"

// Offers come in campaigns, in the first month of a quarter: between the 23 months that hold rows no partition was ever born.
const campaigns = spread(12_500_000, 23).map((rowCount, at) =>
  partition(`SYS_P${2210 + at * 14}`, {
    bound: bound(addIntervals("2020-02-01", at * 3, interval("MONTH"))),
    isInterval: true,
    rowCount
  })
)

const offers = measure(
  tableModel({
    owner: "MYSCHEMA",
    name: "IE_PC_OFFER_IN",
    comment: "Offers as the partner system sends them.",
    columns: [
      column("OFFER_ID NUMBER NOT NULL", { statistics: range(1, 9_800_000) }),
      column("SEQ_NUM NUMBER NOT NULL", { statistics: range(1, 7) }),
      column("CUSTOMER_ID NUMBER NOT NULL", { statistics: range(1, 2_100_000) }),
      column("OFFER_CODE VARCHAR2(50) NOT NULL", { statistics: values(640) }),
      column("STATUS VARCHAR2(20) NOT NULL", { statistics: values(6) }),
      column("AUDIT_CREATE_DATE DATE NOT NULL", {
        statistics: dates("2020-01-02 04:00:11", "2025-07-31 23:41:09", 3_900_000)
      }),
      column("LAST_UPDATE_DATE DATE", {
        statistics: withNulls(dates("2020-01-02 09:12:00", "2025-10-20 17:20:31", 2_400_000), 6_100_000)
      }),
      column("PROCESS_DATE TIMESTAMP(6) NOT NULL", {
        statistics: dates("2020-01-02 04:00:12", "2025-07-31 23:41:10", 11_900_000)
      }),
      column("REQUEST_BODY CLOB", { statistics: values(0, 0), comment: "The offer as received." }),
      column("RESPONSE_BODY CLOB", { statistics: values(0, 310_000), comment: "The answer that was sent." })
    ],
    partitioning: intervalPartitioning("AUDIT_CREATE_DATE", "MONTH", "2020-01-01", {
      anchorName: "P_INITIAL",
      partitions: campaigns
    }),
    constraints: [primaryKey("IE_PC_OFFER_IN_PK", ["OFFER_ID", "SEQ_NUM"])],
    indexes: [
      index("IE_PC_OFFER_IN_CREATED_IX", "AUDIT_CREATE_DATE", { partitioning: "local" }),
      index("IE_PC_OFFER_IN_CUSTOMER_IX", "CUSTOMER_ID", { partitioning: "local" }),
      index("IE_PC_OFFER_IN_CODE_IX", ["OFFER_CODE", "STATUS"], { partitioning: "local" }),
      index("IE_PC_OFFER_IN_PROCESS_IX", "PROCESS_DATE")
    ],
    lobs: [lob("REQUEST_BODY", { bytes: gigabytes(3.25) }), lob("RESPONSE_BODY", { bytes: gigabytes(1.125) })],
    storage: { isRowMovementEnabled: true }
  }),
  { rows: 12_500_000, averageRowBytes: 3416, tableBytes: 5789 * 8 * 1024 ** 2, lastAnalyzed }
)

const orders = measure(
  tableModel({
    owner: "MYSCHEMA",
    name: "ORDERS",
    comment: "Orders with the text of their lines.",
    columns: [
      column("ORDER_ID NUMBER NOT NULL", { statistics: ids(3_200_000) }),
      column("CUSTOMER_ID NUMBER NOT NULL", { statistics: range(1, 410_000) }),
      column("ORDER_DATE DATE NOT NULL", {
        statistics: dates("2024-01-01 00:00:52", "2025-10-21 21:58:03", 3_100_000)
      }),
      column("SHIP_DATE DATE", {
        statistics: withNulls(dates("2024-01-02 05:30:00", "2025-10-21 18:00:00", 1_400_000), 96_000)
      }),
      column("SHIP_TO VARCHAR2(500)", { statistics: values(820_000, 96_000) }),
      column("LINE_TEXT VARCHAR2(4000)", { statistics: values(3_150_000, 1_200) })
    ],
    constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
    indexes: [index("ORDERS_CUSTOMER_IX", "CUSTOMER_ID"), index("ORDERS_ORDER_DATE_IX", "ORDER_DATE")]
  }),
  { rows: 3_200_000, averageRowBytes: 3688, tableBytes: gigabytes(12.5), lastAnalyzed }
)

/** The plan's own two tables. */
export const plan: Example = {
  folder: "plan",
  config: null,
  snapshot: schemaSnapshot({
    $schema: `${schemaFolder}/schema-snapshot.schema.json`,
    takenAt: "2025-10-22T10:30:00Z",
    database: databaseInfo({
      cpuCount: 16,
      tablespaces: [{ name: "USERS", freeBytes: gigabytes(320), bigfile: true }]
    }),
    tables: [offers, orders],
    usedNames: { MYSCHEMA: { objects: ["ORDERS_SEQ", "OFFER_SEQ"] } }
  })
}
