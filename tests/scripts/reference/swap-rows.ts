// Rows 50.9 to 70: names move, the table is opened, what is left is mended, proved and dropped.
import { qualifyName, quoteIdentifier } from "../../../packages/oracle-rules/src/index.ts"
import { escape, exactly, undoFiles } from "./reference-row.ts"
import type { ReferenceRow, Subject } from "./reference-row.ts"

/** Rows 50.9 to 70: names move, the table is opened, what is left is mended, proved and dropped. */
export const swapRows = (subject: Subject): ReadonlyArray<ReferenceRow> => {
  const {
    plan,
    table,
    interim,
    retained,
    ledger,
    log,
    capture,
    ownKey,
    child,
    childTable,
    trigger,
    index,
    constraint
  } = subject
  const { names, target } = plan
  return [
    {
      row: "50.9",
      what: "the old table's foreign keys and triggers disabled",
      applies: ownKey !== undefined || trigger !== undefined,
      does: {
        file: "50_swap_tables.sql",
        patterns: exactly(
          `ALTER TABLE ${interim} READ ONLY;`,
          ...(ownKey === undefined
            ? []
            : [`ALTER TABLE ${table} MODIFY CONSTRAINT ${quoteIdentifier(ownKey.name)} DISABLE;`]),
          ...(trigger === undefined ? [] : [`ALTER TRIGGER ${qualifyName(plan.owner, trigger.name)} DISABLE;`])
        )
      },
      undo: {
        file: undoFiles[50],
        patterns: exactly(
          ...(trigger === undefined ? [] : [`ALTER TRIGGER ${qualifyName(plan.owner, trigger.name)} ENABLE`]),
          ...(ownKey === undefined
            ? []
            : [`ALTER TABLE ${table} MODIFY CONSTRAINT ${quoteIdentifier(ownKey.name)} ENABLE NOVALIDATE`])
        )
      }
    },
    {
      row: "50.10",
      what: "names: the old ones step aside first",
      applies: index !== undefined && constraint !== undefined,
      does: {
        file: "50_swap_tables.sql",
        patterns: exactly(
          "50.10",
          `ALTER INDEX ${qualifyName(plan.owner, index?.name ?? "")} RENAME TO ${quoteIdentifier(index?.retained ?? "")};`,
          `ALTER TABLE ${table} RENAME CONSTRAINT ${quoteIdentifier(constraint?.name ?? "")} TO ${quoteIdentifier(constraint?.retained ?? "")};`,
          `ALTER INDEX ${qualifyName(plan.owner, index?.interim ?? "")} RENAME TO ${quoteIdentifier(index?.name ?? "")};`,
          `ALTER TABLE ${interim} RENAME CONSTRAINT ${quoteIdentifier(constraint?.interim ?? "")} TO ${quoteIdentifier(constraint?.name ?? "")};`
        )
      },
      undo: {
        file: undoFiles[50],
        patterns: exactly(
          `ALTER INDEX ${qualifyName(plan.owner, index?.name ?? "")} RENAME TO ${quoteIdentifier(index?.interim ?? "")}`,
          `ALTER INDEX ${qualifyName(plan.owner, index?.retained ?? "")} RENAME TO ${quoteIdentifier(index?.name ?? "")}`,
          `RENAME CONSTRAINT ${quoteIdentifier(constraint?.name ?? "")} TO ${quoteIdentifier(constraint?.interim ?? "")}`,
          `RENAME CONSTRAINT ${quoteIdentifier(constraint?.retained ?? "")} TO ${quoteIdentifier(constraint?.name ?? "")}`
        )
      }
    },
    {
      row: "50.11",
      what: "two renames in one block, with a handler that renames back and raises",
      applies: true,
      does: {
        file: "50_swap_tables.sql",
        patterns: exactly(
          "50.11",
          `ALTER TABLE ${table} RENAME TO ${quoteIdentifier(names.retained)}`,
          `ALTER TABLE ${interim} RENAME TO ${quoteIdentifier(plan.table)}`,
          "WHEN OTHERS THEN",
          `ALTER TABLE ${retained} RENAME TO ${quoteIdentifier(plan.table)}`,
          "RAISE;"
        )
      },
      undo: {
        file: undoFiles[50],
        patterns: exactly(
          `ALTER TABLE ${table} RENAME TO ${quoteIdentifier(names.interim)}`,
          `ALTER TABLE ${retained} RENAME TO ${quoteIdentifier(plan.table)}`
        )
      }
    },
    {
      row: "50.12",
      what: "old child foreign keys dropped, new ones renamed",
      applies: child !== undefined,
      does: {
        file: "50_swap_tables.sql",
        patterns: exactly(
          "50.11",
          `ALTER TABLE ${childTable} DROP CONSTRAINT ${quoteIdentifier(child?.name ?? "")}`,
          `RENAME CONSTRAINT ${quoteIdentifier(child?.interim ?? "")} TO ${quoteIdentifier(child?.name ?? "")}`
        )
      },
      undo: {
        file: undoFiles[50],
        patterns: [
          ...exactly(
            `ALTER TABLE ${childTable} ADD CONSTRAINT ${quoteIdentifier(child?.name ?? "")}\n`,
            `REFERENCES ${table} (`
          ),
          /NOVALIDATE/u
        ]
      }
    },
    {
      row: "50.13",
      what: "proof before the opening",
      applies: true,
      does: {
        file: "50_swap_tables.sql",
        patterns: exactly(
          "50.13",
          "'interim-id'",
          "'source-id'",
          "is not partitioned",
          "policies: ",
          "'constraint '",
          "'index '",
          "'trigger '",
          "points to the retained table",
          "OP406",
          "50.14"
        )
      },
      undo: null
    },
    {
      row: "50.14",
      what: "open, the last statement",
      applies: true,
      does: {
        file: "50_swap_tables.sql",
        patterns: exactly("OP406", "VALUES ('step-50', 'done'", "COMMIT;", `ALTER TABLE ${table} READ WRITE`)
      },
      undo: {
        file: undoFiles[50],
        patterns: exactly(
          `ALTER TABLE ${table} READ ONLY`,
          `DELETE FROM ${retained} WHERE (`,
          `INSERT INTO ${retained} (`,
          "HAVING SUM(side) <> 0",
          "OP603",
          `ALTER TABLE ${table} RENAME TO `
        )
      }
    },
    {
      row: "60.1",
      what: "grants and dependents",
      applies: target.grants.length > 0,
      does: {
        file: "60_restore_grants.sql",
        patterns: [new RegExp(`GRANT .* ON ${escape(table)} TO`, "u"), ...exactly("count_grants(")]
      },
      undo: null
    },
    {
      row: "60.2",
      what: "foreign keys VALIDATE",
      applies: child !== undefined,
      does: {
        file: "60_restore_grants.sql",
        patterns: exactly(`ALTER TABLE ${childTable} MODIFY CONSTRAINT ${quoteIdentifier(child?.name ?? "")} VALIDATE;`)
      },
      undo: null
    },
    {
      row: "65",
      what: "structure as planned, the old table READ ONLY",
      applies: true,
      does: {
        file: "65_verify.sql",
        patterns: exactly(
          "interval ",
          "differs from the retained table",
          "UNUSABLE",
          "is not READ ONLY",
          "OP602",
          "'step-65'"
        )
      },
      undo: null
    },
    {
      row: "70",
      what: "confirmed, unreferenced, capture dropped, old table dropped, ledger last",
      applies: true,
      does: {
        file: "70_drop_old_table.sql",
        patterns: exactly(
          "orapart_confirm_drop",
          "OP407",
          "OP409",
          "still point to",
          `DROP TRIGGER ${capture}`,
          `DROP TABLE ${log}`,
          `DROP TABLE ${retained}`,
          `DROP TABLE ${ledger}`
        )
      },
      undo: null
    }
  ]
}
