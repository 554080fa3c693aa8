// Blocks: declarations first, then statements, then handlers. And the bodies of subprograms, which are blocks in a frame of their own.
import type { Block, ExceptionHandler, Identifier, PlsqlStatement, SubprogramDeclaration } from "../sql/ast/index.ts"
import type { Frame, Jump, Step } from "./code.ts"
import { failAt } from "./code.ts"
import type { CompileContext, StatementPlace } from "./compile-context.ts"
import { collectErrors } from "./compile-context.ts"
import { compileDeclarations } from "./compile-declarations.ts"
import { compileStatement } from "./compile-statement.ts"
import type { ExceptionId, PlsqlException } from "./exception.ts"
import { matches, traceThrough } from "./exception.ts"
import { findMeaning, undeclared } from "./names.ts"
import type { Scope } from "./scope.ts"
import type { Subprogram } from "./subprogram.ts"
import type { Eventual } from "./value.ts"
import { after } from "./value.ts"

interface Handler {
  /** null is OTHERS. */
  readonly ids: ReadonlyArray<ExceptionId> | null
  readonly step: Step
}

/** Steps one after the other, as one; it stops at a jump. */
export const sequence = (steps: ReadonlyArray<Step>): Step => {
  const from = (frame: Frame, start: number): Eventual<Jump | null> => {
    for (let at = start; at < steps.length; at += 1) {
      const jump = steps[at]?.(frame) ?? null
      if (jump instanceof Promise) return jump.then((found) => found ?? from(frame, at + 1))
      if (jump !== null) return jump
    }
    return null
  }
  const [only] = steps
  return steps.length === 1 && only !== undefined ? only : (frame) => from(frame, 0)
}

const compileStatements = async (place: StatementPlace, list: ReadonlyArray<PlsqlStatement>): Promise<Step> => {
  const steps: Step[] = []
  for (const statement of list) {
    const step = await compileStatement(context, place, statement)
    if (step !== null) steps.push(step)
  }
  return sequence(steps)
}

const exceptionOf = (scope: Scope, path: ReadonlyArray<Identifier>): ExceptionId => {
  const meaning = findMeaning(scope, path) ?? undeclared(path)
  return meaning.kind === "exception"
    ? meaning.id
    : failAt(path[0]?.start ?? 0, "PLS-00485: in exception handler, expression must be an exception name")
}

const compileHandler = async (place: StatementPlace, handler: ExceptionHandler): Promise<Handler | null> => {
  const { scope } = place
  const ids = await collectErrors(scope, { offset: handler.start, text: "Statement ignored" }, () =>
    handler.exceptions === "others" ? "others" : handler.exceptions.map((path) => exceptionOf(scope, path))
  )
  const step = await compileStatements({ ...place, isInHandler: true }, handler.statements)
  return ids === null ? null : { ids: ids === "others" ? null : ids, step }
}

const choose = (handlers: ReadonlyArray<Handler>, exception: PlsqlException): Handler | null =>
  handlers.find(({ ids }) => ids === null || ids.some((id) => matches(exception, id))) ?? null

/** Runs the fitting handler, or throws on. While it runs, SQLCODE and SQLERRM tell of the exception. */
const handle = (frame: Frame, handlers: ReadonlyArray<Handler>, thrown: unknown): Eventual<Jump | null> => {
  const exception = traceThrough(thrown, frame)
  const handler = choose(handlers, exception)
  if (handler === null) throw exception
  const { machine } = frame
  const outer = machine.current
  machine.current = exception
  const restore = <T>(value: T): T => {
    machine.current = outer
    return value
  }
  try {
    const jump = handler.step(frame)
    if (!(jump instanceof Promise)) return restore(jump)
    return jump.then(restore, (error: unknown) => {
      restore(null)
      throw error
    })
  } catch (error) {
    restore(null)
    throw error
  }
}

const guarded =
  (body: Step, handlers: ReadonlyArray<Handler>): Step =>
  (frame) => {
    try {
      const jump = body(frame)
      return jump instanceof Promise ? jump.catch((thrown: unknown) => handle(frame, handlers, thrown)) : jump
    } catch (thrown) {
      return handle(frame, handlers, thrown)
    }
  }

const compileBody = async (place: StatementPlace, block: Block): Promise<Step> => {
  const body = await compileStatements(place, block.statements)
  const handlers: Handler[] = []
  for (const handler of block.handlers) {
    const made = await compileHandler(place, handler)
    if (made !== null) handlers.push(made)
  }
  return handlers.length === 0 ? body : guarded(body, handlers)
}

/** A block in the frame of what is around it. Exceptions of its declarations are not its own handlers' business. */
const compileInner = async (place: StatementPlace, block: Block): Promise<Step> => {
  const scope = place.scope.inner(block.labels.map(({ value }) => value))
  const declare = await compileDeclarations(context, scope, block.declarations)
  const body = await compileBody({ ...place, scope }, block)
  return block.declarations.length === 0 ? body : (frame) => after(declare(frame), () => body(frame))
}

/** The body of a subprogram, in the scope that has its parameters. */
const compileSubprogramBody = async (
  scope: Scope,
  declaration: SubprogramDeclaration,
  made: Subprogram
): Promise<Step> => {
  const { body } = declaration
  if (body === null)
    return failAt(
      made.offset,
      `PLS-00323: subprogram or cursor '${made.name}' is declared in a package specification and must be defined in the package body`
    )
  const declare = await compileDeclarations(context, scope, body.declarations)
  const run = await compileBody({ scope, loops: [], isInHandler: false }, body)
  return (frame) => after(declare(frame), () => run(frame))
}

const context: CompileContext = {
  statements: compileStatements,
  block: compileInner,
  subprogramBody: compileSubprogramBody
}

/** A whole block as it stands at the top of a text. */
export const compileBlock = (scope: Scope, block: Block): Promise<Step> =>
  compileInner({ scope, loops: [], isInHandler: false }, block)

/** The body of a stored subprogram. */
export const compileStoredBody = compileSubprogramBody
