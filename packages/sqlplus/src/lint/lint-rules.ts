// Every lint rule, by code. A new rule is a new file and one line here.
import { ampersand } from "./ampersand.ts"
import { atInsteadOfDoubleAt } from "./at-instead-of-double-at.ts"
import { blankLineInSql } from "./blank-line-in-sql.ts"
import { carriageReturn } from "./carriage-return.ts"
import { commandEndsInHyphen } from "./command-ends-in-hyphen.ts"
import { doubleAtDotSlash } from "./double-at-dot-slash.ts"
import { dropForGood } from "./drop-for-good.ts"
import { exitSqlcode } from "./exit-sqlcode.ts"
import { exitWithoutStatus } from "./exit-without-status.ts"
import { hashLine } from "./hash-line.ts"
import { interaction } from "./interaction.ts"
import { lineEndsInHyphen } from "./line-ends-in-hyphen.ts"
import { lineTooLong } from "./line-too-long.ts"
import { missingSlash } from "./missing-slash.ts"
import { missingWhenever } from "./missing-whenever.ts"
import { nonAscii } from "./non-ascii.ts"
import { semicolonInLiteralOrComment } from "./semicolon-in-literal-or-comment.ts"
import { slashAfterSemicolon } from "./slash-after-semicolon.ts"
import { statementNotEnded } from "./statement-not-ended.ts"
import { successPrompt } from "./success-prompt.ts"
import { tabOrTrailingBlank } from "./tab-or-trailing-blank.ts"
import { textAfterSemicolon } from "./text-after-semicolon.ts"
import { unclearReading } from "./unclear-reading.ts"
import { unknownCommand } from "./unknown-command.ts"
import { unterminatedStatement } from "./unterminated-statement.ts"
import { whenOthersNull } from "./when-others-null.ts"
import { defineOffTooLate } from "./define-off-too-late.ts"
import { argumentWithoutDefault } from "./argument-without-default.ts"
import { outputWithoutServeroutput } from "./output-without-serveroutput.ts"
import { longTruncated } from "./long-truncated.ts"
import { spoolNotClosed } from "./spool-not-closed.ts"
import { spoolOverwritten } from "./spool-overwritten.ts"
import { dmlBeforeDdl } from "./dml-before-ddl.ts"
import { quoteClosesEarly } from "./quote-closes-early.ts"
import { noiseInSpool } from "./noise-in-spool.ts"
import { variableTooLong } from "./variable-too-long.ts"
import { argumentsOverwritten } from "./arguments-overwritten.ts"
import { dotSwallowed } from "./dot-swallowed.ts"
import { variableNotReplaced } from "./variable-not-replaced.ts"
import { promptPrintsBind } from "./prompt-prints-bind.ts"
import { wheneverLeftOnContinue } from "./whenever-left-on-continue.ts"
import { exitCommits } from "./exit-commits.ts"
import { exitInCalledScript } from "./exit-in-called-script.ts"
import { bindNotDeclared } from "./bind-not-declared.ts"
import { bindInDdl } from "./bind-in-ddl.ts"
import { executeOnManyLines } from "./execute-on-many-lines.ts"
import { passwordInScript } from "./password-in-script.ts"
import { compileErrorsUnseen } from "./compile-errors-unseen.ts"
import { exitValue } from "./exit-value.ts"
import { gluedWords } from "./glued-words.ts"
import { intervalNotValid } from "./interval-not-valid.ts"
import { hintWithoutEffect } from "./hint-without-effect.ts"
import { parallelLeft } from "./parallel-left.ts"
import { commentBeforeUnit } from "./comment-before-unit.ts"
import { scriptMissing } from "./script-missing.ts"
import type { LintRule } from "./lint-rule.ts"

/** All rules in the order of their codes. */
export const lintRules: ReadonlyArray<LintRule> = [
  blankLineInSql,
  slashAfterSemicolon,
  textAfterSemicolon,
  commandEndsInHyphen,
  lineEndsInHyphen,
  lineTooLong,
  semicolonInLiteralOrComment,
  ampersand,
  nonAscii,
  exitSqlcode,
  missingWhenever,
  missingSlash,
  carriageReturn,
  tabOrTrailingBlank,
  atInsteadOfDoubleAt,
  doubleAtDotSlash,
  successPrompt,
  whenOthersNull,
  dropForGood,
  interaction,
  unterminatedStatement,
  hashLine,
  unknownCommand,
  unclearReading,
  exitWithoutStatus,
  statementNotEnded,
  defineOffTooLate,
  argumentWithoutDefault,
  outputWithoutServeroutput,
  longTruncated,
  spoolNotClosed,
  spoolOverwritten,
  dmlBeforeDdl,
  quoteClosesEarly,
  noiseInSpool,
  variableTooLong,
  argumentsOverwritten,
  dotSwallowed,
  variableNotReplaced,
  promptPrintsBind,
  wheneverLeftOnContinue,
  exitCommits,
  exitInCalledScript,
  bindNotDeclared,
  bindInDdl,
  executeOnManyLines,
  passwordInScript,
  compileErrorsUnseen,
  exitValue,
  gluedWords,
  intervalNotValid,
  hintWithoutEffect,
  parallelLeft,
  commentBeforeUnit,
  scriptMissing
]
