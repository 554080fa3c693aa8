// What hangs on the hard table and would stay with the old one: grants, policies, logs, statistics, dependents.
import { dependent, grant, supplementalLog, synonym, vpdPolicy } from "@orapart/testkit/builders"
import { columnGroup } from "./order-columns.ts"

export const orderAttachments = {
  grants: [
    grant("VERTRIEB_APP", "SELECT"),
    grant("VERTRIEB_APP", "INSERT"),
    grant("Faktura", "REFERENCES"),
    grant("REVISOR", "SELECT", { isGrantable: true, isHierarchy: true }),
    grant("REVISOR", "UPDATE", { column: "Name", isGrantable: true }),
    grant("REVISOR", "REFERENCES", { column: "TOKEN" }),
    grant("PUBLIC", "READ"),
    grant("Rolle der Sachbearbeiter", "SELECT", { grantor: "REVISOR" })
  ],
  synonyms: [synonym("AUFTRAEGE"), synonym("Aufträge", "VERTRIEB_APP")],
  dependents: [
    dependent("V_AUFTRAEGE"),
    dependent("Zähler", { type: "PACKAGE" }),
    dependent("Zähler", { type: "PACKAGE BODY", isValid: false }),
    dependent("Auftrag T", { type: "TYPE BODY", owner: "VERTRIEB_APP" }),
    dependent("MAHNLAUF", { type: "PROCEDURE" })
  ],
  materializedViews: [
    { owner: "VERTRIEB_APP", name: "Umsatz je Tag", refreshMethod: "FORCE", isPrebuilt: false },
    { owner: "VERTRIEB_APP", name: "UMSATZ_JE_JAHR", refreshMethod: "COMPLETE", isPrebuilt: true }
  ],
  policies: [
    vpdPolicy("Regionen", {
      functionOwner: "SICHERHEIT",
      package: "REGELN",
      function: "Nur eigene",
      statementTypes: ["SELECT", "UPDATE"],
      isUpdateCheck: true,
      policyType: "CONTEXT_SENSITIVE",
      relevantColumns: ["REGION", "Name"],
      isColumnMasking: false
    }),
    vpdPolicy("Konten verdeckt", {
      functionOwner: "SICHERHEIT",
      function: "VERDECKT",
      statementTypes: ["SELECT"],
      policyType: "SHARED_STATIC",
      relevantColumns: ["IBAN"],
      isColumnMasking: true
    }),
    {
      ...vpdPolicy("Lange Regel", { functionOwner: "SICHERHEIT", function: "LANG", isLongPredicate: true }),
      isEnabled: false
    }
  ],
  supplementalLogs: [
    supplementalLog(),
    supplementalLog({ kind: "unique" }),
    supplementalLog({ kind: "foreign-key" }),
    supplementalLog({ kind: "all" })
  ],
  statistics: {
    isLocked: true,
    preferences: [
      { name: "INCREMENTAL", value: "TRUE" },
      { name: "METHOD_OPT", value: 'FOR ALL COLUMNS SIZE AUTO FOR COLUMNS SIZE 254 STATUS, "Menge"' }
    ],
    extensions: [{ name: columnGroup, expression: '("STATUS","REGION")' }]
  }
}
