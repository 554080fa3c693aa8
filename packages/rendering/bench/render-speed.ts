// Part of `pnpm bench`: what strict rendering costs beside lenient nunjucks. Prints the processor time of each round, milliseconds, as JSON.
import nunjucks from "nunjucks"
import { createRenderer, templateFilters } from "../src/index.ts"
import { column, plan, step } from "../test/sample-plan.ts"

const macros = `{% macro header(plan, step) %}
-- {{ (step.number ~ "  " ~ step.title) | comment_text }}
{% for line in step | header_lines %}
{{ line.text | comment_lines(line.label) }}
{% endfor %}
{% endmacro %}`

const script = `{% import "core:_macros/parts.sql" as parts %}
{{ parts.header(plan, step) }}
${"SELECT COUNT(*) FROM all_tables WHERE owner = {{ plan.owner | literal }} AND table_name = {{ plan.table | literal }};\n".repeat(12)}
{{ plan.target.columns | format_column_list(4, "t") }}`

const templates = new Map([["core:_macros/parts.sql", macros]])
for (let number = 0; number < 24; number += 1) templates.set(`core:${number}.sql`, script)

const tables = Array.from({ length: 100 }, (_, position) =>
  plan({
    table: `T${position}`,
    target: { ...plan().target, columns: Array.from({ length: 15 }, (_, place) => column(`C${place}`)) }
  })
)

/** The same templates and filters in nunjucks as it comes: lenient, without places and without a last look. */
const makeBareEnvironment = () => {
  const loader = { getSource: (name: string) => ({ src: templates.get(name) ?? "", path: name, noCache: false }) }
  const environment = new nunjucks.Environment(loader, { autoescape: false, trimBlocks: true, lstripBlocks: true })
  for (const filter of templateFilters) environment.addFilter(filter.name, filter.apply)
  return environment
}

/** CPU milliseconds for 100 tables of 25 files. */
const measure = (render: (id: string, context: object) => string): number => {
  const before = process.cpuUsage()
  for (const one of tables) {
    for (const id of templates.keys()) render(id, { plan: one, step: step(), data: {}, rollback: {} })
  }
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1000
}

const renderer = createRenderer({ templates })
const environment = makeBareEnvironment()
const rounds = Array.from({ length: 4 }, () => ({
  strict: measure(renderer.renderText),
  lenient: measure((id, context) => environment.render(id, context))
}))
const timesOf = (side: "strict" | "lenient") => rounds.map((round) => round[side])
process.stdout.write(JSON.stringify({ strict: timesOf("strict"), lenient: timesOf("lenient") }))
