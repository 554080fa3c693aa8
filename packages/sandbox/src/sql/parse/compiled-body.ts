// The PL/SQL part of a stored object. Its mistakes are no errors of the statement: the object is made and is invalid (ORA-24344).
import { DatabaseError } from "../../engine/engine.ts"
import type { Expression } from "../ast/expression.ts"
import type { Block, CompiledBody, CompileError, CompoundBody, SubprogramDeclaration } from "../ast/plsql.ts"
import { locate } from "../errors/syntax-error.ts"
import { parseCompound } from "./compound-trigger.ts"
import { parseLabels } from "./plsql-block.ts"
import { parseSubprogramFrom } from "./plsql-subprogram.ts"
import type { BindMeaning } from "./token-stream.ts"
import { TokenStream } from "./token-stream.ts"

const fork = (stream: TokenStream, bindMeaning: BindMeaning): TokenStream => {
  const { text, release, grammar, tokens } = stream
  const body = new TokenStream({ text, release, grammar, isUnit: true, tokens })
  body.bindMeaning = bindMeaning
  body.rewind(stream.mark())
  return body
}

const wrapper = /^ORA-06550: line \d+, column \d+:\n/

/** What ALL_ERRORS shows of a compile error; lines count from `start`. Other errors are raised again. */
const describe = (error: unknown, text: string, start: number): CompileError => {
  if (!(error instanceof DatabaseError) || error.code !== 6550) throw error
  const offset = Math.max(start, error.offset ?? start)
  return { message: error.message.replace(wrapper, ""), ...locate(text.slice(start), offset - start), offset }
}

interface Parsed {
  readonly block: Block | null
  readonly subprogram: SubprogramDeclaration | null
}

const compile = (stream: TokenStream, start: number, parse: () => Parsed): CompiledBody => {
  const span = { start, end: stream.text.trimEnd().length }
  try {
    return { ...parse(), errors: [], ...span }
  } catch (error) {
    return { block: null, subprogram: null, errors: [describe(error, stream.text, start)], ...span }
  } finally {
    stream.toEnd()
  }
}

const finish = (body: TokenStream): void => {
  body.expectOperator(";", 6550)
  if (!body.isEnd()) throw body.fail(6550, ["end of file"])
}

/** The body of a trigger in its three forms; the other two are null. */
export interface TriggerBody {
  readonly body: CompiledBody
  readonly call: Expression | null
  readonly compound: CompoundBody | null
}

/** A block, COMPOUND TRIGGER or CALL, to the end of the text. */
export const parseTriggerBody = (stream: TokenStream): TriggerBody => {
  const { start } = stream.token
  const inner = fork(stream, "correlation")
  let call: Expression | null = null
  let compound: CompoundBody | null = null
  const body = compile(stream, start, () => {
    if (inner.acceptWords("CALL")) {
      call = inner.grammar.target(inner)
      inner.acceptOperator(";")
      if (!inner.isEnd()) throw inner.fail(6550, ["end of file"])
      return { block: null, subprogram: null }
    }
    if (inner.isWord("COMPOUND")) compound = parseCompound(inner)
    const block = compound === null ? inner.grammar.block(inner, parseLabels(inner)) : null
    finish(inner)
    return { block, subprogram: null }
  })
  return { body, call, compound }
}

/** CREATE PROCEDURE and FUNCTION after the name; `start` is that of the keyword, from which ALL_SOURCE counts lines. */
export const parseUnitBody = (
  stream: TokenStream,
  start: number,
  type: SubprogramDeclaration["type"],
  name: SubprogramDeclaration["name"]
): CompiledBody => {
  const body = fork(stream, "correlation")
  return compile(stream, start, () => {
    const subprogram = parseSubprogramFrom(body, start, type, name)
    finish(body)
    if (subprogram.body === null) throw body.fail(6550, ["is", "as"])
    return { block: subprogram.body, subprogram }
  })
}

/** Text that is stored without being read. */
export const skipBody = (stream: TokenStream, start: number): CompiledBody => {
  stream.toEnd()
  return { block: null, subprogram: null, errors: [], start, end: stream.text.trimEnd().length }
}
