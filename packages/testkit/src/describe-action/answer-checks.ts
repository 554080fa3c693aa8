// How an action answers: without throwing, with the contract's errors, leaving its input alone, the same each time, and to the point.
import type { Finding } from "@orapart/contract"
import { askAction, listAnswers } from "./ask-action.ts"
import { renderPlan, saidBy } from "./case-facts.ts"
import type { CaseFacts, CaseOutcome, CaseScripts } from "./case-facts.ts"
import { freezeDeep, writeSorted } from "./input-copies.ts"
import { demand } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

const crashCode = "OP520"
const conflictCode = "OP234"

/** The codes of the planner that other checks look at: they are no answer to the wishes. */
export const isFaultCode = (code: string): boolean => code === crashCode || code === conflictCode

/** Why nothing can be said of a case without a plan. */
export const withoutPlan: Verdict = { skipped: "there is no plan to look at; another test of this case says why" }

const checkThrows = async ({ answers, outcome }: CaseFacts): Promise<Verdict> => {
  const listed = listAnswers(await answers())
  const problems = listed.flatMap(([name, answer]) =>
    answer._tag === "Threw" ? [`${name} did not answer: ${answer.cause}`] : []
  )
  if (problems.length > 0 || listed.some(([, answer]) => answer._tag === "Foreign")) return { problems }
  // What the planner cannot use is left: a list that is none, a table without columns.
  const crashes = (await outcome()).refusal.filter(({ code }) => code === crashCode)
  return { problems: crashes.map(({ what }) => what) }
}

const checkErrors = async ({ answers }: CaseFacts): Promise<Verdict> => ({
  problems: listAnswers(await answers()).flatMap(([name, answer]) =>
    answer._tag === "Foreign"
      ? [`${name} failed with an error that is none of the contract's (PlanError): ${answer.error}`]
      : []
  )
})

const checkPurity = async ({ action, copyInput, answers }: CaseFacts): Promise<Verdict> => {
  const loose = copyInput()
  const before = writeSorted(loose.context)
  await askAction(action, loose.input, loose.context)
  const frozen = freezeDeep(copyInput())
  const usual = new Map(listAnswers(await answers()))
  const thrown = listAnswers(await askAction(action, frozen.input, frozen.context)).flatMap(([name, answer]) =>
    answer._tag === "Threw" && usual.get(name)?._tag !== "Threw"
      ? [`${name} changes what it is given: ${answer.cause}`]
      : []
  )
  const isChanged = writeSorted(loose.context) !== before
  return { problems: thrown.length > 0 ? thrown : demand(!isChanged, "the input is not what it was before the calls") }
}

const compareScripts = (first: CaseScripts, second: CaseScripts): ReadonlyArray<string> => {
  if (!("files" in first && "files" in second) || first.files === null || second.files === null) return []
  const texts = new Map(second.files.map(({ path, text }) => [path, text]))
  // plan.json keeps the order of the snapshot's keys; the digest says whether its content is the same.
  return first.files
    .filter(({ path, text }) => path !== "plan.json" && texts.get(path) !== text)
    .map(({ path }) => `${path} has other bytes the second time`)
}

const describeOutcome = ({ plan, refusal }: CaseOutcome): string =>
  plan === null ? `refused with ${writeSorted(refusal)}` : `plan ${plan.digest.slice(0, 8)}`

/** Plans the case again from a copy in another order and compares digest and bytes. */
export const checkDeterminism = async (facts: CaseFacts): Promise<Verdict> => {
  const [first, second] = [await facts.outcome(), await facts.outcomeAgain()]
  const [once, again] = [describeOutcome(first), describeOutcome(second)]
  if (once !== again) return { problems: [`the same input gives ${once}, then ${again}`] }
  if (second.plan === null) return { problems: [] }
  return { problems: compareScripts(await facts.scripts(), await renderPlan(facts.renderer(), second.plan)) }
}

const codesOf = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  [...new Set(findings.map(({ code }) => code))].toSorted()

const words = (codes: ReadonlyArray<string>): string => (codes.length === 0 ? "nothing" : codes.join(", "))

const compareCodes = (kind: string, found: ReadonlyArray<Finding>, expected: ReadonlyArray<string>) =>
  demand(
    codesOf(found).join() === [...expected].toSorted().join(),
    `${kind}: ${words(codesOf(found))}; expected: ${words(expected)}.${found.map(({ code, what }) => `\n  ${code} ${what}`).join("")}`
  )

const checkAnswer = async ({ one, answers, outcome }: CaseFacts): Promise<Verdict> => {
  const said = saidBy(await answers())
  const { refusal } = await outcome()
  if (refusal.some(({ code }) => isFaultCode(code))) return withoutPlan
  const checked = said.filter(({ code, severity }) => severity === "error" && !refusal.some((one) => one.code === code))
  const notes = said.filter(({ severity }) => severity !== "error")
  return {
    problems: [
      ...compareCodes("errors", [...refusal, ...checked], one.expected === "accepted" ? [] : one.expected.refused),
      ...compareCodes("warnings and notes of the action", notes, one.notes ?? [])
    ]
  }
}

// OP and three digits are orapart's; a plugin has letters of its own. Other codes would have no page that can be found.
const codePattern = /^[A-Z]{2,12}\d{3}$/

/** What a finding lacks. Codes of orapart have pages that give the reason, so a finding of theirs may leave it out. */
const findGaps = (finding: Finding): ReadonlyArray<string> => {
  const { code, slug, what, why, advice, severity } = finding
  const name = `${code} ${slug}`.trim()
  const needsAdvice = severity !== "info"
  return [
    ...demand(
      codePattern.test(code) && /^[a-z][a-z0-9-]*$/.test(slug),
      `"${name}" is no code (2 to 12 capital letters, 3 digits) with a short name in kebab-case`
    ),
    ...demand(what.trim() !== "", `${name} does not say what is wrong`),
    ...demand(!needsAdvice || advice.trim() !== "", `${name} does not say what to do`),
    ...demand(
      !needsAdvice || /^OP\d{3}$/.test(code) || why.trim() !== "",
      `${name} does not say why it matters, and orapart has no page that could`
    )
  ]
}

const checkWords = async ({ answers }: CaseFacts): Promise<Verdict> => ({
  problems: [...new Set(saidBy(await answers()).flatMap(findGaps))]
})

/** The checks of every case, accepted or refused. */
export const answerChecks = (facts: CaseFacts): ReadonlyArray<NamedCheck> => {
  const { expected } = facts.one
  const verdict = expected === "accepted" ? "is accepted" : `is refused with ${expected.refused.join(", ")}`
  return [
    { sentence: "gets an answer from every function", run: () => checkThrows(facts) },
    { sentence: "meets no error but the contract's", run: () => checkErrors(facts) },
    { sentence: "stays as it was given", run: () => checkPurity(facts) },
    { sentence: "gets the same answer twice, byte for byte", run: () => checkDeterminism(facts) },
    { sentence: verdict, run: () => checkAnswer(facts) },
    { sentence: "is told what is wrong, why, and what to do", run: () => checkWords(facts) }
  ]
}
