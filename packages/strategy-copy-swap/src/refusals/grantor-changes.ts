import { defineRefusal } from "../refusal.ts"

/** A grant made by somebody else than the owner is made again by the owner: the access stays, the grantor does not. */
export const grantorChanges = defineRefusal({
  code: "OP261",
  slug: "grantor-changes",
  title: "A grant will have another grantor",
  severity: "warning",
  find: ({ source }) => {
    const foreign = source.grants.filter((grant) => grant.grantor !== source.owner)
    return foreign.length === 0
      ? []
      : [
          {
            what: `${foreign.length} grant(s) on ${source.owner}.${source.name} were made by ${[...new Set(foreign.map((grant) => grant.grantor))].join(", ")}; on the new table they are made by ${source.owner}.`,
            why: "Every grantee keeps the access; a later REVOKE by the former grantor no longer takes it away.",
            advice:
              "If the grantor matters, revoke these grants after the cutover and let the grantor give them again.",
            evidence: { grants: foreign.map((grant) => `${grant.privilege} to ${grant.grantee} by ${grant.grantor}`) }
          }
        ]
  }
})
