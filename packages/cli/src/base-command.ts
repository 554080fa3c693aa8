// The base of all commands and the one place that runs an Effect: it turns the Exit into words and an exit code.
import { Command, Flags } from "@oclif/core"
import { hasErrors } from "@orapart/contract"
import type { Finding } from "@orapart/contract"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import { exitCodes } from "./exit-codes.ts"
import type { ExitCode } from "./exit-codes.ts"
import type { CommandFailed, Outcome } from "./failures.ts"
import { findInstalledPlugins } from "./plugin-host/plugin-place.ts"
import type { PluginPlace } from "./plugin-host/plugin-place.ts"
import type { PluginSet } from "./plugin-host/collect-plugins.ts"
import type { OpenProject, ProjectRequest } from "./services/open-project.ts"
import { renderDetails, renderPlugins } from "./views/details-view.ts"
import { renderFindings } from "./views/findings-view.ts"
import { styleOf } from "./views/style.ts"
import type { Style } from "./views/style.ts"
import { flagWords } from "./words/command-words.ts"
import { bugReply, explainFailure, interruptedReply } from "./words/failure-words.ts"
import type { FailureReply } from "./words/failure-words.ts"
import { explainUsage } from "./words/usage-words.ts"

/** What --json prints, on every command; all four keys are always there. */
export interface JsonReply {
  readonly exit: ExitCode
  /** What the command made; null when it could not. */
  readonly result: unknown
  readonly findings: ReadonlyArray<Finding>
  /** Why it could not, apart from findings; null otherwise. */
  readonly error: Omit<Finding, "severity"> | null
}

/** Shows an outcome to a person. */
export type View<A> = (outcome: Outcome<A>, style: Style) => string

const withoutSeverity = ({ code, slug, subject, what, why, advice, evidence }: Finding): JsonReply["error"] => ({
  code,
  slug,
  subject,
  what,
  why,
  advice,
  evidence
})

/** A command of orapart: parse flags, call one service, show what it gave. */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    quiet: Flags.boolean({ char: "q", description: flagWords.quiet, exclusive: ["verbose"] }),
    verbose: Flags.boolean({ description: flagWords.verbose })
  }

  /** Stands in the head of every script. */
  protected get madeBy(): string {
    return `orapart ${this.config.version}`
  }

  /** The plugins that oclif knows: shipped, installed and linked ones. */
  protected findInstalled(): ReadonlyArray<PluginPlace> {
    return findInstalledPlugins(this.config.plugins.values())
  }

  /** The flags of validate, plan and generate as a service wants them. */
  protected readProjectRequest(flags: {
    readonly config: string
    readonly snapshot: string | undefined
    readonly table: ReadonlyArray<string> | undefined
  }): ProjectRequest {
    const { config: configFile, snapshot: snapshotFile, table: tables = [] } = flags
    return { configFile, snapshotFile, tables, installed: this.findInstalled() }
  }

  /** With --verbose: what was read and which plugins were loaded, on stderr. */
  protected showDetails(flags: { readonly verbose: boolean }, opened: OpenProject): void {
    if (flags.verbose) this.logToStderr(renderDetails(opened, styleOf(process.stderr)))
  }

  /** With --verbose: where each plugin lies and what it brought, on stderr. */
  protected showPlugins(flags: { readonly verbose: boolean }, set: PluginSet): void {
    if (flags.verbose) this.logToStderr(renderPlugins(set, styleOf(process.stderr)))
  }

  /** Runs the program, shows its outcome and sets the exit code. */
  protected async conclude<A>(
    program: Effect.Effect<Outcome<A>, CommandFailed>,
    flags: { readonly quiet: boolean },
    view: View<A>
  ): Promise<JsonReply> {
    const exit = await this.runToExit(program)
    if (Exit.isFailure(exit)) return this.fail(exit.cause)
    const { findings, result } = exit.value
    const code = hasErrors(findings) ? exitCodes.refused : exitCodes.done
    process.exitCode = code
    if (flags.quiet) this.showErrors(findings)
    else this.log(view(exit.value, styleOf(process.stdout)))
    return { exit: code, result, findings, error: null }
  }

  /** oclif's own errors: a command line that it could not parse, or a fault while a command was loaded. */
  protected override async catch(error: Error & { readonly oclif?: { readonly exit?: number } }): Promise<void> {
    if ("code" in error && error.code === "EEXIT") throw error
    const { flags, baseFlags } = this.ctor
    const usage = explainUsage(error, { id: this.id ?? "", flags, baseFlags })
    const json = this.show(usage ?? bugReply(error, this.config.version))
    if (this.jsonEnabled()) this.logJson(json)
    await Promise.resolve()
  }

  private async runToExit<A>(program: Effect.Effect<A, CommandFailed>): Promise<Exit.Exit<A, CommandFailed>> {
    const controller = new AbortController()
    const abort = () => controller.abort()
    const signals = ["SIGINT", "SIGTERM"] as const
    // Once: a second Ctrl-C ends the process as it would without us.
    for (const signal of signals) process.once(signal, abort)
    try {
      return await Effect.runPromiseExit(program, { signal: controller.signal })
    } finally {
      for (const signal of signals) process.off(signal, abort)
    }
  }

  private fail(cause: Cause.Cause<CommandFailed>): JsonReply {
    const failure = Option.getOrNull(Cause.findErrorOption(cause))
    if (failure !== null) return this.show(explainFailure(failure.reason))
    if (Cause.hasInterruptsOnly(cause)) return this.leave(interruptedReply())
    return this.show(bugReply(Cause.squash(cause), this.config.version))
  }

  // What was interrupted may still hold the process, an import for example, so it is ended here.
  private leave(reply: FailureReply): never {
    const json = this.show(reply)
    if (this.jsonEnabled()) this.logJson(json)
    return this.exit(reply.exit)
  }

  private show({ exit, finding }: FailureReply): JsonReply {
    process.exitCode = exit
    const style = styleOf(process.stderr)
    this.logToStderr(renderFindings([finding], style))
    const { stack } = finding.evidence
    if (typeof stack === "string" && stack !== "") this.logToStderr(`\n${stack}`)
    return { exit, result: null, findings: [], error: withoutSeverity(finding) }
  }

  private showErrors(findings: ReadonlyArray<Finding>): void {
    const errors = findings.filter(({ severity }) => severity === "error")
    if (errors.length > 0) this.logToStderr(renderFindings(errors, styleOf(process.stderr)))
  }
}
