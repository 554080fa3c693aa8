// `pnpm grammar:update`: parses every statement that has no verdict yet, drops the verdicts that no statement has, and
// prints what it counted. To judge everything anew, remove verdicts.json first: that takes minutes.
import { statSync } from "node:fs"
import { exampleScripts, makeBigSetScripts } from "./all-scripts.ts"
import { createJudge } from "./judge.ts"
import { describeTally, judgeScripts } from "./judge-scripts.ts"
import type { Tally } from "./judge-scripts.ts"
import { grammarVersion } from "./oracle-grammar.ts"
import { readVerdicts, verdictsFile, writeVerdicts } from "./verdicts.ts"
import { waivers } from "./waivers.ts"

const began = performance.now()
const known = readVerdicts()
const judge = createJudge(known, waivers)

const report = (name: string, tally: Tally): void => {
  console.log(`${name}: ${tally.scripts} scripts, ${tally.statements} statements, ${tally.dynamic} of them dynamic`)
  for (const [waiver, count] of tally.waived) console.log(`  waived: ${count} ${waiver.construct}`)
  for (const line of describeTally(tally)) console.log(`  ${line}`)
}

console.log(`judged by ${grammarVersion}`)
report("examples", judgeScripts(judge, exampleScripts))
report("1,000 tables", judgeScripts(judge, await makeBigSetScripts()))

const verdicts = new Map([...judge.asked].map(([key, { verdict }]) => [key, verdict]))
const dropped = [...known.keys()].filter((key) => !verdicts.has(key)).length
const refused = [...verdicts.values()].filter(({ refusedAt }) => refusedAt !== null).length
writeVerdicts(verdicts)
console.log(`${verdicts.size} verdicts (${refused} refused): ${judge.parsed.size} parsed now, ${dropped} dropped`)
const seconds = ((performance.now() - began) / 1000).toFixed(1)
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`verdicts.json has ${statSync(verdictsFile).size} bytes; ${seconds} s, ${megabytes} MB`)
