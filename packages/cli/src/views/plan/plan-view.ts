// Writes plans for people: what each table becomes, by which steps, what it costs and what has to be known before.
import { hasErrors } from "@orapart/contract"
import type { MigrationPlan, Step, StepLock } from "@orapart/contract"
import type { Outcome } from "../../failures.ts"
import type { PlannedTables } from "../../services/plan-tables.ts"
import { writeCommand } from "../../words/next-command.ts"
import type { UsedFlags } from "../../words/next-command.ts"
import { countFindings, renderFindings } from "../findings-view.ts"
import { formatDuration, formatNumberOf, formatSize } from "../quantities.ts"
import type { Style } from "../style.ts"
import { hangText, indentLines, layRows, layTable } from "../text-layout.ts"
import { describeExisting, describePartitioning, describePreview, describeSize } from "./describe-layout.ts"
import { drawHistogram } from "./draw-histogram.ts"

const labelWidth = 10

const field = (label: string, text: string, style: Style): ReadonlyArray<string> =>
  hangText(`  ${label.padEnd(labelWidth)}`, text, style.width)

const fields = (label: string, texts: ReadonlyArray<string>, style: Style): ReadonlyArray<string> =>
  texts.flatMap((text, index) => field(index === 0 ? label : "", text, style))

const indexColumns = [{ title: "index" }, { title: "becomes" }, { title: "because", isWrapped: true }] as const

const renderIndexes = ({ indexDecisions }: MigrationPlan, style: Style): ReadonlyArray<string> => {
  if (indexDecisions.length === 0) return field("indexes", "none", style)
  const rows = indexDecisions.map(({ index, choice, reason, isOverride }) => [
    index,
    choice,
    isOverride ? `${reason} (chosen in the config)` : reason
  ])
  const [head = "", ...lines] = layTable(indexColumns, rows, style.width - 2)
  return ["", `  ${style.faint(head)}`, ...indentLines(lines, 2)]
}

const stepColumns = [
  { title: "step", align: "right" },
  { title: "what", isWrapped: true },
  { title: "time", align: "right" },
  { title: "run by" }
] as const

const describeLock = ({ object, mode, duration }: StepLock): string => `${mode} lock on ${object}: ${duration}`

const estimateOf = ({ estimate: { seconds } }: Step): string => (seconds === null ? "?" : formatDuration(seconds))

const masterOf = ({ master }: Step): string => (master === null ? "by hand" : `master${master}`)

/** The table of steps; each step's locks stand below its line. */
const renderSteps = ({ steps, pointOfNoReturn }: MigrationPlan, style: Style): ReadonlyArray<string> => {
  const rows = steps.map((step) => [String(step.number).padStart(2, "0"), step.title, estimateOf(step), masterOf(step)])
  const [[head = ""] = [], ...laid] = layRows(stepColumns, rows, style.width - 2)
  const below = ({ id, locks }: Step): ReadonlyArray<string> =>
    [...locks.map(describeLock), ...(id === pointOfNoReturn ? ["after this step nothing can be undone"] : [])]
      .flatMap((text) => hangText("      ", text, style.width - 2))
      .map(style.faint)
  const lines = steps.flatMap((step, index) => [...(laid[index] ?? []), ...below(step)])
  return ["", `  ${style.faint(head)}`, ...indentLines(lines, 2), ""]
}

const describeRetention = ({ settings, names }: MigrationPlan): string =>
  `${names.retained} is kept at least ${formatNumberOf(settings.dropOldAfterDays, "day")} after the cutover`

const describeSpace = ({ space }: MigrationPlan): string =>
  space.neededBytes === null ? `unknown (${space.basis})` : `${formatSize(space.neededBytes)} (${space.basis})`

const describeTime = ({ estimatedSeconds, settings }: MigrationPlan): string => {
  const own = settings.estimatedHours === null ? "" : `; the config says ${settings.estimatedHours} h`
  return (
    (estimatedSeconds === null
      ? "unknown: sizes are not in the snapshot"
      : `about ${formatDuration(estimatedSeconds)}`) + own
  )
}

const renderNotes = ({ notes }: MigrationPlan, style: Style): ReadonlyArray<string> =>
  notes.length === 0
    ? []
    : ["", ...indentLines(renderFindings(notes, { ...style, width: style.width - 2 }).split("\n"), 2)]

/** One plan as a page of text. */
export const renderPlan = (plan: MigrationPlan, style: Style): string => {
  const name = `${plan.owner}.${plan.table}`
  const digest = `plan ${plan.digest.slice(0, 8)}`
  return [
    style.strong(name) + " ".repeat(Math.max(2, style.width - name.length - digest.length)) + style.faint(digest),
    ...field("action", `${plan.action.id}: ${plan.action.title}`, style),
    ...field("strategy", `${plan.strategy.id}: ${plan.strategy.title}`, style),
    ...field("from", describeExisting(plan.source), style),
    ...field("to", describePartitioning(plan.target), style),
    ...field("rows", describeSize(plan), style),
    ...fields("layout", describePreview(plan.preview), style),
    ...indentLines(drawHistogram(plan.preview), 2 + labelWidth),
    ...renderIndexes(plan, style),
    ...renderSteps(plan, style),
    ...field("outage", plan.outage, style),
    ...(plan.client === "" ? [] : field("client", plan.client, style)),
    ...field("space", describeSpace(plan), style),
    ...field("time", describeTime(plan), style),
    ...field(
      "names",
      `interim ${plan.names.interim}, retained ${plan.names.retained}, ledger ${plan.names.ledger}`,
      style
    ),
    ...field("", describeRetention(plan), style),
    ...renderNotes(plan, style)
  ].join("\n")
}

const closePlans = ({ findings, result }: Outcome<PlannedTables>, flags: UsedFlags): string => {
  const plans = result?.plans ?? []
  const counted = countFindings([...findings, ...plans.flatMap(({ notes }) => notes)])
  const refused = result?.refused ?? []
  const without = refused.length === 0 ? "" : `, ${formatNumberOf(refused.length, "table")} without a plan`
  const next =
    result === null || hasErrors(findings)
      ? `Correct the errors, then: ${writeCommand("validate config", flags)}`
      : `Next: ${writeCommand("generate", flags)}`
  return `${formatNumberOf(plans.length, "plan")}${without}; ${counted}. Nothing was written.\n${next}`
}

/** All plans in running order, then what is to be said about the config, then what to do next. */
export const renderPlans =
  (flags: UsedFlags) =>
  (outcome: Outcome<PlannedTables>, style: Style): string =>
    [
      ...(outcome.result?.plans ?? []).map((plan) => renderPlan(plan, style)),
      ...(outcome.findings.length === 0 ? [] : [renderFindings(outcome.findings, style)]),
      closePlans(outcome, flags)
    ].join("\n\n")
