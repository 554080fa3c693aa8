import { describe, expect, it } from "vitest"
import { lintScript } from "@orapart/sqlplus"
import { passwordInScript } from "../../src/lint/password-in-script.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP747 password-in-script", () => {
  it("fires on CONNECT, HOST, COPY and IDENTIFIED BY", () => {
    const text = script(
      "CONN scott/tiger",
      'CONNECT sys/"a b"@db AS SYSDBA',
      "HOST expdp userid=system/manager full=y",
      "!sqlplus -s -L hr/hr @x",
      "COPY FROM a/b@c TO /@d REPLACE t USING SELECT 1 FROM dual",
      "ALTER USER hr IDENTIFIED BY hr2;"
    )
    expect(linesBreaking(passwordInScript, text)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it("is silent on wallets, variables and prompts", () => {
    const text = script(
      "CONNECT /",
      "CONNECT /@db",
      "CONNECT hr@db",
      "CONNECT / AS SYSDBA",
      "CONNECT hr/&pwd@db",
      'CONNECT hr/"&pwd"@db',
      "HOST sqlplus /nolog @/u01/x.sql",
      "HOST expdp /@db parfile=/u01/a.par",
      'CREATE USER a IDENTIFIED BY "&pwd";',
      "CREATE USER b IDENTIFIED EXTERNALLY;"
    )
    expect(linesBreaking(passwordInScript, text)).toEqual([])
  })

  it("never repeats the password", () => {
    const text = script("CONNECT scott/tiger@db", "ALTER USER hr IDENTIFIED BY welcome1;", "HOST sqlplus hr/secret3")
    const said = JSON.stringify(lintScript(text, { file: "a.sql", rules: [passwordInScript] }))
    expect(said).toContain("scott")
    expect(said).not.toMatch(/tiger|welcome1|secret3/u)
  })
})
