// The entry of the interpreter: an anonymous block with its host binds, or a stored procedure or function by its name.
import type { BindDeclaration, BindValue } from "../engine/engine.ts"
import { DatabaseError } from "../engine/engine.ts"
import type { Block } from "../sql/ast/index.ts"
import type { Callable } from "./callable.ts"
import { Frame } from "./code.ts"
import type { Step } from "./code.ts"
import { compileBlock } from "./compile-block.ts"
import type { CompileUnit } from "./compile-unit.ts"
import { CompileErrors, placeTeller } from "./compile-unit.ts"
import { coerce } from "./coerce.ts"
import { fromBind, makeBind, toBind } from "./host-bind.ts"
import { toDatabaseError, traceThrough } from "./exception.ts"
import type { BindSlot } from "./machine.ts"
import { Machine } from "./machine.ts"
import type { Runtime, StoredUnit, TypedValue } from "./runtime.ts"
import type { Routine } from "./scope.ts"
import { Scope } from "./scope.ts"
import { checkStored, storedCallable } from "./stored-unit.ts"
import { sqlNameOf } from "./types.ts"
import type { Value } from "./value.ts"
import { fromSql, toSql } from "./value.ts"

/** A host bind of a block: its name, how the driver declared it, its value (null for OUT). */
export interface BlockBind {
  readonly name: string
  readonly declaration: BindDeclaration
  readonly value: BindValue
}

interface CompiledBlock {
  readonly step: Step
  readonly unit: CompileUnit
  readonly routine: Routine
}

const makeUnit = (runtime: Runtime, text: string, binds: ReadonlyArray<BindSlot>): CompileUnit => {
  const loaded = new Map<string, Callable>()
  const base = {
    runtime,
    loadStored: (unit: StoredUnit): Callable => {
      const key = `${unit.owner}.${unit.name}`
      const known = loaded.get(key) ?? storedCallable(base, unit)
      loaded.set(key, known)
      return known
    },
    runNested
  }
  return { ...base, text, name: null, binds, errors: new CompileErrors() }
}

const compile = async (
  runtime: Runtime,
  text: string,
  block: Block,
  binds: ReadonlyArray<BindSlot>
): Promise<CompiledBlock> => {
  const unit = makeUnit(runtime, text, binds)
  const routine: Routine = { depth: 0, slotCount: 0, returns: null, isFunction: false }
  const step = await compileBlock(new Scope(null, routine, unit), block)
  if (!unit.errors.isEmpty) throw unit.errors.toError(text)
  return { step, unit, routine }
}

const execute = async (machine: Machine, { step, unit, routine }: CompiledBlock, block: Block): Promise<void> => {
  const frame = new Frame(machine, null, routine.slotCount, placeTeller(unit), block.start)
  try {
    await step(frame)
  } catch (thrown) {
    throw traceThrough(thrown, frame)
  }
}

const asDatabaseError = (thrown: unknown): unknown => {
  if (thrown instanceof DatabaseError) return thrown
  return thrown instanceof Error && "fullText" in thrown
    ? toDatabaseError(thrown as Parameters<typeof toDatabaseError>[0])
    : thrown
}

async function runNested(machine: Machine, text: string, block: Block, binds: ReadonlyArray<BindSlot>): Promise<void> {
  const compiled = await compile(machine.runtime, text, block, binds)
  const inner = new Machine(machine.runtime, binds)
  inner.current = machine.current
  await execute(inner, compiled, block)
}

/**
 * Runs an anonymous block and gives the values of all binds after it, in the order of `binds`. Compile errors are ORA-06550 and nothing has run; an unhandled
 * exception has its ORA-06512 lines. The caller takes a savepoint before and rolls back to it when this fails: statement-level rollback is the session's.
 */
export const runBlock = async (
  unit: { readonly text: string; readonly block: Block },
  binds: ReadonlyArray<BlockBind>,
  runtime: Runtime
): Promise<ReadonlyArray<BindValue>> => {
  const slots = binds.map((bind): BindSlot => makeBind(bind))
  const compiled = await compile(runtime, unit.text, unit.block, slots)
  const machine = new Machine(runtime, slots)
  for (const [at, bind] of binds.entries()) {
    const slot = slots[at]
    if (slot !== undefined) slot.value = fromBind(bind, slot)
  }
  try {
    await execute(machine, compiled, unit.block)
  } catch (thrown) {
    throw asDatabaseError(thrown)
  }
  return slots.map((slot, at) => toBind(slot, binds[at]?.declaration ?? null))
}

/** Checks a block without running it: ORA-06550 with all errors, or nothing. Names are found in the runtime's memory. */
export const checkBlock = async (
  unit: { readonly text: string; readonly block: Block },
  binds: ReadonlyArray<BlockBind>,
  runtime: Runtime
): Promise<void> => {
  await compile(runtime, unit.text, unit.block, binds.map(makeBind))
}

/** What is wrong with a stored unit (ALL_ERRORS): lines and columns count in its text; empty when it compiles. */
export const checkUnit = (unit: StoredUnit, runtime: Runtime): ReturnType<typeof checkStored> =>
  checkStored(makeUnit(runtime, unit.text, []), unit)

/**
 * Calls a stored procedure or function with its arguments by position (OUT ones as null). Gives the result of a function (null for a procedure) and the
 * arguments as they are afterwards.
 */
export const callUnit = async (
  unit: StoredUnit,
  values: ReadonlyArray<TypedValue>,
  runtime: Runtime
): Promise<{ readonly result: TypedValue | null; readonly values: ReadonlyArray<TypedValue> }> => {
  const callable = makeUnit(runtime, "", []).loadStored(unit)
  const machine = new Machine(runtime, [])
  const frame = new Frame(machine, null, 0, () => "line 1", 0)
  const inside: Value[] = []
  try {
    for (const [at, parameter] of callable.parameters.entries()) {
      const given = values[at]
      const value = given === undefined ? await (parameter.initial?.(frame) ?? null) : fromSql(given.type, given.value)
      inside.push(await coerce(runtime, value, parameter.type))
    }
    const result = await callable.invoke(frame, inside)
    const { returns } = callable
    return {
      result: returns === null ? null : { type: sqlNameOf(returns), value: toSql(result) },
      values: callable.parameters.map(({ type }, at) => ({ type: sqlNameOf(type), value: toSql(inside[at] ?? null) }))
    }
  } catch (thrown) {
    throw asDatabaseError(thrown)
  }
}
