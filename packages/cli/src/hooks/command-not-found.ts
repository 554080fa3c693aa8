// Says which command was probably meant. oclif calls it for a command it does not know.
import type { Hook } from "@oclif/core"
import { exitCodes } from "../exit-codes.ts"
import { askForNearest } from "../words/nearest.ts"

const hook: Hook<"command_not_found"> = async function ({ id, argv = [], config }) {
  const typed = id.replaceAll(":", " ")
  const known = config.commands.filter(({ hidden }) => !hidden).map((command) => command.id.replaceAll(":", " "))
  const what = `There is no command ${typed}.${askForNearest(typed, known)}`
  const advice = "All commands: orapart --help"
  const error = { code: "OP001", slug: "usage", subject: typed, what, why: "", advice, evidence: { known } }
  if (argv.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ exit: exitCodes.usage, result: null, findings: [], error }, null, 2)}\n`)
  } else {
    process.stderr.write(`error OP001 usage: ${what}\n  do   ${advice}\n`)
  }
  process.exitCode = exitCodes.usage
  return this.exit(exitCodes.usage)
}

export default hook
