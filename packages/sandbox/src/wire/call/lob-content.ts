// What a LOB holds: text counted in UTF-16 units, or bytes. Pieces that are appended are joined when somebody reads.

/** Content that grows by pieces. */
export class LobContent {
  readonly isBinary: boolean
  #text: string
  #pieces: Array<Uint8Array>
  #length: number

  constructor(value: string | Uint8Array) {
    this.isBinary = typeof value !== "string"
    this.#text = typeof value === "string" ? value : ""
    this.#pieces = typeof value === "string" ? [] : [value]
    this.#length = value.length
  }

  /** Characters (UTF-16 units) or bytes. */
  get length(): number {
    return this.#length
  }

  /** Memory it takes, about. */
  get heldBytes(): number {
    return this.isBinary ? this.#length : this.#length * 2
  }

  #joined(): Uint8Array {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)]
    return this.#pieces[0] ?? new Uint8Array()
  }

  /** All of it. */
  get value(): string | Uint8Array {
    return this.isBinary ? this.#joined() : this.#text
  }

  /** A part, from a zero-based place; shorter at the end. */
  read(start: number, count: number): string | Uint8Array {
    return this.isBinary ? this.#joined().subarray(start, start + count) : this.#text.slice(start, start + count)
  }

  /** Puts data at a zero-based place; a gap before it is filled with blanks or zero bytes, as Oracle does. */
  write(start: number, data: string | Uint8Array): void {
    if (typeof data === "string") this.#writeText(start, data)
    else this.#writeBytes(start, data)
    this.#length = Math.max(this.#length, start + data.length)
  }

  #writeText(start: number, data: string): void {
    const before = start >= this.#length ? this.#text.padEnd(start, " ") : this.#text.slice(0, start)
    this.#text = before + data + this.#text.slice(start + data.length)
  }

  #writeBytes(start: number, data: Uint8Array): void {
    if (start >= this.#length) {
      if (start > this.#length) this.#pieces.push(new Uint8Array(start - this.#length))
      this.#pieces.push(data)
      return
    }
    const old = this.#joined()
    this.#pieces = [old.subarray(0, start), data, old.subarray(start + data.length)]
  }

  /** Cuts it to a length; a greater one changes nothing. */
  trim(length: number): void {
    if (length >= this.#length) return
    if (this.isBinary) this.#pieces = [this.#joined().slice(0, length)]
    else this.#text = this.#text.slice(0, length)
    this.#length = length
  }
}
