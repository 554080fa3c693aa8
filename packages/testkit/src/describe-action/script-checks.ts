// The scripts of a plan: their templates exist and get all they read, and SQL*Plus runs what they say.
import type { MigrationPlan } from "@orapart/contract"
import { describeRenderFailure } from "@orapart/rendering"
import type { ScriptFile } from "@orapart/rendering"
import { lintScript } from "@orapart/sqlplus"
import { withoutPlan } from "./answer-checks.ts"
import type { CaseFacts } from "./case-facts.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

/** Every template that the steps of a plan name, with who names it. */
const namedTemplates = ({ steps }: MigrationPlan): ReadonlyArray<readonly [string, string]> =>
  steps.flatMap(({ id, apply, revert }) => [
    [apply.template, `step ${id}`] as const,
    ...(revert.kind === "script" ? [[revert.script.template, `the undo of step ${id}`] as const] : [])
  ])

const findMissing = async ({ outcome, renderer }: CaseFacts): Promise<ReadonlyArray<string> | null> => {
  const { plan } = await outcome()
  if (plan === null) return null
  const known = new Set(renderer().templateIds)
  return namedTemplates(plan).flatMap(([template, where]) =>
    known.has(template) ? [] : [`${where} names ${template}, and there is no such template`]
  )
}

const checkTemplates = async (facts: CaseFacts): Promise<Verdict> => {
  const problems = await findMissing(facts)
  return problems === null ? withoutPlan : { problems }
}

const checkRendering = async (facts: CaseFacts): Promise<Verdict> => {
  const missing = await findMissing(facts)
  if (missing === null || missing.length > 0) return withoutPlan
  const scripts = await facts.scripts()
  return { problems: "failure" in scripts ? [describeRenderFailure(scripts.failure)] : [] }
}

/** The scripts beside a file: those that it can call. */
const besides = (files: ReadonlyArray<ScriptFile>, path: string): ReadonlyMap<string, string> => {
  const folder = path.replace(/[^/]*$/, "")
  const inside = files.filter((file) => file.path.replace(/[^/]*$/, "") === folder)
  return new Map(inside.map((file) => [file.path.slice(folder.length), file.text]))
}

const lintAll = (files: ReadonlyArray<ScriptFile>): ReadonlyArray<string> => {
  // Names and texts of the customer may be anything; then the header says so.
  const allowNonAscii = files.some(({ path, text }) => path === "plan.json" && /\P{ASCII}/u.test(text))
  return files
    .filter(({ path }) => path.endsWith(".sql"))
    .flatMap(({ path, text }) => lintScript(text, { file: path, allowNonAscii, scripts: besides(files, path) }))
    .map(({ message }) => message)
}

const checkLint = async (facts: CaseFacts): Promise<Verdict> => {
  const scripts = await facts.scripts()
  return "files" in scripts && scripts.files !== null ? { problems: lintAll(scripts.files) } : withoutPlan
}

/** The checks of an accepted case's scripts. */
export const scriptChecks = (facts: CaseFacts): ReadonlyArray<NamedCheck> => [
  { sentence: "names only templates that exist", run: () => checkTemplates(facts) },
  { sentence: "gives its templates all that they read", run: () => checkRendering(facts) },
  { sentence: "has no lint finding in any script", run: () => checkLint(facts) }
]
