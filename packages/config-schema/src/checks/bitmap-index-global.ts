// Is a bitmap index asked to be GLOBAL? On a partitioned table it can only be LOCAL.
import { defineCheck } from "@orapart/contract"
import { overriddenIndexes } from "../facts/index-overrides.ts"
import { settingPath, tableName } from "../facts/wishes.ts"

export const bitmapIndexGlobal = defineCheck({
  code: "OP144",
  slug: "bitmap-index-global",
  title: "A bitmap index is asked to be GLOBAL",
  severity: "error",
  rules: ["V09"],
  run: (context) =>
    overriddenIndexes(context).flatMap(({ index, wish, locality }) => {
      if (wish === "LOCAL" || locality.globalError === null || index.type === "domain") return []
      return [
        {
          subject: `${tableName(context)}.${index.name}`,
          at: `${settingPath("index_overrides")}/${index.name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
          what: `${index.name} cannot be GLOBAL: ${locality.globalError}.`,
          why: "Oracle does not build a bitmap over rows of several partitions.",
          advice: `Take the override away or write "LOCAL".`,
          evidence: { index: index.name, error: locality.globalError }
        }
      ]
    })
})
