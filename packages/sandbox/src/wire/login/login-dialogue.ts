// The two steps of a login and the change of a password. Holds the session's keys; neither they nor a password ever leave this file except encrypted.
import { createHmac, randomBytes } from "node:crypto"
import { makeVerifier, matchesVerifier, VERIFIER_ROUNDS } from "../../accounts/password-verifier.ts"
import { DatabaseError, type Account, type Engine, type PasswordVerifier } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import type { LoginFact, LoginMessage } from "./login-pairs.ts"
import {
  COMMON_KEY_ROUNDS,
  deriveCommonKey,
  encryptBlocks,
  makeServerProof,
  readClientKey,
  readPassword,
  toHex
} from "./session-cipher.ts"

/** Type of the 12c verifier, which goes out as the flags of the salt. */
const VERIFIER_TYPE = 18_453
/** SYSDBA, SYSOPER, SYSASM, SYSBACKUP, SYSDG, SYSKM, SYSRAC. */
const ADMINISTRATIVE_MODES = 0x0f40_0060

const refuse = (): DatabaseError => new DatabaseError(1017, "ORA-01017: invalid username/password; logon denied")

const decoySecret = randomBytes(32)

/** The verifier of a user who does not exist: always the same one for the same name, so that nobody can tell. */
const makeDecoy = (user: string): PasswordVerifier => {
  const bytes = createHmac("sha512", decoySecret).update(user).digest()
  return { salt: bytes.subarray(0, 16), hash: bytes.subarray(16, 48) }
}

/** A user's name as the dictionary has it: upper case unless quoted. */
const nameOf = (user: string): string => {
  const text = user.trim()
  return text.startsWith('"') && text.endsWith('"') && text.length > 2 ? text.slice(1, -1) : text.toUpperCase()
}

interface Challenge {
  readonly user: string
  readonly account: Account | null
  readonly verifier: PasswordVerifier
  readonly serverKey: Buffer
  readonly keySalt: Buffer
}

export class LoginDialogue {
  readonly #engine: Engine
  #challenge: Challenge | null = null
  #commonKey: Buffer | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** First step: what the client needs to prove that it knows the password. The same for a user who does not exist. */
  async begin(message: LoginMessage): Promise<ReadonlyArray<LoginFact>> {
    const user = nameOf(message.user)
    const account = await this.#engine.findAccount(user)
    const verifier = account?.verifier ?? makeDecoy(user)
    const challenge = { user, account, verifier, serverKey: randomBytes(32), keySalt: randomBytes(16) }
    this.#challenge = challenge
    return [
      { key: "AUTH_SESSKEY", value: toHex(encryptBlocks(verifier.hash, challenge.serverKey)) },
      { key: "AUTH_VFR_DATA", value: toHex(verifier.salt), flags: VERIFIER_TYPE },
      { key: "AUTH_PBKDF2_CSK_SALT", value: toHex(challenge.keySalt) },
      { key: "AUTH_PBKDF2_VGEN_COUNT", value: String(VERIFIER_ROUNDS) },
      { key: "AUTH_PBKDF2_SDER_COUNT", value: String(COMMON_KEY_ROUNDS) }
    ]
  }

  /**
   * Second step: checks the password and returns the user's name and the server's proof. Fails with ORA-01017 (also for an unknown user, after the same
   * work), ORA-28000 when the account is locked and ORA-28001 when its password has expired; only who knows the password learns of the two.
   */
  async finish(message: LoginMessage): Promise<{ readonly user: string; readonly facts: ReadonlyArray<LoginFact> }> {
    const challenge = this.#challenge
    if (challenge === null) throw new ProtocolError("login without its first step")
    this.#challenge = null
    const clientKey = readClientKey(challenge.verifier.hash, message.pairs.get("AUTH_SESSKEY") ?? "")
    const commonKey = deriveCommonKey(clientKey, challenge.serverKey, challenge.keySalt)
    await this.#check(challenge.account, challenge.verifier, commonKey, message)
    this.#commonKey = commonKey
    if (message.pairs.has("AUTH_NEWPASSWORD")) await this.#replace(challenge.user, commonKey, message)
    else if (challenge.account?.status === "EXPIRED")
      throw new DatabaseError(28_001, "ORA-28001: the password has expired")
    return { user: challenge.user, facts: [{ key: "AUTH_SVR_RESPONSE", value: makeServerProof(commonKey) }] }
  }

  /** Changes a password inside a session, under the key of its login. Fails with ORA-01017 when the old one is wrong. */
  async changePassword(message: LoginMessage): Promise<void> {
    const commonKey = this.#commonKey
    if (commonKey === null) throw new ProtocolError("change of a password before the login")
    const user = nameOf(message.user)
    const account = await this.#engine.findAccount(user)
    await this.#check(account, account?.verifier ?? makeDecoy(user), commonKey, message)
    await this.#replace(user, commonKey, message)
  }

  /** Forgets the keys. */
  forget(): void {
    this.#commonKey?.fill(0)
    this.#challenge?.serverKey.fill(0)
  }

  async #check(
    account: Account | null,
    verifier: PasswordVerifier,
    commonKey: Buffer,
    message: LoginMessage
  ): Promise<void> {
    const password = readPassword(commonKey, message.pairs.get("AUTH_PASSWORD") ?? "")
    const isRight = await matchesVerifier(verifier, password ?? Buffer.alloc(0))
    password?.fill(0)
    const isAdministrative = (message.mode & ADMINISTRATIVE_MODES) !== 0
    if (!isRight || password === null || account === null || isAdministrative) throw refuse()
    if (account.status === "LOCKED") throw new DatabaseError(28_000, "ORA-28000: The account is locked.")
  }

  async #replace(user: string, commonKey: Buffer, message: LoginMessage): Promise<void> {
    const password = readPassword(commonKey, message.pairs.get("AUTH_NEWPASSWORD") ?? "")
    if (password === null || password.length === 0)
      throw new DatabaseError(988, "ORA-00988: missing or invalid password(s)")
    const verifier = makeVerifier(password.toString("utf8"))
    password.fill(0)
    await this.#engine.changePassword(user, verifier)
  }
}
