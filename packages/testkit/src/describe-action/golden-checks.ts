// What the action itself decides, held against files: the layout of the target and the scripts of its own steps. The strategy's
// scripts are left out, so that a new version of orapart does not rewrite the files of every plugin.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { MigrationPlan } from "@orapart/contract"
import type { ActionSubject } from "./action-case.ts"
import { checkDeterminism, withoutPlan } from "./answer-checks.ts"
import { renderPlan } from "./case-facts.ts"
import type { CaseFacts } from "./case-facts.ts"
import { demand } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

const toPath = (folder: URL | string): string => (typeof folder === "string" ? folder : fileURLToPath(folder))

/** Folder name of a case: `a heap table by day` lies in `a-heap-table-by-day`. */
export const folderOf = (caseName: string): string =>
  caseName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")

const listFiles = (folder: string): ReadonlyArray<string> =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

// The digest is that of the whole plan, so it changes with every word of the strategy.
const withoutDigest = (plan: MigrationPlan): MigrationPlan => ({ ...plan, digest: "0".repeat(64) })

const describeTarget = ({ target }: MigrationPlan): string =>
  `${JSON.stringify({ partitioning: target.partitioning, storage: target.storage }, null, 2)}\n`

const ownScripts = async (facts: CaseFacts, plan: MigrationPlan): Promise<ReadonlyArray<readonly [string, string]>> => {
  const { extraSteps } = await facts.answers()
  const ids = new Set(extraSteps?._tag === "Answered" ? extraSteps.value.map(({ id }) => id) : [])
  const own = plan.steps.filter(({ id }) => ids.has(id))
  const scripts = await renderPlan(facts.renderer(), withoutDigest(plan))
  const files = new Map("files" in scripts ? scripts.files?.map(({ path, text }) => [path, text]) : [])
  const paths = own.flatMap(({ file, revert }) => [
    file,
    ...(revert.kind === "script" ? [`rollback/${revert.file}`] : [])
  ])
  return paths.map((path) => [path, files.get(path) ?? ""])
}

const checkGolden = async (facts: CaseFacts): Promise<Verdict> => {
  const { plan } = await facts.outcome()
  const scripts = await facts.scripts()
  if (plan === null || "failure" in scripts) return withoutPlan
  const again = await checkDeterminism(facts)
  if (!("problems" in again) || again.problems.length > 0) return { skipped: "the plan is another one each time" }
  const folder = join(toPath(facts.setup.golden), folderOf(facts.one.name))
  const files = [["target.json", describeTarget(plan)] as const, ...(await ownScripts(facts, plan))]
  const golden = files.map(([path, text]) => ({ path: join(folder, path), text }))
  const paths = new Set(golden.map(({ path }) => path))
  const stale = listFiles(folder).filter((path) => !paths.has(path))
  return { problems: stale.map((path) => `${path} is made by no step any more: delete it`), golden }
}

/** The golden check of an accepted case. */
export const goldenChecks = (facts: CaseFacts): ReadonlyArray<NamedCheck> => [
  { sentence: "matches its golden files", run: () => checkGolden(facts) }
]

/** Golden folders belong to a case each; one that lost its case would rot unseen. */
export const checkGoldenFolders = ({ setup }: ActionSubject): Verdict => {
  const folder = toPath(setup.golden)
  const known = new Set(setup.cases.filter(({ expected }) => expected === "accepted").map(({ name }) => folderOf(name)))
  const found = existsSync(folder) ? readdirSync(folder) : []
  return {
    problems: found.flatMap((name) => demand(known.has(name), `${join(folder, name)} belongs to no case: delete it`))
  }
}
