// Does the key hold a marker like 9999-12-31, whose partition would end after the last day Oracle knows?
import { defineCheck } from "@orapart/contract"
import { canBeIntervalKey, describeBound, floorToInterval, nextBound, parseDatetime } from "@orapart/oracle-rules"
import { layoutOf, showInterval } from "../facts/layout-facts.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

export const keySentinel = defineCheck({
  code: "OP135",
  slug: "key-sentinel",
  title: "The largest key is a marker that no interval partition can hold",
  severity: "error",
  rules: ["V03"],
  run: (context) => {
    const layout = layoutOf(context)
    if (layout === null || layout.high?.type !== "datetime" || !canBeIntervalKey(layout.key).ok) return []
    const { anchor, high, interval, key } = layout
    const slot = floorToInterval(high, anchor, interval)
    const isStorable = slot !== null && nextBound(slot, interval) !== null
    if (isStorable && (parseDatetime(high.value)?.year ?? 0) < 9999) return []
    return [
      {
        subject: `${tableName(context)}.${key.name}`,
        at: targetPath("partition_column"),
        what: `The largest ${key.name} of ${tableName(context)} is ${describeBound(high)}: its ${showInterval(interval)} partition would have to end at the edge of the calendar (ORA-01841), and its position is beyond all that exist (ORA-14300).`,
        why: 'A date that stands for "open" or "never" sorts as a real one.',
        advice: `Use a virtual column that maps the marker to a real date, such as CASE WHEN ${key.name} < DATE '9999-01-01' THEN ${key.name} ELSE DATE '1970-01-01' END, or another partition key. NULL is no way out.`,
        evidence: { column: key.name, high: describeBound(high) }
      }
    ]
  }
})
