// What a login gives away, and to whom.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { makeVerifier, matchesVerifier } from "../../src/accounts/password-verifier.ts"
import { LoginDialogue } from "../../src/wire/login/login-dialogue.ts"
import { versionNumber } from "../../src/wire/login/session-facts.ts"
import { assertOra, assertUsable, makeKit, type BatteryKit } from "../battery/battery-kit.ts"
import { loadDriver } from "../battery/driver.ts"
import { startScriptedServer, type ScriptedServer } from "../scripted/battery-target.ts"

describe("a password verifier", () => {
  it("matches its password and no other, in any alphabet", async () => {
    const verifier = makeVerifier("pässwörd-😀")
    expect(await matchesVerifier(verifier, Buffer.from("pässwörd-😀"))).toBe(true)
    expect(await matchesVerifier(verifier, Buffer.from("passwörd-😀"))).toBe(false)
    expect(await matchesVerifier(verifier, Buffer.alloc(0))).toBe(false)
  })

  it("differs for the same password and does not hold it", () => {
    const [one, two] = [makeVerifier("hr123"), makeVerifier("hr123")]
    expect(one.hash).not.toEqual(two.hash)
    expect([one.salt.length, one.hash.length]).toEqual([16, 32])
    expect(JSON.stringify(one)).not.toContain("hr123")
  })
})

describe("the first step of a login", () => {
  const ask = async (scripted: ScriptedServer, user: string) =>
    new LoginDialogue(scripted.engine).begin({ user, mode: 0, pairs: new Map() })

  it("looks the same for a user who does not exist, each time with the same salt", async () => {
    const scripted = await startScriptedServer()
    const shape = (facts: Awaited<ReturnType<typeof ask>>) =>
      facts.map(({ key, value, flags }) => [key, value.length, flags])
    const saltOf = (facts: Awaited<ReturnType<typeof ask>>) => facts.find(({ key }) => key === "AUTH_VFR_DATA")?.value
    const [known, unknown, again, other] = [
      await ask(scripted, "hr"),
      await ask(scripted, "nobody"),
      await ask(scripted, "NOBODY"),
      await ask(scripted, "somebody")
    ]
    expect(shape(unknown)).toEqual(shape(known))
    expect(saltOf(again)).toBe(saltOf(unknown))
    expect(saltOf(other)).not.toBe(saltOf(unknown))
    await scripted.server.close()
  })
})

describe("the version number", () => {
  it("holds the five parts as clients take them apart", () => {
    expect(versionNumber("19.22.0.0.0")).toBe(320_208_896)
    expect(versionNumber("21.3.0.0.0")).toBe(0x15_03_00_00)
  })
})

describe("accounts", () => {
  const driver = loadDriver("oracledb")
  let scripted: ScriptedServer
  let kit: BatteryKit

  beforeAll(async () => {
    scripted = await startScriptedServer()
    kit = makeKit(driver, scripted.target)
  })
  afterAll(() => scripted.server.close())

  it("tell only who knows the password that they are locked", async () => {
    await assertOra(kit.connect({ user: "locked_user", password: "key" }), 28_000)
    await assertOra(kit.connect({ user: "locked_user", password: "wrong" }), 1017)
  })

  it("with an expired password let in with a new one only", async () => {
    await assertOra(kit.connect({ user: "expired_user", password: "old" }), 28_001)
    await kit.use(assertUsable, { user: "expired_user", password: "old", newPassword: "new_1" })
    await kit.use(assertUsable, { user: "expired_user", password: "new_1" })
  })

  it("are refused while nothing of the login is right, twenty times in a row", async () => {
    const failures = Array.from({ length: 20 }, (_, at) => assertOra(kit.connect({ password: `guess ${at}` }), 1017))
    await Promise.all(failures)
    await kit.use(assertUsable)
    await vi.waitFor(() => expect(scripted.engine.openSessions()).toBe(0))
  })

  it("are refused when the wanted service is another server's", async () => {
    await expect(kit.connect({ connectString: `127.0.0.1:${scripted.server.port}/freepdb1:pooled` })).rejects.toThrow(
      /NJS-|ORA-/
    )
    await kit.use(assertUsable, { connectString: `127.0.0.1:${scripted.server.port}/freepdb1` })
  })
})
