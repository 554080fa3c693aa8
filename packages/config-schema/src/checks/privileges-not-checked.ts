// Says that privileges and quotas are a question for a connection: a snapshot holds neither.
import { defineCheck } from "@orapart/contract"
import { isFirstEnabled } from "../facts/once-per-file.ts"

export const privilegesNotChecked = defineCheck({
  code: "OP149",
  slug: "privileges-not-checked",
  title: "Privileges and quotas are checked with a connection only",
  severity: "info",
  rules: ["V12"],
  run: (context) => {
    if (context.database === null || !isFirstEnabled(context)) return []
    return [
      {
        subject: "the database",
        isAboutFile: true,
        what: "Not checked: privileges of the executing user and tablespace quotas of the owners.",
        why: "A snapshot says nothing about the user who will run the scripts.",
        advice: "Step 00 of the script set checks them before anything is changed."
      }
    ]
  }
})
