// OBJECTS, SYNONYMS, VIEWS, SEQUENCES, DEPENDENCIES.
import type { Entry, ObjectFacts, SequenceEntry } from "../../catalog/entries.ts"
import { readColumns, same } from "../columns.ts"
import type { BaseDefinition, BaseRow, Cell, CellRow, DictionarySource } from "../view.ts"
import { localPart } from "./part-indexes.ts"

const columns = readColumns(`
  OWNER v128! OBJECT_NAME v128! SUBOBJECT_NAME v128 OBJECT_ID n! DATA_OBJECT_ID n OBJECT_TYPE v23 CREATED d! LAST_DDL_TIME d! TIMESTAMP v19 STATUS v7 TEMPORARY v1 GENERATED v1 SECONDARY v1
  NAMESPACE n! EDITION_NAME v128 SHARING v18@12.1 EDITIONABLE v1@12.1 ORACLE_MAINTAINED v1@12.1 APPLICATION v1@12.2 DEFAULT_COLLATION v100@12.2 DUPLICATED v1@12.2 SHARDED v1@12.2
  CREATED_APPID n@18 CREATED_VSNID n@18 MODIFIED_APPID n@18 MODIFIED_VSNID n@18`)

interface Described extends Partial<ObjectFacts> {
  readonly owner: string
  readonly name: string
  readonly subname?: string
  readonly id: number
  readonly type: string
  readonly namespace: number
  readonly hasData?: boolean
  readonly isTemporary?: boolean
}

const objectRow = (object: Described): BaseRow => ({
  owner: object.owner,
  cells: {
    OWNER: object.owner,
    OBJECT_NAME: object.name,
    SUBOBJECT_NAME: object.subname,
    OBJECT_ID: object.id,
    DATA_OBJECT_ID: object.hasData === true ? object.id : null,
    OBJECT_TYPE: object.type,
    CREATED: object.createdAt,
    LAST_DDL_TIME: object.lastDdlAt,
    TIMESTAMP: object.lastDdlAt?.replace(" ", ":"),
    STATUS: object.isValid === false ? "INVALID" : "VALID",
    TEMPORARY: object.isTemporary === true ? "Y" : "N",
    GENERATED: object.isSystemNamed === true ? "Y" : "N",
    SECONDARY: "N",
    NAMESPACE: object.namespace,
    SHARING: "NONE",
    EDITIONABLE: ["VIEW", "SYNONYM", "TRIGGER", "PROCEDURE", "FUNCTION", "PACKAGE", "PACKAGE BODY"].includes(
      object.type
    )
      ? "Y"
      : null,
    ORACLE_MAINTAINED: "N",
    APPLICATION: "N",
    DEFAULT_COLLATION: "USING_NLS_COMP",
    DUPLICATED: "N",
    SHARDED: "N"
  }
})

/** Id of a part of a local index: it has no entry of its own. */
const partOfIndex = (indexId: number, partId: number): number => indexId * 10_000_000 + partId

const partRows = (source: DictionarySource, root: Extract<Entry, { kind: "table" }>): ReadonlyArray<BaseRow> => {
  const { owner } = root
  const indexes = source.catalog.childrenOf(root.id, "index")
  const isLocal = indexes.filter(({ locality }) => locality.kind === "local")
  return source.catalog.childrenOf(root.id, "partition").flatMap((partition) => {
    const facts = { createdAt: partition.createdAt, lastDdlAt: partition.lastDdlAt, namespace: 1 }
    const isComposite = partition.subpartitions.length > 0
    const parts = isComposite ? partition.subpartitions : []
    const table = { ...facts, owner, name: root.name, hasData: !isComposite, isSystemNamed: partition.isSystemNamed }
    return [
      objectRow({ ...table, subname: partition.name, id: partition.id, type: "TABLE PARTITION" }),
      ...parts.map(({ name, id, isSystemNamed }) =>
        objectRow({ ...table, hasData: true, isSystemNamed, subname: name, id, type: "TABLE SUBPARTITION" })
      ),
      ...isLocal.flatMap((index) =>
        [partition, ...parts].map((part) =>
          objectRow({
            ...facts,
            owner: index.owner,
            name: index.name,
            subname: localPart(index, part.id).name ?? part.name,
            id: partOfIndex(index.id, part.id),
            type: part.id === partition.id ? "INDEX PARTITION" : "INDEX SUBPARTITION",
            namespace: 4
          })
        )
      )
    ]
  })
}

const tableRows = (source: DictionarySource, root: Extract<Entry, { kind: "table" }>): ReadonlyArray<BaseRow> => {
  if (root.dropped !== null) return []
  const hasData = root.partitioning === null
  const isTemporary = root.temporary !== null
  const lob = (id: number, name: string): BaseRow =>
    objectRow({
      owner: root.owner,
      name,
      id,
      type: "LOB",
      namespace: 8,
      createdAt: root.createdAt,
      lastDdlAt: root.lastDdlAt,
      hasData
    })
  return [
    objectRow({ ...root, type: "TABLE", namespace: 1, hasData, isTemporary }),
    ...source.catalog
      .childrenOf(root.id, "index")
      .map((index) => objectRow({ ...index, type: "INDEX", namespace: 4, hasData: index.locality.kind === "whole" })),
    ...source.catalog.childrenOf(root.id, "lob").map(({ id, name }) => lob(id, name)),
    ...partRows(source, root)
  ]
}

const ownRows = (source: DictionarySource, root: Entry): ReadonlyArray<BaseRow> => {
  if (root.kind === "table") return tableRows(source, root)
  if (root.kind === "view") return [objectRow({ ...root, type: "VIEW", namespace: 1 })]
  if (root.kind === "sequence") return [objectRow({ ...root, type: "SEQUENCE", namespace: 1 })]
  if (root.kind === "unit")
    return [objectRow({ ...root, type: root.type, namespace: root.type === "PACKAGE BODY" ? 2 : 1 })]
  if (root.kind !== "synonym") return []
  const target = source.catalog.findObject(root.target.owner, root.target.name)
  return [objectRow({ ...root, isValid: target !== null, type: "SYNONYM", namespace: 1 })]
}

/** ALL_OBJECTS. A synonym that leads nowhere is INVALID. */
export const objects: BaseDefinition = {
  name: "OBJECTS",
  columns,
  rule: "object",
  generate: (source, root) => [
    ...ownRows(source, root),
    ...source.catalog
      .childrenOf(root.id, "trigger")
      .filter(({ dropped }) => dropped === null)
      .map((trigger) => objectRow({ ...trigger, type: "TRIGGER", namespace: 3 }))
  ]
}

/** ALL_SYNONYMS. */
export const synonyms: BaseDefinition = {
  name: "SYNONYMS",
  columns: readColumns(
    "OWNER v128 SYNONYM_NAME v128 TABLE_OWNER v128 TABLE_NAME v128 DB_LINK v128 ORIGIN_CON_ID n@12.1"
  ),
  rule: "object",
  generate: (_source, root) =>
    root.kind === "synonym"
      ? [
          {
            owner: root.owner,
            cells: {
              OWNER: root.owner,
              SYNONYM_NAME: root.name,
              TABLE_OWNER: root.target.owner,
              TABLE_NAME: root.target.name,
              ORIGIN_CON_ID: 0
            }
          }
        ]
      : []
}

/** ALL_VIEWS. */
export const views: BaseDefinition = {
  name: "VIEWS",
  columns: readColumns(`
    OWNER v128! VIEW_NAME v128! TEXT_LENGTH n TEXT long TEXT_VC v4000@12.1 TYPE_TEXT_LENGTH n TYPE_TEXT v4000 OID_TEXT_LENGTH n OID_TEXT v4000 VIEW_TYPE_OWNER v128 VIEW_TYPE v128
    SUPERVIEW_NAME v128 EDITIONING_VIEW v1 READ_ONLY v1 CONTAINER_DATA v1@12.1 BEQUEATH v12@12.1 ORIGIN_CON_ID n@12.1 DEFAULT_COLLATION v100@12.2
    CONTAINERS_DEFAULT v3@12.2 CONTAINER_MAP v3@12.2 EXTENDED_DATA_LINK v3@12.2 EXTENDED_DATA_LINK_MAP v3@12.2 HAS_SENSITIVE_COLUMN v3@18 ADMIT_NULL v3@19`),
  rule: "object",
  generate: (_source, root) =>
    root.kind === "view"
      ? [
          {
            owner: root.owner,
            cells: {
              OWNER: root.owner,
              VIEW_NAME: root.name,
              TEXT_LENGTH: Buffer.byteLength(root.text, "utf8"),
              TEXT: root.text,
              TEXT_VC: root.text.slice(0, 4000),
              EDITIONING_VIEW: "N",
              READ_ONLY: root.isReadOnly ? "Y" : "N",
              CONTAINER_DATA: "N",
              BEQUEATH: "DEFINER",
              ORIGIN_CON_ID: 0,
              DEFAULT_COLLATION: "USING_NLS_COMP",
              CONTAINERS_DEFAULT: "NO",
              CONTAINER_MAP: "NO",
              EXTENDED_DATA_LINK: "NO",
              EXTENDED_DATA_LINK_MAP: "NO",
              HAS_SENSITIVE_COLUMN: "NO",
              ADMIT_NULL: "NO"
            }
          }
        ]
      : []
}

const flag = (value: boolean): string => (value ? "Y" : "N")

const sequenceCells = (root: SequenceEntry): CellRow => ({
  SEQUENCE_OWNER: root.owner,
  SEQUENCE_NAME: root.name,
  MIN_VALUE: root.options.minValue,
  MAX_VALUE: root.options.maxValue,
  INCREMENT_BY: root.options.incrementBy,
  CYCLE_FLAG: flag(root.options.isCycle),
  ORDER_FLAG: flag(root.options.isOrder),
  CACHE_SIZE: root.options.cacheSize,
  LAST_NUMBER: root.lastNumber,
  SCALE_FLAG: "N",
  EXTEND_FLAG: "N",
  SHARDED_FLAG: "N",
  SESSION_FLAG: flag(root.options.isSession),
  KEEP_VALUE: flag(root.options.isKeep)
})

/** ALL_SEQUENCES. LAST_NUMBER is that of the entry: whoever counts keeps it up to date. */
export const sequences: BaseDefinition = {
  name: "SEQUENCES",
  columns: readColumns(`
    SEQUENCE_OWNER v128! SEQUENCE_NAME v128! MIN_VALUE n MAX_VALUE n INCREMENT_BY n! CYCLE_FLAG v1 ORDER_FLAG v1 CACHE_SIZE n! LAST_NUMBER n!
    SCALE_FLAG v1@18 EXTEND_FLAG v1@18 SHARDED_FLAG v1@19 SESSION_FLAG v1@12.1 KEEP_VALUE v1@12.1`),
  rule: "object",
  generate: (_source, root) => (root.kind === "sequence" ? [{ owner: root.owner, cells: sequenceCells(root) }] : [])
}

const typeOf = (entry: Entry): Cell => (entry.kind === "unit" ? entry.type : entry.kind.toUpperCase())

const dependencyRow = (
  object: { readonly owner: string; readonly name: string; readonly type: Cell },
  on: Entry
): BaseRow => ({
  owner: object.owner,
  cells: {
    OWNER: object.owner,
    NAME: object.name,
    TYPE: object.type,
    REFERENCED_OWNER: on.owner,
    REFERENCED_NAME: on.name,
    REFERENCED_TYPE: typeOf(on),
    DEPENDENCY_TYPE: "HARD"
  }
})

/** ALL_DEPENDENCIES: views and units on what they name, triggers on their table, synonyms on their target. */
export const dependencies: BaseDefinition = {
  name: "DEPENDENCIES",
  columns: readColumns(
    `${same("v128", "OWNER NAME")} TYPE v19 ${same("v128", "REFERENCED_OWNER REFERENCED_NAME")} REFERENCED_TYPE v19 REFERENCED_LINK_NAME v128 DEPENDENCY_TYPE v4`
  ),
  rule: "object",
  generate: (source, root) => {
    const own = { owner: root.owner, name: root.name, type: typeOf(root) }
    const target = root.kind === "synonym" ? source.catalog.findObject(root.target.owner, root.target.name) : null
    const ids = root.kind === "view" || root.kind === "unit" ? root.dependsOn : []
    const found = ids.flatMap((id) => source.catalog.get(id) ?? [])
    const triggers = source.catalog.childrenOf(root.id, "trigger").filter(({ dropped }) => dropped === null)
    return [
      ...(target === null ? [] : [dependencyRow(own, target)]),
      ...found.map((entry) => dependencyRow(own, entry)),
      ...triggers.map(({ owner, name }) => dependencyRow({ owner, name, type: "TRIGGER" }, root))
    ]
  }
}
