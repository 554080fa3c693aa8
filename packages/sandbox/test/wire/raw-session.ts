// A session on which the driver has logged in, and on which the test then speaks itself: for calls that the driver never makes.
import { once } from "node:events"
import type { Socket } from "node:net"
import type { MessageWriter } from "../../src/wire/ttc/message-writer.ts"
import { MessageWriter as Writer } from "../../src/wire/ttc/message-writer.ts"
import { makeKit, type BatteryTarget } from "../battery/battery-kit.ts"
import { loadDriver } from "../battery/driver.ts"
import { startProxy } from "./proxy.ts"

/** Logs in through a proxy and takes the server's side over. */
export const openRawSession = async (target: BatteryTarget): Promise<Socket> => {
  const proxy = await startProxy(target.port)
  const connection = await makeKit(loadDriver("oracledb"), { ...target, port: proxy.port }).connect()
  const socket = proxy.takeOver()
  await connection.close().catch(() => undefined)
  await proxy.close()
  return socket
}

/** A DATA packet around a payload; flagged as the end of a request unless said otherwise. */
export const dataPacket = (payload: Uint8Array, flags = 0x0800): Buffer => {
  const bytes = Buffer.alloc(10 + payload.length)
  bytes.writeUInt32BE(bytes.length, 0)
  bytes[4] = 6
  bytes.writeUInt16BE(flags, 8)
  bytes.set(payload, 10)
  return bytes
}

/** Sends a function and returns the content of the reply's first packet. */
export const call = async (socket: Socket, code: number, body: (writer: MessageWriter) => void): Promise<Buffer> => {
  const writer = new Writer()
  body(writer.u8(3).u8(code).u8(1))
  socket.write(dataPacket(writer.take()))
  const [reply] = (await once(socket, "data")) as [Buffer]
  return reply.subarray(10)
}
