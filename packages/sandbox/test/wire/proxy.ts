// A TCP proxy between driver and server that cuts both streams anew, listens in, and can take the server's side over.
import { createServer, connect, type AddressInfo, type Socket } from "node:net"
import { below } from "./random.ts"

export interface ProxyOptions {
  /** Cuts what passes into pieces of random length; whole chunks without it. */
  readonly random?: () => number
  /** Told of every chunk from the client. */
  readonly onClientData?: (bytes: Buffer) => void
  /** Told of every chunk from the server. */
  readonly onServerData?: (bytes: Buffer) => void
  /** How long each chunk from the server is held back. */
  readonly serverDelayMilliseconds?: () => number
}

export interface Proxy {
  readonly port: number
  /** Sockets towards the server, in the order of the connections. */
  readonly upstreams: ReadonlyArray<Socket>
  /** Takes the newest connection over: the client is cut off, the server keeps its session. */
  readonly takeOver: () => Socket
  readonly close: () => Promise<void>
}

const pieceLengths = [1, 2, 3, 9, 40, 300, 1460, 9000]

const cut = (bytes: Buffer, random: () => number): ReadonlyArray<Buffer> => {
  const pieces: Array<Buffer> = []
  for (let at = 0; at < bytes.length;) {
    const size = 1 + below(random, pieceLengths[below(random, pieceLengths.length)] ?? 1)
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}

interface Passage {
  readonly random?: (() => number) | undefined
  readonly listen?: ((bytes: Buffer) => void) | undefined
  readonly delay?: (() => number) | undefined
}

// One piece per turn of the event loop, so that pieces do not melt together again. The end comes after the last piece.
const forward = (from: Socket, to: Socket, { random, listen, delay }: Passage): void => {
  const waiting: Array<Buffer> = []
  let isMoving = false
  let isEnded = false
  const move = (): void => {
    const piece = waiting.shift()
    isMoving = piece !== undefined
    if (piece !== undefined) {
      if (to.writable) to.write(piece)
      goOn()
    } else if (isEnded) to.end()
  }
  const goOn = (): void => {
    isMoving = true
    const milliseconds = delay?.() ?? 0
    if (milliseconds > 0) setTimeout(move, milliseconds)
    else setImmediate(move)
  }
  from.on("data", (bytes: Buffer) => {
    listen?.(bytes)
    waiting.push(...(random === undefined ? [bytes] : cut(bytes, random)))
    if (!isMoving) goOn()
  })
  from.on("end", () => {
    isEnded = true
    if (!isMoving) move()
  })
  from.on("error", () => to.destroy())
}

/** Starts a proxy in front of a port. */
export const startProxy = async (serverPort: number, options: ProxyOptions = {}): Promise<Proxy> => {
  const upstreams: Array<Socket> = []
  const clients: Array<Socket> = []
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: serverPort, host: "127.0.0.1", noDelay: true, allowHalfOpen: true })
    clients.push(client)
    upstreams.push(upstream)
    const { random } = options
    forward(client, upstream, { random, listen: options.onClientData })
    forward(upstream, client, { random, listen: options.onServerData, delay: options.serverDelayMilliseconds })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const takeOver = (): Socket => {
    const client = clients.pop()
    const upstream = upstreams.pop()
    if (client === undefined || upstream === undefined) throw new Error("there is no connection to take over")
    client.removeAllListeners()
    upstream.removeAllListeners()
    upstream.on("error", () => undefined).on("end", () => upstream.end())
    client.destroy()
    return upstream
  }
  return {
    port: (server.address() as AddressInfo).port,
    upstreams,
    takeOver,
    close: () =>
      new Promise((resolve) => {
        for (const socket of [...clients, ...upstreams]) socket.destroy()
        server.close(() => resolve())
      })
  }
}
