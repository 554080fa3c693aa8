// Builds one ColumnModel from a declaration as a DBA writes it. Positions are given by tableModel.
import type { ColumnModel, ColumnStatistics, IdentityModel } from "@orapart/contract"
import { readColumnDeclaration } from "./column-declaration.ts"

const generations = new WeakMap<ColumnModel, IdentityModel["generation"]>()

/** How the column's declaration generates its identity: ALWAYS or BY DEFAULT, which ColumnModel does not hold; null when not declared. */
export const declaredGeneration = (column: ColumnModel): IdentityModel["generation"] | null =>
  generations.get(column) ?? null

/** What a declaration cannot say. Statistics may be partial: no nulls, no histogram unless told. */
export type ColumnExtras = Partial<Omit<ColumnModel, "name" | "statistics">> & {
  readonly statistics?: Partial<ColumnStatistics> | null
}

/** Column statistics with Oracle's values for a column without nulls and histogram. */
export const columnStatistics = (given: Partial<ColumnStatistics> = {}): ColumnStatistics => ({
  distinctCount: null,
  nullCount: 0,
  low: null,
  high: null,
  histogram: "NONE",
  histogramBuckets: 1,
  ...given
})

/**
 * A column as ALL_TAB_COLS would describe it, from a declaration such as `ORDER_ID NUMBER(12) NOT NULL`,
 * `STATUS VARCHAR2(20) DEFAULT 'NEW' NOT NULL`, `"Mixed Name" DATE`, `TOTAL NUMBER GENERATED ALWAYS AS ("A" * 2) VIRTUAL`,
 * `NOTE VARCHAR2(10 CHAR) INVISIBLE` or `ID NUMBER GENERATED ALWAYS AS IDENTITY`.
 * VARCHAR2 without a unit counts bytes. The default keeps the blank before NOT NULL, as Oracle does. Position is 1 until
 * tableModel numbers the columns. Throws a TypeError for text it cannot read.
 */
export const column = (declaration: string, extras: ColumnExtras = {}): ColumnModel => {
  const { statistics, ...rest } = extras
  const declared = readColumnDeclaration(declaration)
  const built: ColumnModel = {
    name: declared.name,
    ...declared.type,
    nullable: !declared.isNotNull,
    dataDefault: declared.expression,
    isDefaultOnNull: declared.isDefaultOnNull,
    isVirtual: declared.isVirtual,
    isHidden: declared.isInvisible,
    isUserGenerated: true,
    isIdentity: declared.identity !== null,
    position: declared.isInvisible ? null : 1,
    internalPosition: 1,
    collation: null,
    encryption: null,
    comment: null,
    statistics: statistics === undefined || statistics === null ? null : columnStatistics(statistics),
    ...rest
  }
  if (declared.identity !== null) generations.set(built, declared.identity)
  return built
}
