// Do the tablespaces named in the wishes exist?
import { defineCheck } from "@orapart/contract"
import { joinSome } from "../facts/words.ts"
import { targetPath, wishesOf } from "../facts/wishes.ts"
import { findNearestName } from "../structure/nearest-name.ts"

export const tablespaceUnknown = defineCheck({
  code: "OP169",
  slug: "tablespace-unknown",
  title: "The database has no tablespace of this name",
  severity: "error",
  rules: ["V13"],
  run: (context) => {
    const wishes = wishesOf(context)
    const known = (context.database?.tablespaces ?? []).map((tablespace) => tablespace.name)
    // An empty list means that the reader saw none, not that there is none.
    if (wishes === null || known.length === 0) return []
    const named = [
      ...(typeof wishes.tablespace === "string" ? [{ name: wishes.tablespace, at: targetPath("tablespace") }] : []),
      ...(wishes.store_in ?? []).map((name, index) => ({ name, at: `${targetPath("store_in")}/${index}` }))
    ]
    return named
      .filter(({ name }) => !known.includes(name))
      .map(({ at, name }) => {
        const nearest = findNearestName(name, known)
        return {
          at,
          what: `The database has no tablespace ${name} (ORA-00959).`,
          why: "Tablespace names are compared exactly, as the dictionary has them.",
          advice: `${nearest === null ? "" : `Did you mean ${nearest}? `}Tablespaces: ${joinSome(known, 8)}.`,
          evidence: { tablespace: name, nearest }
        }
      })
  }
})
