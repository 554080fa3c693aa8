WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 30  Indexes, keys, foreign keys and triggers of "Vertrieb S\00FCd"."Auftr\00E4ge_INT2"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      built after the load they cost one scan each, and direct path needs a table without
--          triggers and foreign keys
-- Locks    exclusive on "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" (per index build), share on
--          STAMM.KUNDEN (an instant each while a foreign key is added), share on "Vertrieb
--          S\00FCd"."L\00E4ger" (an instant each while a foreign key is added), share on
--          STAMM.WAEHRUNGEN (an instant each while a foreign key is added)
-- Needs    owner, or CREATE ANY INDEX, ALTER ANY TABLE, CREATE ANY TRIGGER, TEMP for the sorts
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/30_undo_create_indexes.sql: drops triggers, keys, foreign keys and indexes of
--          "Vertrieb S\00FCd"."Auftr\00E4ge_INT2", until the cutover (step 50), after its undo
--          again
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:30_create_indexes.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 30: 16 indexes and 10 constraints on "Vertrieb S\00FCd"."Auftr\00E4ge_INT2", about 6 s
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '30 create indexes');
END;
/

-- Guard.
DECLARE
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
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger "Vertrieb Süd"."ORAPART_Aufträge" does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 9871e5fd. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 30 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-20') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 20 is not done. Nothing was changed. Run the master, which goes in order.');
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
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 30''';
  END LOOP;
END;
/
-- 30.1  Indexes under interim names. One that stands from an earlier run is passed over: a build that failed leaves nothing behind.
-- Index    Auftr\00E4ge PK is LOCAL: its key contains the partition key and the subpartition key
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'Aufträge PK_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 1 of 16');
    EXECUTE IMMEDIATE q'~CREATE UNIQUE INDEX "Vertrieb Süd"."Aufträge PK_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" ("Auftrag Nr", "gebucht am")
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE "Daten 1"
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    TOKEN_UK is GLOBAL: ORA-14039: unique index TOKEN_UK (TOKEN) does not contain the
--          partition key gebucht am, GLOBAL keeps TOKEN unique across all partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'TOKEN_UK_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 2 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".TOKEN_UK_INT
  ON "Vertrieb Süd"."Aufträge_INT2" (TOKEN)
  PCTFREE 10
  INITRANS 2
  TABLESPACE "Daten 1"
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    Auftr\00E4ge_C1 is GLOBAL: ORA-14039: unique index SYS_C0055501 (WHOLE, CODE) does not
--          contain the partition key gebucht am, GLOBAL keeps WHOLE, CODE unique across all
--          partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'Aufträge_C1_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 3 of 16');
    EXECUTE IMMEDIATE q'~CREATE UNIQUE INDEX "Vertrieb Süd"."Aufträge_C1_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" (WHOLE, CODE)
  PCTFREE 10
  INITRANS 2
  TABLESPACE "Daten 1"
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    STATUS_BMX is LOCAL: a bitmap index of a partitioned table can only be LOCAL (ORA-25122)
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'STATUS_BMX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 4 of 16');
    EXECUTE IMMEDIATE q'~CREATE BITMAP INDEX "Vertrieb Süd".STATUS_BMX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" (STATUS)
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    K\00FCrzel BMX is LOCAL: a bitmap index of a partitioned table can only be LOCAL
--          (ORA-25122)
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'Kürzel BMX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 5 of 16');
    EXECUTE IMMEDIATE q'~CREATE BITMAP INDEX "Vertrieb Süd"."Kürzel BMX_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" (UPPER("Kürzel"))
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE "Daten 2"
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    NAME_FX is GLOBAL: its key (UPPER("Name")) does not contain the partition key gebucht
--          am: LOCAL would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'NAME_FX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 6 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".NAME_FX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" (UPPER("Name"))
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  NOLOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    Offene FX is GLOBAL: its key (CASE WHEN "STATUS" IN ('Neu and "offen",','It''s back')
--          THEN "Kunde" END) does not contain the partition key gebucht am: LOCAL would make every
--          query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'Offene FX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 7 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd"."Offene FX_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" (CASE WHEN "STATUS" IN ('Neu & "offen";','It''s back')
     THEN "Kunde" END)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    ONE_OPEN_UX is GLOBAL: ORA-14039: unique index ONE_OPEN_UX (CASE "STATUS" WHEN 'Sent'
--          THEN "TOKEN" END) does not contain the partition key gebucht am, GLOBAL keeps CASE
--          "STATUS" WHEN 'Sent' THEN "TOKEN" END unique across all partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'ONE_OPEN_UX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 8 of 16');
    EXECUTE IMMEDIATE q'~CREATE UNIQUE INDEX "Vertrieb Süd".ONE_OPEN_UX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" (CASE "STATUS" WHEN 'Sent' THEN "TOKEN" END)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    Neueste zuerst is LOCAL: its key contains the partition key gebucht am, so queries read
--          few partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'Neueste zuerst_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 9 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd"."Neueste zuerst_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" ("gebucht am" DESC)
  LOCAL
  PCTFREE 1
  INITRANS 8
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    VORGAENGER_RX is GLOBAL: its key (Vorg\00E4nger Nr, Vorg\00E4nger Tag) does not contain
--          the partition key gebucht am: LOCAL would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'VORGAENGER_RX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 10 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".VORGAENGER_RX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" ("Vorgänger Nr", "Vorgänger Tag")
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  REVERSE
  PARALLEL 4~';
  END IF;
END;
/
-- Index    AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1
--          is LOCAL: its key contains the partition key gebucht am, so queries read few partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 11 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_INT
  ON "Vertrieb Süd"."Aufträge_INT2" (REGION, STATUS, "gebucht am")
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  COMPRESS 2
  PARALLEL 4~';
  END IF;
END;
/
-- Index    PREIS_IX is GLOBAL: its key (Preis) does not contain the partition key gebucht am: LOCAL
--          would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'PREIS_IX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 12 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".PREIS_IX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" ("Preis")
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  COMPRESS ADVANCED LOW
  INVISIBLE
  PARALLEL 4~';
  END IF;
END;
/
-- Index    MOMENT_IX is GLOBAL: its key (MOMENT_6, MOMENT_9) does not contain the partition key
--          gebucht am: LOCAL would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'MOMENT_IX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 13 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".MOMENT_IX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" (MOMENT_6, MOMENT_9)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  COMPRESS ADVANCED HIGH
  PARALLEL 4~';
  END IF;
END;
/
-- Index    LAGER_IX is GLOBAL HASH: Chosen in migration_settings.index_overrides.
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'LAGER_IX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 14 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd".LAGER_IX_INT
  ON "Vertrieb Süd"."Aufträge_INT2" ("Lager")
  GLOBAL PARTITION BY HASH ("Lager")
  PARTITIONS 4
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    Kunde IX is GLOBAL: its key (Kunde) does not contain the partition key gebucht am: LOCAL
--          would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Vertrieb Süd' AND index_name = 'Kunde IX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 15 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Vertrieb Süd"."Kunde IX_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" ("Kunde")
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    Kunde IX is LOCAL: its key contains the partition key gebucht am, so queries read few
--          partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'Indizes' AND index_name = 'Kunde IX_INT'
     AND table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 16 of 16');
    EXECUTE IMMEDIATE q'~CREATE INDEX "Indizes"."Kunde IX_INT"
  ON "Vertrieb Süd"."Aufträge_INT2" ("Kunde", "gebucht am")
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION DISABLE RESUMABLE';
  END LOOP;
END;
/

-- 30.2 and 30.3  Keys on these indexes, deferrable checks; foreign keys wait DISABLED until the freeze, enabled they would break the application (ORA-02292).
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'Aufträge PK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Aufträge PK_INT"
  PRIMARY KEY ("Auftrag Nr", "gebucht am")
  USING INDEX "Vertrieb Süd"."Aufträge PK_INT"
  ENABLE VALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'TOKEN_UK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT TOKEN_UK_INT
  UNIQUE (TOKEN) DEFERRABLE INITIALLY DEFERRED RELY
  USING INDEX "Vertrieb Süd".TOKEN_UK_INT
  ENABLE VALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'Aufträge_C1_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Aufträge_C1_INT"
  UNIQUE (WHOLE, CODE)
  USING INDEX "Vertrieb Süd"."Aufträge_C1_INT"
  ENABLE VALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'Seal UK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Seal UK_INT"
  UNIQUE (SEAL)
  DISABLE NOVALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'SHIFT_NN_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY (SHIFT CONSTRAINT SHIFT_NN_INT NOT NULL '
  || CHR(10) || q'~DEFERRABLE INITIALLY DEFERRED ENABLE VALIDATE)~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'MASS_CK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT MASS_CK_INT CHECK (
"MASS" IS NAN OR "MASS" >= 0
) DEFERRABLE INITIALLY DEFERRED ENABLE VALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'Kunde FK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Kunde FK_INT"
  FOREIGN KEY ("Kunde") REFERENCES STAMM.KUNDEN (ID) ON DELETE CASCADE
  DISABLE NOVALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'LAGER_FK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT LAGER_FK_INT
  FOREIGN KEY ("Lager") REFERENCES "Vertrieb Süd"."Läger" ("Nr") ON DELETE SET NULL
  DISABLE NOVALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'Aufträge_C3_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Aufträge_C3_INT"
  FOREIGN KEY (CURRENCY) REFERENCES STAMM.WAEHRUNGEN (ISO)
  DISABLE NOVALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'Vertrieb Süd' AND constraint_name = 'Vorgänger FK_INT' AND table_name = 'Aufträge_INT2';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD CONSTRAINT "Vorgänger FK_INT"
  FOREIGN KEY ("Vorgänger Nr", "Vorgänger Tag") REFERENCES "Vertrieb Süd"."Aufträge_INT2" ("Auftrag Nr", "gebucht am")
  DEFERRABLE INITIALLY DEFERRED DISABLE NOVALIDATE~';
  END IF;
END;
/

-- 30.3  Triggers under interim names, DISABLED: they must compile now, they fire only after the cutover.
CREATE OR REPLACE TRIGGER "Vertrieb Süd"."Stempel_INT"
  BEFORE INSERT OR UPDATE OF STATUS, "Name" ON "Vertrieb Süd"."Aufträge_INT2"
  REFERENCING NEW AS N OLD AS O
  FOR EACH ROW
  DISABLE
  WHEN (N."Name" IS NOT NULL
  AND N.STATUS <> 'Void' -- closed ones stay
  )
BEGIN
  :N."Name" := TRIM(:N."Name"); -- keeps '&' and "quotes"
END;
/
BEGIN
  EXECUTE IMMEDIATE q'~CREATE OR REPLACE TRIGGER "Vertrieb Süd"."Stempel 2_INT"
  BEFORE UPDATE ON "Vertrieb Süd"."Aufträge_INT2"
  FOR EACH ROW
  DISABLE
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
CREATE OR REPLACE TRIGGER "Vertrieb Süd".AUFTRAG_BS_INT
  BEFORE DELETE ON "Vertrieb Süd"."Aufträge_INT2"
  DISABLE
CALL "Zähler".CHECK_DELETE(USER)
/
CREATE OR REPLACE TRIGGER "Vertrieb Süd".AUFTRAG_AR_INT
  AFTER DELETE ON "Vertrieb Süd"."Aufträge_INT2"
  FOR EACH ROW
  DISABLE
  WHEN (OLD.STATUS = 'Paid')
BEGIN
  "Zähler".REFUSE('paid orders stay');
END;
/
CREATE OR REPLACE TRIGGER "Vertrieb Süd".AUFTRAG_AS_INT
  AFTER INSERT OR UPDATE OR DELETE ON "Vertrieb Süd"."Aufträge_INT2"
  DISABLE
BEGIN
  NULL;
END;
/
CREATE OR REPLACE TRIGGER "Vertrieb Süd"."Zählwerk_INT"
  FOR INSERT ON "Vertrieb Süd"."Aufträge_INT2"
  DISABLE
COMPOUND TRIGGER
  l_rows PLS_INTEGER := 0;
  AFTER EACH ROW IS
  BEGIN
    l_rows := l_rows + 1;
  END AFTER EACH ROW;
  AFTER STATEMENT IS
  BEGIN
    "Vertrieb Süd"."Zähler".COUNT_ROWS(l_rows);
  END AFTER STATEMENT;
END;
/
CREATE OR REPLACE TRIGGER "Revision"."Stempel_INT"
  AFTER UPDATE ON "Vertrieb Süd"."Aufträge_INT2"
  FOR EACH ROW
  DISABLE
BEGIN
  NULL;
END;
/

-- 30.4  The degree of the build goes back to that of the original index.
ALTER INDEX "Vertrieb Süd"."Aufträge PK_INT" NOPARALLEL;
ALTER INDEX "Vertrieb Süd".TOKEN_UK_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd"."Aufträge_C1_INT" NOPARALLEL;
ALTER INDEX "Vertrieb Süd".STATUS_BMX_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd"."Kürzel BMX_INT" NOPARALLEL;
ALTER INDEX "Vertrieb Süd".NAME_FX_INT PARALLEL 4;
ALTER INDEX "Vertrieb Süd"."Offene FX_INT" PARALLEL;
ALTER INDEX "Vertrieb Süd".ONE_OPEN_UX_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd"."Neueste zuerst_INT" NOPARALLEL;
ALTER INDEX "Vertrieb Süd".VORGAENGER_RX_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd".AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd".PREIS_IX_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd".MOMENT_IX_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd".LAGER_IX_INT NOPARALLEL;
ALTER INDEX "Vertrieb Süd"."Kunde IX_INT" NOPARALLEL;
ALTER INDEX "Indizes"."Kunde IX_INT" NOPARALLEL;

-- Proof: every index stands and is usable, every constraint has its state, every trigger compiled.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT index_name || ' is ' || status AS text
      FROM all_indexes
     WHERE table_owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge_INT2'
       AND status = 'UNUSABLE'
    UNION ALL
    SELECT p.index_name || ', partition ' || p.partition_name || ' is ' || p.status
      FROM all_ind_partitions p
      JOIN all_indexes i ON i.owner = p.index_owner AND i.index_name = p.index_name
     WHERE i.table_owner = 'Vertrieb Süd'
       AND i.table_name = 'Aufträge_INT2'
       AND p.status = 'UNUSABLE'
    UNION ALL
    SELECT s.index_name || ', subpartition ' || s.subpartition_name || ' is ' || s.status
      FROM all_ind_subpartitions s
      JOIN all_indexes i ON i.owner = s.index_owner AND i.index_name = s.index_name
     WHERE i.table_owner = 'Vertrieb Süd'
       AND i.table_name = 'Aufträge_INT2'
       AND s.status = 'UNUSABLE'
    UNION ALL
    SELECT 'trigger ' || t.owner || '.' || t.trigger_name || ' does not compile (ALL_ERRORS says why)'
      FROM all_triggers t
      JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
     WHERE t.table_owner = 'Vertrieb Süd'
       AND t.table_name = 'Aufträge_INT2'
       AND o.status <> 'VALID'
    UNION ALL
    SELECT 'indexes: ' || COUNT(*) || ' stand, 16 are planned'
      FROM all_indexes
     WHERE table_owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge_INT2'
       AND index_type <> 'LOB'
    HAVING COUNT(*) <> 16
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'Aufträge PK_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'TOKEN_UK_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Aufträge_C1_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Seal UK_INT' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'SHIFT_NN_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'MASS_CK_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Kunde FK_INT' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'LAGER_FK_INT' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'Aufträge_C3_INT' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'Vorgänger FK_INT' AS name, 'DISABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'Vertrieb Süd'
                AND c.table_name = 'Aufträge_INT2'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) on "Vertrieb Süd"."Aufträge_INT2" are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/30_undo_create_indexes.sql.');
  END IF;
  DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'step-30';
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('step-30', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('30: OK, indexes, constraints and triggers of "Vertrieb Süd"."Aufträge_INT2" stand');
END;
/
