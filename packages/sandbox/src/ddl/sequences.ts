// CREATE, ALTER and DROP SEQUENCE.
import type { SequenceEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { AlterSequence, CreateSequence, DropObject } from "../sql/ast/index.ts"
import { findOwnObject, requireCreate, requireFree, requireRight } from "./access.ts"
import type { DdlContext } from "./ddl-context.ts"
import { makeSequenceEntry, readSequenceOptions } from "./sequence-options.ts"

/** CREATE SEQUENCE. */
export const createSequence = async (context: DdlContext, statement: CreateSequence): Promise<void> => {
  const owner = requireCreate(context, statement.name, "SEQUENCE")
  const { value: name, start } = statement.name.name
  if (statement.isIfNotExists && context.change.catalog.findObject(owner, name) !== null) return
  requireFree(context, "object", owner, name, start)
  const options = readSequenceOptions(statement.options, null, statement.start)
  const sequence = makeSequenceEntry(context, { owner, name, options, identityTableId: null })
  context.change.put(sequence)
  await context.storage.createSequence(sequence)
}

const requireSequence = (
  context: DdlContext,
  name: AlterSequence["name"],
  right: { readonly object: string | null; readonly system: string }
): SequenceEntry => {
  const entry = findOwnObject(context, name)
  if (entry?.kind !== "sequence") throw ora(2289, [], name.start)
  requireRight(context, entry, right, name.start)
  return entry
}

/** ALTER SEQUENCE. RESTART begins at the new START WITH, or at the old first value. Fails with ORA-02289, ORA-32793, ORA-04002 to 04013, ORA-02283. */
export const alterSequence = async (context: DdlContext, statement: AlterSequence): Promise<void> => {
  const entry = requireSequence(context, statement.name, { object: "ALTER", system: "ALTER ANY SEQUENCE" })
  if (entry.identityTableId !== null) throw ora(32793)
  const { isRestart, startWith } = statement.options
  if (startWith !== null && !isRestart) throw ora(2283, [], statement.start)
  const options = readSequenceOptions(statement.options, entry.options, statement.start)
  const next = BigInt(await context.storage.peekSequence(entry.id))
  if (!isRestart && BigInt(options.maxValue) < next - BigInt(options.incrementBy)) throw ora(4009)
  const restart = isRestart ? options.startWith : null
  const fields = { options, lastNumber: restart ?? entry.lastNumber, lastDdlAt: context.now() }
  await context.storage.alterSequence(context.change.update(entry, fields), restart)
}

/** DROP SEQUENCE. Fails with ORA-02289, ORA-32794. */
export const dropSequence = async (context: DdlContext, statement: DropObject): Promise<void> => {
  const entry = requireSequence(context, statement.name, { object: null, system: "DROP ANY SEQUENCE" })
  if (entry.identityTableId !== null) throw ora(32794)
  await context.storage.dropSequence(entry.id)
  context.change.remove(entry.id)
}
