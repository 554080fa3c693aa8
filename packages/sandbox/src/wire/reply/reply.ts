// One reply under way: what is written but not sent, and what of it is whole. A failing value takes back the message that it stood in.
import { MessageWriter } from "../ttc/message-writer.ts"
import type { PacketSink } from "../tns/packet-sink.ts"

/** A reply is sent in parts of about this length, so that memory stays small however many rows there are. */
const SPILL_BYTES = 65_536

export class Reply {
  readonly writer = new MessageWriter(4096)
  readonly #sink: PacketSink
  #whole = 0

  constructor(sink: PacketSink) {
    this.#sink = sink
  }

  /** Says that everything written so far consists of whole messages. */
  markWhole(): void {
    this.#whole = this.writer.length
  }

  /** Takes back what was written since the last whole message. */
  takeBack(): void {
    this.writer.cut(this.#whole)
  }

  /** Sends what is written when it is much, and waits until the client has read it. Call it between messages only. */
  async spill(): Promise<void> {
    if (this.writer.length < SPILL_BYTES) return
    this.finish()
    await this.#sink.drained()
  }

  /** Sends what is left. */
  finish(): void {
    this.#sink.send(this.writer.take())
    this.#whole = 0
  }
}
