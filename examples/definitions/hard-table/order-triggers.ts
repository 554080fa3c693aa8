// Triggers of the hard table. PRECEDES is not among them: Oracle takes it only in a reverse cross-edition trigger (ORA-25025), and
// those are refused (OP246).
import { trigger } from "@orapart/testkit/builders"

/** Lines that SQL*Plus would take for its own, and everything that a careless script misreads. */
const hostileBody = `DECLARE
  l_text VARCHAR2(400) := q'[it's; & "more"]' || nq'{Süd}';
  -- ----------------------------------------------------------
  /* once here stood:
/
.
# set define on
@old.sql
  */
BEGIN

  :NEW."Menge" := :NEW."Menge" -
    0;
  :NEW.REMARK := l_text || '&1; -- no comment' || CHR(10);
END "Stempel 2";`

const compoundBody = `COMPOUND TRIGGER
  l_rows PLS_INTEGER := 0;
  AFTER EACH ROW IS
  BEGIN
    l_rows := l_rows + 1;
  END AFTER EACH ROW;
  AFTER STATEMENT IS
  BEGIN
    "Vertrieb Süd"."Zähler".COUNT_ROWS(l_rows);
  END AFTER STATEMENT;
END "Zählwerk";`

export const orderTriggers = [
  trigger("Stempel", {
    event: "INSERT OR UPDATE",
    updateColumns: ["STATUS", "Name"],
    referencing: "REFERENCING NEW AS N OLD AS O",
    whenClause: "N.\"Name\" IS NOT NULL\n  AND N.STATUS <> 'Void' -- closed ones stay",
    body: "BEGIN\n  :N.\"Name\" := TRIM(:N.\"Name\"); -- keeps '&' and \"quotes\"\nEND;"
  }),
  trigger("Stempel 2", {
    event: "UPDATE",
    body: hostileBody,
    ordering: [{ type: "FOLLOWS", owner: "Vertrieb Süd", name: "Stempel" }]
  }),
  trigger("AUFTRAG_BS", { type: "BEFORE STATEMENT", event: "DELETE", body: 'CALL "Zähler".CHECK_DELETE(USER)' }),
  trigger("AUFTRAG_AR", {
    type: "AFTER EACH ROW",
    event: "DELETE",
    whenClause: "OLD.STATUS = 'Paid'",
    body: "BEGIN\n  \"Zähler\".REFUSE('paid orders stay');\nEND AUFTRAG_AR;",
    isEnabled: false
  }),
  trigger("AUFTRAG_AS", { type: "AFTER STATEMENT", event: "INSERT OR UPDATE OR DELETE", referencing: null }),
  trigger("Zählwerk", { type: "COMPOUND", event: "INSERT", body: compoundBody }),
  trigger("Stempel", { owner: "Revision", type: "AFTER EACH ROW", event: "UPDATE" })
]
