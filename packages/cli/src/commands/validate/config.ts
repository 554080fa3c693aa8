// `orapart validate config`: all errors and warnings of a config at once.
import * as Effect from "effect/Effect"
import { BaseCommand } from "../../base-command.ts"
import type { JsonReply } from "../../base-command.ts"
import { projectFlags } from "../../project-flags.ts"
import { commandWords } from "../../words/command-words.ts"

export default class ValidateConfig extends BaseCommand {
  static override summary = commandWords.validateConfig.summary
  static override description = commandWords.validateConfig.description
  static override examples = [...commandWords.validateConfig.examples]
  static override flags = projectFlags

  async run(): Promise<JsonReply> {
    const { flags } = await this.parse(ValidateConfig)
    const { openProject } = await import("../../services/open-project.ts")
    const { validateConfig } = await import("../../services/validate-config.ts")
    const { renderValidation } = await import("../../views/config-view.ts")
    const program = Effect.map(openProject(this.readProjectRequest(flags)), (opened) => {
      this.showDetails(flags, opened)
      return validateConfig(opened)
    })
    return this.conclude(program, flags, renderValidation(flags))
  }
}
