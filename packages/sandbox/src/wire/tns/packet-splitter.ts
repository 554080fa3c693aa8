// Cuts the byte stream of a socket into packets, wherever TCP has cut it.
import { ProtocolError } from "../codec/encoding-error.ts"
import { HEADER_BYTES, type Packet } from "./packet.ts"

export class PacketSplitter {
  /** Whether lengths have 32 bits: after ACCEPT. */
  isLarge = false
  /** Greatest length of a packet, header included. */
  maxBytes: number
  /** Types of packets that may come now: any other is refused at its header, before the rest of it has come. */
  expectedTypes: ReadonlySet<number>
  #pieces: Array<Buffer> = []
  #buffered = 0

  constructor(maxBytes: number, expectedTypes: ReadonlySet<number>) {
    this.maxBytes = maxBytes
    this.expectedTypes = expectedTypes
  }

  /** Whether a packet has begun to arrive and is not complete. */
  get isMidPacket(): boolean {
    return this.#buffered > 0
  }

  /** Adds what arrived. */
  push(bytes: Buffer): void {
    this.#pieces.push(bytes)
    this.#buffered += bytes.length
  }

  // Makes the first `length` bytes one piece; a packet is joined once, when it is complete.
  #join(length: number): Buffer {
    const first = this.#pieces[0]
    if (first !== undefined && first.length >= length) return first
    const joined = Buffer.concat(this.#pieces)
    this.#pieces = [joined]
    return joined
  }

  /** The next complete packet, undefined when there is none yet. Fails with a ProtocolError when its length or type is impossible. */
  next(): Packet | undefined {
    if (this.#buffered < HEADER_BYTES) return undefined
    const header = this.#join(HEADER_BYTES)
    const length = this.isLarge ? header.readUInt32BE(0) : header.readUInt16BE(0)
    if (length < HEADER_BYTES || length > this.maxBytes) throw new ProtocolError(`packet of ${length} bytes`)
    const type = header[4] ?? 0
    if (!this.expectedTypes.has(type)) throw new ProtocolError(`packet of type ${type} is not expected here`)
    if (this.#buffered < length) return undefined
    const joined = this.#join(length)
    if (joined.length === length) this.#pieces.shift()
    else this.#pieces[0] = joined.subarray(length)
    this.#buffered -= length
    return { type, bytes: joined.subarray(0, length) }
  }
}
