// `orapart actions show ID`: one action in full.
import { Args, Flags } from "@oclif/core"
import * as Effect from "effect/Effect"
import { BaseCommand } from "../../base-command.ts"
import type { JsonReply } from "../../base-command.ts"
import { commandWords, flagWords } from "../../words/command-words.ts"

export default class ActionsShow extends BaseCommand {
  static override summary = commandWords.actionsShow.summary
  static override description = commandWords.actionsShow.description
  static override examples = [...commandWords.actionsShow.examples]
  static override args = { id: Args.string({ required: true, description: flagWords.action }) }
  static override flags = { config: Flags.string({ helpValue: "FILE", description: flagWords.configForActions }) }

  async run(): Promise<JsonReply> {
    const { args, flags } = await this.parse(ActionsShow)
    const { openPlugins } = await import("../../services/open-project.ts")
    const { showAction } = await import("../../services/list-actions.ts")
    const { renderAction } = await import("../../views/actions-view.ts")
    const program = Effect.flatMap(openPlugins(flags.config, this.findInstalled()), (set) => {
      this.showPlugins(flags, set)
      return showAction(set, args.id)
    })
    return this.conclude(program, flags, renderAction)
  }
}
