// Is the space mostly empty first extents? A small table cut into many pieces can take a thousand times its size.
import { defineCheck } from "@orapart/contract"
import { chooseInitialExtent, MIN_PARTITION_SEGMENT_BYTES } from "@orapart/oracle-rules"
import { countRealPartitions, layoutOf } from "../facts/layout-facts.ts"
import { dataBytesOf, freeBytesIn, targetTablespaces } from "../facts/space.ts"
import { countOf, formatBytes } from "../facts/words.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

const GIBIBYTE = 1024 ** 3
const OUT_OF_PROPORTION = 4

const reasons = (dataBytes: number | null): string =>
  dataBytes === null
    ? "In an autoallocate tablespace every table (sub)partition begins with 8 MB as soon as it has a row (since 11.2.0.2); the scripts ask for 64 KB only where the size of the rows is known."
    : "Every piece takes its first extent as soon as it has a row; the scripts already ask for 64 KB instead of 8 MB."

export const segmentFloor = defineCheck({
  code: "OP151",
  slug: "segment-floor",
  title: "First extents take far more space than the rows",
  severity: "warning",
  rules: ["V13"],
  run: (context) => {
    const { database, source } = context
    const layout = layoutOf(context)
    const partitions = layout === null ? null : countRealPartitions(context, layout)
    if (source === null || layout === null || partitions === null) return []
    const pieces = partitions * layout.subpartitions
    const touched = Math.min(pieces, source.statistics.rowCount ?? pieces)
    const data = dataBytesOf(source)
    const extent = chooseInitialExtent(data, pieces) ?? MIN_PARTITION_SEGMENT_BYTES
    const floor = touched * extent
    if (floor < GIBIBYTE || (data !== null && floor < OUT_OF_PROPORTION * data)) return []
    const tablespaces = targetTablespaces(context, source)
    const free = database === null ? null : freeBytesIn(database, tablespaces)
    const rows = data === null ? "rows of unknown size" : `${formatBytes(data)} of rows`
    const room = free !== null && free < floor ? ` ${tablespaces.join(", ")} has ${formatBytes(free)} left.` : ""
    return [
      {
        at: targetPath("interval_type"),
        what: `The rows of ${tableName(context)} fall into about ${countOf(touched, "piece")}; with first extents of ${formatBytes(extent)} they take ${formatBytes(floor)} for ${rows}.${room}`,
        why: reasons(data),
        advice: `${data === null ? "Gather statistics and make the snapshot again, or choose" : "Choose"} a longer interval or fewer subpartitions.`,
        evidence: { pieces: touched, extentBytes: extent, floorBytes: floor, dataBytes: data, freeBytes: free }
      }
    ]
  }
})
