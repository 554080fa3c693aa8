// The keys of target_configuration that this action adds to those of an interval table.
import type { ColumnModel, TableConfig, TableModel } from "@orapart/contract"

/** What the config wants archived. */
export interface ArchiveWishes {
  /** Name of the archive table, in the schema of the table. */
  readonly archiveTable: string
  /** Rows whose value in this column is older are archived. */
  readonly archiveColumn: string
  /** `YYYY-MM-DD`; the day itself is not archived. */
  readonly archiveBefore: string
  /** null for the tablespace of the table. */
  readonly archiveTablespace: string | null
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** Reads the wishes; without `archive_column` the partition key decides. Texts that are missing are empty. */
export const readArchiveWishes = ({ target_configuration: wishes }: TableConfig): ArchiveWishes => ({
  archiveTable: textOf(wishes["archive_table"]),
  archiveColumn: textOf(wishes["archive_column"]) || textOf(wishes["partition_column"]),
  archiveBefore: textOf(wishes["archive_before"]),
  archiveTablespace: textOf(wishes["archive_tablespace"]) || null
})

/** The column that decides; undefined when the table has none of that name. */
export const findArchiveColumn = (source: TableModel, wishes: ArchiveWishes) =>
  source.columns.find(({ name }) => name === wishes.archiveColumn)

/** True for the types whose comparison with a date does not depend on a time zone. */
export const isDateColumn = ({ dataType }: ColumnModel): boolean => /^(?:DATE|TIMESTAMP\(\d\))$/u.test(dataType)
