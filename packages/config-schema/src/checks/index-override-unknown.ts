// Does every index override name an index of the table?
import { defineCheck } from "@orapart/contract"
import { joinSome } from "../facts/words.ts"
import { settingPath, tableName } from "../facts/wishes.ts"
import { findNearestName } from "../structure/nearest-name.ts"

export const indexOverrideUnknown = defineCheck({
  code: "OP145",
  slug: "index-override-unknown",
  title: "An index override names an index that the table does not have",
  severity: "error",
  rules: ["V08"],
  run: (context) => {
    const { source, table } = context
    if (source === null) return []
    const names = source.indexes.map((index) => index.name)
    return Object.keys(table.migration_settings?.index_overrides ?? {})
      .filter((name) => !names.includes(name))
      .map((name) => {
        const nearest = findNearestName(name, names)
        const known =
          names.length === 0 ? `${tableName(context)} has no index.` : `Its indexes are ${joinSome(names, 8)}.`
        return {
          subject: `${tableName(context)}.${name}`,
          at: `${settingPath("index_overrides")}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
          what: `index_overrides names ${name}, but ${tableName(context)} has no such index.`,
          advice: nearest === null ? known : `Did you mean ${nearest}? ${known}`,
          evidence: { index: name, nearest }
        }
      })
  }
})
