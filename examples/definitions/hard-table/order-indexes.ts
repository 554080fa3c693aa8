// Indexes and LOB storage of the hard table.
import { index, lob, uniqueIndex } from "@orapart/testkit/builders"
import { gigabytes } from "../sizes.ts"

/** 128 bytes, the most that COMPATIBLE 12.2 allows. */
const longName = "AUFTRAEGE_".padEnd(121, "KUNDE_REGION_STATUS_") + "_INDEX1"

/** The same name in two schemas: only the owner tells them apart. */
const twin = "Kunde IX"

export const orderIndexes = [
  index("STATUS_BMX", "STATUS", { type: "bitmap" }),
  index("Kürzel BMX", 'UPPER("Kürzel")', { type: "bitmap", tablespace: "Daten 2" }),
  index("NAME_FX", 'UPPER("Name")', { degree: "4", isLogging: false }),
  index("Offene FX", `CASE WHEN "STATUS" IN ('Neu & "offen";','It''s back')\n     THEN "Kunde" END`, { degree: "DEFAULT" }),
  uniqueIndex("ONE_OPEN_UX", `CASE "STATUS" WHEN 'Sent' THEN "TOKEN" END`),
  index("Neueste zuerst", '"gebucht am" DESC', { pctFree: 1, iniTrans: 8 }),
  index("VORGAENGER_RX", ['"Vorgänger Nr"', '"Vorgänger Tag"'], { isReverse: true }),
  index(longName, ["REGION", "STATUS", '"gebucht am"'], { compression: { type: "prefix", length: 2 } }),
  index("PREIS_IX", '"Preis"', { isVisible: false, compression: { type: "advanced-low" } }),
  index("MOMENT_IX", ["MOMENT_6", "MOMENT_9"], { compression: { type: "advanced-high" }, isUsable: false }),
  index("LAGER_IX", '"Lager"', { pctFree: null, iniTrans: null }),
  index(twin, '"Kunde"'),
  index(twin, ['"Kunde"', '"gebucht am"'], { owner: "Indizes" })
]

export const orderLobs = [
  lob("LETTER", {
    cache: "YES",
    chunkBytes: null,
    retention: "AUTO",
    compression: "MEDIUM",
    isDeduplicated: true,
    bytes: gigabytes(2.5)
  }),
  lob("LETTER_N", { tablespace: "Daten 2", compression: "LOW", retention: "MIN 3600", bytes: gigabytes(0.5) }),
  lob("SCAN", {
    tablespace: "Daten 2",
    chunkBytes: 32_768,
    isInRow: false,
    cache: "CACHEREADS",
    isLogging: false,
    bytes: gigabytes(6)
  }),
  lob("OLD_NOTE", { isSecureFile: false, pctVersion: 20, bytes: gigabytes(0.25) }),
  lob("SECRET", { isEncrypted: true, compression: "HIGH", tablespace: null, bytes: gigabytes(0.25) }),
  lob("DOC", { bytes: gigabytes(1) })
]
