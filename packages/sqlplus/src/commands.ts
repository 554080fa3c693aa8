// The commands SQL*Plus itself carries out, and how their lines begin. Source: SQL*Plus User's Guide, "SQL*Plus
// Command Summary"; which of them a runner obeys is the runner's decision.
import { readAbbreviations } from "./abbreviation.ts"

const commandNotation = `
  ACC[EPT] A[PPEND] ARCHIVE ARGUMENT ATTR[IBUTE] BRE[AK] BTI[TLE] C[HANGE] CL[EAR] COL[UMN] COMP[UTE] CONFIG CONN[ECT]
  COPY DEF[INE] DEL DESC[RIBE] DISC[ONNECT] ED[IT] EXEC[UTE] EXIT GET HELP HIST[ORY] HO[ST] I[NPUT] L[IST] OERR
  PASSW[ORD] PAU[SE] PING PRI[NT] PRO[MPT] QUIT RECOVER REM[ARK] REPF[OOTER] REPH[EADER] R[UN] SAV[E] SET SHO[W]
  SHUTDOWN SPO[OL] STA[RT] STARTUP STORE TIMI[NG] TTI[TLE] UNDEF[INE] VAR[IABLE] WHENEVER XQUERY
`

/** The full name, in upper case, of a SQL*Plus command word however shortened (COL is COLUMN); null when it is none. */
export const findCommand: (word: string) => string | null = readAbbreviations(commandNotation)

const bufferEditors = new Set(["APPEND", "CHANGE", "DEL", "EDIT", "GET", "INPUT"])

/** True for the commands that change the SQL buffer, after which `/` runs a text this reader does not know. */
export const editsBuffer = (verb: string): boolean => bufferEditors.has(verb)

/** The first word of a line; empty when it does not begin with a letter. */
export const readFirstWord = (line: string): string => /^\s*([\p{L}][\p{L}\p{N}_$#]*)/u.exec(line)?.[1] ?? ""

const isVerbatim = new Set(["PROMPT", "HOST"])

/** The text without a `;` at its end and the blanks before it. */
export const withoutSemicolon = (text: string): string => (text.endsWith(";") ? text.slice(0, -1).trimEnd() : text)

/** The text after the command word; a trailing `;` is optional in SQL*Plus and dropped, except where it is text. */
export const readArguments = (verb: string, text: string, wordLength: number): string => {
  const rest = text.trimStart().slice(wordLength).trim()
  return isVerbatim.has(verb) ? rest : withoutSemicolon(rest)
}
