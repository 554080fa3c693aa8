// `orapart generate`: writes the script set of each table.
import * as Effect from "effect/Effect"
import { BaseCommand } from "../base-command.ts"
import type { JsonReply } from "../base-command.ts"
import { outputFlag, projectFlags } from "../project-flags.ts"
import { makeProgress } from "../views/progress.ts"
import { commandWords } from "../words/command-words.ts"

export default class Generate extends BaseCommand {
  static override summary = commandWords.generate.summary
  static override description = commandWords.generate.description
  static override examples = [...commandWords.generate.examples]
  static override flags = {
    ...projectFlags,
    "output-dir": outputFlag
  }

  async run(): Promise<JsonReply> {
    const { flags } = await this.parse(Generate)
    const { limitMemory } = await import("../services/limit-memory.ts")
    const { openProject } = await import("../services/open-project.ts")
    const { writeScriptSets } = await import("../services/write-script-sets.ts")
    const { renderWritten } = await import("../views/written-view.ts")
    // Before anything is read: room that V8 has once taken it keeps.
    limitMemory()
    const isSilent = flags.quiet || this.jsonEnabled()
    const program = Effect.flatMap(openProject(this.readProjectRequest(flags)), (opened) => {
      this.showDetails(flags, opened)
      return writeScriptSets({
        ...opened,
        outputDirectory: flags["output-dir"],
        madeBy: this.madeBy,
        onProgress: makeProgress(process.stderr, isSilent)
      })
    })
    return this.conclude(program, flags, renderWritten(flags))
  }
}
