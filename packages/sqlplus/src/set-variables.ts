// The variables of the SET command and how many words each takes, so that `SET ECHO OFF DEFINE OFF` is read as two
// settings. Source: SQL*Plus User's Guide, "SET System Variable Summary" (11.2 to 23ai), with obsolete SCAN.
import { readAbbreviations } from "./abbreviation.ts"

/** One variable and its words, as in `SERVEROUTPUT` `ON SIZE UNLIMITED`. Quotes around a word are gone. */
export interface SetAssignment {
  /** The full name in upper case. */
  readonly variable: string
  readonly values: ReadonlyArray<string>
}

/** The arguments of a SET line, taken apart. */
export interface SetLine {
  readonly assignments: ReadonlyArray<SetAssignment>
  /** What was not understood, each as one sentence. */
  readonly misunderstood: ReadonlyArray<string>
}

const findOneWordVariable = readAbbreviations(`
  ARRAY[SIZE] AUTO[COMMIT] AUTOP[RINT] AUTORECOVERY BLO[CKTERMINATOR] CMDS[EP] COLINVI[SIBLE] COLSEP CON[CAT]
  COPYC[OMMIT] COPYTYPECHECK DEF[INE] ECHO EDITF[ILE] EMB[EDDED] ESC[APE] ESCCHAR EXITC[OMMIT] FLAGGER FLU[SH]
  HEA[DING] HEADS[EP] INSTANCE LIN[ESIZE] LOBOF[FSET] LOBPREFETCH LOGSOURCE LONG LONGC[HUNKSIZE] NEWP[AGE] NULL
  NUMF[ORMAT] NUM[WIDTH] PAGES[IZE] RECSEP RECSEPCHAR ROWLIMIT ROWPREFETCH SCAN SECUREDCOL SHIFT[INOUT] SHOW[MODE]
  SQLBL[ANKLINES] SQLC[ASE] SQLCO[NTINUE] SQLN[UMBER] SQLPLUSCOMPAT[IBILITY] SQLPRE[FIX] SQLP[ROMPT] SQLT[ERMINATOR]
  STATEMENTC[ACHE] SUF[FIX] TAB TERM[OUT] TI[ME] TIMI[NG] TRIM[OUT] TRIMS[POOL] UND[ERLINE] VER[IFY] WRA[P]
  XMLOPT[IMIZATIONCHECK]
`)

/** These take the rest of the line: their words cannot be told from variables without their whole grammar. */
const findRestOfLineVariable = readAbbreviations(`
  APPI[NFO] AUTOT[RACE] DESCRIBE ERRORL[OGGING] FEED[BACK] HIST[ORY] MARK[UP] PAU[SE] SERVEROUT[PUT] XQUERY
`)

const splitWords = (args: string): string[] => args.match(/"[^"]*"?|'[^']*'?|[^\s'"]+/g) ?? []

const unquote = (word: string): string => (/^(["']).*\1$/s.test(word) && word.length > 1 ? word.slice(1, -1) : word)

/** Variables that decide how a script is cut; when one hides in a rest of line, the reading would go wrong silently. */
const findReadingVariable = readAbbreviations(
  "BLO[CKTERMINATOR] CON[CAT] DEF[INE] ESC[APE] SCAN SQLBL[ANKLINES] SQLPRE[FIX] SQLT[ERMINATOR]"
)

interface Variable {
  readonly name: string
  readonly takesRest: boolean
}

const readVariable = (word: string, next: string): Variable | null => {
  const oneWord = findOneWordVariable(word)
  if (oneWord !== null) return { name: oneWord, takesRest: false }
  const rest = findRestOfLineVariable(word)
  if (rest === null) return null
  // FEEDBACK takes one word, or two as in FEEDBACK ON SQL_ID.
  return { name: rest, takesRest: rest !== "FEEDBACK" || next.toUpperCase() === "SQL_ID" }
}

const describeHidden = (variable: Variable, values: ReadonlyArray<string>): ReadonlyArray<string> => {
  const hidden = variable.takesRest ? values.slice(1).find((word) => findReadingVariable(word) !== null) : undefined
  return hidden === undefined ? [] : [`SET ${variable.name} goes on with ${hidden}; put that on a SET line of its own.`]
}

/** Takes the text after SET apart. An unknown variable ends the reading: what follows it cannot be told. */
export const parseSetLine = (args: string): SetLine => {
  const words = splitWords(args)
  const assignments: SetAssignment[] = []
  const misunderstood: string[] = words.length === 0 ? ["SET names no variable."] : []
  for (let index = 0; index < words.length;) {
    const variable = readVariable(words[index] ?? "", words[index + 2] ?? "")
    if (variable === null) {
      misunderstood.push(`SET ${words[index]} is not a variable of SET that this reader knows (SP2-0158).`)
      break
    }
    const values = words.slice(index + 1, variable.takesRest ? undefined : index + 2).map(unquote)
    misunderstood.push(...describeHidden(variable, values))
    if (values.length === 0) misunderstood.push(`SET ${variable.name} has no value.`)
    else assignments.push({ variable: variable.name, values })
    index += 1 + values.length
  }
  return { assignments, misunderstood }
}
