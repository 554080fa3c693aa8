// Beside the hard table: a range table with list subpartitions and a partition for MAXVALUE, keyed by numbers.
import { column, partitioning, rangePartitions, tableModel } from "@orapart/testkit/builders"
import { range, values } from "../column-facts.ts"
import { measure, spread } from "../sizes.ts"
import { owner } from "./orders.ts"

const rows = 3_000_000
const thirds = spread(rows, 3)

export const deliveries = measure(
  tableModel({
    owner,
    name: "Lieferungen",
    columns: [
      column('"Lauf Nr" NUMBER(10) NOT NULL', { statistics: range(1, 2_900_000) }),
      column("REGION VARCHAR2(10) NOT NULL", { statistics: values(4) }),
      column("PARCEL NUMBER(12) NOT NULL", { statistics: values(2_990_000) })
    ],
    partitioning: partitioning("Lauf Nr", {
      subpartitioning: { type: "list", columns: ["REGION"], count: 1, storeIn: [] },
      partitions: rangePartitions(
        { P1: 1_000_001, P2: 2_000_001, PMAX: "MAXVALUE" },
        { subpartitionCount: 1, tablespace: "Daten 1", rowCount: (at) => thirds[at] ?? 0 }
      )
    }),
    storage: { tablespace: "Daten 1" }
  }),
  { rows, averageRowBytes: 22 }
)
