// The main thread's end of the thread that renders beside it. The main thread plans all tables, because names are kept apart between
// them, and renders only what the other one has no room for; so both are busy to the end, whichever is faster.
import { Worker } from "node:worker_threads"
import type { HelperMessage, RenderJob, RenderReply, RenderWork } from "./render-jobs.ts"

/** From how many tables on it pays: the thread loads modules and compiles templates before it renders the first one. */
export const leastTables = 50

/** Jobs that may wait, so that the thread need not wait for the main one. A job is some 80 KB of text. */
const MOST_WAITING = 4

// Only the room for young objects is limited: a limit for old ones saved nothing and would refuse a very large plan.
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

// From source (tests) or built.
const program = new URL(import.meta.url.endsWith(".ts") ? "./render-worker.ts" : "./render-worker.js", import.meta.url)

/** A thread that renders and stages. Nothing is started before `start`. */
export class RenderingThread {
  private readonly work: RenderWork
  private worker: Worker | null = null
  private isReady = false
  private readonly waiting: Array<(reply: RenderReply) => void> = []
  private whenDone: (() => void) | null = null
  /** Why the thread ended too early; null as long as it has not. */
  crash: { readonly cause: unknown } | null = null

  constructor(work: RenderWork) {
    this.work = work
  }

  /** True when it would take a job at once. Before it is started and while it starts it takes none. */
  get isFree(): boolean {
    return this.isReady && this.crash === null && this.waiting.length < MOST_WAITING
  }

  /** Starts it, once. */
  start(): void {
    if (this.worker !== null) return
    const worker = new Worker(program, { workerData: this.work, resourceLimits })
    worker.on("message", (message: HelperMessage) => this.receive(message))
    worker.on("error", (cause) => this.fail(cause))
    worker.on("exit", (code) => this.fail(new Error(`The rendering thread ended with ${code}.`)))
    this.worker = worker
  }

  /** Sends a job; `use` is called with the reply, in the order of the jobs. */
  send(job: RenderJob, use: (reply: RenderReply) => void): void {
    this.waiting.push(use)
    this.worker?.postMessage(job)
  }

  /** Ends when every reply is there or the thread has crashed. */
  readonly finish = (): Promise<void> =>
    new Promise((resolve) => {
      this.whenDone = resolve
      this.endWhenDone()
    })

  /** Ends the thread, wherever it stands; from then on it writes nothing. */
  readonly close = async (): Promise<void> => {
    await this.worker?.terminate()
  }

  private receive(message: HelperMessage): void {
    if (message === "ready") this.isReady = true
    else this.waiting.shift()?.(message)
    this.endWhenDone()
  }

  private fail(cause: unknown): void {
    this.crash ??= { cause }
    this.endWhenDone()
  }

  private endWhenDone(): void {
    if (this.waiting.length === 0 || this.crash !== null) this.whenDone?.()
  }
}
