// The one list of filters. A filter that is not here does not exist for templates.
import type { TemplateFilter } from "./define-filter.ts"
import { boundFilter } from "./bound.ts"
import { columnDefinitionFilter } from "./column-definition.ts"
import { commentLinesFilter } from "./comment-lines.ts"
import { commentStatementFilter } from "./comment-statement.ts"
import { commentTextFilter } from "./comment-text.ts"
import { describePartitioningFilter } from "./describe-partitioning.ts"
import { estimateTimeFilter } from "./estimate-time.ts"
import { expressionFilter } from "./expression.ts"
import { formatColumnListFilter } from "./format-column-list.ts"
import { formatCountFilter } from "./format-count.ts"
import { formatDurationFilter } from "./format-duration.ts"
import { formatIntervalFilter } from "./format-interval.ts"
import { formatPercentFilter } from "./format-percent.ts"
import { formatSizeFilter } from "./format-size.ts"
import { headerLinesFilter } from "./header-lines.ts"
import { hintFilter } from "./hint.ts"
import { identListFilter } from "./ident-list.ts"
import { identFilter } from "./ident.ts"
import { indexKeysFilter } from "./index-keys.ts"
import { literalListFilter } from "./literal-list.ts"
import { literalFilter } from "./literal.ts"
import { lobStorageFilter } from "./lob-storage.ts"
import { matchConditionFilter } from "./match-condition.ts"
import { nationalLiteralFilter } from "./national-literal.ts"
import { parallelHintFilter } from "./parallel-hint.ts"
import { plainLiteralFilter } from "./plain-literal.ts"
import { promptTextFilter } from "./prompt-text.ts"
import { qualifiedFilter } from "./qualified.ts"
import { quotedBlockFilter } from "./quoted-block.ts"
import { quotedLinesFilter } from "./quoted-lines.ts"
import { shortDigestFilter } from "./short-digest.ts"
import { sqlLinesFilter } from "./sql-lines.ts"
import { tableCellFilter } from "./table-cell.ts"
import { undoLinesFilter } from "./undo-lines.ts"
import { updateSetFilter } from "./update-set.ts"
import { wrapFilter } from "./wrap.ts"

/** Every filter that templates can use, by name order. `template_origin` is added by each renderer. */
export const templateFilters: ReadonlyArray<TemplateFilter> = [
  boundFilter,
  columnDefinitionFilter,
  commentLinesFilter,
  commentStatementFilter,
  commentTextFilter,
  describePartitioningFilter,
  estimateTimeFilter,
  expressionFilter,
  formatColumnListFilter,
  formatCountFilter,
  formatDurationFilter,
  formatIntervalFilter,
  formatPercentFilter,
  formatSizeFilter,
  headerLinesFilter,
  hintFilter,
  identFilter,
  identListFilter,
  indexKeysFilter,
  literalFilter,
  literalListFilter,
  lobStorageFilter,
  matchConditionFilter,
  nationalLiteralFilter,
  parallelHintFilter,
  plainLiteralFilter,
  promptTextFilter,
  qualifiedFilter,
  quotedBlockFilter,
  quotedLinesFilter,
  shortDigestFilter,
  sqlLinesFilter,
  tableCellFilter,
  undoLinesFilter,
  updateSetFilter,
  wrapFilter
]
