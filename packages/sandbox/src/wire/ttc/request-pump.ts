// Feeds packets to the reading of a request, and passes over the rest of a request that is refused half-way.
import { DatabaseError } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import type { Reading, RequestReader } from "./request-reader.ts"

/** What a client's packets amounted to. */
export type Arrival<T> =
  | { readonly kind: "request"; readonly request: T }
  | { readonly kind: "refused"; readonly error: DatabaseError }

/** How a packet says that it is the last of its request. */
export interface PacketEnd {
  /** The client has flagged it. */
  readonly isFlagged: boolean
  /** It is shorter than packets may be: for a client that flags nothing that has to do. */
  readonly isShort: boolean
}

export class RequestPump<T> {
  readonly #reader: RequestReader
  readonly #start: (reader: RequestReader) => Reading<T>
  #reading: Reading<T> | null = null
  #refused: DatabaseError | null = null
  #hasFlags = false

  constructor(reader: RequestReader, start: (reader: RequestReader) => Reading<T>) {
    this.#reader = reader
    this.#start = start
  }

  /** Whether a request has begun and is not complete. */
  get isMidRequest(): boolean {
    return this.#reading !== null || this.#refused !== null
  }

  /** Forgets what has come of a request; its memory is free again. */
  reset(): void {
    this.#reading = null
    this.#refused = null
    this.#reader.reset()
  }

  /** Takes a packet's content. Fails with a ProtocolError when what follows could not be understood any more. */
  push(payload: Buffer, end: PacketEnd): Arrival<T> | null {
    if (end.isFlagged) this.#hasFlags = true
    if (payload.length === 0 && !this.isMidRequest) return null
    if (this.#refused === null) {
      try {
        return this.#advance(payload, end)
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        this.reset()
        this.#refused = error
      }
    }
    return this.#passOver(this.#refused, end)
  }

  #advance(payload: Buffer, end: PacketEnd): Arrival<T> | null {
    this.#reader.push(payload)
    this.#reading ??= this.#start(this.#reader)
    const step = this.#reading.next()
    if (step.done !== true) {
      if (end.isFlagged) throw new ProtocolError("the request ends too early")
      return null
    }
    if (this.#reader.available > 0) throw new ProtocolError("bytes after the end of the request")
    this.#reading = null
    return { kind: "request", request: step.value }
  }

  #passOver(error: DatabaseError, end: PacketEnd): Arrival<T> | null {
    if (!end.isFlagged && (this.#hasFlags || !end.isShort)) return null
    this.#refused = null
    return { kind: "refused", error }
  }
}
