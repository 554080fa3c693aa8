// The self-test of a dictionary (book, section 7): rules that the views of one snapshot fulfil together, whoever made them.

/** Rows of a view by column name. */
export type ViewRows = ReadonlyArray<Readonly<Record<string, string | null>>>

/** Reads a view of the DBA_ family by its name without the prefix: `TABLES`. */
export type ReadRows = (name: string) => ViewRows

const ownerOf = (row: Readonly<Record<string, string | null>>): string => row["OWNER"] ?? row["TABLE_OWNER"] ?? ""
const tableOf = (row: Readonly<Record<string, string | null>>): string => `${ownerOf(row)}.${row["TABLE_NAME"] ?? ""}`

const live = (rows: ViewRows): ViewRows => rows.filter((row) => !(row["TABLE_NAME"] ?? "").startsWith("BIN$"))

const groupBy = (
  rows: ViewRows,
  key: (row: Readonly<Record<string, string | null>>) => string
): ReadonlyMap<string, ViewRows> => {
  const groups = new Map<string, Array<Readonly<Record<string, string | null>>>>()
  for (const row of rows) {
    const list = groups.get(key(row)) ?? []
    list.push(row)
    groups.set(key(row), list)
  }
  return groups
}

const sameKeys = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => {
  const [left, right] = [new Set(a), new Set(b)]
  return left.size === right.size && [...left].every((key) => right.has(key))
}

const checkTables = (read: ReadRows): ReadonlyArray<string> => {
  const partitioned = read("TABLES")
    .filter((row) => row["PARTITIONED"] === "YES")
    .map(tableOf)
  const known = live(read("PART_TABLES")).map(tableOf)
  return sameKeys(partitioned, known) ? [] : ["1: PART_TABLES and TABLES.PARTITIONED disagree"]
}

const checkPartitions = (read: ReadRows): ReadonlyArray<string> => {
  const problems: string[] = []
  const byTable = groupBy(live(read("TAB_PARTITIONS")), tableOf)
  const subpartitions = groupBy(live(read("TAB_SUBPARTITIONS")), tableOf)
  for (const table of live(read("PART_TABLES"))) {
    const key = tableOf(table)
    const rows = byTable.get(key) ?? []
    const positions = rows.map((row) => Number(row["PARTITION_POSITION"])).toSorted((a, b) => a - b)
    if (rows.length === 0 || positions.some((position, at) => position !== at + 1))
      problems.push(`2: positions of ${key}`)
    const total = rows.reduce((sum, row) => sum + Number(row["SUBPARTITION_COUNT"]), 0)
    if (total !== (subpartitions.get(key)?.length ?? 0)) problems.push(`3: subpartitions of ${key}`)
    const isComposite = table["SUBPARTITIONING_TYPE"] !== "NONE"
    if (rows.some((row) => (row["COMPOSITE"] === "YES") !== isComposite)) problems.push(`4: composite ${key}`)
    const isHash = table["PARTITIONING_TYPE"] === "HASH"
    if (rows.some((row) => (row["HIGH_VALUE"] === null) !== isHash)) problems.push(`11: high values of ${key}`)
    if (table["INTERVAL"] === null) continue
    const last = rows
      .filter((row) => row["INTERVAL"] === "NO")
      .reduce((most, row) => Math.max(most, Number(row["PARTITION_POSITION"])), 0)
    const isMixed = rows.some((row) => row["INTERVAL"] === "YES" && Number(row["PARTITION_POSITION"]) < last)
    if (last === 0 || isMixed) problems.push(`6: range section of ${key}`)
  }
  return problems
}

const checkKeys = (read: ReadRows): ReadonlyArray<string> => {
  const keys = groupBy(
    read("PART_KEY_COLUMNS").filter((row) => row["OBJECT_TYPE"]?.trim() === "TABLE"),
    (row) => `${row["OWNER"] ?? ""}.${row["NAME"] ?? ""}`
  )
  return live(read("PART_TABLES"))
    .filter((table) => Number(table["PARTITIONING_KEY_COUNT"]) !== (keys.get(tableOf(table))?.length ?? 0))
    .map((table) => `5: key columns of ${tableOf(table)}`)
}

const checkIndexes = (read: ReadRows): ReadonlyArray<string> => {
  const problems: string[] = []
  const indexName = (row: Readonly<Record<string, string | null>>): string =>
    `${row["INDEX_OWNER"] ?? row["OWNER"] ?? ""}.${row["INDEX_NAME"] ?? ""}`
  const tablesOfIndexes = new Map(
    read("INDEXES").map((row) => [indexName(row), `${row["TABLE_OWNER"] ?? ""}.${row["TABLE_NAME"] ?? ""}`])
  )
  const partitioned = read("INDEXES")
    .filter((row) => row["PARTITIONED"] === "YES" && row["INDEX_TYPE"] !== "LOB")
    .map(indexName)
  const known = live(read("PART_INDEXES"))
  if (!sameKeys(partitioned, known.map(indexName))) problems.push("7: PART_INDEXES and INDEXES.PARTITIONED disagree")
  const partitions = groupBy(live(read("TAB_PARTITIONS")), tableOf)
  const parts = groupBy(read("IND_PARTITIONS"), indexName)
  for (const index of known.filter((row) => row["LOCALITY"] === "LOCAL")) {
    const name = indexName(index)
    const expected = partitions.get(tablesOfIndexes.get(name) ?? "")?.length ?? 0
    if ((parts.get(name)?.length ?? 0) !== expected) problems.push(`7: partitions of ${name}`)
  }
  return problems
}

const checkIdentity = (read: ReadRows): ReadonlyArray<string> => {
  const columns = live(read("TAB_COLS"))
    .filter((row) => row["IDENTITY_COLUMN"] === "YES")
    .map(tableOf)
  const listed = live(read("TAB_IDENTITY_COLS")).map(tableOf)
  const flagged = read("TABLES")
    .filter((row) => row["HAS_IDENTITY"] === "YES")
    .map(tableOf)
  return sameKeys(columns, listed) && sameKeys(columns, flagged) ? [] : ["8: identity columns disagree"]
}

const checkConstraints = (read: ReadRows): ReadonlyArray<string> => {
  const rows = read("CONSTRAINTS")
  const keys = new Set(
    rows
      .filter((row) => row["CONSTRAINT_TYPE"] === "P" || row["CONSTRAINT_TYPE"] === "U")
      .map((row) => `${row["OWNER"] ?? ""}.${row["CONSTRAINT_NAME"] ?? ""}`)
  )
  return rows
    .filter(
      (row) => row["CONSTRAINT_TYPE"] === "R" && !keys.has(`${row["R_OWNER"] ?? ""}.${row["R_CONSTRAINT_NAME"] ?? ""}`)
    )
    .map((row) => `9: ${row["CONSTRAINT_NAME"] ?? ""} refers to nothing`)
}

const checkColumns = (read: ReadRows): ReadonlyArray<string> => {
  const columnName = (row: Readonly<Record<string, string | null>>): string =>
    `${tableOf(row)}.${row["COLUMN_NAME"] ?? ""}`
  const all = read("TAB_COLS")
  const known = new Set(all.map(columnName))
  const wrong = all.filter((row) => {
    const digit = /TIMESTAMP\((\d)\)/u.exec(row["DATA_TYPE"] ?? "")?.[1]
    return digit !== undefined && digit !== row["DATA_SCALE"]
  })
  return [
    ...wrong.map((row) => `10: scale of ${columnName(row)}`),
    ...read("TAB_COLUMNS")
      .filter((row) => !known.has(columnName(row)))
      .map((row) => `12: ${columnName(row)} is not in TAB_COLS`)
  ]
}

/** Numbers and names of the rules that a snapshot breaks; none when all hold. */
export const checkInvariants = (read: ReadRows): ReadonlyArray<string> => [
  ...checkTables(read),
  ...checkPartitions(read),
  ...checkKeys(read),
  ...checkIndexes(read),
  ...checkIdentity(read),
  ...checkConstraints(read),
  ...checkColumns(read)
]
