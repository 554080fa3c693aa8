// The driver's own encoders and decoders, reached past its public interface: the other side of every codec.
import { createRequire } from "node:module"

/** A buffer of the driver: what is written lies in `buf` up to `pos`. */
export interface DriverBuffer {
  readonly buf: Uint8Array
  readonly pos: number
  writeOracleNumber(text: string, writeLength: boolean): void
  writeOracleDate(date: Date, type: unknown, writeLength: boolean): void
  writeOracleIntervalYM(value: object, writeLength: boolean): void
  writeOracleIntervalDS(value: object, writeLength: boolean): void
  writeBinaryDouble(value: number): void
  writeBinaryFloat(value: number): void
  writeBytesWithLength(value: Uint8Array): void
  writeUB4(value: number): void
  writeUB8(value: number): void
  parseOracleNumber(bytes: Uint8Array): string
  parseOracleDate(bytes: Uint8Array, isLocal: boolean): Date
  parseOracleIntervalYM(bytes: Uint8Array): { readonly years: number; readonly months: number }
  parseOracleIntervalDS(bytes: Uint8Array): Readonly<Record<string, number>>
  parseBinaryDouble(bytes: Uint8Array): number
  parseBinaryFloat(bytes: Uint8Array): number
  readBytesWithLength(): Uint8Array | null
  readUB4(): number
  readUB8(): number
}

type DriverBufferClass = new (initial?: Uint8Array) => DriverBuffer

const require = createRequire(import.meta.url)
const {
  BaseBuffer,
  GrowableBuffer
}: {
  BaseBuffer: DriverBufferClass
  GrowableBuffer: DriverBufferClass
} = require("oracledb/lib/impl/datahandlers/buffer.js")

/** Bytes that the driver writes. */
export const writtenByDriver = (write: (buffer: DriverBuffer) => void): Buffer => {
  const buffer = new GrowableBuffer()
  write(buffer)
  return Buffer.from(buffer.buf.subarray(0, buffer.pos))
}

/** A reader of the driver over bytes. */
export const driverReader = (bytes: Uint8Array): DriverBuffer => new BaseBuffer(bytes)
