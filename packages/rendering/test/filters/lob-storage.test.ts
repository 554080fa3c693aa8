import { describe, expect, it } from "vitest"
import { writeLobStorage } from "../../src/filters/lob-storage.ts"
import { lob } from "../sample-plan.ts"

describe("lob_storage", () => {
  it("writes a SecureFile's clause, one parameter per line", () => {
    const clause = writeLobStorage([
      lob({
        chunkBytes: 8192,
        cache: "YES",
        retention: "AUTO",
        compression: "HIGH",
        isDeduplicated: true,
        isEncrypted: true
      })
    ])
    expect(clause).toBe(
      "  LOB (DOC) STORE AS SECUREFILE (\n    TABLESPACE LOB_TS\n    ENABLE STORAGE IN ROW\n    CHUNK 8192\n    RETENTION AUTO\n" +
        "    COMPRESS HIGH\n    DEDUPLICATE\n    ENCRYPT\n    CACHE LOGGING\n  )"
    )
  })

  it("writes one clause per column and none for no columns", () => {
    expect(writeLobStorage([lob(), lob({ column: "Photo", isInRow: false, cache: "CACHEREADS" })]).split("\n")).toEqual(
      [
        "  LOB (DOC) STORE AS SECUREFILE (",
        "    TABLESPACE LOB_TS",
        "    ENABLE STORAGE IN ROW",
        "    NOCACHE LOGGING",
        "  )",
        '  LOB ("Photo") STORE AS SECUREFILE (',
        "    TABLESPACE LOB_TS",
        "    DISABLE STORAGE IN ROW",
        "    CACHE READS LOGGING",
        "  )"
      ]
    )
    expect(writeLobStorage([])).toBe("")
  })

  it("gives a BasicFile PCTVERSION or RETENTION, never both", () => {
    const clause = writeLobStorage([
      lob({ isSecureFile: false, tablespace: null, pctVersion: 10, retention: "RETENTION" })
    ])
    expect(clause).toContain("STORE AS BASICFILE (")
    expect(clause).toContain("PCTVERSION 10")
    expect(clause).not.toContain("RETENTION")
    expect(writeLobStorage([lob({ isSecureFile: false, retention: "RETENTION" })])).toContain("    RETENTION\n")
  })

  it("never writes CACHE NOLOGGING for a BasicFile, which does not exist", () => {
    expect(writeLobStorage([lob({ isSecureFile: false, cache: "YES", isLogging: false })])).toContain("CACHE LOGGING")
    expect(writeLobStorage([lob({ isSecureFile: false, cache: "NO", isLogging: false })])).toContain(
      "NOCACHE NOLOGGING"
    )
    expect(writeLobStorage([lob({ cache: "YES", isLogging: false })])).toContain("CACHE NOLOGGING")
  })

  it("refuses a BasicFile with what only SecureFiles have", () => {
    expect(() => writeLobStorage([lob({ isSecureFile: false, compression: "LOW" })])).toThrow(
      "DOC is a BasicFile; COMPRESS LOW needs a SecureFile."
    )
  })
})
