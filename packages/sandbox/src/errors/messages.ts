// Texts of the errors by ORA number, in the classic wording (19c), without the prefix; %s stands for a name or a number. Match on the number,
// never on the text: Oracle rewords them between releases.
import { syntaxTexts } from "../sql/errors/syntax-texts.ts"
import { ddlTexts } from "./ddl-texts.ts"
import { partitionTexts } from "./partition-texts.ts"
import { plsqlTexts } from "./plsql-texts.ts"
import { runTimeTexts } from "./run-time-texts.ts"

/** All texts. Those of the front end are included, so that every number has one text. */
export const messages: Readonly<Record<number, string>> = {
  ...syntaxTexts,
  ...runTimeTexts,
  ...ddlTexts,
  ...partitionTexts,
  ...plsqlTexts
}
