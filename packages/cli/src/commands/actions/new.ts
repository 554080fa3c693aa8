// `orapart actions new NAME`: writes a working in-house action to start from.
import { Args, Flags } from "@oclif/core"
import { BaseCommand } from "../../base-command.ts"
import type { JsonReply } from "../../base-command.ts"
import { commandWords, flagWords } from "../../words/command-words.ts"

export default class ActionsNew extends BaseCommand {
  static override summary = commandWords.actionsNew.summary
  static override description = commandWords.actionsNew.description
  static override examples = [...commandWords.actionsNew.examples]
  static override args = { name: Args.string({ required: true, description: flagWords.newAction }) }
  static override flags = {
    scope: Flags.string({ helpValue: "SCOPE", description: flagWords.scope }),
    dir: Flags.string({ helpValue: "DIR", description: flagWords.newActionDir }),
    "single-file": Flags.boolean({ description: flagWords.singleFile })
  }

  async run(): Promise<JsonReply> {
    const { args, flags } = await this.parse(ActionsNew)
    const { createAction } = await import("../../services/new-action.ts")
    const { renderNewAction } = await import("../../views/new-action-view.ts")
    const program = createAction({
      name: args.name,
      scope: flags.scope,
      directory: flags.dir,
      isSingleFile: flags["single-file"],
      version: this.config.version,
      installed: this.findInstalled()
    })
    return this.conclude(program, flags, renderNewAction)
  }
}
