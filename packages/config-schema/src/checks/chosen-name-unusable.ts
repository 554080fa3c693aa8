// Can the names a person chose exist in this database?
import { defineCheck } from "@orapart/contract"
import { describeIdentifierProblem, nameBytes, nameLimitBytes, shortenName } from "@orapart/oracle-rules"
import { chosenNames } from "../facts/chosen-names.ts"

const LONGEST_NAME = 128

export const chosenNameUnusable = defineCheck({
  code: "OP153",
  slug: "chosen-name-unusable",
  title: "A chosen name cannot exist in this database",
  severity: "error",
  rules: ["V14"],
  run: (context) => {
    // Without a snapshot the release is a question for later: only what no release takes is an error.
    const limit = context.database === null ? LONGEST_NAME : nameLimitBytes(context.database)
    return chosenNames(context.table).flatMap(({ at, name, role }) => {
      const problem = describeIdentifierProblem(name, limit)
      if (problem === null) return []
      const isLong = nameBytes(name) > limit && describeIdentifierProblem(name, Number.MAX_SAFE_INTEGER) === null
      return [
        {
          at,
          what: `The ${role} name ${name === "" ? "in names" : name} ${problem}.`,
          why:
            isLong && limit === 30
              ? "Names of more than 30 bytes need release 12.2 and COMPATIBLE 12.2 or higher, and both have to be known."
              : "",
          advice: isLong
            ? `Write ${shortenName(name, limit)}, or leave the key out: the planner chooses a name that fits.`
            : "Leave the key out: the planner chooses a name.",
          evidence: { role, name, bytes: nameBytes(name), limit }
        }
      ]
    })
  }
})
