// What belongs together over the whole repository, as data: actions and strategies with their papers, codes with their tests. The
// rules name what is missing; they read no file themselves, so that each can be shown to fire.

/** A plugin package with what was found beside it. */
export interface PluginPapers {
  /** Folder in packages/. */
  readonly folder: string
  readonly ids: ReadonlyArray<string>
  readonly readme: string
  /** The texts of its tests, one after the other. */
  readonly tests: string
}

/** Everything that the rules compare. */
export interface Papers {
  readonly actions: ReadonlyArray<PluginPapers>
  readonly strategies: ReadonlyArray<PluginPapers>
  /** File names in docs/reference/actions. */
  readonly actionPages: ReadonlyArray<string>
  /** File names in docs/strategies. */
  readonly strategyPages: ReadonlyArray<string>
  /** Ids of the actions of enabled tables, over the configs of all examples. */
  readonly usedActions: ReadonlyArray<string>
  /** Ids of the strategies of the plans that the examples expect. */
  readonly usedStrategies: ReadonlyArray<string>
  readonly codes: ReadonlyArray<{ readonly code: string; readonly slug: string }>
  /** File names in docs/reference/checks. */
  readonly codePages: ReadonlyArray<string>
  /** The texts of all test files by path. */
  readonly testTexts: ReadonlyMap<string, string>
}

/** One rule: a sentence for each thing that is missing. */
export type ParityRule = (papers: Papers) => ReadonlyArray<string>

const idsOf = (plugins: ReadonlyArray<PluginPapers>): ReadonlyArray<string> => plugins.flatMap(({ ids }) => ids)

const missing = (ids: ReadonlyArray<string>, found: ReadonlyArray<string>, sentence: (id: string) => string) =>
  ids.filter((id) => !found.includes(id)).map(sentence)

/** Each plugin is found by its id: packages/action-add-interval-partitioning brings add_interval_partitioning. */
export const packagesBringTheirIds: ParityRule = ({ actions, strategies }) =>
  [...actions, ...strategies].flatMap(({ folder, ids }) => {
    const wanted = folder.replace(/^(?:action|strategy)-/u, "").replaceAll("-", "_")
    return ids.length === 1 && ids[0] === wanted
      ? []
      : [`packages/${folder} brings ${ids.join() || "nothing"}, not ${wanted}`]
  })

/** Each action and strategy has a README that names it. */
export const readmesNameTheirIds: ParityRule = ({ actions, strategies }) =>
  [...actions, ...strategies].flatMap(({ folder, ids, readme }) =>
    ids.filter((id) => !readme.includes(`\`${id}\``)).map((id) => `packages/${folder}/README.md does not name ${id}`)
  )

/** Each action is tested by describeAction. */
export const actionsAreDescribed: ParityRule = ({ actions }) =>
  actions.flatMap(({ folder, tests }) =>
    /^describeAction\(/mu.test(tests) ? [] : [`packages/${folder}/test does not use describeAction`]
  )

/** Each action has a page, and each page an action. */
export const actionsHavePages: ParityRule = ({ actions, actionPages }) => [
  ...missing(
    idsOf(actions).map((id) => `${id}.md`),
    actionPages,
    (page) => `there is no page docs/reference/actions/${page}`
  ),
  ...missing(
    actionPages,
    idsOf(actions).map((id) => `${id}.md`),
    (page) => `docs/reference/actions/${page} belongs to no action`
  )
]

/** Each action is used by a table of an example. */
export const actionsHaveExamples: ParityRule = ({ actions, usedActions }) =>
  missing(idsOf(actions), usedActions, (id) => `no enabled table of an example uses ${id}`)

/** Each strategy has a page and a plan of an example. */
export const strategiesHavePapers: ParityRule = ({ strategies, strategyPages, usedStrategies }) => [
  ...missing(
    idsOf(strategies).map((id) => `${id}.md`),
    strategyPages,
    (page) => `there is no page docs/strategies/${page}`
  ),
  ...missing(
    strategyPages,
    idsOf(strategies).map((id) => `${id}.md`),
    (page) => `docs/strategies/${page} belongs to no strategy`
  ),
  ...missing(idsOf(strategies), usedStrategies, (id) => `no plan of an example uses ${id}`)
]

/** Each code of checks, refusals, scripts and lint rules has a page. */
export const codesHavePages: ParityRule = ({ codes, codePages }) =>
  missing(
    codes.map(({ code, slug }) => `${code}-${slug}.md`),
    codePages,
    (page) => `there is no page docs/reference/checks/${page}`
  )

/** Each code is named by a test file: who changes what it means finds the test by searching for it. */
export const codesHaveTests: ParityRule = ({ codes, testTexts }) => {
  const texts = [...testTexts.values()]
  return codes
    .filter(({ code }) => !texts.some((text) => text.includes(code)))
    .map(({ code, slug }) => `no test file names ${code} ${slug}`)
}
