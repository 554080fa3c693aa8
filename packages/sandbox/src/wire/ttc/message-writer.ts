// Writes the primitive encodings of a reply into one growing buffer. Knows no message and no packet.

const MAX_SHORT_LENGTH = 252
const ESCAPE_LONG = 254
const CHUNK_BYTES = 65_535

export class MessageWriter {
  #bytes: Buffer
  #length = 0

  constructor(capacity = 512) {
    this.#bytes = Buffer.allocUnsafe(capacity)
  }

  /** Bytes written since the last `take`. */
  get length(): number {
    return this.#length
  }

  /** What was written; the writer is empty afterwards and keeps no hold of it. */
  take(): Buffer {
    const bytes = this.#bytes.subarray(0, this.#length)
    this.#bytes = Buffer.allocUnsafe(Math.max(512, Math.min(this.#bytes.length, 131_072)))
    this.#length = 0
    return bytes
  }

  /** Forgets everything after the first `length` bytes. */
  cut(length: number): void {
    this.#length = length
  }

  #reserve(count: number): number {
    const at = this.#length
    if (at + count > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, at + count))
      this.#bytes.copy(grown, 0, 0, at)
      this.#bytes = grown
    }
    this.#length = at + count
    return at
  }

  u8(value: number): this {
    const at = this.#reserve(1)
    this.#bytes[at] = value
    return this
  }

  /** So many zero bytes. */
  zeros(count: number): this {
    const at = this.#reserve(count)
    this.#bytes.fill(0, at, at + count)
    return this
  }

  u16(value: number): this {
    const at = this.#reserve(2)
    this.#bytes.writeUInt16BE(value, at)
    return this
  }

  u16le(value: number): this {
    const at = this.#reserve(2)
    this.#bytes.writeUInt16LE(value, at)
    return this
  }

  /** Unsigned integer of variable length (ub2, ub4, ub8 alike), in 1, 2, 4 or 8 bytes. */
  ub(value: number): this {
    if (value === 0) return this.u8(0)
    if (value < 0x100) return this.u8(1).u8(value)
    if (value < 0x1_0000) return this.u8(2).u16(value)
    const width = value < 0x1_0000_0000 ? 4 : 8
    this.u8(width)
    const at = this.#reserve(width)
    if (width === 4) this.#bytes.writeUInt32BE(value, at)
    else this.#bytes.writeBigUInt64BE(BigInt(value), at)
    return this
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    const at = this.#reserve(bytes.length)
    this.#bytes.set(bytes, at)
    return this
  }

  /** Bytes that carry their length, in chunks when long; null is NULL. */
  bytesWithLength(bytes: Uint8Array | null): this {
    if (bytes === null) return this.u8(0)
    if (bytes.length <= MAX_SHORT_LENGTH) return this.u8(bytes.length).raw(bytes)
    this.u8(ESCAPE_LONG)
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const chunk = bytes.subarray(at, at + CHUNK_BYTES)
      this.ub(chunk.length).raw(chunk)
    }
    return this.u8(0)
  }

  /** UTF-8 text that carries its length. */
  text(text: string): this {
    const length = Buffer.byteLength(text)
    if (length > MAX_SHORT_LENGTH) return this.bytesWithLength(Buffer.from(text, "utf8"))
    const at = this.u8(length).#reserve(length)
    this.#bytes.write(text, at, "utf8")
    return this
  }

  /** Text behind its byte count; only the count when it is empty. */
  countedText(text: string): this {
    return text === "" ? this.u8(0) : this.ub(Buffer.byteLength(text)).text(text)
  }
}
