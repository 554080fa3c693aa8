// Constraints of the hard table: every kind in every state that copy_swap carries, both directions of foreign keys.
import { check, childForeignKey, foreignKey, notNull, primaryKey, unique } from "@orapart/testkit/builders"
import type { TableModel } from "@orapart/testkit/builders"

/** 127 characters and 128 bytes: the umlaut takes two. */
const longCheckName = "Prüfung ".padEnd(127, "Menge und Preis ")

const disabled = { isEnabled: false, isValidated: false }
const notValidated = { isValidated: false }
const deferred = { isDeferrable: true, isInitiallyDeferred: true }

/** The primary key, which holds partition and hash key. */
export const orderKey = "Aufträge PK"
export const orderKeyColumns = ["Auftrag Nr", "gebucht am"]

const keys = [
  primaryKey(orderKey, orderKeyColumns),
  unique("TOKEN_UK", "TOKEN", { isRely: true, ...deferred }),
  unique("SYS_C0055501", ["WHOLE", "CODE"]),
  unique("Seal UK", "SEAL", disabled)
]

const notNulls = [
  notNull("Name fehlt", "Name"),
  notNull("BRANCH_NN", "BRANCH", notValidated),
  notNull("CLERK_NN", "CLERK", disabled),
  notNull("SHIFT_NN", "SHIFT", deferred)
]

const checks = [
  check("STATUS_CK", `"STATUS" IN ('Neu & "offen";', 'Sent', 'Paid', 'It''s back', 'Void')`, { columns: ["STATUS"] }),
  check(longCheckName, '"Menge" > 0 AND\n  "Preis" >= 0 -- legacy rows differ', notValidated),
  check("REGION_CK", "\"REGION\" <> N'&none'", disabled),
  check("TINY_CK", '"TINY" < 1', { isRely: true, ...disabled }),
  check("MASS_CK", '"MASS" IS NAN OR "MASS" >= 0', deferred),
  check("Doc is JSON", '"DOC" IS JSON'),
  check("SYS_C0055502", '"ROUNDED" > -1000')
]

const self = { table: "Aufträge", constraint: orderKey, columns: orderKeyColumns }

const foreignKeys = [
  foreignKey("Kunde FK", "Kunde", { owner: "STAMM", table: "KUNDEN", columns: "ID" }, { deleteRule: "CASCADE" }),
  foreignKey("LAGER_FK", "Lager", { table: "Läger", columns: "Nr" }, { deleteRule: "SET NULL", ...notValidated }),
  foreignKey("SYS_C0055503", "CURRENCY", { owner: "STAMM", table: "WAEHRUNGEN", columns: "ISO" }, disabled),
  foreignKey("Vorgänger FK", ["Vorgänger Nr", "Vorgänger Tag"], self, { ...deferred, ...notValidated })
]

export const orderConstraints = [...keys, ...notNulls, ...checks, ...foreignKeys]

const toKey = { referencedConstraint: orderKey, referencedColumns: orderKeyColumns }
const state = { isEnabled: true, isValidated: true, isRely: false, isDeferrable: false, isInitiallyDeferred: false }

/** Foreign keys that point at the hard table: its own, the positions', one of another schema, one with a generated name. */
export const orderChildren: TableModel["childForeignKeys"] = [
  childForeignKey({
    table: "Aufträge",
    name: "Vorgänger FK",
    columns: ["Vorgänger Nr", "Vorgänger Tag"],
    ...toKey,
    state: { ...state, isDeferrable: true, isInitiallyDeferred: true, isValidated: false }
  }),
  childForeignKey({
    table: "Positionen",
    name: "Position gehört zu Auftrag",
    columns: ["Auftrag Nr", "Auftrag Tag"],
    ...toKey,
    deleteRule: "CASCADE"
  }),
  childForeignKey({
    owner: "Faktura",
    table: "Rechnungen & mehr",
    name: "RECHNUNG_AUFTRAG_FK",
    columns: ["AUFTRAG", "TAG"],
    ...toKey,
    deleteRule: "SET NULL",
    state: { ...state, isRely: true, isValidated: false }
  }),
  childForeignKey({
    table: "MAHNUNGEN",
    name: "SYS_C0055588",
    columns: ["TOKEN"],
    referencedConstraint: "TOKEN_UK",
    referencedColumns: ["TOKEN"],
    state: { ...state, isEnabled: false, isValidated: false }
  })
]
