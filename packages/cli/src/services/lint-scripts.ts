// `lint`: reads scripts and says what is wrong with them. Writes nothing; the rules are those of @orapart/sqlplus.
import type { Finding, Severity } from "@orapart/contract"
import { lintScriptSet } from "@orapart/sqlplus"
import type { LintFinding, LintReport } from "@orapart/sqlplus"
import * as Effect from "effect/Effect"
import type { CommandFailed, Outcome } from "../failures.ts"
import { findingOf } from "../words/cli-codes.ts"
import { describeBadByte, explainUnreadable } from "../words/failure-words.ts"
import { findScripts } from "./find-scripts.ts"
import type { UnreadablePath } from "./find-scripts.ts"
import { readScriptFile, readStandardInput } from "./read-script-file.ts"
import type { BadByte, ReadScript } from "./read-script-file.ts"

/** Findings of one code in one file that were counted and not written out. */
export interface OmittedInFile {
  readonly file: string
  readonly code: string
  readonly slug: string
  readonly severity: Severity
  readonly count: number
}

/** What was linted. The counts are of everything, also of what was not written out. */
export interface LintedScripts {
  /** Scripts that were read, in order; unreadable ones are among the findings. */
  readonly scripts: ReadonlyArray<string>
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly omitted: ReadonlyArray<OmittedInFile>
}

/** How many findings of one code in one script are written out. */
export const mostOfOneCodeInFile = 50

/** What findings call the standard input. */
const standardInput = "stdin"

interface ReadScripts {
  readonly texts: Map<string, string>
  readonly findings: Finding[]
}

const reportUnreadable = ({ path, problem }: UnreadablePath): Finding => {
  const { finding } = explainUnreadable("script", path, problem)
  const { line, column } = problem._tag === "NotUtf8" ? problem : { line: 1, column: 1 }
  return { ...finding, location: { file: path, line, column } }
}

const reportLatin1 = (file: string, badByte: BadByte): Finding =>
  findingOf("OP016", {
    subject: file,
    what: `${file} ${describeBadByte(badByte)}; it was read as Latin-1.`,
    why: "SQL*Plus reads it by NLS_LANG: under UTF-8 the characters change or the statement fails.",
    advice: "Save it as UTF-8 or ASCII, or say in a comment which NLS_LANG it needs.",
    evidence: { file, ...badByte },
    location: { file, line: badByte.line, column: badByte.column }
  })

const addScript = (scripts: ReadScripts, file: string, read: ReadScript): void => {
  if ("problem" in read) scripts.findings.push(reportUnreadable({ path: file, problem: read.problem }))
  else {
    scripts.texts.set(file, read.text)
    if (read.badByte !== null) scripts.findings.push(reportLatin1(file, read.badByte))
  }
}

const readAll = Effect.fnUntraced(function* (files: ReadonlyArray<string>): Effect.fn.Return<ReadScripts> {
  const scripts: ReadScripts = { texts: new Map(), findings: [] }
  for (const file of files) {
    if (file === "-") addScript(scripts, standardInput, yield* readStandardInput)
    else addScript(scripts, file, readScriptFile(file))
  }
  return scripts
})

/** Reads scripts that are called from linted ones and were not named themselves; each once. */
const makeOutsideReader = (): ((path: string) => string | null) => {
  const texts = new Map<string, string | null>()
  return (path) => {
    const known = texts.get(path)
    if (known !== undefined) return known
    const read = readScriptFile(path)
    const text = "text" in read ? read.text : null
    texts.set(path, text)
    return text
  }
}

// The message repeats the other fields in one text.
const withoutMessage = (finding: LintFinding): Finding => {
  const { code, slug, severity, subject, what, why, advice, evidence, location } = finding
  return {
    code,
    slug,
    severity,
    subject,
    what,
    why,
    advice,
    evidence,
    ...(location === undefined ? {} : { location })
  }
}

const count = (findings: ReadonlyArray<Finding>, omitted: ReadonlyArray<OmittedInFile>, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length +
  omitted.reduce((sum, more) => sum + (more.severity === severity ? more.count : 0), 0)

const conclude = (scripts: ReadScripts, reports: ReadonlyArray<LintReport>): Outcome<LintedScripts> => {
  const findings = [...scripts.findings, ...reports.flatMap((report) => report.findings.map(withoutMessage))]
  const omitted = reports.flatMap((report) => report.omitted.map((more) => ({ file: report.file, ...more })))
  return {
    findings,
    result: {
      scripts: [...scripts.texts.keys()],
      errors: count(findings, omitted, "error"),
      warnings: count(findings, omitted, "warning"),
      notes: count(findings, omitted, "info"),
      omitted
    }
  }
}

/** Lints the scripts that the paths name. Fails when there is nothing to lint; an unreadable script is a finding. */
export const lintScripts = Effect.fnUntraced(function* (
  paths: ReadonlyArray<string>
): Effect.fn.Return<Outcome<LintedScripts>, CommandFailed> {
  const found = yield* findScripts(paths)
  const scripts = yield* readAll(found.files)
  scripts.findings.unshift(...found.problems.map(reportUnreadable))
  const options = { most: mostOfOneCodeInFile, readOutside: makeOutsideReader() }
  const reports = yield* Effect.sync(() => lintScriptSet(scripts.texts, options))
  return conclude(scripts, reports)
})
