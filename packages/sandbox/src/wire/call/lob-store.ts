// The LOBs that a session holds by locator: values of fetched rows, OUT binds and temporary ones that the client fills. Memory is bounded: when it
// runs out, the longest untouched values of rows are dropped, and who still asks for one gets ORA-22922.
import { randomBytes } from "node:crypto"
import { DatabaseError } from "../../engine/engine.ts"
import { FORM_NATIONAL } from "../codec/character-data.ts"
import { LOCATOR_BYTES } from "../request/read-lob-call.ts"
import type { MemoryAccount } from "../ttc/memory-account.ts"
import { LobContent } from "./lob-content.ts"

/** LOBs of one session, small ones too. */
const MAX_LOBS = 100_000
const LOB_COST_BYTES = 200
const LOCATOR_VERSION = 4
const FLAG_BLOB = 1
const FLAG_CLOB = 2
const FLAG_INITIALIZED = 8
/** Pieces of a CLOB travel as UTF-16, so that no piece can cut a character in two. */
const FLAG_UTF16 = 0x80
const FLAG_TEMPORARY = 1
const KEY_OFFSET = 16
const ID_OFFSET = 24

/** A LOB and what its locator says of it. */
export interface StoredLob {
  readonly locator: Buffer
  readonly isTemporary: boolean
  readonly content: LobContent
  /** Opened by the client, which means no more than that it asks for it. */
  isOpen: boolean
}

const invalid = (): DatabaseError => new DatabaseError(22_922, "ORA-22922: nonexistent LOB value")

export class LobStore {
  readonly #account: MemoryAccount
  readonly #key = randomBytes(8)
  readonly #lobs = new Map<number, { readonly lob: StoredLob; bytes: number }>()
  #lastId = 0

  constructor(account: MemoryAccount) {
    this.#account = account
  }

  #makeLocator(id: number, isBinary: boolean, form: number, isTemporary: boolean): Buffer {
    const locator = Buffer.alloc(LOCATOR_BYTES)
    locator.writeUInt16BE(LOCATOR_BYTES - 2, 0)
    locator.writeUInt16BE(LOCATOR_VERSION, 2)
    locator[4] = isBinary ? FLAG_BLOB : FLAG_CLOB
    locator[5] = FLAG_INITIALIZED
    locator[6] = isBinary ? 0 : FLAG_UTF16
    locator[7] = isTemporary ? FLAG_TEMPORARY : 0
    locator[8] = form === FORM_NATIONAL ? FORM_NATIONAL : 0
    this.#key.copy(locator, KEY_OFFSET)
    locator.writeUIntBE(id, ID_OFFSET, 6)
    return locator
  }

  // Frees the oldest values of rows until `bytes` fit; temporary LOBs belong to the client and stay.
  #makeRoom(bytes: number): void {
    for (const [id, held] of this.#lobs) {
      const isFull = this.#lobs.size >= MAX_LOBS || !this.#account.hasRoom(bytes)
      if (!isFull) break
      if (!held.lob.isTemporary) this.#drop(id)
    }
    this.#account.take(bytes)
  }

  #drop(id: number): void {
    this.#account.give(this.#lobs.get(id)?.bytes ?? 0)
    this.#lobs.delete(id)
  }

  /** Keeps a value and gives it a locator. Fails with ORA-04030 when temporary LOBs have taken all memory. */
  add(value: string | Uint8Array, form: number, isTemporary: boolean): StoredLob {
    const content = new LobContent(value)
    const bytes = LOB_COST_BYTES + content.heldBytes
    this.#makeRoom(bytes)
    this.#lastId++
    const lob = {
      locator: this.#makeLocator(this.#lastId, content.isBinary, form, isTemporary),
      isTemporary,
      content,
      isOpen: false
    }
    this.#lobs.set(this.#lastId, { lob, bytes })
    return lob
  }

  #idOf(locator: Buffer): number {
    const isOurs = locator.length === LOCATOR_BYTES && locator.subarray(KEY_OFFSET, KEY_OFFSET + 8).equals(this.#key)
    return isOurs ? locator.readUIntBE(ID_OFFSET, 6) : 0
  }

  /** The LOB of a locator. Fails with ORA-22922 when there is none (any more). */
  find(locator: Buffer): StoredLob {
    const held = this.#lobs.get(this.#idOf(locator))
    if (held === undefined) throw invalid()
    return held.lob
  }

  /** Changes a temporary LOB. Fails with ORA-03001 for one of a row: the sandbox writes those by UPDATE only. */
  change(locator: Buffer, grownBytes: number, change: (content: LobContent) => void): void {
    const lob = this.find(locator)
    const held = this.#lobs.get(this.#idOf(locator))
    if (!lob.isTemporary || held === undefined)
      throw new DatabaseError(3001, "ORA-03001: unimplemented feature: writing a table's LOB by its locator")
    this.#makeRoom(grownBytes)
    held.bytes += grownBytes
    change(lob.content)
  }

  /** Forgets a LOB; one that is not known is none of its business. */
  free(locator: Buffer): void {
    this.#drop(this.#idOf(locator))
  }

  /** Forgets all. */
  clear(): void {
    this.#lobs.clear()
    this.#account.give()
  }
}
