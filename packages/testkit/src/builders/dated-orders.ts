// The table that tests of actions start from: keys have been seen, and the partition key may still be NULL.
import type { TableModel } from "@orapart/contract"
import { column } from "./column.ts"
import { tableModel } from "./table-model.ts"
import type { TableModelInput } from "./table-model.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
]

/** HR.ORDERS with ORDER_ID NUMBER(12) NOT NULL and a nullable ORDER_DATE from 2024-03-05 10:00 to 2025-01-01, not partitioned, unless told. */
export const datedOrders = (given: TableModelInput = {}): TableModel => tableModel({ columns, ...given })
