// Names the user chose for the interim table, the retained table and the ledger: taken as they are, or refused with the reason.
import type { Finding, MigrationSettings, TableModel } from "@orapart/contract"
import { describeIdentifierProblem } from "@orapart/oracle-rules"
import { makeFinding } from "../plan-codes.ts"
import type { Namespace } from "./namespace.ts"

/** The three tables that can be named in the config. */
export type WishedRole = "interim" | "retained" | "ledger"

/** The three roles in the order they are named. */
export const wishedRoles: ReadonlyArray<WishedRole> = ["interim", "retained", "ledger"]

const explainWish = (name: string, objects: Namespace, limitBytes: number): string | null =>
  describeIdentifierProblem(name, limitBytes) ?? (objects.has(name) ? "is taken in that schema" : null)

/** Takes the wished names that can be used; the others are refused, all at once. */
export const takeWishedNames = (
  table: TableModel,
  wishes: NonNullable<MigrationSettings["names"]>,
  objects: Namespace,
  limitBytes: number
): { readonly taken: ReadonlyMap<WishedRole, string>; readonly findings: ReadonlyArray<Finding> } => {
  const taken = new Map<WishedRole, string>()
  const findings: Array<Finding> = []
  for (const role of wishedRoles) {
    const name = wishes[role]
    if (name === undefined) continue
    const problem = explainWish(name, objects, limitBytes)
    if (problem === null) {
      objects.take(name)
      taken.set(role, name)
      continue
    }
    findings.push(
      makeFinding("OP224", {
        subject: `${table.owner}.${table.name}`,
        what: `The name in names.${role}, ${JSON.stringify(name)}, ${problem}.`,
        why: "Tables, views, sequences, synonyms, types and PL/SQL units share one namespace in a schema.",
        advice: `Choose another name of at most ${limitBytes} bytes for names.${role}, or leave the key out.`,
        evidence: { role, name, limitBytes }
      })
    )
  }
  return { taken, findings }
}
