// Is initial_partition_value a bound that exists, of the key's kind, and written so that nothing is lost?
import { defineCheck, type CheckContext, type CheckReport } from "@orapart/contract"
import {
  canBeIntervalKey,
  dataTypeFamily,
  describeColumn,
  explainBoundProblem,
  parseBound
} from "@orapart/oracle-rules"
import { keyColumnOf, targetPath, wishesOf } from "../facts/wishes.ts"

const at = targetPath("initial_partition_value")

const forms =
  "Write for example TO_DATE('2020-01-01', 'YYYY-MM-DD'), TIMESTAMP '2020-01-01 00:00:00', or a number for a numeric key."

const reportRounded = (value: number): CheckReport => ({
  at,
  what: `initial_partition_value is the number ${value}: numbers above 9,007,199,254,740,991 lose digits in JSON.`,
  advice: 'Write it as text: "12345678901234567890".',
  evidence: { value }
})

const reportProblem = (value: string | number, problem: string): CheckReport => ({
  at,
  what: `initial_partition_value ${value} is not a bound: ${problem}.`,
  why: "It is written into CREATE TABLE as VALUES LESS THAN, where Oracle takes constants only.",
  advice: forms,
  evidence: { value, problem }
})

const reportKind = (context: CheckContext, value: string | number): ReadonlyArray<CheckReport> => {
  const key = keyColumnOf(context)
  const bound = parseBound(value)
  if (bound?.type === "maxvalue") {
    return [
      {
        at,
        what: "initial_partition_value is MAXVALUE, and an interval table cannot have a MAXVALUE partition (ORA-14761).",
        advice: forms
      }
    ]
  }
  if (key === null || bound === null || !canBeIntervalKey(key).ok) return []
  const isNumberKey = ["number", "float"].includes(dataTypeFamily(key))
  if (isNumberKey === (bound.type === "number")) return []
  const found = bound.type === "number" ? "a number" : "a point in time"
  return [
    {
      at,
      what: `initial_partition_value ${value} is ${found}, but the partition key is ${describeColumn(key)}.`,
      why: "The first bound is a value of the key (ORA-14752 otherwise).",
      advice: forms,
      evidence: { value, column: key.name, dataType: key.dataType }
    }
  ]
}

export const anchorUnreadable = defineCheck({
  code: "OP130",
  slug: "anchor-unreadable",
  title: "initial_partition_value is not a bound of the key",
  severity: "error",
  rules: ["V03"],
  run: (context) => {
    const value = wishesOf(context)?.initial_partition_value
    if (value === undefined) return []
    if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) return [reportRounded(value)]
    const problem = explainBoundProblem(value)
    return problem === null ? reportKind(context, value) : [reportProblem(value, problem)]
  }
})
