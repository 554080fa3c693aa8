// Is an index asked to be LOCAL that Oracle cannot make LOCAL? Uniqueness across partitions needs both keys in the index.
import { defineCheck } from "@orapart/contract"
import { overriddenIndexes } from "../facts/index-overrides.ts"
import { settingPath, tableName } from "../facts/wishes.ts"

export const uniqueIndexLocal = defineCheck({
  code: "OP143",
  slug: "unique-index-local",
  title: "An index that has to be GLOBAL is asked to be LOCAL",
  severity: "error",
  rules: ["V08"],
  run: (context) =>
    overriddenIndexes(context).flatMap(({ index, wish, locality }) => {
      if (wish !== "LOCAL" || locality.localError === null) return []
      return [
        {
          subject: `${tableName(context)}.${index.name}`,
          at: `${settingPath("index_overrides")}/${index.name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
          what: `${index.name} cannot be LOCAL: ${locality.localError}.`,
          why: "A LOCAL index has one piece per partition and sees duplicates within that piece only.",
          advice: `Take the override away or write "GLOBAL". Adding columns to the key would change what it guarantees and break foreign keys to it (ORA-02270).`,
          evidence: { index: index.name, error: locality.localError }
        }
      ]
    })
})
