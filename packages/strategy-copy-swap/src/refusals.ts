// All reasons in the order of their codes.
import type { Refusal } from "./refusal.ts"
import { columnTypeNotCarried } from "./refusals/column-type-not-carried.ts"
import { grantorChanges } from "./refusals/grantor-changes.ts"
import { historyTracked } from "./refusals/history-tracked.ts"
import { indexNotCarried } from "./refusals/index-not-carried.ts"
import { materializedViewLog } from "./refusals/materialized-view-log.ts"
import { materializedViewRefresh } from "./refusals/materialized-view-refresh.ts"
import { nameNotCarried } from "./refusals/name-not-carried.ts"
import { deltaMissesChanges } from "./refusals/delta-misses-changes.ts"
import { partitionReadOnly } from "./refusals/partition-read-only.ts"
import { physicalPropertyNotCarried } from "./refusals/physical-property-not-carried.ts"
import { policyNotCarried } from "./refusals/policy-not-carried.ts"
import { supplementalLogGroup } from "./refusals/supplemental-log-group.ts"
import { tableKindNotCarried } from "./refusals/table-kind-not-carried.ts"
import { timestampDeltaImpossible } from "./refusals/timestamp-delta-impossible.ts"
import { triggerNotCarried } from "./refusals/trigger-not-carried.ts"
import { undoLosesNewRows } from "./refusals/undo-loses-new-rows.ts"

/** Every reason copy_swap knows: errors refuse a table, the rest are notes of its plan. */
export const refusals: ReadonlyArray<Refusal> = [
  tableKindNotCarried,
  columnTypeNotCarried,
  indexNotCarried,
  materializedViewLog,
  historyTracked,
  policyNotCarried,
  triggerNotCarried,
  supplementalLogGroup,
  physicalPropertyNotCarried,
  timestampDeltaImpossible,
  nameNotCarried,
  partitionReadOnly,
  deltaMissesChanges,
  grantorChanges,
  materializedViewRefresh,
  undoLosesNewRows
]

/** Codes for the generated table and the parity test. */
export const refusalCodes = refusals.map(({ code, slug, title, severity }) => ({ code, slug, title, severity }))
