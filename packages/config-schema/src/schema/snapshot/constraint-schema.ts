// Schema of constraints and of the foreign keys that point at the table.
import type { ChildForeignKey, ConstraintModel, ConstraintState } from "@orapart/contract"
import { flag, oneOfTexts, recordOf, taggedBy, text, textOrNull, texts } from "./schema-parts.ts"

const constraintStateSchema = recordOf<ConstraintState>({
  isEnabled: flag,
  isValidated: flag,
  isRely: flag,
  isDeferrable: flag,
  isInitiallyDeferred: flag
})

const deleteRule = oneOfTexts("NO ACTION", "CASCADE", "SET NULL")

const constraintBodySchema = taggedBy("type", {
  "primary-key": { columns: texts, indexName: textOrNull },
  unique: { columns: texts, indexName: textOrNull },
  check: { columns: texts, condition: text },
  "not-null": { column: text },
  "foreign-key": {
    columns: texts,
    referencedOwner: text,
    referencedTable: text,
    referencedConstraint: text,
    referencedColumns: texts,
    deleteRule
  }
})

export const constraintSchema = recordOf<ConstraintModel>({
  name: text,
  isGeneratedName: flag,
  state: constraintStateSchema,
  body: constraintBodySchema
})

export const childForeignKeySchema = recordOf<ChildForeignKey>({
  owner: text,
  table: text,
  name: text,
  isGeneratedName: flag,
  columns: texts,
  referencedConstraint: text,
  referencedColumns: texts,
  deleteRule,
  state: constraintStateSchema
})
