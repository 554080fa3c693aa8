// FOR loops over the rows of a query or of a declared cursor.
import type { QueryCursor, SqlRow } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import type { Loop } from "../sql/ast/index.ts"
import type { Frame, Jump, Step } from "./code.ts"
import { failAt } from "./code.ts"
import { compileCursorState } from "./compile-attribute.ts"
import type { CompileContext, LoopTarget, StatementPlace } from "./compile-context.ts"
import { beginCursor, compileOpenDeclared, planOf } from "./compile-cursor.ts"
import { rowType } from "./compile-type.ts"
import type { RowShape } from "./into.ts"
import { rowRecord, shapeOf } from "./into.ts"
import { runLoop } from "./run-loop.ts"
import type { Scope } from "./scope.ts"
import { SqlBinder } from "./sql-binder.ts"
import type { RecordType } from "./types.ts"
import type { CursorState, Eventual } from "./value.ts"

interface RowSource {
  readonly row: RecordType
  readonly open: (frame: Frame) => Eventual<QueryCursor>
  /** The state of a declared cursor, for its attributes inside the loop. */
  readonly state: ((frame: Frame) => Eventual<CursorState>) | null
}

const compileSource = async (
  scope: Scope,
  control: Extract<Loop["control"], { kind: "query" | "cursor" }>
): Promise<RowSource> => {
  if (control.kind === "query") {
    const { text, runtime } = scope.unit
    const binder = new SqlBinder(scope)
    const columns = await runtime.describe({ text, node: control.query }, binder.forCheck)
    return {
      row: rowType(columns, ""),
      state: null,
      open: (frame) => frame.machine.runtime.openCursor({ text, node: control.query }, binder.at(frame))
    }
  }
  const plan = planOf(scope, control.cursor)
  if (plan === null) return failAt(control.cursor.start, "PLS-00456: item is not a cursor")
  return {
    row: plan.row,
    open: compileOpenDeclared(scope, plan, control.cursor),
    state: compileCursorState(scope, control.cursor)
  }
}

/** Rows are fetched in pieces, as Oracle does with a cursor FOR loop (100). */
const piece = 100

interface Progress {
  rows: ReadonlyArray<SqlRow>
  next: number
  isLast: boolean
}

const turnOver = (cursor: QueryCursor, progress: Progress, take: (row: SqlRow) => void): Eventual<boolean> => {
  const row = progress.rows[progress.next]
  if (row !== undefined) {
    progress.next += 1
    take(row)
    return true
  }
  if (progress.isLast) return false
  return cursor.fetch(piece).then((rows) => {
    progress.rows = rows
    progress.next = 0
    progress.isLast = rows.length < piece
    return turnOver(cursor, progress, take)
  })
}

/** FOR r IN (query) and FOR r IN cursor. The cursor is closed however the loop ends. */
export const compileCursorLoop = async (
  context: CompileContext,
  place: StatementPlace,
  node: Loop,
  control: Extract<Loop["control"], { kind: "query" | "cursor" }>,
  loop: LoopTarget
): Promise<Step> => {
  const source = await compileSource(place.scope, control)
  const scope = place.scope.inner(loop.labels)
  const slot = scope.takeSlot()
  scope.declare(control.variable, {
    kind: "variable",
    name: control.variable.value,
    routine: scope.routine,
    slot,
    type: source.row,
    isNotNull: false,
    isReadOnly: true
  })
  const body = await context.statements({ ...place, scope, loops: [...place.loops, loop] }, node.statements)
  return (frame) => runRows(frame, { node, loop, body, slot, source })
}

interface RowLoop {
  readonly node: Loop
  readonly loop: LoopTarget
  readonly body: Step
  readonly slot: number
  readonly source: RowSource
}

const runRows = async (frame: Frame, { node, loop, body, slot, source }: RowLoop): Promise<Jump | null> => {
  frame.at = node.start
  const state: CursorState = (await source.state?.(frame)) ?? { cursor: null, rowCount: 0, isFound: null }
  if (state.cursor !== null) throw ora(6511)
  const cursor = await source.open(frame)
  beginCursor(state, cursor)
  const shape: RowShape = shapeOf(cursor)
  const progress: Progress = { rows: [], next: 0, isLast: false }
  const take = (row: SqlRow): void => {
    frame.slots[slot] = rowRecord(shape, row)
    state.rowCount += 1
    state.isFound = true
  }
  try {
    return await runLoop(frame, loop, body, () => {
      frame.at = node.start
      return turnOver(cursor, progress, take)
    })
  } finally {
    cursor.close()
    state.cursor = null
  }
}
