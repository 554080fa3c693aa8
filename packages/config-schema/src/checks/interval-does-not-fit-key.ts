// Is the interval of the key's kind, and can Oracle store the bounds it leads to?
import { defineCheck, type CheckContext, type CheckReport, type ColumnModel, type Interval } from "@orapart/contract"
import {
  canBeIntervalKey,
  dataTypeFamily,
  describeColumn,
  nextBound,
  renderInterval,
  wishedInterval
} from "@orapart/oracle-rules"
import { layoutOf } from "../facts/layout-facts.ts"
import { keyColumnOf, targetPath, wishesOf } from "../facts/wishes.ts"

const isNumberKey = (key: ColumnModel): boolean => ["number", "float"].includes(dataTypeFamily(key))

const reportKind = (key: ColumnModel, interval: Interval): ReadonlyArray<CheckReport> => {
  if (isNumberKey(key) === (interval.unit === "NUMBER")) return []
  const wanted = isNumberKey(key)
    ? '"interval_type": "NUMBER" and how many key values one partition holds'
    : '"interval_type": "DAY", "WEEK", "MONTH" or another unit of time'
  return [
    {
      at: targetPath("interval_type"),
      what: `interval_type is ${interval.unit}, but the partition key is ${describeColumn(key)} (ORA-14752).`,
      why: "A numeric key is cut by a number, a DATE or TIMESTAMP key by a span of time.",
      advice: `Write ${wanted}, or choose another partition_column.`,
      evidence: { column: key.name, dataType: key.dataType, unit: interval.unit }
    }
  ]
}

const reportLength = (context: CheckContext, interval: Interval): ReadonlyArray<CheckReport> => {
  const layout = layoutOf(context)
  if (layout === null || nextBound(layout.anchor, interval) !== null) return []
  return [
    {
      at: targetPath("interval_value"),
      what: `One interval of ${renderInterval(interval)} after the first bound ends beyond the year 9999 (ORA-01841).`,
      why: "Every partition needs an upper bound that Oracle can store.",
      advice: "Choose a shorter interval.",
      evidence: { interval: renderInterval(interval) }
    }
  ]
}

export const intervalDoesNotFitKey = defineCheck({
  code: "OP129",
  slug: "interval-does-not-fit-key",
  title: "The interval is not of the partition key's kind",
  severity: "error",
  rules: ["V01"],
  run: (context) => {
    const key = keyColumnOf(context)
    const wishes = wishesOf(context)
    const interval = wishes === null ? null : wishedInterval(wishes)
    if (key === null || interval === null || !canBeIntervalKey(key).ok) return []
    return [...reportKind(key, interval), ...reportLength(context, interval)]
  }
})
