WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" becomes "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on "Vertrieb S\00FCd"."Auftr\00E4ge" (milliseconds per statement, waits 5 s at
--          most), exclusive on "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" (milliseconds per statement),
--          exclusive on "Vertrieb S\00FCd"."Positionen" (an instant each while its foreign key
--          moves), exclusive on "Faktura"."Rechnungen and mehr" (an instant each while its foreign
--          key moves), exclusive on "Vertrieb S\00FCd".MAHNUNGEN (an instant each while its foreign
--          key moves)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives "Vertrieb S\00FCd"."Auftr\00E4ge" its old table
--          back with all names, foreign keys and triggers, until step 70
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:50_swap_tables.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 50: "Vertrieb S\00FCd"."Auftr\00E4ge" becomes "Vertrieb S\00FCd"."Auftr\00E4ge_OLD", then "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" becomes "Vertrieb S\00FCd"."Auftr\00E4ge" (seconds)
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '50 cutover');
END;
/

-- 50.1  Guard: object ids, names, DDL since the load, READ ONLY.
DECLARE
  l_begun    VARCHAR2(100);
  l_segments VARCHAR2(100);
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
  FUNCTION table_id (p_name IN VARCHAR2) RETURN VARCHAR2 IS
    l_id VARCHAR2(40);
  BEGIN
    SELECT TO_CHAR(MAX(object_id)) INTO l_id FROM all_objects
     WHERE owner = 'Vertrieb Süd' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'Vertrieb Süd' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'Vertrieb Süd', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger "Vertrieb Süd"."ORAPART_Aufträge" does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 9871e5fd. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('Aufträge') IS NULL OR table_id('Aufträge') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge" has object id '
      || NVL(table_id('Aufträge'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('Aufträge_INT2') IS NULL OR table_id('Aufträge_INT2') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge_INT2" has object id '
      || NVL(table_id('Aufträge_INT2'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: "Vertrieb Süd"."Aufträge_INT2" is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('Aufträge_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: "Vertrieb Süd"."Aufträge_OLD" exists and this plan did not make it. Nothing was changed.');
  ELSIF table_id('ORAPART_Aufträge_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: "Vertrieb Süd"."ORAPART_Aufträge_LOG" exists and this plan did not make it. Nothing was changed.');
  ELSIF NOT is_read_only('Aufträge') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge" is no longer READ ONLY, so rows may have changed since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'Vertrieb Süd'
     AND object_name = 'Aufträge'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: segments of "Vertrieb Süd"."Aufträge" were truncated, moved, added or dropped since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'step-50-begun';
INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze stands since step 10.

-- 50.3  No delta: nothing could be written since the load. The rows are counted once more.
DECLARE
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_source FROM "Vertrieb Süd"."Aufträge";
  SELECT COUNT(*) INTO l_copied FROM "Vertrieb Süd"."Aufträge_INT2";
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: "Vertrieb Süd"."Aufträge" has ' || l_source || ' rows, "Vertrieb Süd"."Aufträge_INT2" ' || l_copied
      || '. Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.4  Reverse capture: from the opening on, the key of every changed row is noted, so that the undo loses nothing.
CREATE TABLE "Vertrieb Süd"."ORAPART_Aufträge_LOG"
  TABLESPACE "Daten 1"
AS
SELECT "Auftrag Nr", "gebucht am"
  FROM "Vertrieb Süd"."Aufträge_INT2"
 WHERE 1 = 0;
COMMENT ON TABLE "Vertrieb Süd"."ORAPART_Aufträge_LOG" IS 'orapart: keys of rows of "Vertrieb Süd"."Aufträge" changed since the cutover, dropped by step 70 or by the rollback';
CREATE OR REPLACE TRIGGER "Vertrieb Süd"."ORAPART_Aufträge_TRG"
  AFTER INSERT OR UPDATE OR DELETE ON "Vertrieb Süd"."Aufträge_INT2"
  FOR EACH ROW
  DISABLE
BEGIN
  IF UPDATING OR DELETING THEN
    INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge_LOG" ("Auftrag Nr", "gebucht am")
    VALUES (:OLD."Auftrag Nr", :OLD."gebucht am");
  END IF;
  IF INSERTING OR UPDATING THEN
    INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge_LOG" ("Auftrag Nr", "gebucht am")
    VALUES (:NEW."Auftrag Nr", :NEW."gebucht am");
  END IF;
END;
/
-- A trigger that does not compile is no error to SQL*Plus; enabled it would refuse every change.
DECLARE
  l_status VARCHAR2(30);
BEGIN
  SELECT MAX(status) INTO l_status FROM all_objects
   WHERE owner = 'Vertrieb Süd' AND object_name = 'ORAPART_Aufträge_TRG' AND object_type = 'TRIGGER';
  IF NVL(l_status, 'missing') <> 'VALID' THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: trigger "Vertrieb Süd"."ORAPART_Aufträge_TRG" is ' || NVL(l_status, 'missing')
      || ' (ALL_ERRORS says why). Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.5  The identity column goes on where the original stands, or above the largest value stored, whichever is higher.
DECLARE
  l_next    NUMBER;
  l_stored  NUMBER;
  l_started NUMBER;
BEGIN
  SELECT MAX("Auftrag Nr") INTO l_stored FROM "Vertrieb Süd"."Aufträge_INT2";
  SELECT MAX(last_number)
    INTO l_started
    FROM all_sequences
   WHERE sequence_owner = 'Vertrieb Süd'
     AND sequence_name = 'ISEQ$$_15721';
  l_next := GREATEST(NVL(l_started, 2000101),
    NVL(l_stored + 1, 2000101));
  EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY ("Auftrag Nr" GENERATED ALWAYS AS IDENTITY (START WITH ' || TO_CHAR(l_next, 'TM9')
    || ' INCREMENT BY 1 MINVALUE 1 MAXVALUE 9999999999999999999999999999 CACHE 100 NOCYCLE ORDER))';
END;
/

-- 50.6  Constraints that would have rejected rows during the load, in their own state; the table's own foreign keys NOVALIDATE, without a scan.
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY (BRANCH CONSTRAINT BRANCH_NN_INT NOT NULL ENABLE NOVALIDATE);
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY (CLERK CONSTRAINT CLERK_NN_INT NOT NULL DISABLE NOVALIDATE);
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_INT" CHECK ("Menge" > 0 AND "Preis" >= 0) ENABLE NOVALIDATE;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT REGION_CK_INT CHECK ("REGION" <> N'&none') DISABLE NOVALIDATE;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT TINY_CK_INT CHECK ("TINY" < 1) RELY DISABLE NOVALIDATE;
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY CONSTRAINT "Kunde FK_INT" ENABLE NOVALIDATE~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY CONSTRAINT LAGER_FK_INT ENABLE NOVALIDATE~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY CONSTRAINT "Vorgänger FK_INT" ENABLE NOVALIDATE~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/

-- 50.7  Foreign keys of other tables, to the new table and under interim names, beside the old ones. These tables are in use.
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Positionen" ADD CONSTRAINT "Position gehört zu Auftrag_CHILD_INT"
  FOREIGN KEY ("Auftrag Nr", "Auftrag Tag") REFERENCES "Vertrieb Süd"."Aufträge_INT2" ("Auftrag Nr", "gebucht am") ON DELETE CASCADE
  ENABLE NOVALIDATE~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Faktura"."Rechnungen & mehr" ADD CONSTRAINT RECHNUNG_AUFTRAG_FK_CHILD_INT
  FOREIGN KEY (AUFTRAG, TAG) REFERENCES "Vertrieb Süd"."Aufträge_INT2" ("Auftrag Nr", "gebucht am") ON DELETE SET NULL
  RELY ENABLE NOVALIDATE~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd".MAHNUNGEN ADD CONSTRAINT "MAHNUNGEN_Aufträge_F1_CHILD_INT"
  FOREIGN KEY (TOKEN) REFERENCES "Vertrieb Süd"."Aufträge_INT2" (TOKEN)
  DISABLE NOVALIDATE~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/

-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TRIGGER "Vertrieb Süd"."Stempel_INT" ENABLE;
ALTER TRIGGER "Vertrieb Süd"."Stempel 2_INT" ENABLE;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS_INT ENABLE;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS_INT ENABLE;
ALTER TRIGGER "Vertrieb Süd"."Zählwerk_INT" ENABLE;
ALTER TRIGGER "Revision"."Stempel_INT" ENABLE;
ALTER TRIGGER "Vertrieb Süd"."ORAPART_Aufträge_TRG" ENABLE;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" READ ONLY;

-- 50.9  The retained table must not stand in the way of deletes on its parents, nor fire again.
ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT "Kunde FK" DISABLE;
ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT LAGER_FK DISABLE;
ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT "Vorgänger FK" DISABLE;
ALTER TRIGGER "Vertrieb Süd"."Stempel" DISABLE;
ALTER TRIGGER "Vertrieb Süd"."Stempel 2" DISABLE;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS DISABLE;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS DISABLE;
ALTER TRIGGER "Vertrieb Süd"."Zählwerk" DISABLE;
ALTER TRIGGER "Revision"."Stempel" DISABLE;

-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX "Vertrieb Süd"."Aufträge PK" RENAME TO "Aufträge PK_OLD";
ALTER INDEX "Vertrieb Süd".TOKEN_UK RENAME TO TOKEN_UK_OLD;
ALTER INDEX "Vertrieb Süd".STATUS_BMX RENAME TO STATUS_BMX_OLD;
ALTER INDEX "Vertrieb Süd"."Kürzel BMX" RENAME TO "Kürzel BMX_OLD";
ALTER INDEX "Vertrieb Süd".NAME_FX RENAME TO NAME_FX_OLD;
ALTER INDEX "Vertrieb Süd"."Offene FX" RENAME TO "Offene FX_OLD";
ALTER INDEX "Vertrieb Süd".ONE_OPEN_UX RENAME TO ONE_OPEN_UX_OLD;
ALTER INDEX "Vertrieb Süd"."Neueste zuerst" RENAME TO "Neueste zuerst_OLD";
ALTER INDEX "Vertrieb Süd".VORGAENGER_RX RENAME TO VORGAENGER_RX_OLD;
ALTER INDEX "Vertrieb Süd".AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1 RENAME TO AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_OLD;
ALTER INDEX "Vertrieb Süd".PREIS_IX RENAME TO PREIS_IX_OLD;
ALTER INDEX "Vertrieb Süd".MOMENT_IX RENAME TO MOMENT_IX_OLD;
ALTER INDEX "Vertrieb Süd".LAGER_IX RENAME TO LAGER_IX_OLD;
ALTER INDEX "Vertrieb Süd"."Kunde IX" RENAME TO "Kunde IX_OLD";
ALTER INDEX "Indizes"."Kunde IX" RENAME TO "Kunde IX_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Aufträge PK" TO "Aufträge PK_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT TOKEN_UK TO TOKEN_UK_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Seal UK" TO "Seal UK_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Name fehlt" TO "Name fehlt_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT BRANCH_NN TO BRANCH_NN_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT CLERK_NN TO CLERK_NN_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT SHIFT_NN TO SHIFT_NN_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT STATUS_CK TO STATUS_CK_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u" TO "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT REGION_CK TO REGION_CK_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT TINY_CK TO TINY_CK_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT MASS_CK TO MASS_CK_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Doc is JSON" TO "Doc is JSON_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Kunde FK" TO "Kunde FK_OLD";
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT LAGER_FK TO LAGER_FK_OLD;
ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Vorgänger FK" TO "Vorgänger FK_OLD";
ALTER TRIGGER "Vertrieb Süd"."Stempel" RENAME TO "Stempel_OLD";
ALTER TRIGGER "Vertrieb Süd"."Stempel 2" RENAME TO "Stempel 2_OLD";
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS RENAME TO AUFTRAG_BS_OLD;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AR RENAME TO AUFTRAG_AR_OLD;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS RENAME TO AUFTRAG_AS_OLD;
ALTER TRIGGER "Vertrieb Süd"."Zählwerk" RENAME TO "Zählwerk_OLD";
ALTER TRIGGER "Revision"."Stempel" RENAME TO "Stempel_OLD";
ALTER INDEX "Vertrieb Süd"."Aufträge PK_INT" RENAME TO "Aufträge PK";
ALTER INDEX "Vertrieb Süd".TOKEN_UK_INT RENAME TO TOKEN_UK;
ALTER INDEX "Vertrieb Süd"."Aufträge_C1_INT" RENAME TO "Aufträge_C1";
ALTER INDEX "Vertrieb Süd".STATUS_BMX_INT RENAME TO STATUS_BMX;
ALTER INDEX "Vertrieb Süd"."Kürzel BMX_INT" RENAME TO "Kürzel BMX";
ALTER INDEX "Vertrieb Süd".NAME_FX_INT RENAME TO NAME_FX;
ALTER INDEX "Vertrieb Süd"."Offene FX_INT" RENAME TO "Offene FX";
ALTER INDEX "Vertrieb Süd".ONE_OPEN_UX_INT RENAME TO ONE_OPEN_UX;
ALTER INDEX "Vertrieb Süd"."Neueste zuerst_INT" RENAME TO "Neueste zuerst";
ALTER INDEX "Vertrieb Süd".VORGAENGER_RX_INT RENAME TO VORGAENGER_RX;
ALTER INDEX "Vertrieb Süd".AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_INT RENAME TO AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1;
ALTER INDEX "Vertrieb Süd".PREIS_IX_INT RENAME TO PREIS_IX;
ALTER INDEX "Vertrieb Süd".MOMENT_IX_INT RENAME TO MOMENT_IX;
ALTER INDEX "Vertrieb Süd".LAGER_IX_INT RENAME TO LAGER_IX;
ALTER INDEX "Vertrieb Süd"."Kunde IX_INT" RENAME TO "Kunde IX";
ALTER INDEX "Indizes"."Kunde IX_INT" RENAME TO "Kunde IX";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge PK_INT" TO "Aufträge PK";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT TOKEN_UK_INT TO TOKEN_UK;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge_C1_INT" TO "Aufträge_C1";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Seal UK_INT" TO "Seal UK";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Name fehlt_INT" TO "Name fehlt";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT BRANCH_NN_INT TO BRANCH_NN;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT CLERK_NN_INT TO CLERK_NN;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT SHIFT_NN_INT TO SHIFT_NN;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT STATUS_CK_INT TO STATUS_CK;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_INT" TO "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT REGION_CK_INT TO REGION_CK;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT TINY_CK_INT TO TINY_CK;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT MASS_CK_INT TO MASS_CK;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Doc is JSON_INT" TO "Doc is JSON";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge_C2_INT" TO "Aufträge_C2";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Kunde FK_INT" TO "Kunde FK";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT LAGER_FK_INT TO LAGER_FK;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge_C3_INT" TO "Aufträge_C3";
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Vorgänger FK_INT" TO "Vorgänger FK";
ALTER TRIGGER "Vertrieb Süd"."Stempel_INT" RENAME TO "Stempel";
ALTER TRIGGER "Vertrieb Süd"."Stempel 2_INT" RENAME TO "Stempel 2";
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS_INT RENAME TO AUFTRAG_BS;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AR_INT RENAME TO AUFTRAG_AR;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS_INT RENAME TO AUFTRAG_AS;
ALTER TRIGGER "Vertrieb Süd"."Zählwerk_INT" RENAME TO "Zählwerk";
ALTER TRIGGER "Revision"."Stempel_INT" RENAME TO "Stempel";
BEGIN
  EXECUTE IMMEDIATE q'~CREATE OR REPLACE TRIGGER "Vertrieb Süd"."Stempel 2"
  BEFORE UPDATE ON "Vertrieb Süd"."Aufträge_INT2"
  FOR EACH ROW
  FOLLOWS "Vertrieb Süd"."Stempel"
  ENABLE
DECLARE
  l_text VARCHAR2(400) := q'[it's; & "more"]' || nq'{Süd}';~'
  || CHR(10) || '  -- ----------------------------------------------------------'
  || CHR(10) || q'~  /* once here stood:~'
  || CHR(10) || '/'
  || CHR(10) || '.'
  || CHR(10) || '# set define on'
  || CHR(10) || '@old.sql'
  || CHR(10) || q'~  */
BEGIN
~'
  || CHR(10) || '  :NEW."Menge" := :NEW."Menge" -'
  || CHR(10) || q'~    0;
  :NEW.REMARK := l_text || '&1; -- no comment' || CHR(10);
END;~';
END;
/

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME TO "Aufträge_OLD"';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME TO "Aufträge"';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" RENAME TO "Aufträge"';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: "Vertrieb Süd"."Aufträge" is now the new table, the old one is "Vertrieb Süd"."Aufträge_OLD"');
  END IF;
END;
/

-- The rename made the triggers invalid. They are compiled now: one that does not compile refuses every change (ORA-04098).
ALTER TRIGGER "Vertrieb Süd"."Stempel" COMPILE REUSE SETTINGS;
ALTER TRIGGER "Vertrieb Süd"."Stempel 2" COMPILE REUSE SETTINGS;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS COMPILE REUSE SETTINGS;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AR COMPILE REUSE SETTINGS;
ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS COMPILE REUSE SETTINGS;
ALTER TRIGGER "Vertrieb Süd"."Zählwerk" COMPILE REUSE SETTINGS;
ALTER TRIGGER "Revision"."Stempel" COMPILE REUSE SETTINGS;
ALTER TRIGGER "Vertrieb Süd"."ORAPART_Aufträge_TRG" COMPILE REUSE SETTINGS;

-- 50.12  The foreign keys to the old table go, the new ones take their names.
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Positionen" DROP CONSTRAINT "Position gehört zu Auftrag"~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Positionen" RENAME CONSTRAINT "Position gehört zu Auftrag_CHILD_INT" TO "Position gehört zu Auftrag"~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Faktura"."Rechnungen & mehr" DROP CONSTRAINT RECHNUNG_AUFTRAG_FK~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Faktura"."Rechnungen & mehr" RENAME CONSTRAINT RECHNUNG_AUFTRAG_FK_CHILD_INT TO RECHNUNG_AUFTRAG_FK~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/
-- Its name was generated. After an undone cutover it has the planned one already: the one that points to the old table goes.
BEGIN
  FOR found IN (
    SELECT c.constraint_name
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.owner = 'Vertrieb Süd'
       AND c.table_name = 'MAHNUNGEN'
       AND c.constraint_name IN ('SYS_C0055588', 'MAHNUNGEN_Aufträge_F1')
       AND k.owner = 'Vertrieb Süd'
       AND k.table_name = 'Aufträge_OLD'
  ) LOOP
    EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd".MAHNUNGEN DROP CONSTRAINT '
      || DBMS_ASSERT.ENQUOTE_NAME(found.constraint_name, FALSE);
  END LOOP;
END;
/
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    BEGIN
      EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd".MAHNUNGEN RENAME CONSTRAINT "MAHNUNGEN_Aufträge_F1_CHILD_INT" TO "MAHNUNGEN_Aufträge_F1"~';
      EXIT;
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END;
/

-- 50.13  Proof while everything is still frozen: until here the undo costs nothing but seconds.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
  FUNCTION count_grants (p_table IN VARCHAR2, p_grantee IN VARCHAR2, p_privilege IN VARCHAR2, p_column IN VARCHAR2,
    p_grantable IN VARCHAR2) RETURN PLS_INTEGER
  IS
    l_count PLS_INTEGER;
    l_views VARCHAR2(4) := CASE WHEN USER = 'Vertrieb Süd' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'Vertrieb Süd' THEN 'table_schema' ELSE 'owner' END;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(*) FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee, privilege, ''*'' AS column_name, grantable FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee, privilege, column_name, grantable FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name AND grantee = :grantee AND privilege = :privilege AND column_name = :column_name'
      || ' AND grantable IN (:grantable, ''YES'')'
      INTO l_count USING 'Vertrieb Süd', p_table, p_grantee, p_privilege, p_column, p_grantable;
    RETURN l_count;
  END count_grants;
BEGIN
  FOR found IN (
    SELECT '"Vertrieb Süd"."Aufträge" is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN "Vertrieb Süd"."ORAPART_Aufträge" l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'Vertrieb Süd'
                AND o.object_name = 'Aufträge'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT '"Vertrieb Süd"."Aufträge_OLD" is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN "Vertrieb Süd"."ORAPART_Aufträge" l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'Vertrieb Süd'
                AND o.object_name = 'Aufträge_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT '"Vertrieb Süd"."Aufträge" is not partitioned'
      FROM all_tables
     WHERE owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 3 are planned'
      FROM all_policies
     WHERE object_owner = 'Vertrieb Süd'
       AND object_name = 'Aufträge'
    HAVING COUNT(*) <> 3
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'Aufträge PK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'TOKEN_UK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Aufträge_C1' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Seal UK' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'Name fehlt' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'BRANCH_NN' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'CLERK_NN' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'SHIFT_NN' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'STATUS_CK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'REGION_CK' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'TINY_CK' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'MASS_CK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Doc is JSON' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Aufträge_C2' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Kunde FK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'LAGER_FK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Aufträge_C3' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'Vorgänger FK' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'Vertrieb Süd'
                AND c.table_name = 'Aufträge'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'Aufträge PK' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'TOKEN_UK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'Aufträge_C1' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'STATUS_BMX' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'Kürzel BMX' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'NAME_FX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'Offene FX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'ONE_OPEN_UX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'Neueste zuerst' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'VORGAENGER_RX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'PREIS_IX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'MOMENT_IX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'LAGER_IX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'Kunde IX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'Kunde IX' AS name, 'LOCAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'Vertrieb Süd'
                AND i.table_name = 'Aufträge'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'Vertrieb Süd' AS owner, 'Stempel' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Stempel 2' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAG_BS' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAG_AR' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAG_AS' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Zählwerk' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Revision' AS owner, 'Stempel' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'ORAPART_Aufträge_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'Vertrieb Süd'
                AND t.table_name = 'Aufträge'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'foreign key ' || planned.owner || '.' || planned.name || ' does not point to the new table, ' || planned.status
      FROM (
            SELECT 'Vertrieb Süd' AS owner, 'Positionen' AS table_name, 'Position gehört zu Auftrag' AS name,
                   'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Faktura' AS owner, 'Rechnungen & mehr' AS table_name, 'RECHNUNG_AUFTRAG_FK' AS name,
                   'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'MAHNUNGEN' AS table_name, 'MAHNUNGEN_Aufträge_F1' AS name,
                   'DISABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
               JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
              WHERE c.owner = planned.owner
                AND c.table_name = planned.table_name
                AND c.constraint_name = planned.name
                AND c.status = planned.status
                AND k.owner = 'Vertrieb Süd'
                AND k.table_name = 'Aufträge')
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'Vertrieb Süd'
       AND k.table_name = 'Aufträge_OLD'
       AND NOT (c.owner = 'Vertrieb Süd' AND c.table_name = 'Aufträge_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  FOR planned IN (
    SELECT 'VERTRIEB_APP' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'VERTRIEB_APP' AS grantee, 'INSERT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'Faktura' AS grantee, 'REFERENCES' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'REVISOR' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'YES' AS grantable FROM dual UNION ALL
    SELECT 'REVISOR' AS grantee, 'UPDATE' AS privilege,
           'Name' AS column_name, 'YES' AS grantable FROM dual UNION ALL
    SELECT 'REVISOR' AS grantee, 'REFERENCES' AS privilege,
           'TOKEN' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'PUBLIC' AS grantee, 'READ' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'Rolle der Sachbearbeiter' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual
  ) LOOP
    IF count_grants('Aufträge', planned.grantee, planned.privilege, planned.column_name, planned.grantable) = 0 THEN
      wrong('grant ' || planned.privilege || ' to ' || planned.grantee || ' is missing or without its grant option');
    END IF;
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new "Vertrieb Süd"."Aufträge" are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge" READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, "Vertrieb Süd"."Aufträge" is RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on "gebucht am", 8 hash subpartitions on "Auftrag Nr" and open');
END;
/
