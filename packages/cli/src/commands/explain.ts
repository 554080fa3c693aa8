// `orapart explain CODE`: prints the page of a code.
import { Args } from "@oclif/core"
import { BaseCommand } from "../base-command.ts"
import type { JsonReply } from "../base-command.ts"
import { commandWords, flagWords } from "../words/command-words.ts"

export default class Explain extends BaseCommand {
  static override summary = commandWords.explain.summary
  static override description = commandWords.explain.description
  static override examples = [...commandWords.explain.examples]
  static override args = { code: Args.string({ required: true, description: flagWords.code }) }

  async run(): Promise<JsonReply> {
    const { args, flags } = await this.parse(Explain)
    const { explainCode } = await import("../services/explain-code.ts")
    return this.conclude(explainCode(args.code), flags, ({ result }) => (result?.page ?? "").trimEnd())
  }
}
