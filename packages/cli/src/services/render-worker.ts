// The thread that helps `generate` with many tables: it renders plans, checks their folders and stages them. It decides nothing, and
// what it knows of the run is in its jobs.
import { parentPort, workerData } from "node:worker_threads"
import type { MigrationPlan } from "@orapart/contract"
import { createRenderer, describeRenderFailure, renderScriptSet } from "@orapart/rendering"
import { deriveRollback } from "@orapart/rollback"
import * as Effect from "effect/Effect"
import { checkAndStage } from "../output/check-set.ts"
import type { HelperMessage, RenderJob, RenderReply, RenderWork } from "./render-jobs.ts"

const { templates, outputDirectory } = workerData as RenderWork
const renderer = createRenderer(templates)

const doJob = ({ planText, folder, stagingRoot }: RenderJob): RenderReply => {
  const plan = JSON.parse(planText) as MigrationPlan
  const { owner, table } = plan
  const rendered = Effect.match(renderScriptSet(renderer, plan, deriveRollback(plan), planText), {
    onFailure: ({ reason }): RenderReply => ({
      fault: { template: reason.template, what: describeRenderFailure(reason) }
    }),
    onSuccess: (files): RenderReply => checkAndStage(outputDirectory, stagingRoot, { owner, table, folder, files })
  })
  return Effect.runSync(rendered)
}

const send = (message: HelperMessage): void => parentPort?.postMessage(message)

parentPort?.on("message", (job: RenderJob) => send(doJob(job)))
send("ready")
