// Could the snapshot see everything that hangs on the tables? What it did not see stays behind on the old table.
import { defineCheck, type Coverage, type DatabaseInfo } from "@orapart/contract"
import { isFirstEnabled } from "../facts/once-per-file.ts"
import { joinSome } from "../facts/words.ts"

type Kind = keyof DatabaseInfo["coverage"]

const kinds: { readonly [kind in Kind]: string } = {
  childForeignKeys: "foreign keys of other schemas that point at the tables",
  triggers: "triggers",
  grants: "grants",
  policies: "VPD, redaction and audit policies",
  dependents: "views and PL/SQL that name the tables",
  segments: "segment sizes"
}

const dangers: { readonly [kind in Kind]: string } = {
  childForeignKeys: "A foreign key that was not seen keeps pointing at the old table.",
  triggers: "A trigger that was not seen does not fire any more.",
  grants: "A grant that was not seen is gone for its user.",
  policies: "A policy that was not seen no longer hides rows.",
  dependents: "",
  segments: ""
}

const isKind = (key: string): key is Kind => key in kinds

export const attachmentsPartlyVisible = defineCheck({
  code: "OP147",
  slug: "attachments-partly-visible",
  title: "The snapshot could not see everything that hangs on the tables",
  severity: "warning",
  rules: ["V10"],
  run: (context) => {
    if (context.database === null || !isFirstEnabled(context)) return []
    const partly = Object.entries(context.database.coverage).filter(
      (entry): entry is [Kind, Coverage] => entry[1] !== "dba" && isKind(entry[0])
    )
    if (partly.length === 0) return []
    const say = ([kind, coverage]: [Kind, Coverage]): string =>
      `${kinds[kind]} (${coverage === "none" ? "not at all" : "only those of the reading user"})`
    return [
      {
        subject: "the snapshot",
        isAboutFile: true,
        what: `The snapshot was read without DBA views and may lack: ${joinSome(partly.map(say), 6)}.`,
        why: partly
          .map(([kind]) => dangers[kind])
          .filter((danger) => danger !== "")
          .join(" "),
        advice:
          "Make the snapshot as a user with SELECT_CATALOG_ROLE. Step 00 of the script set looks again, as far as its user sees.",
        evidence: { coverage: Object.fromEntries(partly) }
      }
    ]
  }
})
