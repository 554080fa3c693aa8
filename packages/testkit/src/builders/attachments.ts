// Builds what hangs on a table: triggers, grants, synonyms, dependents, policies, supplemental logs, LOB storage.
import type {
  DependentModel,
  GrantModel,
  LobModel,
  PolicyModel,
  SupplementalLogModel,
  SynonymModel,
  TriggerModel
} from "@orapart/contract"
import { defaultOwner, markUnowned } from "./default-owner.ts"

/** An object grant by the table's owner, without grant option. With `column` it is a column grant. */
export const grant = (
  grantee: string,
  privilege: string,
  given: Partial<Omit<GrantModel, "grantee" | "privilege">> = {}
): GrantModel =>
  markUnowned(
    {
      grantor: defaultOwner,
      grantee,
      privilege,
      column: null,
      isGrantable: false,
      isHierarchy: false,
      ...given
    },
    given.grantor
  )

/** Several object grants to one grantee: `grants("HR_APP", "SELECT", "INSERT")`. */
export const grants = (grantee: string, ...privileges: ReadonlyArray<string>): ReadonlyArray<GrantModel> =>
  privileges.map((privilege) => grant(grantee, privilege))

/** An enabled row trigger before INSERT OR UPDATE with an empty body, unless told. */
export const trigger = (name: string, given: Partial<Omit<TriggerModel, "name">> = {}): TriggerModel =>
  markUnowned(
    {
      owner: defaultOwner,
      name,
      type: "BEFORE EACH ROW",
      event: "INSERT OR UPDATE",
      updateColumns: [],
      referencing: "REFERENCING NEW AS NEW OLD AS OLD",
      whenClause: null,
      body: "BEGIN\n  NULL;\nEND;",
      isEnabled: true,
      isCrossEdition: false,
      ordering: [],
      ...given
    },
    given.owner
  )

/** A SecureFile in row with Oracle's defaults in tablespace USERS; size unknown unless told. */
export const lob = (column: string, given: Partial<Omit<LobModel, "column">> = {}): LobModel => ({
  column,
  isSecureFile: true,
  tablespace: "USERS",
  chunkBytes: 8192,
  isInRow: true,
  cache: "NO",
  isLogging: true,
  retention: null,
  pctVersion: null,
  compression: "NO",
  isDeduplicated: false,
  isEncrypted: false,
  bytes: null,
  ...given
})

/** A public synonym unless an owner is told. */
export const synonym = (name: string, owner = "PUBLIC"): SynonymModel => ({ owner, name })

/** A valid view of the table's owner unless told. */
export const dependent = (name: string, given: Partial<Omit<DependentModel, "name">> = {}): DependentModel =>
  markUnowned(
    {
      owner: defaultOwner,
      name,
      type: "VIEW",
      isValid: true,
      ...given
    },
    given.owner
  )

/** An enabled VPD policy on the four statement types, as DBMS_RLS.ADD_POLICY makes it when only the function is told. */
export const vpdPolicy = (
  name: string,
  vpdFunction: { readonly function: string } & Partial<NonNullable<PolicyModel["vpd"]>>
): PolicyModel =>
  markUnowned(
    {
      kind: "vpd",
      name,
      isEnabled: true,
      vpd: {
        group: "SYS_DEFAULT",
        functionOwner: defaultOwner,
        package: null,
        statementTypes: ["SELECT", "INSERT", "UPDATE", "DELETE"],
        isUpdateCheck: false,
        policyType: "DYNAMIC",
        isLongPredicate: false,
        relevantColumns: [],
        ...vpdFunction
      }
    },
    vpdFunction.functionOwner
  )

/** Unconditional supplemental logging of primary key columns unless told. */
export const supplementalLog = (given: Partial<SupplementalLogModel> = {}): SupplementalLogModel => ({
  kind: "primary-key",
  groupName: null,
  columns: [],
  isAlways: true,
  ...given
})
