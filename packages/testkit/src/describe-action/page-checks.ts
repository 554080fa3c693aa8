// The action's page: it shows an entry that works, names every code that the action says, and its links lead somewhere.
import { existsSync, readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import type { Finding, TableConfig } from "@orapart/contract"
import type { ActionSubject } from "./action-case.ts"
import { askAction, findingsOf } from "./ask-action.ts"
import { saidBy } from "./case-facts.ts"
import type { CaseFacts } from "./case-facts.ts"
import { compileSchema } from "./schema-checks.ts"
import { demand, once } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

const toUrl = (page: URL | string): URL => (typeof page === "string" ? pathToFileURL(page) : page)

const withoutPage: Verdict = { skipped: "there is no page" }

/** The first JSON block of a page that reads as an entry of a config; null when there is none. */
const readEntry = (page: string): TableConfig | null => {
  for (const [, block = ""] of page.matchAll(/^```json\n([\s\S]*?)^```/gm)) {
    try {
      const value: unknown = JSON.parse(block)
      // An entry is known by its action; the schema judges the rest.
      if (typeof value === "object" && value !== null && "migration_action" in value) return value as TableConfig
    } catch {
      continue
    }
  }
  return null
}

const isTaken = async ({ action, copyInput }: CaseFacts, entry: TableConfig): Promise<boolean> => {
  const { input, context } = copyInput()
  const { applies } = await askAction(action, { ...input, table: entry }, { ...context, table: entry })
  return applies._tag === "Answered" && findingsOf(applies).every(({ severity }) => severity !== "error")
}

const checkEntry = async (
  { action }: ActionSubject,
  cases: ReadonlyArray<CaseFacts>,
  text: string
): Promise<ReadonlyArray<string>> => {
  const entry = readEntry(text)
  if (entry === null) return ["it has no ```json block with an entry of migration_config.json"]
  if (entry.migration_action !== action.id) return [`its entry is for ${entry.migration_action}`]
  const validate = compileSchema(action.targetSchema)
  if (typeof validate === "string") return []
  if (!validate(entry.target_configuration)) return ["the schema refuses the target_configuration of its entry"]
  const accepted = cases.filter(({ one }) => one.expected === "accepted")
  const taken = await Promise.all(accepted.map((facts) => isTaken(facts, entry)))
  return demand(taken.includes(true), "its entry fits the table of no accepted case")
}

const checkLinks = (page: URL, text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(new URL(link, page)))
    .map((link) => `its link ${link} leads nowhere`)

const nameOf = ({ code, slug }: Finding): string => `${code} ${slug}`

const checkCodes = async (cases: ReadonlyArray<CaseFacts>, text: string): Promise<ReadonlyArray<string>> => {
  const said = await Promise.all(cases.map(async ({ answers }) => saidBy(await answers()).map(nameOf)))
  const names = [...new Set(said.flat())].toSorted()
  return names.flatMap((name) => demand(text.includes(name), `it does not explain ${name}`))
}

/** Codes of orapart have their pages with orapart. `orapart explain` finds a plugin's in the folder of the action's page. */
const isOwn = ({ code }: Finding): boolean => !/^OP\d/.test(code)

const checkOwnPages = async (cases: ReadonlyArray<CaseFacts>, page: URL): Promise<ReadonlyArray<string>> => {
  const said = await Promise.all(cases.map(async ({ answers }) => saidBy(await answers()).filter(isOwn)))
  const files = [...new Set(said.flat().map(({ code, slug }) => `${code}-${slug}.md`))].toSorted()
  return files.flatMap((file) =>
    demand(existsSync(new URL(file, page)), `there is no page ${file} beside the action's`)
  )
}

/** The checks of the action's page. */
export const pageChecks = (subject: ActionSubject, cases: ReadonlyArray<CaseFacts>): ReadonlyArray<NamedCheck> => {
  const page = toUrl(subject.setup.page)
  const text = once(() => (existsSync(page) ? readFileSync(page, "utf8") : null))
  const withPage =
    (check: (text: string) => ReadonlyArray<string> | Promise<ReadonlyArray<string>>) => async (): Promise<Verdict> => {
      const found = text()
      return found === null ? withoutPage : { problems: await check(found) }
    }
  const checkHead = (): Verdict => ({
    problems: [
      ...demand(text() !== null, `there is no page ${page.pathname}`),
      ...demand(text()?.startsWith(`# ${subject.action.id}\n`) ?? true, `it does not begin with # ${subject.action.id}`)
    ]
  })
  return [
    { sentence: "has a page that begins with its id", run: checkHead },
    { sentence: "shows an entry on its page that works", run: withPage((found) => checkEntry(subject, cases, found)) },
    { sentence: "explains every code it says on its page", run: withPage((found) => checkCodes(cases, found)) },
    { sentence: "has a page for every code of its own", run: withPage(() => checkOwnPages(cases, page)) },
    { sentence: "links from its page to files that exist", run: withPage((found) => checkLinks(page, found)) }
  ]
}
