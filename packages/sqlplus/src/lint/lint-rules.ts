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
  statementNotEnded
]
