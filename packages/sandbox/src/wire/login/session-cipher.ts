// The mathematics of the login: AES under the verifier's hash, the common key of both sides, and the passwords that travel under it.
import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from "node:crypto"

/** Rounds of PBKDF2 for the common key. */
export const COMMON_KEY_ROUNDS = 3
const BLOCK_BYTES = 16
const NO_VECTOR = Buffer.alloc(BLOCK_BYTES)

/** AES-256-CBC over whole blocks, without padding. */
export const encryptBlocks = (key: Uint8Array, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv("aes-256-cbc", key, NO_VECTOR).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

const decryptBlocks = (key: Uint8Array, secret: Uint8Array): Buffer => {
  const decipher = createDecipheriv("aes-256-cbc", key, NO_VECTOR).setAutoPadding(false)
  return Buffer.concat([decipher.update(secret), decipher.final()])
}

/** Upper-case hexadecimal, as keys travel. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex").toUpperCase()

/** Bytes of hexadecimal text of whole blocks; null when it is something else. */
const fromHex = (text: string): Buffer | null => {
  const isBlocks = text.length > 0 && text.length % (2 * BLOCK_BYTES) === 0 && text.length <= 8192
  return isBlocks && /^[0-9A-Fa-f]+$/.test(text) ? Buffer.from(text, "hex") : null
}

/** The 32 bytes that the client chose; random ones when it sent none that can be read, so that the login goes on and fails at its end. */
export const readClientKey = (hash: Uint8Array, text: string): Buffer => {
  const secret = fromHex(text)
  return secret === null || secret.length < 32 ? randomBytes(32) : decryptBlocks(hash, secret).subarray(0, 32)
}

/** The key of both sides: the client's part first, as text, salted. */
export const deriveCommonKey = (clientKey: Uint8Array, serverKey: Uint8Array, salt: Uint8Array): Buffer =>
  pbkdf2Sync(toHex(Buffer.concat([clientKey, serverKey])), salt, COMMON_KEY_ROUNDS, 32, "sha512")

/** A password that came under the common key: after 16 random bytes, padded to whole blocks. Null when it cannot be read. */
export const readPassword = (commonKey: Uint8Array, text: string): Buffer | null => {
  const secret = fromHex(text)
  if (secret === null || secret.length < 2 * BLOCK_BYTES) return null
  const plain = decryptBlocks(commonKey, secret)
  const padding = plain.at(-1) ?? 0
  const isPadded = padding >= 1 && padding <= BLOCK_BYTES && plain.subarray(-padding).every((byte) => byte === padding)
  return isPadded ? plain.subarray(BLOCK_BYTES, plain.length - padding) : null
}

/** The server's proof that it has the common key too. */
export const makeServerProof = (commonKey: Uint8Array): string => {
  const plain = Buffer.concat([
    randomBytes(BLOCK_BYTES),
    Buffer.from("SERVER_TO_CLIENT", "ascii"),
    Buffer.alloc(16, 16)
  ])
  return toHex(encryptBlocks(commonKey, plain))
}
