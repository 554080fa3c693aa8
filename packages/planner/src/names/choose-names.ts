// Every name the migration gives, chosen before anything is built. Free of collisions with the schema and among themselves.
import type { Finding, MigrationSettings, PlanNames, RenamedObject, TableModel } from "@orapart/contract"
import { makeFinding } from "../plan-codes.ts"
import { chooseFinalNames, childKey, hasName, isSelfReference, type FinalNames } from "./final-names.ts"
import { openNamespaces, takeName, type Namespace, type Namespaces } from "./namespace.ts"
import type { UsedNameIndex } from "./used-names.ts"
import { takeWishedNames, type WishedRole } from "./wished-names.ts"

/** What names are chosen from. */
export interface NamesInput {
  readonly source: TableModel
  /** `migration_settings.names`. */
  readonly wishes?: MigrationSettings["names"]
  /** 30 or 128: see nameLimitBytes of oracle-rules. */
  readonly limitBytes: number
  /** See indexUsedNames: the names of the snapshot the source comes from. */
  readonly used: UsedNameIndex
}

/** The chosen names with what had to be said about them. */
export interface ChosenNames {
  readonly names: PlanNames
  /** From names Oracle made to the names of the new table. */
  readonly finalNames: FinalNames
  readonly findings: ReadonlyArray<Finding>
}

const patterns = {
  interim: (table: string) => ({ base: table, suffix: "_INT" }),
  retained: (table: string) => ({ base: table, suffix: "_OLD" }),
  ledger: (table: string) => ({ prefix: "ORAPART_", base: table })
} as const satisfies { readonly [role in WishedRole]: (table: string) => object }

/**
 * One object under three names, all of them free. Where Oracle made the source's name, the final name is a planned one; `retained` is
 * then the name the old object would get, should a strategy rename it: nothing forces it to, because SYS_C names collide with nothing.
 */
const renameObject = (
  space: Namespace,
  name: string,
  limitBytes: number,
  suffixes: { readonly interim: string; readonly retained: string } = { interim: "_INT", retained: "_OLD" }
): RenamedObject => ({
  name,
  interim: takeName([space], { base: name, suffix: suffixes.interim }, limitBytes),
  retained: takeName([space], { base: name, suffix: suffixes.retained }, limitBytes)
})

const nameAttachments = (source: TableModel, finals: FinalNames, spaces: Namespaces, limitBytes: number) => ({
  indexes: source.indexes.map((index) => ({
    owner: index.owner,
    ...renameObject(spaces.of(index.owner, "indexes"), finals.indexes.get(index.name) ?? index.name, limitBytes)
  })),
  constraints: source.constraints.filter(hasName).map((constraint) => {
    const name = finals.constraints.get(constraint.name) ?? constraint.name
    return renameObject(spaces.of(source.owner, "constraints"), name, limitBytes)
  }),
  triggers: source.triggers.map((trigger) => ({
    owner: trigger.owner,
    ...renameObject(spaces.of(trigger.owner, "triggers"), trigger.name, limitBytes)
  })),
  // A child may be migrated too, and then its own plan uses _INT and _OLD for the same foreign key: these must differ.
  childForeignKeys: source.childForeignKeys
    .filter((key) => !isSelfReference(source, key))
    .map((key) => {
      const name = finals.childForeignKeys.get(childKey(key)) ?? key.name
      const suffixes = { interim: "_CHILD_INT", retained: "_CHILD_OLD" }
      return {
        owner: key.owner,
        table: key.table,
        ...renameObject(spaces.of(key.owner, "constraints"), name, limitBytes, suffixes)
      }
    })
})

const reportUnknownNames = (input: NamesInput): ReadonlyArray<Finding> => {
  const owners = [...new Set([input.source.owner, ...input.source.childForeignKeys.map((key) => key.owner)])].filter(
    (owner) => !input.used.isComplete(owner)
  )
  return owners.map((owner) =>
    makeFinding("OP225", {
      subject: owner,
      what: `The snapshot does not list the names in use in schema ${owner}; new names were compared with its tables only.`,
      why: "A name that a view, synonym or other object has already stops step 10 with ORA-00955.",
      advice: "Run discover again with this release, or rely on the preflight, which looks the names up.",
      evidence: { owner }
    })
  )
}

const reportReplacedNames = (source: TableModel, finals: FinalNames): ReadonlyArray<Finding> => {
  const replaced = [...finals.constraints, ...finals.indexes].map(([from, to]) => `${from} -> ${to}`)
  const children = [...finals.childForeignKeys].map(
    ([key, to]) => `${(JSON.parse(key) as Array<string>).join(".")} -> ${to}`
  )
  const all = [...new Set([...replaced, ...children])]
  if (all.length === 0) return []
  return [
    makeFinding("OP226", {
      subject: `${source.owner}.${source.name}`,
      what: `Names made by Oracle are replaced in the new table: ${all.join(", ")}.`,
      why: "A SYS_C name belongs to the object that has it and cannot be given to another one (ORA-02264).",
      advice: "Nothing to do. Code that mentions the old names has to use the new ones.",
      evidence: { replaced: all }
    })
  ]
}

/**
 * Chooses every name of the plan: within the limit in bytes, free in its namespace, never twice, the same for the same input.
 * Wishes that cannot be used are findings of severity error and the planner's own choice stands in their place. Foreign keys of
 * the table on itself are among the constraints, not among the children's. Generated NOT NULL constraints have no names.
 */
export const chooseNames = (input: NamesInput): ChosenNames => {
  const { limitBytes, source } = input
  const spaces = openNamespaces(input.used)
  const objects = spaces.of(source.owner, "objects")
  const wished = takeWishedNames(source, input.wishes ?? {}, objects, limitBytes)
  const nameTable = (role: WishedRole): string =>
    wished.taken.get(role) ?? takeName([objects], patterns[role](source.name), limitBytes)
  const [interim, retained, ledger] = [nameTable("interim"), nameTable("retained"), nameTable("ledger")]
  const finalNames = chooseFinalNames(source, spaces, limitBytes)
  return {
    names: { interim, retained, ledger, ...nameAttachments(source, finalNames, spaces, limitBytes) },
    finalNames,
    findings: [...wished.findings, ...reportUnknownNames(input), ...reportReplacedNames(source, finalNames)]
  }
}
