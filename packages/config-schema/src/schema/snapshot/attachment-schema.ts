// Schema of what hangs on a table: triggers, grants, synonyms, policies, logs, dependents.
import type {
  DependentModel,
  GrantModel,
  MaterializedViewModel,
  PolicyModel,
  SupplementalLogModel,
  SynonymModel,
  TriggerModel
} from "@orapart/contract"
import { flag, listOf, oneOfTexts, orNull, recordOf, text, textOrNull, texts } from "./schema-parts.ts"

const triggerOrderingSchema = recordOf<TriggerModel["ordering"][number]>({
  type: oneOfTexts("FOLLOWS", "PRECEDES"),
  owner: text,
  name: text
})

export const triggerSchema = recordOf<TriggerModel>({
  owner: text,
  name: text,
  type: text,
  event: text,
  updateColumns: texts,
  referencing: textOrNull,
  whenClause: textOrNull,
  body: text,
  isEnabled: flag,
  isCrossEdition: flag,
  ordering: listOf(triggerOrderingSchema)
})

export const grantSchema = recordOf<GrantModel>({
  grantor: text,
  grantee: text,
  privilege: text,
  column: textOrNull,
  isGrantable: flag,
  isHierarchy: flag
})

export const synonymSchema = recordOf<SynonymModel>({ owner: text, name: text })

export const dependentSchema = recordOf<DependentModel>({ owner: text, name: text, type: text, isValid: flag })

export const materializedViewSchema = recordOf<MaterializedViewModel>({
  owner: text,
  name: text,
  refreshMethod: text,
  isPrebuilt: flag
})

const vpdSchema = recordOf<NonNullable<PolicyModel["vpd"]>>(
  {
    group: text,
    functionOwner: text,
    package: textOrNull,
    function: text,
    statementTypes: texts,
    isUpdateCheck: flag,
    policyType: text,
    isLongPredicate: flag,
    relevantColumns: texts,
    isColumnMasking: flag
  },
  ["isColumnMasking"]
)

export const policySchema = recordOf<PolicyModel>({
  kind: oneOfTexts("vpd", "fga", "redaction", "label-security", "audit"),
  name: text,
  isEnabled: flag,
  vpd: orNull(vpdSchema)
})

export const supplementalLogSchema = recordOf<SupplementalLogModel>({
  kind: oneOfTexts("primary-key", "unique", "foreign-key", "all", "named-group"),
  groupName: textOrNull,
  columns: texts,
  isAlways: flag
})
