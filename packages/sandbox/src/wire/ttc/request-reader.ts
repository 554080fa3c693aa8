// Reads a request out of packets that may be cut at any byte. Reading is a generator that pauses where bytes are missing, so that nothing is ever
// read twice. Knows the primitive encodings and no message.
import { ProtocolError } from "../codec/encoding-error.ts"
import type { MemoryAccount } from "./memory-account.ts"

/** A reading that may pause for more bytes: `yield*` it; each plain `yield` inside means "not enough yet". */
export type Reading<T> = Generator<undefined, T, undefined>

const EMPTY = Buffer.alloc(0)
const MAX_SHORT_LENGTH = 252
const ESCAPE_LONG = 254
const NULL_LENGTH = 255

/** Memory that one bind value costs besides its bytes. */
const VALUE_COST_BYTES = 32

export class RequestReader {
  readonly #account: MemoryAccount
  #chunks: Array<Buffer> = []
  #nextChunk = 0
  #head: Buffer = EMPTY
  #at = 0
  #available = 0

  /** Bytes are taken from `account` as they arrive and given back by `reset`. */
  constructor(account: MemoryAccount) {
    this.#account = account
  }

  /** Bytes that arrived and are not read. */
  get available(): number {
    return this.#available
  }

  /** Appends what arrived; fails with ORA-04030 when the request has grown too big. */
  push(bytes: Buffer): void {
    this.#account.take(bytes.length)
    this.#chunks.push(bytes)
    this.#available += bytes.length
  }

  /** Forgets the request and what is left of it. */
  reset(): void {
    this.#chunks = []
    this.#nextChunk = 0
    this.#head = EMPTY
    this.#at = 0
    this.#available = 0
    this.#account.give()
  }

  /** Accounts for values that are kept; fails with ORA-04030. */
  charge(values: number): void {
    this.#account.take(values * VALUE_COST_BYTES)
  }

  // Chunks that were read are let go in one piece now and then: taking each from the front would move all others each time.
  #nextHead(): Buffer {
    const head = this.#chunks[this.#nextChunk] ?? EMPTY
    this.#nextChunk++
    if (this.#nextChunk >= 256) {
      this.#chunks.splice(0, this.#nextChunk)
      this.#nextChunk = 0
    }
    return head
  }

  #take(length: number): Buffer {
    if (this.#at >= this.#head.length) {
      this.#head = this.#nextHead()
      this.#at = 0
    }
    this.#available -= length
    const inHead = this.#head.length - this.#at
    if (length <= inHead) {
      const bytes = this.#head.subarray(this.#at, this.#at + length)
      this.#at += length
      return bytes
    }
    return this.#gather(length, inHead)
  }

  #gather(length: number, inHead: number): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    this.#head.copy(bytes, 0, this.#at)
    let filled = inHead
    while (filled < length) {
      this.#head = this.#nextHead()
      this.#at = Math.min(this.#head.length, length - filled)
      filled += this.#head.copy(bytes, filled, 0, this.#at)
    }
    return bytes
  }

  /** Exactly so many bytes; valid until `reset`. */
  *bytes(length: number): Reading<Buffer> {
    while (this.#available < length) yield
    return this.#take(length)
  }

  /** Passes over so many bytes. */
  *skip(length: number): Reading<void> {
    while (this.#available < length) yield
    if (length > 0) this.#take(length)
  }

  *u8(): Reading<number> {
    while (this.#available < 1) yield
    return this.#take(1)[0] ?? 0
  }

  *u16(): Reading<number> {
    return (yield* this.bytes(2)).readUInt16BE(0)
  }

  *u16le(): Reading<number> {
    return (yield* this.bytes(2)).readUInt16LE(0)
  }

  /** Unsigned integer of variable length, at most `width` bytes; more than 2^53-1 is refused. */
  *ub(width: 2 | 4 | 8): Reading<number> {
    const length = yield* this.u8()
    if (length === 0) return 0
    if (length > width) throw new ProtocolError(`integer of ${length} bytes where ${width} are the most`)
    let value = 0
    for (const byte of yield* this.bytes(length)) value = value * 256 + byte
    if (value > Number.MAX_SAFE_INTEGER) throw new ProtocolError("integer beyond 2^53")
    return value
  }

  *ub2(): Reading<number> {
    return yield* this.ub(2)
  }

  *ub4(): Reading<number> {
    return yield* this.ub(4)
  }

  *ub8(): Reading<number> {
    return yield* this.ub(8)
  }

  /**
   * The same as `bytesWithLength` for a short value that has come as a whole, without the cost of a generator; undefined when it is not so simple, and
   * nothing is read then.
   */
  shortBytes(): Buffer | null | undefined {
    const length = this.#head[this.#at]
    if (length === undefined || length > MAX_SHORT_LENGTH || this.#at + 1 + length > this.#head.length) return undefined
    this.#at += 1 + length
    this.#available -= 1 + length
    return length === 0 ? null : this.#head.subarray(this.#at - length, this.#at)
  }

  /** Bytes that carry their length, in chunks when long; null is NULL. */
  *bytesWithLength(): Reading<Buffer | null> {
    const length = yield* this.u8()
    return yield* this.bytesAfterLength(length)
  }

  /** The same when the length byte has been read. */
  *bytesAfterLength(length: number): Reading<Buffer | null> {
    if (length === 0 || length === NULL_LENGTH) return null
    if (length < ESCAPE_LONG) return yield* this.bytes(length)
    const chunks: Array<Buffer> = []
    for (;;) {
      const size = yield* this.ub4()
      if (size === 0) return Buffer.concat(chunks)
      chunks.push(yield* this.bytes(size))
    }
  }

  /** UTF-8 text that carries its length; NULL is empty. */
  *text(): Reading<string> {
    return (yield* this.bytesWithLength())?.toString("utf8") ?? ""
  }

  /** Text behind a byte count that may be 0; nothing follows then. */
  *countedText(): Reading<string> {
    return (yield* this.ub4()) === 0 ? "" : yield* this.text()
  }
}
