// One connection: sorts packets by its phase (connecting, descriptor, talking), lets one request run at a time and closes itself, and only itself, when
// something cannot be understood or takes too long.
import type { Socket } from "node:net"
import type { Engine } from "../engine/engine.ts"
import { BreakHandshake } from "./break-handshake.ts"
import { CallServer } from "./call/call-server.ts"
import { ProtocolError } from "./codec/encoding-error.ts"
import { readRequest } from "./request/read-request.ts"
import type { Request } from "./request/requests.ts"
import { parseConnectDescriptor } from "./tns/connect-descriptor.ts"
import { agreeOnSdu, makeAccept, makeRefuse, parseConnect, type ConnectRequest } from "./tns/connect-packet.ts"
import {
  DATA_COMPRESSED,
  DATA_END_OF_FILE,
  DATA_END_OF_REQUEST,
  DATA_PREFIX_BYTES,
  PACKET_CONNECT,
  PACKET_DATA,
  PACKET_MARKER,
  type Packet
} from "./tns/packet.ts"
import { PacketSink } from "./tns/packet-sink.ts"
import { PacketSplitter } from "./tns/packet-splitter.ts"
import { refusalOf } from "./tns/refusal.ts"
import { MemoryAccount } from "./ttc/memory-account.ts"
import { RequestPump } from "./ttc/request-pump.ts"
import { RequestReader } from "./ttc/request-reader.ts"
import { Watchdog } from "./watchdog.ts"
import type { WireLimits } from "./wire-limits.ts"

/** Longest packet before the login, in bytes. */
const MAX_EARLY_BYTES = 65_535
/** Longest request before the login, in bytes. */
const MAX_EARLY_REQUEST_BYTES = 262_144
const MAX_PACKET_BYTES = 2_097_152

/** What a connection is given. */
export interface ConnectionInput {
  readonly socket: Socket
  readonly engine: Engine
  readonly limits: WireLimits
  /** The whole server's memory. */
  readonly account: MemoryAccount
  /** There are too many: the client is told so. */
  readonly isSurplus: boolean
  /** Why the connection was closed from this side; never holds what was sent. */
  readonly report: (reason: string) => void
}

type Phase = { readonly kind: "connect" } | { readonly kind: "descriptor"; readonly request: ConnectRequest } | Talk

interface Talk {
  readonly kind: "talk"
  readonly pump: RequestPump<Request>
  readonly server: CallServer
  readonly requests: MemoryAccount
}

export class WireConnection {
  /** Done when the socket is closed and the session has ended. */
  readonly closed: Promise<void>
  readonly #input: ConnectionInput
  readonly #splitter = new PacketSplitter(MAX_EARLY_BYTES, new Set([PACKET_CONNECT]))
  readonly #sink: PacketSink
  readonly #breaks: BreakHandshake
  readonly #watchdog: Watchdog
  #phase: Phase = { kind: "connect" }
  #running: AbortController | null = null
  /** The last packet is out: whatever still comes in is not read. */
  #isOver = false
  #lastCall: Promise<void> = Promise.resolve()

  constructor(input: ConnectionInput) {
    this.#input = input
    const { socket, limits } = input
    this.#sink = new PacketSink(socket, limits.stallSeconds * 1000, () => this.#drop("the client does not read"))
    this.#watchdog = new Watchdog((reason) => this.#drop(reason))
    this.#watchdog.expect("login", limits.loginSeconds)
    this.#breaks = new BreakHandshake(this.#sink, {
      interrupt: () => this.#interrupt(),
      isBusy: () => this.#running !== null,
      replyCancelled: () => this.#talk()?.server.replyCancelled()
    })
    socket.on("data", (bytes: Buffer) => this.#onData(bytes))
    socket.on("error", () => socket.destroy())
    socket.on("end", () => socket.destroy())
    this.closed = new Promise((resolve) => socket.once("close", () => resolve(this.#cleanUp())))
  }

  /** Cuts the connection. */
  destroy(): void {
    this.#input.socket.destroy()
  }

  #talk(): Talk | null {
    return this.#phase.kind === "talk" ? this.#phase : null
  }

  #drop(reason: string): void {
    this.#input.report(reason)
    this.destroy()
  }

  // Lets the client read what was sent; the watchdog of the login sees to a client that never goes.
  #hangUp(lastPacket: Buffer = Buffer.alloc(0)): void {
    this.#isOver = true
    this.#input.socket.end(lastPacket)
  }

  async #cleanUp(): Promise<void> {
    this.#watchdog.stop()
    this.#running?.abort()
    await this.#lastCall
    const talk = this.#talk()
    talk?.pump.reset()
    await talk?.server.close()
  }

  #onData(bytes: Buffer): void {
    try {
      this.#splitter.push(bytes)
      for (let packet = this.#splitter.next(); packet !== undefined; packet = this.#splitter.next()) {
        if (this.#isOver || this.#input.socket.destroyed) return
        this.#onPacket(packet)
      }
      this.#watchUnfinished()
    } catch (error) {
      this.#drop(error instanceof ProtocolError ? error.message : "fault in the wire")
    }
  }

  #watchUnfinished(): void {
    const isHalfSent = this.#splitter.isMidPacket || (this.#talk()?.pump.isMidRequest ?? false)
    const isHalfBroken = this.#breaks.isPending && this.#running === null
    if (isHalfSent || isHalfBroken) this.#watchdog.expect("rest of a request", this.#input.limits.stallSeconds)
    else this.#watchdog.met("rest of a request")
  }

  #onPacket(packet: Packet): void {
    const phase = this.#phase
    if (phase.kind === "connect" && packet.type === PACKET_CONNECT) return this.#onConnect(packet.bytes)
    if (packet.type === PACKET_DATA && packet.bytes.length >= DATA_PREFIX_BYTES) {
      if (phase.kind === "descriptor") return this.#onDescriptor(packet.bytes, phase.request)
      if (phase.kind === "talk") return this.#onRequestData(packet.bytes, phase)
    }
    const isMarker = packet.type === PACKET_MARKER && packet.bytes.length >= 11
    if (isMarker && phase.kind === "talk" && phase.server.isLoggedIn)
      return this.#breaks.takeMarker(packet.bytes[10] ?? 0)
    throw new ProtocolError(`packet of type ${packet.type} is not expected here`)
  }

  #onConnect(bytes: Buffer): void {
    const request = parseConnect(bytes)
    this.#splitter.expectedTypes = new Set([PACKET_DATA, PACKET_MARKER])
    if (request.descriptor !== null) this.#accept(request, request.descriptor)
    else this.#phase = { kind: "descriptor", request }
  }

  #onDescriptor(bytes: Buffer, request: ConnectRequest): void {
    if (bytes.length - DATA_PREFIX_BYTES < request.descriptorBytes)
      throw new ProtocolError("the connect descriptor is shorter than announced")
    this.#accept(request, bytes.toString("utf8", DATA_PREFIX_BYTES, DATA_PREFIX_BYTES + request.descriptorBytes))
  }

  #accept(request: ConnectRequest, descriptor: string): void {
    const { engine, limits, account, isSurplus } = this.#input
    const target = parseConnectDescriptor(descriptor)
    const refusal = refusalOf(target, engine.services, isSurplus)
    if (refusal !== null) {
      this.#hangUp(makeRefuse(refusal))
      return
    }
    const sdu = agreeOnSdu(request.sdu, limits.sduBytes)
    this.#sink.sdu = sdu
    this.#sink.sendPacket(makeAccept(request.version, sdu))
    this.#splitter.isLarge = true
    const server = new CallServer({
      engine,
      sink: this.#sink,
      service: target.service ?? "",
      limits,
      lobAccount: new MemoryAccount("LOBs of a session", limits.maxLobBytes, account)
    })
    const requests = new MemoryAccount("request", MAX_EARLY_REQUEST_BYTES, account)
    const pump = new RequestPump(new RequestReader(requests), (reader) =>
      readRequest(reader, () => server.readContext())
    )
    this.#phase = { kind: "talk", pump, server, requests }
  }

  #onRequestData(bytes: Buffer, talk: Talk): void {
    const flags = bytes.readUInt16BE(8)
    if ((flags & DATA_END_OF_FILE) !== 0) return this.destroy()
    if ((flags & DATA_COMPRESSED) !== 0) throw new ProtocolError("compressed data")
    // What a client still sends of a request that it has itself broken off.
    if (this.#breaks.isPending) return
    const payload = bytes.subarray(DATA_PREFIX_BYTES)
    if (this.#running !== null) {
      if (payload.length === 0) return
      throw new ProtocolError("a request before the reply to the last one")
    }
    const isFlagged = (flags & DATA_END_OF_REQUEST) !== 0
    const arrival = talk.pump.push(payload, { isFlagged, isShort: bytes.length < this.#sink.sdu })
    if (arrival === null) return
    if (arrival.kind === "refused") this.#refuse(talk.server, arrival.error)
    else this.#lastCall = this.#serve(arrival.request, talk)
  }

  #refuse(server: CallServer, error: Parameters<CallServer["refuse"]>[0]): void {
    server.refuse(error)
    if (!server.isLoggedIn) this.#hangUp()
  }

  async #serve(request: Request, { pump, server, requests }: Talk): Promise<void> {
    const running = new AbortController()
    this.#running = running
    try {
      const verdict = await server.serve(request, running.signal)
      if (verdict === "hang-up") this.#hangUp()
      if (server.isLoggedIn) this.#onLoggedIn(requests)
    } catch (error) {
      this.#drop(error instanceof ProtocolError ? error.message : "fault in a call")
    }
    pump.reset()
    this.#running = null
    this.#breaks.settle()
  }

  #onLoggedIn(requests: MemoryAccount): void {
    this.#watchdog.met("login")
    requests.limitBytes = this.#input.limits.maxRequestBytes
    this.#splitter.maxBytes = MAX_PACKET_BYTES
  }

  #interrupt(): void {
    const talk = this.#talk()
    if (this.#running !== null) this.#running.abort()
    else {
      talk?.pump.reset()
      talk?.server.doubtLastReply()
    }
  }
}
