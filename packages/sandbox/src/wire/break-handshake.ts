// A break: the client interrupts, both sides exchange markers, then comes one error. The reply of the call that was broken off is never sent.
import { MARKER_BREAK, MARKER_RESET } from "./tns/packet.ts"
import type { PacketSink } from "./tns/packet-sink.ts"

/** What a break does to the connection. */
export interface BreakActions {
  /** Stops the running call, if there is one, and forgets what has come of the next request. */
  readonly interrupt: () => void
  /** Whether a call is still running. */
  readonly isBusy: () => boolean
  /** Sends ORA-01013 as the reply. */
  readonly replyCancelled: () => void
}

export class BreakHandshake {
  readonly #sink: PacketSink
  readonly #actions: BreakActions
  #isPending = false
  #hasReset = false

  constructor(sink: PacketSink, actions: BreakActions) {
    this.#sink = sink
    this.#actions = actions
  }

  /** Whether a break is going on: packets of requests are thrown away until it is over. */
  get isPending(): boolean {
    return this.#isPending
  }

  /** Takes a marker. A break is answered even when no call is running: then the reply has crossed it, and the client waits for the error. */
  takeMarker(kind: number): void {
    if (!this.#isPending) this.#begin()
    if (kind === MARKER_RESET) this.#hasReset = true
    this.settle()
  }

  #begin(): void {
    this.#isPending = true
    this.#hasReset = false
    this.#sink.isDiscarding = true
    this.#sink.release()
    this.#actions.interrupt()
    this.#sink.sendMarker(MARKER_BREAK)
  }

  /** Ends the break when the client has reset and the call has stopped, whichever is later. */
  settle(): void {
    if (!this.#isPending || !this.#hasReset || this.#actions.isBusy()) return
    this.#isPending = false
    this.#sink.isDiscarding = false
    this.#sink.sendMarker(MARKER_RESET)
    this.#actions.replyCancelled()
  }
}
