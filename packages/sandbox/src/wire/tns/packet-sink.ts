// The way out: cuts replies into packets and waits when the client does not read. After a break it swallows the reply of the aborted call.
import type { Socket } from "node:net"
import { makeDataPackets, makeMarker } from "./packet.ts"

export class PacketSink {
  /** Agreed length of a packet in bytes. */
  sdu = 8192
  /** Whether replies are thrown away: from a break until its handshake ends. */
  isDiscarding = false
  readonly #socket: Socket
  readonly #stallMilliseconds: number
  readonly #onStall: () => void
  #wake: (() => void) | null = null

  /** `onStall` is called when a reply waits and the client has read nothing for `stallMilliseconds`. */
  constructor(socket: Socket, stallMilliseconds: number, onStall: () => void) {
    this.#socket = socket
    this.#stallMilliseconds = stallMilliseconds
    this.#onStall = onStall
    socket.on("drain", () => this.release())
    socket.on("close", () => this.release())
  }

  /** Sends a packet as it is, during a break too. */
  sendPacket(packet: Buffer): void {
    if (this.#socket.writable) this.#socket.write(packet)
  }

  /** Sends a marker, during a break too. */
  sendMarker(kind: number): void {
    this.sendPacket(makeMarker(kind))
  }

  /** Sends a part of a reply. */
  send(payload: Buffer): void {
    if (!this.isDiscarding) this.sendPacket(makeDataPackets(payload, this.sdu))
  }

  /** Ends a wait: the client has read, a break came, or the socket is gone. */
  release(): void {
    this.#wake?.()
    this.#wake = null
  }

  /** Waits until the client has read what was sent; returns at once when nothing waits or the reply is swallowed. */
  async drained(): Promise<void> {
    if (!this.#socket.writableNeedDrain || this.isDiscarding || this.#socket.destroyed) return
    const timer = setTimeout(this.#onStall, this.#stallMilliseconds)
    await new Promise<void>((resolve) => (this.#wake = resolve))
    clearTimeout(timer)
  }
}
