// The action itself, apart from any table: what it says of itself, and the templates it brings.
import { CONTRACT_VERSION } from "@orapart/contract"
import type { Step } from "@orapart/contract"
import { readTemplates } from "@orapart/rendering"
import type { ActionSubject } from "./action-case.ts"
import type { CaseFacts } from "./case-facts.ts"
import { demand } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

const checkIdentity = ({ action, setup }: ActionSubject): Verdict => {
  const known = setup.strategies.map(({ id }) => id)
  return {
    problems: [
      ...demand(/^[a-z][a-z0-9_]*$/.test(action.id), `the id "${action.id}" is not in snake_case`),
      ...demand(action.title.trim() !== "", "it has no title"),
      ...demand(action.description.trim() !== "", "it has no description"),
      ...demand(action.contract === CONTRACT_VERSION, `it names contract ${action.contract}, not ${CONTRACT_VERSION}`),
      ...demand(
        known.includes(action.defaultStrategy),
        `its strategy ${action.defaultStrategy} is none of ${known.join()}`
      )
    ]
  }
}

const prefixOf = (id: string): string => id.slice(0, id.indexOf(":"))

/** Macros are imported by other templates and rendered by none: their folders and files begin with an underscore. */
const isMacro = (id: string): boolean => /[:/]_/.test(id)

const templatesOf = ({ apply, revert }: Step): ReadonlyArray<string> => [
  apply.template,
  ...(revert.kind === "script" ? [revert.script.template] : [])
]

const checkTemplates = async ({ setup }: ActionSubject, cases: ReadonlyArray<CaseFacts>): Promise<Verdict> => {
  const own = [...readTemplates(setup.templates ?? "").keys()]
  const taken = new Set(setup.strategyTemplates.flatMap((folder) => [...readTemplates(folder).keys()]).map(prefixOf))
  const outcomes = await Promise.all(cases.map(({ outcome }) => outcome()))
  const accepted = cases.flatMap(({ one }, index) =>
    one.expected === "accepted" ? [outcomes[index]?.plan ?? null] : []
  )
  if (accepted.includes(null)) return { skipped: "a case has no plan: which templates are used cannot be known" }
  const used = new Set(accepted.flatMap((plan) => plan?.steps.flatMap(templatesOf) ?? []))
  return {
    problems: own.flatMap((id) => [
      ...demand(!taken.has(prefixOf(id)), `the template ${id} has a prefix that is not its own`),
      ...demand(isMacro(id) || used.has(id), `no step of any case uses the template ${id}`)
    ])
  }
}

const checkCases = ({ setup }: ActionSubject): Verdict => {
  const isAccepted = setup.cases.map(({ expected }) => expected === "accepted")
  return {
    problems: [
      ...demand(isAccepted.includes(true), "no case is accepted: nothing is planned"),
      ...demand(isAccepted.includes(false), "no case is refused: nobody knows what the action says then")
    ]
  }
}

/** The checks of the action as such. */
export const actionChecks = (subject: ActionSubject, cases: ReadonlyArray<CaseFacts>): ReadonlyArray<NamedCheck> => [
  { sentence: "says what it is, for which contract and strategy", run: () => checkIdentity(subject) },
  { sentence: "is tried on tables it takes and on tables it refuses", run: () => checkCases(subject) },
  ...(subject.setup.templates === undefined
    ? []
    : [
        {
          sentence: "brings templates under a prefix of its own, and uses each",
          run: () => checkTemplates(subject, cases)
        }
      ])
]
