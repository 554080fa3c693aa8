// Grants as statements: one per grantee and option, privileges in the dictionary's order, owner's grants before others'.
import type { GrantModel, JsonObject } from "@orapart/contract"
import { quoteIdentifier } from "@orapart/oracle-rules"

/** PUBLIC is a keyword here, not a name: quoted it is no user or role (ORA-01917). */
export const granteeName = (grantee: string): string => (grantee === "PUBLIC" ? "PUBLIC" : quoteIdentifier(grantee))

/** A grant statement's parts: `GRANT <privileges> ON <table> TO <grantee><options>`. */
export interface GrantStatement {
  readonly privileges: string
  readonly grantee: string
  readonly options: string
  readonly [key: string]: string
}

const optionsOf = (grant: GrantModel): string =>
  `${grant.isHierarchy ? " WITH HIERARCHY OPTION" : ""}${grant.isGrantable ? " WITH GRANT OPTION" : ""}`

const privilegeOf = (grant: GrantModel): string =>
  grant.column === null ? grant.privilege : `${grant.privilege} (${quoteIdentifier(grant.column)})`

/** The grants of a table grouped to statements. */
export const grantStatements = (owner: string, grants: ReadonlyArray<GrantModel>): ReadonlyArray<GrantStatement> => {
  const groups = new Map<string, { grant: GrantModel; privileges: Array<string> }>()
  const ordered = [...grants].sort((left, right) => Number(left.grantor !== owner) - Number(right.grantor !== owner))
  for (const grant of ordered) {
    const key = JSON.stringify([grant.grantee, grant.isGrantable, grant.isHierarchy])
    const group = groups.get(key) ?? { grant, privileges: [] }
    if (!group.privileges.includes(privilegeOf(grant))) group.privileges.push(privilegeOf(grant))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ grant, privileges }) => ({
    privileges: privileges.join(", "),
    grantee: granteeName(grant.grantee),
    options: optionsOf(grant)
  }))
}

/** The same grants as rows for a check: one per privilege, with the grant option when any grantor gave it. */
export const grantRows = (grants: ReadonlyArray<GrantModel>): ReadonlyArray<JsonObject> => {
  const keyOf = (grant: GrantModel): string => JSON.stringify([grant.grantee, grant.privilege, grant.column])
  const groups = Map.groupBy(grants, keyOf)
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ grantee, privilege, column }) => ({
      grantee,
      privilege,
      column,
      isGrantable: group.some((one) => one.isGrantable)
    }))
  )
}
