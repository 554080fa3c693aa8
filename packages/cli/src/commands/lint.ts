// `orapart lint FILE|DIR...`: the traps in SQL*Plus scripts of any origin. It writes nothing.
import { Args } from "@oclif/core"
import { BaseCommand } from "../base-command.ts"
import type { JsonReply } from "../base-command.ts"
import { commandWords, flagWords } from "../words/command-words.ts"

export default class Lint extends BaseCommand {
  static override summary = commandWords.lint.summary
  static override description = commandWords.lint.description
  static override examples = [...commandWords.lint.examples]
  static override args = { path: Args.string({ required: true, multiple: true, description: flagWords.script }) }

  async run(): Promise<JsonReply> {
    const { args, flags } = await this.parse(Lint)
    const { lintScripts } = await import("../services/lint-scripts.ts")
    const { renderLint } = await import("../views/lint-view.ts")
    return this.conclude(lintScripts(args.path), flags, renderLint)
  }
}
