// The keys of target_configuration that this action adds to those of an interval table.
import type { TableConfig } from "@orapart/contract"

/** What the config wants archived. The schema has seen the texts before they are used. */
export interface ArchiveWishes {
  /** Name of the archive table, in the schema of the table. */
  readonly table: string
  /** The partition key; rows whose value is older are archived. */
  readonly column: string
  /** `YYYY-MM-DD`; the day itself is not archived. */
  readonly before: string
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** Reads the wishes; a text that is missing is empty. */
export const readArchiveWishes = ({ target_configuration: wishes }: TableConfig): ArchiveWishes => ({
  table: textOf(wishes["archive_table"]),
  column: textOf(wishes["partition_column"]),
  before: textOf(wishes["archive_before"])
})
