// One wrong character in a template must show. The mistakes are made in scripts of an example, not in a template.
import { describe, expect, it } from "vitest"
import { exampleScripts } from "./all-scripts.ts"
import { describeTally, judgeScripts } from "./judge-scripts.ts"
import { createJudge } from "./judge.ts"
import { readVerdicts } from "./verdicts.ts"
import { waivers } from "./waivers.ts"

interface Mistake {
  readonly what: string
  readonly file: string
  readonly right: string
  readonly wrong: string
}

const mistakes: ReadonlyArray<Mistake> = [
  { what: "a clause glued to the next", file: "10_create_table.sql", right: "\nPARTITION BY", wrong: "PARTITION BY" },
  { what: "a comma lost between columns", file: "10_create_table.sql", right: "NOT NULL,\n", wrong: "NOT NULL\n" },
  {
    what: "INTERVAL written twice",
    file: "10_create_table.sql",
    right: "INTERVAL (NUM",
    wrong: "INTERVAL (INTERVAL(NUM"
  },
  { what: "a word lost in a trigger", file: "50_swap_tables.sql", right: "FOR EACH ROW", wrong: "FOR EACH" },
  { what: "a word lost in dynamic SQL", file: "50_swap_tables.sql", right: "_INT RENAME TO", wrong: "_INT RENAME" },
  {
    what: "a word doubled in what a local procedure runs",
    file: "rollback/50_undo_swap_tables.sql",
    right: "run('ALTER INDEX",
    wrong: "run('ALTER INDEX INDEX"
  },
  {
    what: "a variable that nobody defines",
    file: "master1.sql",
    right: "\nEXIT 0",
    wrong: "\nSET DEFINE ON\nSELECT '&orapart_who' FROM dual;\nEXIT 0"
  }
]

describe("a mistake in a generated script", () => {
  it.for(mistakes)("shows when it is $what", ({ file, right, wrong }) => {
    const script = exampleScripts.find(({ place }) => place === `hr/HR_TRANSACTIONS/${file}`)
    if (script === undefined) throw new Error(`examples/hr has no ${file}`)
    expect(script.text).toContain(right)
    const judge = createJudge(readVerdicts(), waivers)
    expect(describeTally(judgeScripts(judge, [{ ...script, text: script.text.replace(right, wrong) }]))).toHaveLength(1)
  })
})
