// The hard table itself. What Oracle forbids beside it stands in the other two: a second identity, ROWDEPENDENCIES beside compression,
// READ ONLY as a whole, another compression, partitions of its own.
import { tableModel } from "@orapart/testkit/builders"
import { measure } from "../sizes.ts"
import { orderAttachments } from "./order-attachments.ts"
import { orderColumns, orderRows } from "./order-columns.ts"
import { orderChildren, orderConstraints } from "./order-constraints.ts"
import { orderIndexes, orderLobs } from "./order-indexes.ts"
import { orderTriggers } from "./order-triggers.ts"

/** The schema of all three tables. */
export const owner = "Vertrieb Süd"

export const orders = measure(
  tableModel({
    owner,
    name: "Aufträge",
    comment: "Aufträge & ihre Geschichte; \"harte\" Namen sind 'gewollt';\n\nEnde: 100 %;",
    columns: orderColumns,
    identity: { lastNumber: "2000101", cacheSize: 100, isOrdered: true },
    constraints: orderConstraints,
    childForeignKeys: orderChildren,
    indexes: orderIndexes,
    lobs: orderLobs,
    triggers: orderTriggers,
    ...orderAttachments,
    storage: {
      tablespace: "Daten 1",
      pctFree: 5,
      iniTrans: 4,
      compressFor: "ADVANCED",
      degree: "4",
      isCache: true,
      isResultCacheForced: true,
      isRowArchival: true
    }
  }),
  { rows: orderRows, averageRowBytes: 420 }
)
