// Judges every statement of many scripts and counts. Scripts of the same shape are read once.
import { shapeOfScript } from "./all-scripts.ts"
import { readStatements } from "./generated-statements.ts"
import type { Script } from "./generated-statements.ts"
import type { Judge } from "./judge.ts"
import type { Waiver } from "./waiver.ts"

/** What the scripts came to. */
export interface Tally {
  readonly scripts: number
  readonly statements: number
  /** Of those, the ones that a block builds in a string. */
  readonly dynamic: number
  /** Statements by the waivers they needed. */
  readonly waived: ReadonlyMap<Waiver, number>
  /** Statements that the grammar refuses in spite of the waivers: the places by the reason. */
  readonly refused: ReadonlyMap<string, ReadonlyArray<string>>
  /** What could not be judged, in words. */
  readonly unjudged: ReadonlySet<string>
}

interface ScriptTally {
  readonly statements: number
  readonly dynamic: number
  readonly waived: ReadonlyArray<Waiver>
  readonly refused: ReadonlyArray<{ readonly place: string; readonly reason: string }>
  readonly unjudged: ReadonlyArray<string>
}

const judgeScript = (judge: Judge, script: Script): ScriptTally => {
  const { statements, unjudged } = readStatements(script)
  const judged = statements.map((statement) => ({ statement, judgement: judge.judge(statement) }))
  return {
    statements: statements.length,
    dynamic: statements.filter(({ isDynamic }) => isDynamic).length,
    waived: judged.flatMap(({ judgement }) => judgement.waivers),
    refused: judged.flatMap(({ statement, judgement }) =>
      judgement.refusal === null ? [] : [{ place: statement.place, reason: judgement.refusal }]
    ),
    unjudged
  }
}

const addUp = (all: ReadonlyArray<ScriptTally>): Tally => {
  const waived = new Map<Waiver, number>()
  for (const waiver of all.flatMap((one) => one.waived)) waived.set(waiver, (waived.get(waiver) ?? 0) + 1)
  const byReason = Map.groupBy(
    all.flatMap((one) => one.refused),
    ({ reason }) => reason
  )
  return {
    scripts: all.length,
    statements: all.reduce((sum, one) => sum + one.statements, 0),
    dynamic: all.reduce((sum, one) => sum + one.dynamic, 0),
    waived,
    refused: new Map([...byReason].map(([reason, refused]) => [reason, refused.map(({ place }) => place)])),
    unjudged: new Set(all.flatMap((one) => one.unjudged))
  }
}

/** Judges every statement of the scripts. */
export const judgeScripts = (judge: Judge, scripts: ReadonlyArray<Script>): Tally => {
  const byShape = new Map<string, ScriptTally>()
  const tallies = scripts.map((script) => {
    const shape = shapeOfScript(script)
    const tally = byShape.get(shape) ?? judgeScript(judge, script)
    byShape.set(shape, tally)
    return tally
  })
  return addUp(tallies)
}

/** What keeps the scripts from being accepted, one line per reason, with the first place; empty when nothing does. */
export const describeTally = ({ refused, unjudged }: Tally): ReadonlyArray<string> => [
  ...[...refused].map(([reason, places]) => `${places[0]} is refused (${places.length} like it), ${reason}`),
  ...[...unjudged].map((line) => `not judged: ${line}`)
]
