// Nothing is added by halves: an action, a strategy or a code without one of its papers is named here.
import { describe, expect, it } from "vitest"
import * as rules from "./parity.ts"
import type { Papers, ParityRule, PluginPapers } from "./parity.ts"
import { readPapers } from "./read-papers.ts"

const papers = await readPapers()

describe("the papers of the repository", () => {
  it("are those of five actions, a strategy and more than 200 codes", () => {
    expect(papers.actions.length).toBeGreaterThanOrEqual(5)
    expect(papers.strategies.length).toBeGreaterThanOrEqual(1)
    expect(papers.codes.length).toBeGreaterThan(200)
    expect(papers.testTexts.size).toBeGreaterThan(200)
  })

  it("has each plugin under its id", () => expect(rules.packagesBringTheirIds(papers)).toEqual([]))
  it("has a README for each plugin", () => expect(rules.readmesNameTheirIds(papers)).toEqual([]))
  it("tests each action with describeAction", () => expect(rules.actionsAreDescribed(papers)).toEqual([]))
  it("has a page for each action", () => expect(rules.actionsHavePages(papers)).toEqual([]))
  it("has an example of each action", () => expect(rules.actionsHaveExamples(papers)).toEqual([]))
  it("has page and example of each strategy", () => expect(rules.strategiesHavePapers(papers)).toEqual([]))
  it("has a page for each code", () => expect(rules.codesHavePages(papers)).toEqual([]))
  it("names each code in a test file", () => expect(rules.codesHaveTests(papers)).toEqual([]))
})

const whole: PluginPapers = {
  folder: "action-cut-yearly",
  ids: ["cut_yearly"],
  readme: "The action `cut_yearly`.",
  tests: "describeAction(cutYearly, {})"
}

const complete: Papers = {
  actions: [whole],
  strategies: [{ ...whole, folder: "strategy-move", ids: ["move"], readme: "`move`" }],
  actionPages: ["cut_yearly.md"],
  strategyPages: ["move.md"],
  usedActions: ["cut_yearly"],
  usedStrategies: ["move"],
  codes: [{ code: "OP999", slug: "last-code" }],
  codePages: ["OP999-last-code.md"],
  testTexts: new Map([["a.test.ts", "OP999"]])
}

const without: ReadonlyArray<readonly [string, ParityRule, Partial<Papers>, string]> = [
  [
    "an id of another name",
    rules.packagesBringTheirIds,
    { actions: [{ ...whole, ids: ["cut"] }] },
    "packages/action-cut-yearly brings cut, not cut_yearly"
  ],
  [
    "a README",
    rules.readmesNameTheirIds,
    { actions: [{ ...whole, readme: "" }] },
    "packages/action-cut-yearly/README.md does not name cut_yearly"
  ],
  [
    "describeAction",
    rules.actionsAreDescribed,
    { actions: [{ ...whole, tests: "// describeAction(x)" }] },
    "packages/action-cut-yearly/test does not use describeAction"
  ],
  [
    "an action's page",
    rules.actionsHavePages,
    { actionPages: [] },
    "there is no page docs/reference/actions/cut_yearly.md"
  ],
  [
    "the action of a page",
    rules.actionsHavePages,
    { actionPages: ["cut_yearly.md", "old.md"] },
    "docs/reference/actions/old.md belongs to no action"
  ],
  [
    "an action's example",
    rules.actionsHaveExamples,
    { usedActions: [] },
    "no enabled table of an example uses cut_yearly"
  ],
  ["a strategy's page", rules.strategiesHavePapers, { strategyPages: [] }, "there is no page docs/strategies/move.md"],
  [
    "the strategy of a page",
    rules.strategiesHavePapers,
    { strategyPages: ["move.md", "old.md"] },
    "docs/strategies/old.md belongs to no strategy"
  ],
  ["a strategy's example", rules.strategiesHavePapers, { usedStrategies: [] }, "no plan of an example uses move"],
  [
    "a code's page",
    rules.codesHavePages,
    { codePages: ["OP999-other.md"] },
    "there is no page docs/reference/checks/OP999-last-code.md"
  ],
  [
    "a code's test",
    rules.codesHaveTests,
    { testTexts: new Map([["a.test.ts", "OP998"]]) },
    "no test file names OP999 last-code"
  ]
]

describe("the parity rules", () => {
  const all: ReadonlyArray<ParityRule> = Object.values(rules)

  it("find nothing where everything is there", () => {
    expect(all.flatMap((rule) => rule(complete))).toEqual([])
  })

  it.for(without)("name what is missing: %s", ([, rule, change, sentence]) => {
    expect(rule({ ...complete, ...change })).toEqual([sentence])
    expect(all.flatMap((one) => one({ ...complete, ...change }))).toContain(sentence)
  })

  it("are each shown to fire", () => {
    expect(new Set(without.map(([, rule]) => rule))).toEqual(new Set(all))
  })
})
