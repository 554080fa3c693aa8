// The core's semantic checks, in code order. A new one is one file in checks/, one line here, one page and one test.
import type { ConfigCheck } from "@orapart/contract"
import { actionDoesNotFit } from "./checks/action-does-not-fit.ts"
import { anchorAboveData } from "./checks/anchor-above-data.ts"
import { anchorDay } from "./checks/anchor-day.ts"
import { anchorFarBelowData } from "./checks/anchor-far-below-data.ts"
import { anchorUndecided } from "./checks/anchor-undecided.ts"
import { anchorUnreadable } from "./checks/anchor-unreadable.ts"
import { attachmentsPartlyVisible } from "./checks/attachments-partly-visible.ts"
import { bitmapIndexGlobal } from "./checks/bitmap-index-global.ts"
import { chosenNameTaken } from "./checks/chosen-name-taken.ts"
import { chosenNameUnusable } from "./checks/chosen-name-unusable.ts"
import { columnType } from "./checks/column-type.ts"
import { comparisonLeftOut } from "./checks/comparison-left-out.ts"
import { deltaColumn } from "./checks/delta-column.ts"
import { deltaTimestamp } from "./checks/delta-timestamp.ts"
import { deltaTriggerUnavailable } from "./checks/delta-trigger-unavailable.ts"
import { estimatedHours } from "./checks/estimated-hours.ts"
import { factsDrift } from "./checks/facts-drift.ts"
import { globalHashPartitions } from "./checks/global-hash-partitions.ts"
import { hashColumnIsPartitionColumn } from "./checks/hash-column-is-partition-column.ts"
import { hashColumnSkew } from "./checks/hash-column-skew.ts"
import { hashColumnType } from "./checks/hash-column-type.ts"
import { hashColumnUnknown } from "./checks/hash-column-unknown.ts"
import { hashCount } from "./checks/hash-count.ts"
import { identityRebased } from "./checks/identity-rebased.ts"
import { indexOverrideUnknown } from "./checks/index-override-unknown.ts"
import { indexType } from "./checks/index-type.ts"
import { intervalDoesNotFitKey } from "./checks/interval-does-not-fit-key.ts"
import { invalidObjectsBefore } from "./checks/invalid-objects-before.ts"
import { keyIsUpdated } from "./checks/key-is-updated.ts"
import { keySentinel } from "./checks/key-sentinel.ts"
import { lobComparison } from "./checks/lob-comparison.ts"
import { lockTimeout } from "./checks/lock-timeout.ts"
import { nologgingRisk } from "./checks/nologging-risk.ts"
import { outage } from "./checks/outage.ts"
import { parallelDegree } from "./checks/parallel-degree.ts"
import { partitionColumnNullable } from "./checks/partition-column-nullable.ts"
import { partitionColumnType } from "./checks/partition-column-type.ts"
import { partitionColumnUnknown } from "./checks/partition-column-unknown.ts"
import { partitionCount } from "./checks/partition-count.ts"
import { partitioningUnavailable } from "./checks/partitioning-unavailable.ts"
import { positionsExhausted } from "./checks/positions-exhausted.ts"
import { privilegesNotChecked } from "./checks/privileges-not-checked.ts"
import { retentionContradiction } from "./checks/retention-contradiction.ts"
import { segmentFloor } from "./checks/segment-floor.ts"
import { settingWithoutEffect } from "./checks/setting-without-effect.ts"
import { spaceNotChecked } from "./checks/space-not-checked.ts"
import { tableKind } from "./checks/table-kind.ts"
import { tableNotFound } from "./checks/table-not-found.ts"
import { tablespaceTooSmallTogether } from "./checks/tablespace-too-small-together.ts"
import { tablespaceTooSmall } from "./checks/tablespace-too-small.ts"
import { tablespaceUnknown } from "./checks/tablespace-unknown.ts"
import { uniqueIndexLocal } from "./checks/unique-index-local.ts"

/** All checks that every config goes through. */
export const coreChecks: ReadonlyArray<ConfigCheck> = [
  tableNotFound,
  tableKind,
  columnType,
  indexType,
  actionDoesNotFit,
  factsDrift,
  partitionColumnUnknown,
  partitionColumnType,
  partitionColumnNullable,
  intervalDoesNotFitKey,
  anchorUnreadable,
  anchorDay,
  anchorAboveData,
  anchorFarBelowData,
  anchorUndecided,
  keySentinel,
  positionsExhausted,
  partitionCount,
  hashColumnUnknown,
  hashColumnType,
  hashCount,
  hashColumnSkew,
  hashColumnIsPartitionColumn,
  uniqueIndexLocal,
  bitmapIndexGlobal,
  indexOverrideUnknown,
  globalHashPartitions,
  attachmentsPartlyVisible,
  partitioningUnavailable,
  privilegesNotChecked,
  tablespaceTooSmall,
  segmentFloor,
  spaceNotChecked,
  chosenNameUnusable,
  chosenNameTaken,
  identityRebased,
  nologgingRisk,
  keyIsUpdated,
  deltaTriggerUnavailable,
  deltaTimestamp,
  deltaColumn,
  outage,
  retentionContradiction,
  comparisonLeftOut,
  lobComparison,
  invalidObjectsBefore,
  parallelDegree,
  estimatedHours,
  settingWithoutEffect,
  tablespaceUnknown,
  tablespaceTooSmallTogether,
  lockTimeout
]
