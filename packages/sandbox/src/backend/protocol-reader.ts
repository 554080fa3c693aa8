// Reads the answers of PostgreSQL's protocol: rows as text, the row count, the error. It knows no statement.

/** A row as text. */
export type TextRow = ReadonlyArray<string | null>

/** An error of PostgreSQL, before it is known what Oracle would say. */
export class BackendError extends Error {
  override readonly name = "BackendError"
  /** SQLSTATE. */
  readonly state: string
  readonly detail: string | null
  readonly table: string | null
  readonly column: string | null
  readonly constraint: string | null

  constructor(fields: Readonly<Record<string, string>>) {
    super(fields["M"] ?? "unknown error")
    this.state = fields["C"] ?? "XX000"
    this.detail = fields["D"] ?? null
    this.table = fields["t"] ?? null
    this.column = fields["c"] ?? null
    this.constraint = fields["n"] ?? null
  }
}

/** What one batch of messages gave. */
export interface Answer {
  readonly rows: ReadonlyArray<TextRow>
  /** Of the last command; 0 where there is none. */
  readonly rowCount: number
  /** The portal has more rows. */
  readonly isSuspended: boolean
  readonly error: BackendError | null
}

const readRow = (bytes: Buffer, start: number): TextRow => {
  const count = bytes.readUInt16BE(start)
  const row: (string | null)[] = []
  let at = start + 2
  for (let column = 0; column < count; column += 1) {
    const length = bytes.readInt32BE(at)
    at += 4
    if (length < 0) {
      row.push(null)
      continue
    }
    row.push(bytes.toString("utf8", at, at + length))
    at += length
  }
  return row
}

const readError = (bytes: Buffer, start: number, end: number): BackendError => {
  const fields: Record<string, string> = {}
  let at = start
  while (at < end && bytes[at] !== 0) {
    const stop = bytes.indexOf(0, at + 1)
    fields[String.fromCharCode(bytes[at] ?? 0)] = bytes.toString("utf8", at + 1, stop)
    at = stop + 1
  }
  return new BackendError(fields)
}

const countOf = (tag: string): number => {
  const last = tag.split(" ").at(-1) ?? ""
  return /^\d+$/.test(last) ? Number(last) : 0
}

/** Reads everything that came back for a batch. */
export const readAnswer = (data: Uint8Array): Answer => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const rows: TextRow[] = []
  let rowCount = 0
  let isSuspended = false
  let error: BackendError | null = null
  let at = 0
  while (at + 5 <= bytes.length) {
    const type = bytes[at]
    const end = at + 1 + bytes.readInt32BE(at + 1)
    if (type === 0x44) rows.push(readRow(bytes, at + 5))
    else if (type === 0x43) rowCount = countOf(bytes.toString("latin1", at + 5, end - 1))
    else if (type === 0x73) isSuspended = true
    else if (type === 0x45) error ??= readError(bytes, at + 5, end)
    at = end
  }
  return { rows, rowCount, isSuspended, error }
}
