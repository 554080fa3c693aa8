// `orapart explain CODE`: prints the page of a code.
import { Args, Flags } from "@oclif/core"
import * as Effect from "effect/Effect"
import { BaseCommand } from "../base-command.ts"
import type { JsonReply } from "../base-command.ts"
import type { findPlaces } from "../services/open-project.ts"
import { commandWords, flagWords } from "../words/command-words.ts"

type FindPlaces = typeof findPlaces

export default class Explain extends BaseCommand {
  static override summary = commandWords.explain.summary
  static override description = commandWords.explain.description
  static override examples = [...commandWords.explain.examples]
  static override args = { code: Args.string({ required: true, description: flagWords.code }) }
  static override flags = { config: Flags.string({ helpValue: "FILE", description: flagWords.configForPages }) }

  async run(): Promise<JsonReply> {
    const { args, flags } = await this.parse(Explain)
    const { explainCode } = await import("../services/explain-code.ts")
    const { renderPage } = await import("../views/page-view.ts")
    const program = Effect.flatMap(await this.findPlaces(flags.config), (plugins) =>
      explainCode(args.code, { plugins })
    )
    return this.conclude(program, flags, renderPage)
  }

  // Reading a config takes the packages that judge one: only when there is one to read.
  private async findPlaces(configFile: string | undefined): Promise<ReturnType<FindPlaces>> {
    if (configFile === undefined) return Effect.succeed(this.findInstalled())
    const { findPlaces } = await import("../services/open-project.ts")
    return findPlaces(configFile, this.findInstalled())
  }
}
