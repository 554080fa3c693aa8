// The flags that validate, plan and generate share.
import { Errors, Flags } from "@oclif/core"
import { exitCodes } from "./exit-codes.ts"
import { flagWords } from "./words/command-words.ts"

// `--config "$FILE"` with an unset variable is a mistake, not a file without a name.
const refuseEmpty = (flag: string) => (text: string) =>
  text.trim() === ""
    ? Promise.reject(new Errors.CLIError(`--${flag} has an empty value`, { exit: exitCodes.usage }))
    : Promise.resolve(text)

/** --config, --snapshot and --table. */
export const projectFlags = {
  config: Flags.string({
    required: true,
    helpValue: "FILE",
    description: flagWords.config,
    parse: refuseEmpty("config")
  }),
  snapshot: Flags.string({ helpValue: "FILE", description: flagWords.snapshot, parse: refuseEmpty("snapshot") }),
  table: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: "OWNER.NAME",
    description: flagWords.table,
    parse: refuseEmpty("table")
  })
}

/** --output-dir. */
export const outputFlag = Flags.string({
  default: "output",
  helpValue: "DIR",
  description: flagWords.outputDir,
  parse: refuseEmpty("output-dir")
})
