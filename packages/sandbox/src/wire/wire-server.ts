// The listener: takes connections on the loopback address only, as many as the limits allow.
import { createServer, type AddressInfo, type Socket } from "node:net"
import type { Engine } from "../engine/engine.ts"
import { MemoryAccount } from "./ttc/memory-account.ts"
import { WireConnection } from "./wire-connection.ts"
import { defaultLimits, type WireLimits } from "./wire-limits.ts"

/** The sandbox is never reachable from another machine. */
const HOST = "127.0.0.1"
const KEEP_ALIVE_MILLISECONDS = 60_000

/** How to start the wire. */
export interface WireServerOptions {
  readonly engine: Engine
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** What differs from `defaultLimits`. */
  readonly limits?: Partial<WireLimits>
  /** Told why a connection was closed from this side: a reason in words, never anything that a client sent. */
  readonly report?: (reason: string) => void
}

/** A running listener. */
export interface WireServer {
  readonly port: number
  /** Open connections. */
  readonly connectionCount: () => number
  /** Bytes that requests and LOBs of all connections hold. */
  readonly usedBytes: () => number
  /** Cuts all connections, ends their sessions and frees the port. */
  readonly close: () => Promise<void>
}

/** Starts to listen on 127.0.0.1. Fails with node's own error when the port is taken. The engine stays the caller's to close. */
export const startWireServer = async (options: WireServerOptions): Promise<WireServer> => {
  const limits: WireLimits = { ...defaultLimits, ...options.limits }
  const report = options.report ?? (() => undefined)
  const account = new MemoryAccount("server", limits.maxTotalBytes)
  const connections = new Set<WireConnection>()

  const admit = (socket: Socket): void => {
    const isSurplus = connections.size >= limits.maxConnections
    const connection = new WireConnection({ socket, engine: options.engine, limits, account, isSurplus, report })
    connections.add(connection)
    connection.closed.then(
      () => connections.delete(connection),
      () => connections.delete(connection)
    )
  }

  const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MILLISECONDS }, admit)
  // Clients beyond the limit are told so, but not without end.
  server.maxConnections = limits.maxConnections * 2
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, HOST, () => resolve())
  })

  const close = async (): Promise<void> => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const connection of connections) connection.destroy()
    await Promise.allSettled([...connections].map((connection) => connection.closed))
    await stopped
  }
  return {
    port: portOf(server.address()),
    connectionCount: () => connections.size,
    usedBytes: () => account.usedBytes,
    close
  }
}

const portOf = (address: AddressInfo | string | null): number =>
  address === null || typeof address === "string" ? 0 : address.port
