// The flags that validate, plan and generate share.
import { Flags } from "@oclif/core"
import { flagWords } from "./words/command-words.ts"

/** --config, --snapshot and --table. */
export const projectFlags = {
  config: Flags.string({ required: true, helpValue: "FILE", description: flagWords.config }),
  snapshot: Flags.string({ helpValue: "FILE", description: flagWords.snapshot }),
  table: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: "OWNER.NAME",
    description: flagWords.table
  })
}
