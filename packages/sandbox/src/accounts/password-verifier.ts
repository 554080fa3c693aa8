// What is kept of a password, and how one is checked against it. Follows Oracle's 12c verifier (type 18453), because the login needs that very hash
// as the key of its first message. A password is never kept, logged or part of an error.
import { createHash, pbkdf2, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto"
import type { PasswordVerifier } from "../engine/engine.ts"

/** Rounds of PBKDF2 over the password; the client is told and does the same. */
export const VERIFIER_ROUNDS = 4096
const SALT_BYTES = 16
const KEY_BYTES = 64
const HASH_BYTES = 32
const SPEEDY_KEY = Buffer.from("AUTH_PBKDF2_SPEEDY_KEY", "ascii")

const hashKey = (key: Buffer, salt: Uint8Array): Buffer =>
  createHash("sha512").update(key).update(salt).digest().subarray(0, HASH_BYTES)

const derivationSalt = (salt: Uint8Array): Buffer => Buffer.concat([salt, SPEEDY_KEY])

/** A new verifier with a random salt; takes some milliseconds of the caller's time. */
export const makeVerifier = (password: string): PasswordVerifier => {
  const salt = randomBytes(SALT_BYTES)
  const key = pbkdf2Sync(Buffer.from(password, "utf8"), derivationSalt(salt), VERIFIER_ROUNDS, KEY_BYTES, "sha512")
  return { salt, hash: hashKey(key, salt) }
}

/** Whether `password` (UTF-8 bytes) is the one of the verifier. Takes the same time either way and does not block other sessions. */
export const matchesVerifier = (verifier: PasswordVerifier, password: Uint8Array): Promise<boolean> =>
  new Promise((resolve, reject) => {
    pbkdf2(password, derivationSalt(verifier.salt), VERIFIER_ROUNDS, KEY_BYTES, "sha512", (error, key) => {
      if (error !== null) reject(error)
      else resolve(timingSafeEqual(hashKey(key, verifier.salt), verifier.hash))
    })
  })
