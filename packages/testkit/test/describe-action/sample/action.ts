// An action that keeps every promise, small and with a step of its own: the defects change one thing of it each.
import { CONTRACT_VERSION, defineAction } from "@orapart/contract"
import type { Finding, MigrationAction, Step } from "@orapart/contract"
import { buildIntervalTarget } from "@orapart/oracle-rules"
import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import * as Effect from "effect/Effect"
import { grant, tableModel } from "../../../src/builders/index.ts"
import type { ActionSetup } from "../../../src/describe-action/index.ts"

/** A refusal in full; a defect leaves a part out. */
export const refusal = (code: string, slug: string, more: Partial<Finding> = {}): Finding => ({
  code,
  slug,
  severity: "error",
  subject: "HR.ORDERS",
  what: `${code} was met.`,
  why: "It is in the way.",
  advice: "Take it away.",
  evidence: {},
  ...more
})

/** The step of the action; a defect changes a part. */
export const noteWords = (words: string, more: Partial<Step> = {}): Step => ({
  id: "note-words",
  number: 15,
  file: "15_note_words.sql",
  phase: "prepare",
  title: "Note the words",
  why: "they are wished for",
  does: "prints the words",
  apply: { template: "sample:15_note_words.sql", data: { words } },
  revert: {
    kind: "script",
    file: "15_undo_note_words.sql",
    script: { template: "sample:rollback/15_undo_note_words.sql", data: {} },
    does: "nothing",
    until: "always",
    loses: "nothing"
  },
  restart: "run-again",
  locks: [],
  needs: "nothing",
  estimate: { seconds: 1, bytes: null },
  master: 1,
  ...more
})

/** The words of an entry. */
export const readWords = (wishes: { readonly [key: string]: unknown }): string => String(wishes["words"])

/** Refuses a partitioned table and forbidden words. */
export const sampleAction: MigrationAction = defineAction({
  id: "sample_yearly",
  title: "One partition per year, with words",
  description: "Cuts a heap table by year.",
  contract: CONTRACT_VERSION,
  targetSchema: {
    type: "object",
    required: ["by", "words"],
    additionalProperties: false,
    properties: {
      by: { type: "string", description: "The column to cut by.", examples: ["ORDER_DATE"] },
      words: { type: "string", description: "What is noted." }
    },
    examples: [{ by: "ORDER_DATE", words: "as agreed" }]
  },
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.succeed([
      ...(source.partitioning === null ? [] : [refusal("SAMPLE101", "already-cut")]),
      ...(readWords(table.target_configuration) === "forbidden" ? [refusal("SAMPLE102", "words-refused")] : [])
    ]),
  target: ({ source, table }) =>
    Effect.succeed(
      buildIntervalTarget(source, {
        partition_type: "INTERVAL",
        partition_column: String(table.target_configuration["by"]),
        interval_type: "YEAR",
        interval_value: 1,
        initial_partition_value: "DATE '2024-01-01'"
      })
    ),
  extraSteps: ({ table }) => Effect.succeed([noteWords(readWords(table.target_configuration))])
})

const source = tableModel({ grants: [grant("HR_APP", "SELECT")] })
const wishes = { by: "ORDER_DATE", words: "as agreed" }

/** Its test: one table that it takes, one that it refuses. */
export const sampleSetup = (golden: string): ActionSetup => ({
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  templates: new URL("templates/", import.meta.url),
  golden,
  page: new URL("pages/sample_yearly.md", import.meta.url),
  misshapen: { "words that are none": { ...wishes, words: 5 } },
  cases: [
    { name: "a heap table", source, wishes, expected: "accepted" },
    {
      name: "a heap table with forbidden words",
      source,
      wishes: { ...wishes, words: "forbidden" },
      expected: { refused: ["SAMPLE102"] }
    }
  ]
})
