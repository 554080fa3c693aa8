// Messages of PostgreSQL's protocol that the backend sends. The driver of PGlite parses values and wraps statements; the engine needs texts and portals,
// so it speaks the protocol itself.

/** A parameter as text; null is NULL. */
export type Parameter = string | null

const frame = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type, 0, "latin1")
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}

const text = (value: string): Buffer => Buffer.concat([Buffer.from(value, "utf8"), Buffer.alloc(1)])

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** Parse: a statement under a name; types of parameters are taken from the casts in the text. */
export const parseMessage = (name: string, sql: string): Buffer =>
  frame("P", Buffer.concat([text(name), text(sql), int16(0)]))

/** Bind: all parameters and all results as text. */
export const bindMessage = (portal: string, statement: string, parameters: ReadonlyArray<Parameter>): Buffer => {
  const values = parameters.flatMap((value) => {
    if (value === null) return [int32(-1)]
    const bytes = Buffer.from(value, "utf8")
    return [int32(bytes.length), bytes]
  })
  return frame(
    "B",
    Buffer.concat([text(portal), text(statement), int16(0), int16(parameters.length), ...values, int16(0)])
  )
}

/** Execute: at most `rows` rows, 0 is all. */
export const executeMessage = (portal: string, rows: number): Buffer =>
  frame("E", Buffer.concat([text(portal), int32(rows)]))

/** Close of a statement (S) or a portal (P). */
export const closeMessage = (what: "S" | "P", name: string): Buffer =>
  frame("C", Buffer.concat([Buffer.from(what, "latin1"), text(name)]))

/** Sync: ends a batch; what follows an error up to here is skipped. */
export const syncMessage = (): Buffer => frame("S", Buffer.alloc(0))

/** Query: a script of statements without parameters. */
export const queryMessage = (sql: string): Buffer => frame("Q", text(sql))
