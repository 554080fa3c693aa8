// Every way to break the promises of an action that the harness knows, with the one test that has to find it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { ActionInput, CompiledValidator, Finding, MigrationAction, Step, TableModel } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { ActionSetup } from "../../../src/describe-action/index.ts"
import { noteWords, readWords, refusal, sampleAction } from "./action.ts"

/** One broken action. `setup` is that of the whole action with a folder of the defect's own, which is its golden folder. */
export interface Defect {
  readonly name: string
  /** The sentence of the test that fails, and no other. */
  readonly fails: string
  readonly action?: Partial<MigrationAction>
  readonly setup?: (setup: ActionSetup, folder: string) => Partial<ActionSetup>
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const write = (folder: string, path: string, text: string): string => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
  return join(folder, path)
}

/** The sample's templates beside the golden folder, one of them changed or added. */
const withTemplate = (path: string, change: (text: string) => string) => (_: ActionSetup, folder: string) => {
  const templates = `${folder}-templates`
  cpSync(here("templates/"), templates, { recursive: true })
  const known = path.startsWith("sample/15") ? readFileSync(join(templates, path), "utf8") : ""
  write(templates, path, change(known))
  return { templates }
}

const withoutTemplate = (path: string) => (_: ActionSetup, folder: string) => {
  cpSync(here("templates/"), `${folder}-templates`, { recursive: true })
  rmSync(join(`${folder}-templates`, path))
  return { templates: `${folder}-templates` }
}

const withGolden = (path: string, text: string) => (_: ActionSetup, folder: string) => {
  write(folder, path, text)
  return {}
}

/** The sample's page and those of its codes, the action's changed. */
const withPage = (change: (text: string) => string) => (_: ActionSetup, folder: string) => {
  cpSync(here("templates/"), `${folder}-papers/templates`, { recursive: true })
  cpSync(here("pages/"), `${folder}-papers/pages`, { recursive: true })
  const text = readFileSync(here("pages/sample_yearly.md"), "utf8")
  return { page: write(`${folder}-papers/pages`, "sample_yearly.md", change(text)) }
}

const withoutCodePage = (file: string) => (setup: ActionSetup, folder: string) => {
  const papers = withPage((text) => text)(setup, folder)
  rmSync(join(`${folder}-papers/pages`, file))
  return papers
}

const withStep = (make: (words: string, input: ActionInput) => Step): Partial<MigrationAction> => ({
  extraSteps: (input) => Effect.succeed([make(readWords(input.table.target_configuration), input)])
})

const withTarget = (change: (target: TableModel) => TableModel): Partial<MigrationAction> => ({
  target: (input) => Effect.map(sampleAction.target(input), change)
})

const withRefusal = (make: (findings: ReadonlyArray<Finding>) => ReadonlyArray<Finding>): Partial<MigrationAction> => ({
  applies: (input) => Effect.map(sampleAction.applies(input), make)
})

const withSchema = (change: (properties: object) => object): Partial<MigrationAction> => ({
  targetSchema: { ...sampleAction.targetSchema, ...change(sampleAction.targetSchema["properties"] ?? {}) }
})

const step = (more: Partial<Step>) => withStep((words) => noteWords(words, more))

let calls = 0

/** Changes what it is given, as a plugin in JavaScript can. */
const scribble = ({ table }: ActionInput): void => void Object.assign(table.target_configuration, { seen: true })

const scribbleUnseen = (input: ActionInput): void => {
  try {
    scribble(input)
  } catch {
    return
  }
}

/** A value where the contract asks for another, as a plugin in JavaScript can answer. */
const wrong = <A>(value: unknown): A => value as A

const undoTemplate = "sample/rollback/15_undo_note_words.sql.njk"

const twice = "gets the same answer twice, byte for byte"
const answer = "gets an answer from every function"
const kept = "keeps all that is not layout, and is cut by columns it has"
const undo = "has an undo for every step, or the reason why there is none"
const places = "gives every step an id, a number and a file of its own"
const rendered = "gives its templates all that they read"
const golden = "matches its golden files"
const prefix = "brings templates under a prefix of its own, and uses each"

const answers: ReadonlyArray<Defect> = [
  {
    name: "counts its calls",
    fails: twice,
    action: withStep((words) => noteWords(words, { title: `Call ${(calls += 1)}` }))
  },
  {
    name: "depends on the order of keys",
    fails: twice,
    action: withStep((words, { table }) => noteWords(words, { why: Object.keys(table.target_configuration).join() }))
  },
  {
    name: "writes into its input",
    fails: "stays as it was given",
    action: { extraSteps: (input) => Effect.suspend(() => (scribble(input), Effect.succeed([noteWords("as agreed")]))) }
  },
  {
    name: "writes into its input and hides it",
    fails: "stays as it was given",
    action: {
      extraSteps: (input) => Effect.suspend(() => (scribbleUnseen(input), Effect.succeed([noteWords("as agreed")])))
    }
  },
  {
    name: "throws",
    fails: answer,
    action: {
      target: () => {
        throw new RangeError("boom")
      }
    }
  },
  { name: "dies inside its Effect", fails: answer, action: { extraSteps: () => Effect.die("boom") } },
  { name: "answers with a Promise", fails: answer, action: { extraSteps: () => wrong(Promise.resolve([])) } },
  { name: "answers with no list", fails: answer, action: { extraSteps: () => Effect.succeed(wrong({})) } },
  {
    name: "fails with an error of its own",
    fails: "meets no error but the contract's",
    action: { target: () => Effect.fail(wrong(new Error("boom"))) }
  },
  {
    name: "refuses with another code",
    fails: "is refused with SAMPLE102",
    action: withRefusal((found) =>
      found.map(({ code }) => refusal(code === "SAMPLE102" ? "SAMPLE103" : code, "words-disliked"))
    )
  },
  {
    name: "warns of what nobody expects",
    fails: "is accepted",
    action: {
      applies: (input) =>
        Effect.map(sampleAction.applies(input), (found) =>
          found.length > 0 ? found : [refusal("SAMPLE103", "words-disliked", { severity: "warning" })]
        )
    }
  },
  {
    name: "refuses without advice",
    fails: "is told what is wrong, why, and what to do",
    action: withRefusal((found) => found.map((one) => ({ ...one, advice: "" })))
  },
  {
    name: "refuses without a reason",
    fails: "is told what is wrong, why, and what to do",
    action: withRefusal((found) => found.map((one) => ({ ...one, why: " " })))
  }
]

const plans: ReadonlyArray<Defect> = [
  {
    name: "loses a column",
    fails: kept,
    action: withTarget((target) => ({ ...target, columns: target.columns.slice(1) }))
  },
  { name: "loses the grants", fails: kept, action: withTarget((target) => ({ ...target, grants: [] })) },
  {
    name: "takes its own result again",
    fails: "is not taken again once it is as wished",
    action: withRefusal((found) => found.filter(({ code }) => code !== "SAMPLE101"))
  },
  {
    name: "gives no reason for a missing undo",
    fails: undo,
    action: step({ revert: { kind: "none", reason: "" } }),
    setup: withoutTemplate(undoTemplate)
  },
  {
    name: "gives no advice where no undo is possible",
    fails: undo,
    action: step({ revert: { kind: "impossible", reason: "gone", advice: "" } }),
    setup: withoutTemplate(undoTemplate)
  },
  { name: "takes the id of another step", fails: places, action: step({ id: "create-table" }) },
  { name: "takes the number of another step", fails: places, action: step({ number: 20, file: "20_note.sql" }) },
  { name: "takes the file of another step", fails: places, action: step({ number: 10, file: "10_create_table.sql" }) },
  { name: "writes an id with blanks", fails: places, action: step({ id: "note words" }) },
  {
    name: "names a template that is not there",
    fails: "names only templates that exist",
    setup: withoutTemplate("sample/15_note_words.sql.njk")
  },
  {
    name: "forgets a field of its template",
    fails: rendered,
    action: step({ apply: { template: "sample:15_note_words.sql", data: {} } })
  },
  {
    name: "has a fault in its template",
    fails: rendered,
    setup: withTemplate("sample/15_note_words.sql.njk", (text) => `${text}{% if %}`)
  },
  {
    name: "asks the user in its script",
    fails: "has no lint finding in any script",
    setup: withTemplate("sample/15_note_words.sql.njk", (text) => `${text}PAUSE press return\n`)
  },
  {
    name: "makes other bytes than its golden file",
    fails: golden,
    setup: withGolden("a-heap-table/15_note_words.sql", "-- as it was\n")
  },
  {
    name: "leaves a golden file behind",
    fails: golden,
    setup: withGolden("a-heap-table/14_note.sql", "-- as it was\n")
  },
  {
    name: "leaves the golden files of a case behind",
    fails: "has golden files of its cases only",
    setup: withGolden("another-table/target.json", "{}\n")
  }
]

const papers: ReadonlyArray<Defect> = [
  { name: "has no title", fails: "says what it is, for which contract and strategy", action: { title: "" } },
  {
    name: "names a strategy that is not there",
    fails: "says what it is, for which contract and strategy",
    action: { defaultStrategy: "no_such" },
    setup: ({ cases }) => ({ cases: cases.map((one) => ({ ...one, settings: { strategy: "copy_swap" } })) })
  },
  {
    name: "is never refused",
    fails: "is tried on tables it takes and on tables it refuses",
    setup: ({ cases }) => ({ cases: cases.slice(0, 1) })
  },
  {
    name: "has a schema that is none",
    fails: "has a target schema that is JSON Schema 2020-12",
    action: withSchema((known) => ({ properties: { ...known, more: { type: "strnig", description: "More." } } }))
  },
  {
    name: "does not describe a key",
    fails: "describes every key of its schema",
    action: withSchema((known) => ({ properties: { ...known, more: { type: "string" } } }))
  },
  {
    name: "takes any key",
    fails: "takes the wishes of its cases and no key beside",
    action: withSchema(() => ({ additionalProperties: true }))
  },
  {
    name: "refuses its own example",
    fails: "takes the examples of its schema",
    action: withSchema(() => ({ examples: [{}] }))
  },
  {
    name: "refuses the example of a key",
    fails: "takes the examples of its schema",
    action: withSchema((known) => ({
      properties: { ...known, more: { type: "string", description: "More.", examples: [1] } }
    }))
  },
  {
    name: "takes misshapen wishes",
    fails: "refuses misshapen wishes",
    setup: ({ misshapen, cases }) => ({ misshapen: { ...misshapen, nothing: cases[0]?.wishes ?? {} } })
  },
  {
    name: "has an old validator",
    fails: "has a compiled validator that agrees with its schema",
    action: { validateTarget: (() => true) satisfies CompiledValidator }
  },
  { name: "has no page", fails: "has a page that begins with its id", setup: () => ({ page: here("no-page.md") }) },
  {
    name: "has the page of another",
    fails: "has a page that begins with its id",
    setup: withPage((text) => text.replace("# sample", "# simple"))
  },
  {
    name: "shows an entry that is refused",
    fails: "shows an entry on its page that works",
    setup: withPage((text) => text.replace("as agreed", "forbidden"))
  },
  {
    name: "shows an entry of another shape",
    fails: "shows an entry on its page that works",
    setup: withPage((text) => text.replace('"by"', '"with"'))
  },
  {
    name: "hides a code",
    fails: "explains every code it says on its page",
    setup: withPage((text) => text.replace("SAMPLE102", "It"))
  },
  {
    name: "has no page for a code",
    fails: "has a page for every code of its own",
    setup: withoutCodePage("SAMPLE102-words-refused.md")
  },
  {
    name: "has a dead link",
    fails: "links from its page to files that exist",
    setup: withPage((text) => `${text}\n[there](there.md)\n`)
  },
  { name: "replaces a template of orapart", fails: prefix, setup: withTemplate("core/_more.sql.njk", () => "") },
  {
    name: "brings a template that nobody uses",
    fails: prefix,
    setup: withTemplate("sample/16.sql.njk", () => "-- never\n")
  }
]

/** All of them. */
export const defects: ReadonlyArray<Defect> = [...answers, ...plans, ...papers]
