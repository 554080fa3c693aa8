// CREATE INDEX as lines, under the interim name. LOCAL indexes list no partitions: they follow the table's, also those to come.
import type { IndexKeyPart, IndexModel } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "@orapart/oracle-rules"

const keyPart = (part: IndexKeyPart): string =>
  `${part.column === null ? (part.expression ?? "") : quoteIdentifier(part.column)}${part.isDescending ? " DESC" : ""}`

const partitioningLines = (index: IndexModel): ReadonlyArray<string> => {
  switch (index.partitioning.type) {
    case "local":
      return ["  LOCAL"]
    case "global-hash":
      return [
        `  GLOBAL PARTITION BY HASH (${index.partitioning.columns.map(quoteIdentifier).join(", ")})`,
        `  PARTITIONS ${index.partitioning.partitions}`
      ]
    default:
      return []
  }
}

const compressionClause = (index: IndexModel): ReadonlyArray<string> => {
  if (index.compression === null) return []
  if (index.compression.type === "prefix") return [`  COMPRESS ${index.compression.length}`]
  return [`  COMPRESS ADVANCED ${index.compression.type === "advanced-low" ? "LOW" : "HIGH"}`]
}

/** How an index is built: degree and logging of the build, not of the index's later life. */
export interface IndexBuild {
  readonly parallelDegree: number
  readonly nologging: boolean
}

/** The lines without a terminator. Attributes stand in the order of Oracle's grammar, one per line. */
export const indexLines = (
  index: IndexModel,
  name: string,
  tableOwner: string,
  table: string,
  build: IndexBuild
): ReadonlyArray<string> => {
  const kind = index.type === "bitmap" ? "BITMAP " : index.isUnique ? "UNIQUE " : ""
  return [
    `CREATE ${kind}INDEX ${qualifyName(index.owner, name)}`,
    `  ON ${qualifyName(tableOwner, table)} (${index.keys.map(keyPart).join(", ")})`,
    ...partitioningLines(index),
    ...(index.pctFree === null ? [] : [`  PCTFREE ${index.pctFree}`]),
    ...(index.iniTrans === null ? [] : [`  INITRANS ${index.iniTrans}`]),
    ...(index.tablespace === null ? [] : [`  TABLESPACE ${quoteIdentifier(index.tablespace)}`]),
    build.nologging || !index.isLogging ? "  NOLOGGING" : "  LOGGING",
    ...compressionClause(index),
    ...(index.isReverse ? ["  REVERSE"] : []),
    ...(index.isVisible ? [] : ["  INVISIBLE"]),
    ...(build.parallelDegree > 1 ? [`  PARALLEL ${build.parallelDegree}`] : [])
  ]
}
