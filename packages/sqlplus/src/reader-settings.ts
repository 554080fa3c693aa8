// The SET variables that change how a script is cut into statements, and what a SET line does to them.
// Everything that only changes output is accepted and forgotten here.
import { parseSetLine } from "./set-variables.ts"
import type { SetAssignment } from "./set-variables.ts"

/** What decides where statements begin and end and which text is substituted. Null means the feature is OFF. */
export interface ReaderSettings {
  /** SET SQLBLANKLINES: false means that a blank line ends a SQL statement without running it. */
  readonly sqlBlankLines: boolean
  /** SET SQLTERMINATOR: ends and runs a SQL statement at the end of a line. */
  readonly sqlTerminator: string | null
  /** SET BLOCKTERMINATOR: alone on a line, ends SQL or PL/SQL without running it. */
  readonly blockTerminator: string | null
  /** SET DEFINE (or the older SET SCAN). */
  readonly define: string | null
  /** SET CONCAT: ends the name of a substitution variable. */
  readonly concat: string | null
  /** SET ESCAPE. */
  readonly escape: string | null
  /** SET SQLPREFIX: a line of a statement that begins with it is a SQL*Plus command. */
  readonly sqlPrefix: string | null
}

/** A fresh SQL*Plus session without login.sql. */
export const defaultReaderSettings: ReaderSettings = {
  sqlBlankLines: false,
  sqlTerminator: ";",
  blockTerminator: ".",
  define: "&",
  concat: ".",
  escape: null,
  sqlPrefix: "#"
}

/** What a SET line did. */
export interface SetOutcome {
  readonly settings: ReaderSettings
  /** Parts of the line that were not understood, each as one sentence; the rest of the line took effect. */
  readonly misunderstood: ReadonlyArray<string>
}

/** ON brings the default character back, OFF is null, anything else is the new character. */
const readCharacter = (value: string, whenOn: string): string | null => {
  const upper = value.toUpperCase()
  if (upper === "ON") return whenOn
  return upper === "OFF" || value === "" ? null : value
}

const characterSettings: { readonly [variable: string]: "sqlTerminator" | "blockTerminator" | "define" | "concat" } = {
  SQLTERMINATOR: "sqlTerminator",
  BLOCKTERMINATOR: "blockTerminator",
  DEFINE: "define",
  SCAN: "define",
  CONCAT: "concat"
}

const applyAssignment = (settings: ReaderSettings, assignment: SetAssignment): ReaderSettings => {
  const value = assignment.values[0] ?? ""
  const key = characterSettings[assignment.variable]
  if (key !== undefined) return { ...settings, [key]: readCharacter(value, defaultReaderSettings[key] ?? "") }
  switch (assignment.variable) {
    case "SQLBLANKLINES":
      return { ...settings, sqlBlankLines: value.toUpperCase() === "ON" }
    case "ESCAPE":
      return { ...settings, escape: readCharacter(value, "\\") }
    case "SQLPREFIX":
      return { ...settings, sqlPrefix: readCharacter(value, "#") }
    default:
      return settings
  }
}

/** Settings under which a script is cut or sent differently in ways this reader does not follow. */
const describeUnsupported = ({ variable, values }: SetAssignment): ReadonlyArray<string> => {
  const value = (values[0] ?? "").toUpperCase()
  if (variable === "CMDSEP" && value !== "OFF")
    return [`SET CMDSEP ${value} lets one line hold several commands, which this reader does not follow.`]
  if (variable === "SQLCASE" && !value.startsWith("MIX"))
    return [`SET SQLCASE ${value} changes the case of statements before they are sent, which this reader does not do.`]
  return []
}

/** Applies the arguments of one SET line, left to right. */
export const applySet = (settings: ReaderSettings, args: string): SetOutcome => {
  const { assignments, misunderstood } = parseSetLine(args)
  return {
    settings: assignments.reduce(applyAssignment, settings),
    misunderstood: [...misunderstood, ...assignments.flatMap(describeUnsupported)]
  }
}
