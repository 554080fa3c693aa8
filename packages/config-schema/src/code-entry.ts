// What every finding code of this package tells about itself: the generated table of codes and the parity test read it.
import type { Severity } from "@orapart/contract"

/** A finding code with its short name and the validator rules it covers. */
export interface CodeEntry {
  readonly code: string
  /** kebab-case; part of the page's file name. */
  readonly slug: string
  readonly title: string
  readonly severity: Severity
  /** Numbers of the validator rules: `V04`. Empty for questions of reading and structure. */
  readonly rules: ReadonlyArray<string>
}
