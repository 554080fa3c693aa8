// The scripts of the template database, in order. They are TypeScript texts because the compiled package has no other files.
import { schemasSql } from "./schemas.ts"
import { numbersSql } from "./numbers.ts"
import { numberFormatSql } from "./number-format.ts"
import { textsSql } from "./texts.ts"
import { regexpSql } from "./regexp.ts"
import { datetimesSql } from "./datetimes.ts"
import { datetimeRoundingSql } from "./datetime-rounding.ts"
import { datetimeTextSql } from "./datetime-text.ts"
import { datetimeParseSql } from "./datetime-parse.ts"
import { zonedSql } from "./zoned.ts"
import { intervalsSql } from "./intervals.ts"
import { bytesSql } from "./bytes.ts"
import { hashesSql } from "./hashes.ts"
import { rowsSql } from "./rows.ts"

/** Run once when the template is built. */
export const sysScripts: ReadonlyArray<string> = [
  schemasSql,
  numbersSql,
  numberFormatSql,
  textsSql,
  regexpSql,
  datetimesSql,
  datetimeRoundingSql,
  datetimeTextSql,
  datetimeParseSql,
  zonedSql,
  intervalsSql,
  bytesSql,
  hashesSql,
  rowsSql
]
