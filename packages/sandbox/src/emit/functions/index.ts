// All functions that the emitter knows.
import { conversionRules } from "./conversions.ts"
import { datetimeRules } from "./datetimes.ts"
import type { FunctionRule } from "./function-rule.ts"
import { generalRules, packageRules } from "./general.ts"
import { numberRules } from "./numbers.ts"
import { textRules } from "./texts.ts"

const rules: ReadonlyMap<string, FunctionRule> = new Map(
  Object.entries({
    ...numberRules,
    ...textRules,
    ...datetimeRules,
    ...conversionRules,
    ...generalRules,
    ...packageRules
  })
)

/** The rule of a function, `NVL` or `DBMS_LOB.SUBSTR`; null when there is none. */
export const findRule = (name: string): FunctionRule | null => rules.get(name) ?? null

export { aggregateRules, analyticRules, isAggregate } from "./aggregates.ts"
export { extractField } from "./datetimes.ts"
export type { CallSite, FunctionRule } from "./function-rule.ts"
