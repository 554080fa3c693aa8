WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  Create the interim table "Vertrieb S\00FCd"."Auftr\00E4ge_INT2"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      a table cannot become RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on "gebucht am", 8 hash
--          subpartitions on "Auftrag Nr" in place on every release: it is built beside the old one
-- Locks    exclusive on "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" (while it is created, nobody knows
--          it yet), exclusive on "Vertrieb S\00FCd"."Auftr\00E4ge" (an instant, waits 5 s, lets
--          others pass, tries again)
-- Needs    owner "Vertrieb S\00FCd" with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY
--          TABLE and COMMENT ANY TABLE, EXECUTE ON DBMS_RLS
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/10_undo_create_table.sql: sets "Vertrieb S\00FCd"."Auftr\00E4ge" READ WRITE,
--          drops "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" and the ledger, each only if this plan made
--          it, until the cutover (step 50), after its undo again
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:10_create_table.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 10: create "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" and the ledger "Vertrieb S\00FCd"."ORAPART_Auftr\00E4ge"
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '10 create table');
END;
/

-- Guard: both names must be free, except for what an earlier run of this very plan left behind.
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
  IF noted('plan') IS NOT NULL AND noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8) || ' of "Vertrieb Süd"."Aufträge" is under way.'
      || ' Nothing was changed. Finish it or undo it with its own rollback/master_rollback.sql.');
  ELSIF noted('step-10') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 10 has been done. Nothing was changed. Go on with 20_data_load.sql, or run master1.sql.');
  ELSIF table_id('ORAPART_Aufträge') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: "Vertrieb Süd"."ORAPART_Aufträge" exists.'
      || ' Nothing was changed. If step 10 stopped midway, run rollback/10_undo_create_table.sql and then this file; master1.sql does both.');
  ELSIF table_id('Aufträge_INT2') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: "Vertrieb Süd"."Aufträge_INT2" exists and this plan did not make it.'
      || ' Nothing was changed. Choose another name (migration_settings.names.interim) and generate again.');
  ELSIF table_id('Aufträge') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: there is no table "Vertrieb Süd"."Aufträge" that this user can see. Nothing was changed.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- 10.1  The ledger is made in one statement with its marks, so that it can never be taken for somebody else's table.
CREATE TABLE "Vertrieb Süd"."ORAPART_Aufträge"
  TABLESPACE "Daten 1"
AS
SELECT CAST('plan' AS VARCHAR2(200)) AS item,
       CAST('9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' AS VARCHAR2(4000)) AS value,
       CAST(SYSTIMESTAMP AS TIMESTAMP) AS noted_at
  FROM dual
UNION ALL
SELECT 'step-10-begun', 'yes', CAST(SYSTIMESTAMP AS TIMESTAMP)
  FROM dual;
COMMENT ON TABLE "Vertrieb Süd"."ORAPART_Aufträge" IS 'orapart: state of the migration of "Vertrieb Süd"."Aufträge", dropped by step 70 or by the rollback';
COMMENT ON COLUMN "Vertrieb Süd"."ORAPART_Aufträge".ITEM IS 'what is noted: plan, source-id, interim-id, scn, chunk-.., step-..';
COMMENT ON COLUMN "Vertrieb Süd"."ORAPART_Aufträge".VALUE IS 'object id, SCN, number of rows or the word done';
COMMENT ON COLUMN "Vertrieb Süd"."ORAPART_Aufträge".NOTED_AT IS 'time of the database server';
INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
SELECT 'source-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'Vertrieb Süd'
   AND object_name = 'Aufträge'
   AND object_type = 'TABLE';
-- The name was free a moment ago: an empty table that carries it from now on is ours, even if this session dies at the next statement.
INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
VALUES ('interim-intended', 'Aufträge_INT2', SYSTIMESTAMP);
COMMIT;

-- 10.2  The interim table: 50 columns, RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on "gebucht am", 8 hash subpartitions on "Auftrag Nr".
CREATE TABLE "Vertrieb Süd"."Aufträge_INT2" (
  "Auftrag Nr" NUMBER(12) GENERATED BY DEFAULT AS IDENTITY (START WITH 2000101 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9999999999999999999999999999 CACHE 100 NOCYCLE ORDER),
  "gebucht am" DATE DEFAULT TRUNC(SYSDATE) NOT NULL,
  "Menge" NUMBER(9,2) DEFAULT ON NULL 1 NOT NULL,
  "Preis" NUMBER,
  WHOLE NUMBER(*,0),
  ROUNDED NUMBER(9,-3),
  TINY NUMBER(2,5),
  RATIO FLOAT(126),
  REAL_RATIO FLOAT(63),
  MASS BINARY_FLOAT,
  VOLUME BINARY_DOUBLE DEFAULT BINARY_DOUBLE_NAN,
  MOMENT_0 TIMESTAMP(0),
  MOMENT_3 TIMESTAMP(3),
  MOMENT_6 TIMESTAMP(6) DEFAULT SYSTIMESTAMP,
  MOMENT_9 TIMESTAMP(9),
  SIGNED_AT TIMESTAMP(6) WITH TIME ZONE,
  SEEN_AT TIMESTAMP(3) WITH LOCAL TIME ZONE,
  TERM INTERVAL YEAR(4) TO MONTH,
  LEAD_TIME INTERVAL DAY(3) TO SECOND(9),
  "Kürzel" CHAR(3 BYTE) NOT NULL,
  CODE CHAR(5 CHAR) ENCRYPT USING 'AES192' 'SHA-1' NO SALT,
  "Name" VARCHAR2(120 CHAR) CONSTRAINT "Name fehlt_INT" NOT NULL,
  STATUS VARCHAR2(20 BYTE) DEFAULT 'Neu & "offen";' NOT NULL,
  REMARK VARCHAR2(4000 BYTE) DEFAULT ('Zeile 1;' || CHR(10) || '/' || CHR(10) || 'Zeile 2 -'),
  REGION NVARCHAR2(30) DEFAULT N'Süd',
  LANGUAGE NCHAR(2),
  CITY VARCHAR2(60 CHAR) COLLATE BINARY_AI,
  IBAN VARCHAR2(34 BYTE) ENCRYPT USING 'AES192' 'SHA-1' SALT,
  TOKEN RAW(16),
  SEAL RAW(2000),
  SOURCE_ROW ROWID,
  REMOTE_ROW UROWID(4000),
  LETTER CLOB DEFAULT EMPTY_CLOB(),
  LETTER_N NCLOB,
  SCAN BLOB,
  OLD_NOTE CLOB,
  SECRET BLOB ENCRYPT USING 'AES192' 'SHA-1' SALT,
  DOC CLOB,
  "Kunde" NUMBER(10) NOT NULL,
  "Lager" NUMBER(6),
  CURRENCY CHAR(3 CHAR),
  "Vorgänger Nr" NUMBER(12),
  "Vorgänger Tag" DATE,
  BRANCH NUMBER(4),
  CLERK NUMBER(6),
  SHIFT NUMBER(1),
  "Summe" NUMBER GENERATED ALWAYS AS (ROUND("Menge"*NVL("Preis",0),2)) VIRTUAL,
  LABEL VARCHAR2(60 CHAR) GENERATED ALWAYS AS ("STATUS"||' & '||"Kürzel") VIRTUAL,
  "Interna" VARCHAR2(200 BYTE) INVISIBLE DEFAULT 'it''s & hidden',
  "Netto" NUMBER INVISIBLE GENERATED ALWAYS AS ("Preis"/1.19) VIRTUAL,
  CONSTRAINT STATUS_CK_INT CHECK ("STATUS" IN ('Neu & "offen";', 'Sent', 'Paid', 'It''s back', 'Void')) ENABLE VALIDATE,
  CONSTRAINT "Doc is JSON_INT" CHECK ("DOC" IS JSON) ENABLE VALIDATE,
  CONSTRAINT "Aufträge_C2_INT" CHECK ("ROUNDED" > -1000) ENABLE VALIDATE
)
SEGMENT CREATION DEFERRED
PCTFREE 5
INITRANS 4
TABLESPACE "Daten 1"
LOGGING
ROW STORE COMPRESS ADVANCED
  LOB (LETTER) STORE AS SECUREFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    RETENTION AUTO
    COMPRESS MEDIUM
    DEDUPLICATE
    CACHE LOGGING
  )
  LOB (LETTER_N) STORE AS SECUREFILE (
    TABLESPACE "Daten 2"
    ENABLE STORAGE IN ROW
    CHUNK 8192
    RETENTION MIN 3600
    COMPRESS LOW
    NOCACHE LOGGING
  )
  LOB (SCAN) STORE AS SECUREFILE (
    TABLESPACE "Daten 2"
    DISABLE STORAGE IN ROW
    CHUNK 32768
    CACHE READS NOLOGGING
  )
  LOB (OLD_NOTE) STORE AS BASICFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    CHUNK 8192
    PCTVERSION 20
    NOCACHE LOGGING
  )
  LOB (SECRET) STORE AS SECUREFILE (
    ENABLE STORAGE IN ROW
    CHUNK 8192
    COMPRESS HIGH
    NOCACHE LOGGING
  )
  LOB (DOC) STORE AS SECUREFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    CHUNK 8192
    NOCACHE LOGGING
  )
PARTITION BY RANGE ("gebucht am")
  INTERVAL (NUMTOYMINTERVAL(1,'MONTH'))
  SUBPARTITION BY HASH ("Auftrag Nr")
  SUBPARTITIONS 8
(
  PARTITION P_ANCHOR VALUES LESS THAN (TO_DATE('2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN'))
)
CACHE
RESULT_CACHE (MODE FORCE)
PARALLEL 4
ENABLE ROW MOVEMENT
ROW ARCHIVAL
;
INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
SELECT 'interim-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'Vertrieb Süd'
   AND object_name = 'Aufträge_INT2'
   AND object_type = 'TABLE';
COMMIT;

-- 10.3  Comments, supplemental logging, statistics preferences and extensions, policies.
BEGIN
  EXECUTE IMMEDIATE q'~COMMENT ON TABLE "Vertrieb Süd"."Aufträge_INT2" IS 'Aufträge & ihre Geschichte; "harte" Namen sind ''gewollt'';

Ende: 100 %;'~';
END;
/
COMMENT ON COLUMN "Vertrieb Süd"."Aufträge_INT2"."gebucht am" IS 'Buchungstag; small letters and a blank, so always quoted.';
COMMENT ON COLUMN "Vertrieb Süd"."Aufträge_INT2"."Name" IS 'Firma & Söhne, "wie gedruckt", may hold &ampersands and ''quotes''';
BEGIN
  EXECUTE IMMEDIATE q'~COMMENT ON COLUMN "Vertrieb Süd"."Aufträge_INT2".REGION IS 'Münster, Århus, Łódź, 東京;~'
  || CHR(10) || '/'
  || CHR(10) || q'~second line'~';
END;
/
BEGIN
  EXECUTE IMMEDIATE q'~COMMENT ON COLUMN "Vertrieb Süd"."Aufträge_INT2"."Summe" IS 'Never stored.
Second line of the comment.'~';
END;
/
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD SUPPLEMENTAL LOG DATA (PRIMARY KEY) COLUMNS;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD SUPPLEMENTAL LOG DATA (UNIQUE) COLUMNS;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD SUPPLEMENTAL LOG DATA (FOREIGN KEY) COLUMNS;
ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" ADD SUPPLEMENTAL LOG DATA (ALL) COLUMNS;
BEGIN
  DBMS_STATS.SET_TABLE_PREFS(
    ownname => '"Vertrieb Süd"',
    tabname => '"Aufträge_INT2"',
    pname   => 'INCREMENTAL',
    pvalue  => 'TRUE');
END;
/
BEGIN
  DBMS_STATS.SET_TABLE_PREFS(
    ownname => '"Vertrieb Süd"',
    tabname => '"Aufträge_INT2"',
    pname   => 'METHOD_OPT',
    pvalue  => 'FOR ALL COLUMNS SIZE AUTO FOR COLUMNS SIZE 254 STATUS, "Menge"');
END;
/
DECLARE
  l_name VARCHAR2(128);
BEGIN
  l_name := DBMS_STATS.CREATE_EXTENDED_STATS(
    ownname   => '"Vertrieb Süd"',
    tabname   => '"Aufträge_INT2"',
    extension => '("STATUS","REGION")');
END;
/
BEGIN
  DBMS_RLS.ADD_POLICY(
    object_schema         => '"Vertrieb Süd"',
    object_name           => '"Aufträge_INT2"',
    policy_name           => '"Regionen"',
    function_schema       => 'SICHERHEIT',
    policy_function       => 'REGELN."Nur eigene"',
    statement_types       => 'SELECT,UPDATE',
    update_check          => TRUE,
    enable                => TRUE,
    policy_type           => DBMS_RLS.CONTEXT_SENSITIVE,
    long_predicate        => FALSE,
    sec_relevant_cols     => 'REGION,"Name"'
  );
END;
/
BEGIN
  DBMS_RLS.ADD_POLICY(
    object_schema         => '"Vertrieb Süd"',
    object_name           => '"Aufträge_INT2"',
    policy_name           => '"Konten verdeckt"',
    function_schema       => 'SICHERHEIT',
    policy_function       => 'VERDECKT',
    statement_types       => 'SELECT',
    update_check          => FALSE,
    enable                => TRUE,
    policy_type           => DBMS_RLS.SHARED_STATIC,
    long_predicate        => FALSE,
    sec_relevant_cols     => 'IBAN',
    sec_relevant_cols_opt => DBMS_RLS.ALL_ROWS
  );
END;
/
BEGIN
  DBMS_RLS.ADD_POLICY(
    object_schema         => '"Vertrieb Süd"',
    object_name           => '"Aufträge_INT2"',
    policy_name           => '"Lange Regel"',
    function_schema       => 'SICHERHEIT',
    policy_function       => 'LANG',
    statement_types       => 'SELECT,INSERT,UPDATE,DELETE',
    update_check          => FALSE,
    enable                => FALSE,
    policy_type           => DBMS_RLS.DYNAMIC,
    long_predicate        => TRUE
  );
END;
/

-- 10.5  delta_sync is none: from here until the end of step 50 every writer gets ORA-12081.
DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'frozen-by-10';
INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
VALUES ('frozen-by-10', 'yes', SYSTIMESTAMP);
COMMIT;
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
  l_quiet BOOLEAN;
  l_scn   NUMBER;
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
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN is_read_only('Aufträge');
    BEGIN
      EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge" READ ONLY';
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: "Vertrieb Süd"."Aufträge" could not be set READ ONLY in 20 tries.'
            || ' It is unchanged and in use. End the sessions that hold it (V$LOCKED_OBJECT), then run the master again.');
        END IF;
        l_scn := NULL;
        l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
          tables  => '"Vertrieb Süd"."Aufträge"',
          timeout => 5,
          scn     => l_scn);
    END;
  END LOOP;
END;
/

-- Proof: the interim table is ours, partitioned as planned, and the source is READ ONLY.
DECLARE
  l_wrong PLS_INTEGER := 0;
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
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT '"Vertrieb Süd"."Aufträge_INT2" is not the table that the ledger knows' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN "Vertrieb Süd"."ORAPART_Aufträge" l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'Vertrieb Süd'
                AND o.object_name = 'Aufträge_INT2'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'user columns: ' || COUNT(*) || ', planned 50'
      FROM all_tab_cols
     WHERE owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge_INT2'
       AND user_generated = 'YES'
    HAVING COUNT(*) <> 50
    UNION ALL
    SELECT 'interval: ' || MAX(p.interval) || ', planned NUMTOYMINTERVAL(1,''MONTH'')'
      FROM all_part_tables p
     WHERE p.owner = 'Vertrieb Süd'
       AND p.table_name = 'Aufträge_INT2'
    HAVING MAX(p.interval) IS NULL
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF NOT is_read_only('Aufträge') THEN
    wrong('"Vertrieb Süd"."Aufträge" is not READ ONLY');
  END IF;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of "Vertrieb Süd"."Aufträge_INT2" are not as planned, listed above.'
      || ' Run rollback/10_undo_create_table.sql.');
  END IF;
  DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'step-10';
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('step-10', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('10: OK, "Vertrieb Süd"."Aufträge_INT2" stands, RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on "gebucht am", 8 hash subpartitions on "Auftrag Nr"');
END;
/
