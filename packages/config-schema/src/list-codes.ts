// Every code this package can say, for the generated table and for `explain`.
import type { CodeEntry } from "./code-entry.ts"
import { coreChecks } from "./core-checks.ts"
import { structureCodes } from "./structure/structure-codes.ts"

/** All config codes in code order: reading and structure first, then the semantic checks. */
export const listCodes = (): ReadonlyArray<CodeEntry> =>
  [
    ...structureCodes,
    ...coreChecks.map(({ code, slug, title, severity, rules }) => ({ code, slug, title, severity, rules }))
  ].sort((left, right) => (left.code < right.code ? -1 : 1))
