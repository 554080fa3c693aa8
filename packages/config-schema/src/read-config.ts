// The one entry for a config: text in, config and every problem out. Pure: the file was read by somebody else.
import type {
  ConfigCheck,
  Finding,
  MigrationAction,
  MigrationConfig,
  SchemaSnapshot,
  TableConfig
} from "@orapart/contract"
import { hasErrors } from "@orapart/contract"
import { validateConfig } from "../generated/validate-config.js"
import { coreChecks } from "./core-checks.ts"
import { parseConfigText, type ParsedText } from "./reading/parse-config-text.ts"
import { placeFindings } from "./reading/place-findings.ts"
import { offsetOf, type SourceText } from "./reading/source-text.ts"
import { runChecks, type PlacedTable } from "./run-checks.ts"
import { configSchema } from "./schema/config-schema.ts"
import { checkAnyEnabled, checkRoot, isJsonObject } from "./structure/check-root.ts"
import { checkDuplicateTables, checkTable, type TableReader } from "./structure/check-tables.ts"
import { collectViolations } from "./structure/collect-violations.ts"
import { explainViolation } from "./structure/explain-violation.ts"
import { makeStructureFinding } from "./structure/structure-codes.ts"

/** What a config is read with. */
export interface ReadConfigInput {
  /** The file's name as messages show it. */
  readonly file: string
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategyIds: ReadonlyArray<string>
  /** null: the wishes are checked against each other only. */
  readonly snapshot: SchemaSnapshot | null
  /** Instead of the core's checks; an action's own are always run. */
  readonly checks?: ReadonlyArray<ConfigCheck>
}

/** A config with everything that is to be said about it. */
export interface ConfigReading {
  /** null when the file's structure is wrong somewhere; errors of meaning leave it. */
  readonly config: MigrationConfig | null
  /** Syntax and structure first, then meaning, table by table; see sortFindings for errors first. */
  readonly findings: ReadonlyArray<Finding>
}

type RawConfig = { readonly [key: string]: unknown }

const tablesOf = (raw: RawConfig): ReadonlyArray<unknown> => (Array.isArray(raw["tables"]) ? raw["tables"] : [])

const readTableIndex = (pointer: string): number | null => {
  const match = /^\/tables\/(\d+)(?:\/|$)/.exec(pointer)
  return match === null ? null : Number(match[1])
}

const nameSubjects =
  (tables: ReadonlyArray<unknown>, file: string) =>
  (pointer: string): string => {
    const index = readTableIndex(pointer)
    const table = index === null ? undefined : tables[index]
    if (!isJsonObject(table) || typeof table["owner"] !== "string" || typeof table["table_name"] !== "string")
      return file
    return `${table["owner"]}.${table["table_name"]}`
  }

const actionSchema = (
  tables: ReadonlyArray<unknown>,
  pointer: string,
  reader: TableReader
): MigrationAction["targetSchema"] | null => {
  const table = tables[readTableIndex(pointer) ?? -1]
  return isJsonObject(table) ? (reader.actions.get(String(table["migration_action"]))?.targetSchema ?? null) : null
}

const checkStructure = (raw: RawConfig, source: SourceText, reader: TableReader): ReadonlyArray<Finding> => {
  const tables = tablesOf(raw)
  const shape = collectViolations(validateConfig, raw).map((violation) =>
    explainViolation(violation, {
      root: raw,
      schema: configSchema,
      base: "",
      file: reader.file,
      subjectOf: reader.subjectOf,
      target: actionSchema(tables, violation.instancePath, reader)
    })
  )
  const lineOf = (pointer: string): number => source.positionOf(offsetOf(source, pointer)).line
  return [
    ...shape,
    ...tables.flatMap((table, index) => checkTable(table, index, reader)),
    ...checkDuplicateTables(tables, reader.subjectOf, lineOf),
    ...(Array.isArray(raw["tables"]) ? checkAnyEnabled(tables, reader.file) : [])
  ]
}

const soundTables = (tables: ReadonlyArray<unknown>, findings: ReadonlyArray<Finding>): ReadonlyArray<PlacedTable> => {
  const broken = new Set(
    findings.filter(({ severity }) => severity === "error").map(({ path }) => readTableIndex(path ?? ""))
  )
  return tables.flatMap((table, index) =>
    broken.has(index) || !isJsonObject(table)
      ? []
      : [{ table: table as unknown as TableConfig, path: `/tables/${index}` }]
  )
}

const noSnapshotFinding = (file: string): Finding =>
  makeStructureFinding("OP114", {
    subject: file,
    what: "The wishes were checked against each other only: there is no snapshot.",
    why: "Columns, types, sizes, indexes and the life of the layout are known from the snapshot alone.",
    advice: "Put the snapshot beside the config as schema_snapshot.json, or name it in metadata.snapshot.",
    path: ""
  })

const readObject = (parsed: ParsedText, raw: RawConfig, input: ReadConfigInput): ConfigReading => {
  const tables = tablesOf(raw)
  const actions = new Map(input.actions.map((action) => [action.id, action]))
  const reader: TableReader = {
    file: input.file,
    actions,
    strategyIds: input.strategyIds,
    subjectOf: nameSubjects(tables, input.file)
  }
  const structure = [...parsed.findings, ...checkStructure(raw, parsed.source, reader)]
  const sound = soundTables(tables, structure)
  // Checks look across tables, so they are shown the sound ones only.
  const config = { ...raw, tables: sound.map(({ table }) => table) } as unknown as MigrationConfig
  const meaning = runChecks(sound, { config, snapshot: input.snapshot, actions, checks: input.checks ?? coreChecks })
  const absent =
    input.snapshot === null && sound.some(({ table }) => table.enabled !== false) ? [noSnapshotFinding(input.file)] : []
  return {
    config: hasErrors(structure) ? null : (raw as unknown as MigrationConfig),
    findings: placeFindings([...structure, ...meaning, ...absent], parsed.source)
  }
}

/**
 * Reads migration_config.json: every problem of syntax, structure and meaning at once, each with path, line and column. Tables
 * with an error of structure are not asked for their meaning; disabled tables neither.
 */
export const readConfig = (text: string, input: ReadConfigInput): ConfigReading =>
  readParsedConfig(parseConfigText(text, input.file), input)

/** The same for a text that was parsed before, under the same file name: a big one is not to be parsed twice. */
export const readParsedConfig = (parsed: ParsedText, input: ReadConfigInput): ConfigReading => {
  if (!("value" in parsed)) return { config: null, findings: parsed.findings }
  if (isJsonObject(parsed.value)) return readObject(parsed, parsed.value, input)
  const findings = [...parsed.findings, ...checkRoot(parsed.value, input.file, '{ "tables": [ ... ] }')]
  return { config: null, findings: placeFindings(findings, parsed.source) }
}
