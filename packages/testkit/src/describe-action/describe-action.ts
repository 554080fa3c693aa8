// The harness for migration actions: one call, and every promise that an action makes to planner, renderer, DBA and reader is a test.
// It imports vitest instead of taking describe, it and expect as parameters: golden files need vitest's toMatchFileSnapshot and its -u,
// and an author who has to hand over a framework would hand over this one. vitest is a peer, so it is always the author's own copy,
// and only this entry point loads it: the builders stay free of it.
import type { MigrationAction } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { actionChecks } from "./action-checks.ts"
import type { ActionSetup, ActionSubject } from "./action-case.ts"
import { answerChecks } from "./answer-checks.ts"
import { openCase, openRenderer } from "./case-facts.ts"
import type { CaseFacts } from "./case-facts.ts"
import { checkGoldenFolders, folderOf, goldenChecks } from "./golden-checks.ts"
import { pageChecks } from "./page-checks.ts"
import { schemaChecks } from "./schema-checks.ts"
import { scriptChecks } from "./script-checks.ts"
import { stepChecks } from "./step-checks.ts"
import { targetChecks } from "./target-checks.ts"
import { once } from "./verdict.ts"
import type { NamedCheck } from "./verdict.ts"

const register = ({ sentence, run }: NamedCheck): void =>
  it(sentence, async (context) => {
    const verdict = await run()
    if ("skipped" in verdict) return context.skip(verdict.skipped)
    expect(verdict.problems).toEqual([])
    for (const { path, text } of verdict.golden ?? []) await expect(text).toMatchFileSnapshot(path)
  })

const caseChecks = (facts: CaseFacts): ReadonlyArray<NamedCheck> =>
  facts.one.expected === "accepted"
    ? [answerChecks, targetChecks, stepChecks, scriptChecks, goldenChecks].flatMap((checks) => checks(facts))
    : answerChecks(facts)

const refuseSharedNames = ({ setup }: ActionSubject): void => {
  const folders = setup.cases.map(({ name }) => folderOf(name))
  const shared = setup.cases.filter((_, index) => folders.indexOf(folders[index] ?? "") !== index)
  if (shared.length === 0 && !folders.includes("")) return
  const names = shared.map(({ name }) => `"${name}"`).join(", ") || "an empty one"
  throw new TypeError(`describeAction: the names of the cases have to differ in their letters and digits: ${names}.`)
}

/**
 * Describes an action by its promises. Of the action: contract, schema (JSON Schema 2020-12, unknown keys refused, examples taken), page, templates under a
 * prefix of its own. Of every case: it answers without throwing, fails with the contract's errors only, changes nothing of its input, gives the
 * same plan and bytes from a copy in another order, and accepts or refuses as expected, in words that say what to do. Of every accepted
 * case: nothing but the layout changes, applies does not take the finished table again, every step has an undo or a reason, ids, numbers and files are
 * unique, templates exist and get all they read, the linter is silent, golden files match (`vitest -u` rewrites them, CI never does).
 * A check that builds on a failed one is skipped, so a mistake shows once. Throws a TypeError when two cases share a name.
 */
export const describeAction = (action: MigrationAction, setup: ActionSetup): void => {
  const subject: ActionSubject = { action, setup }
  refuseSharedNames(subject)
  const renderer = once(() => openRenderer(setup))
  const cases = setup.cases.map((one) => openCase(subject, renderer, one))
  describe(`action ${action.id}`, () => {
    actionChecks(subject, cases).forEach(register)
    schemaChecks(subject).forEach(register)
    pageChecks(subject, cases).forEach(register)
    register({ sentence: "has golden files of its cases only", run: () => checkGoldenFolders(subject) })
    for (const facts of cases) describe(facts.one.name, () => caseChecks(facts).forEach(register))
  })
}
