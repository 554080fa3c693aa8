// Counts the memory that requests and LOBs hold, per connection and for the whole server, so that no client can take it all.
import { DatabaseError } from "../../engine/engine.ts"

/** ORA-04030 with the limit that was reached, in bytes. */
export const outOfMemory = (what: string, limitBytes: number): DatabaseError =>
  new DatabaseError(
    4030,
    `ORA-04030: out of process memory when trying to allocate more than ${limitBytes} bytes (sandbox,${what})`
  )

/** An account with a limit of its own, inside the account of the whole server. */
export class MemoryAccount {
  /** Most that it may hold. */
  limitBytes: number
  readonly #what: string
  readonly #parent: MemoryAccount | null
  #usedBytes = 0

  /** `what` stands in the error of an exceeded limit. */
  constructor(what: string, limitBytes: number, parent: MemoryAccount | null = null) {
    this.#what = what
    this.limitBytes = limitBytes
    this.#parent = parent
  }

  /** Bytes held now. */
  get usedBytes(): number {
    return this.#usedBytes
  }

  /** Whether so many bytes can be taken. */
  hasRoom(bytes: number): boolean {
    return this.#usedBytes + bytes <= this.limitBytes && (this.#parent?.hasRoom(bytes) ?? true)
  }

  /** Takes memory; fails with ORA-04030 and takes nothing when this account or the server's is full. */
  take(bytes: number): void {
    if (this.#usedBytes + bytes > this.limitBytes) throw outOfMemory(this.#what, this.limitBytes)
    this.#parent?.take(bytes)
    this.#usedBytes += bytes
  }

  /** Gives memory back; all that is left without an argument. */
  give(bytes: number = this.#usedBytes): void {
    this.#usedBytes -= bytes
    this.#parent?.give(bytes)
  }
}
