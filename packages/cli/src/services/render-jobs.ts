// What the main thread and the thread that helps it say to each other. Both sides of every message are plain data.
import type { NotStaged } from "../output/check-set.ts"
import type { RefusedFolder, TakenFolder } from "../output/output-folder.ts"
import type { TemplateSet } from "./load-templates.ts"

/** What the helping thread is started with. */
export interface RenderWork {
  readonly templates: TemplateSet
  readonly outputDirectory: string
}

/** One table's plan on its way to files. */
export interface RenderJob {
  /** The text of plan.json: it is there anyway, and the other thread needs it as a file. */
  readonly planText: string
  readonly folder: string
  /** null when the set is only to be checked. */
  readonly stagingRoot: string | null
}

/** What became of a job: a folder, or why there is none. */
export type RenderReply =
  | TakenFolder
  | RefusedFolder
  | NotStaged
  | { readonly fault: { readonly template: string; readonly what: string } }

/** The helping thread's messages: first that it is there, then one reply for each job, in their order. */
export type HelperMessage = "ready" | RenderReply
