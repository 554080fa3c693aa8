// `orapart actions`: the actions and strategies there are, and the plugins that could not be loaded.
import { Flags } from "@oclif/core"
import * as Effect from "effect/Effect"
import { BaseCommand } from "../../base-command.ts"
import type { JsonReply } from "../../base-command.ts"
import { commandWords, flagWords } from "../../words/command-words.ts"

export default class Actions extends BaseCommand {
  static override summary = commandWords.actions.summary
  static override description = commandWords.actions.description
  static override examples = [...commandWords.actions.examples]
  static override flags = { config: Flags.string({ helpValue: "FILE", description: flagWords.configForActions }) }

  async run(): Promise<JsonReply> {
    const { flags } = await this.parse(Actions)
    const { openPlugins } = await import("../../services/open-project.ts")
    const { listActions } = await import("../../services/list-actions.ts")
    const { renderActionList } = await import("../../views/actions-view.ts")
    const program = Effect.map(openPlugins(flags.config, this.findInstalled()), (set) => {
      this.showPlugins(flags, set)
      return listActions(set)
    })
    return this.conclude(program, flags, renderActionList)
  }
}
