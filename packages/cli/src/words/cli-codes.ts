// The codes of the CLI itself: OP0xx the command line and files, OP5xx plugins. One code, one slug, one page in
// docs/reference/checks. A code never changes its meaning.
import type { Finding, Severity } from "@orapart/contract"

const codes = {
  OP001: { slug: "usage", title: "The command line cannot be understood", severity: "error" },
  OP002: { slug: "file-not-readable", title: "A file cannot be read", severity: "error" },
  OP003: { slug: "snapshot-needed", title: "There is no snapshot to plan from", severity: "error" },
  OP004: { slug: "table-not-in-config", title: "A chosen table is not in the config", severity: "error" },
  OP005: { slug: "no-such-code", title: "There is no such code", severity: "error" },
  OP006: { slug: "no-such-action", title: "There is no such action", severity: "error" },
  OP007: {
    slug: "output-folder-not-ours",
    title: "An output folder holds what orapart did not write",
    severity: "error"
  },
  OP008: { slug: "not-written", title: "A script set could not be written", severity: "error" },
  OP009: { slug: "stopped-midway", title: "Some script sets are in place and some are not", severity: "error" },
  OP010: { slug: "interrupted", title: "The command was interrupted", severity: "error" },
  OP011: { slug: "script-not-rendered", title: "A template cannot be rendered", severity: "error" },
  OP012: { slug: "table-disabled", title: "A chosen table is disabled in the config", severity: "warning" },
  OP013: { slug: "name-not-usable", title: "A name cannot be that of a new action", severity: "error" },
  OP014: { slug: "place-taken", title: "Something is already where a new action would be written", severity: "error" },
  OP015: { slug: "nothing-to-lint", title: "There is no script to lint", severity: "error" },
  OP016: { slug: "script-not-utf8", title: "A script is not UTF-8 and was read as Latin-1", severity: "warning" },
  OP070: { slug: "internal-error", title: "A fault in orapart", severity: "error" },
  OP501: { slug: "plugin-contract-mismatch", title: "A plugin needs another contract", severity: "error" },
  OP502: { slug: "plugin-load-failed", title: "A plugin could not be loaded", severity: "error" },
  OP503: { slug: "duplicate-action", title: "Two plugins bring the same id", severity: "error" },
  OP504: { slug: "plugin-entry-missing", title: "A plugin has no entry", severity: "error" },
  OP505: { slug: "template-not-readable", title: "A template file of the config cannot be read", severity: "error" },
  OP506: { slug: "unknown-template", title: "The config overrides a template that does not exist", severity: "error" },
  OP507: { slug: "duplicate-template", title: "Two sources bring the same template id", severity: "error" },
  OP508: { slug: "duplicate-page", title: "Two plugins bring a page for the same code", severity: "warning" }
} as const satisfies { readonly [code: string]: { slug: string; title: string; severity: Severity } }

/** A code of the CLI. */
export type CliCode = keyof typeof codes

/** Every code of the CLI with its slug, title and usual severity, in code order. */
export const cliCodes: ReadonlyArray<{ code: CliCode; slug: string; title: string; severity: Severity }> =
  Object.entries(codes).map(([code, entry]) => ({ code: code as CliCode, ...entry }))

/** A finding as its finder says it; slug and, where absent, severity come from the code. */
export type FindingWords = Omit<Finding, "code" | "slug" | "severity"> & { readonly severity?: Severity }

/** Completes the words to a finding of the given code. */
export const findingOf = (code: CliCode, { severity, ...words }: FindingWords): Finding => ({
  code,
  slug: codes[code].slug,
  severity: severity ?? codes[code].severity,
  ...words
})
