// `orapart plan`: what will happen to each table. It writes nothing.
import * as Effect from "effect/Effect"
import { BaseCommand } from "../base-command.ts"
import type { JsonReply } from "../base-command.ts"
import { projectFlags } from "../project-flags.ts"
import { commandWords } from "../words/command-words.ts"

export default class Plan extends BaseCommand {
  static override summary = commandWords.plan.summary
  static override description = commandWords.plan.description
  static override examples = [...commandWords.plan.examples]
  static override flags = projectFlags

  async run(): Promise<JsonReply> {
    const { flags } = await this.parse(Plan)
    const { openProject } = await import("../services/open-project.ts")
    const { planTables } = await import("../services/plan-tables.ts")
    const { renderPlans } = await import("../views/plan/plan-view.ts")
    const program = Effect.flatMap(openProject(this.readProjectRequest(flags)), (opened) => {
      this.showDetails(flags, opened)
      return planTables({ ...opened, madeBy: this.madeBy })
    })
    return this.conclude(program, flags, renderPlans(flags))
  }
}
