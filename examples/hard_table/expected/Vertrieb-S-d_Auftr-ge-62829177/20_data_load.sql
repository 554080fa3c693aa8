WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of "Vertrieb S\00FCd"."Auftr\00E4ge" into "Vertrieb S\00FCd"."Auftr\00E4ge_INT2"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" and
--          forgets the SCN and the chunks, until the cutover (step 50), after its undo again
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:20_data_load.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 20: copy about 2000000 rows (11.4 GB) into "Vertrieb S\00FCd"."Auftr\00E4ge_INT2", about 5 min 21 s
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '20 data load');
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
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
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

-- 20.1  One SCN for the whole copy, taken when no transaction that touched the table is open any more.
DECLARE
  l_scn   NUMBER;
  l_quiet BOOLEAN;
  l_noted PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_noted FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => '"Vertrieb Süd"."Aufträge"',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on "Vertrieb Süd"."Aufträge" have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'Vertrieb Süd'
       AND object_name = 'Aufträge'
       AND object_type LIKE 'TABLE%';
    COMMIT;
  END IF;
END;
/

-- 20.2  The load, in one piece. A chunk and its line in the ledger are one transaction: run again, finished chunks are passed over.
ALTER SESSION ENABLE PARALLEL DML;
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 20''';
  END LOOP;
END;
/
DECLARE
  l_scn  NUMBER;
  l_rows NUMBER;
  l_done PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_done FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'chunk-all';
  IF l_done = 0 THEN
    SELECT TO_NUMBER(value) INTO l_scn FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'scn';
    INSERT /*+ APPEND PARALLEL(i, 4) PQ_DISTRIBUTE(i PARTITION) */ INTO "Vertrieb Süd"."Aufträge_INT2" i (
       "Auftrag Nr",
       "gebucht am",
       "Menge",
       "Preis",
       WHOLE,
       ROUNDED,
       TINY,
       RATIO,
       REAL_RATIO,
       MASS,
       VOLUME,
       MOMENT_0,
       MOMENT_3,
       MOMENT_6,
       MOMENT_9,
       SIGNED_AT,
       SEEN_AT,
       TERM,
       LEAD_TIME,
       "Kürzel",
       CODE,
       "Name",
       STATUS,
       REMARK,
       REGION,
       LANGUAGE,
       CITY,
       IBAN,
       TOKEN,
       SEAL,
       SOURCE_ROW,
       REMOTE_ROW,
       LETTER,
       LETTER_N,
       SCAN,
       OLD_NOTE,
       SECRET,
       DOC,
       "Kunde",
       "Lager",
       CURRENCY,
       "Vorgänger Nr",
       "Vorgänger Tag",
       BRANCH,
       CLERK,
       SHIFT,
       "Interna",
       ORA_ARCHIVE_STATE
    )
    SELECT /*+ PARALLEL(t, 4) */
       t."Auftrag Nr",
       t."gebucht am",
       t."Menge",
       t."Preis",
       t.WHOLE,
       t.ROUNDED,
       t.TINY,
       t.RATIO,
       t.REAL_RATIO,
       t.MASS,
       t.VOLUME,
       t.MOMENT_0,
       t.MOMENT_3,
       t.MOMENT_6,
       t.MOMENT_9,
       t.SIGNED_AT,
       t.SEEN_AT,
       t.TERM,
       t.LEAD_TIME,
       t."Kürzel",
       t.CODE,
       t."Name",
       t.STATUS,
       t.REMARK,
       t.REGION,
       t.LANGUAGE,
       t.CITY,
       t.IBAN,
       t.TOKEN,
       t.SEAL,
       t.SOURCE_ROW,
       t.REMOTE_ROW,
       t.LETTER,
       t.LETTER_N,
       t.SCAN,
       t.OLD_NOTE,
       t.SECRET,
       t.DOC,
       t."Kunde",
       t."Lager",
       t.CURRENCY,
       t."Vorgänger Nr",
       t."Vorgänger Tag",
       t.BRANCH,
       t.CLERK,
       t.SHIFT,
       t."Interna",
       t.ORA_ARCHIVE_STATE
      FROM "Vertrieb Süd"."Aufträge" AS OF SCN l_scn t;
    l_rows := SQL%ROWCOUNT;
    INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
    VALUES ('chunk-all', TO_CHAR(l_rows), SYSTIMESTAMP);
    COMMIT;
    DBMS_OUTPUT.PUT_LINE('copied: ' || l_rows || ' rows');
  END IF;
END;
/
ALTER SESSION DISABLE PARALLEL DML;
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION DISABLE RESUMABLE';
  END LOOP;
END;
/

-- 20.3  Comparison of every row AS OF the SCN.
DECLARE
  l_scn         NUMBER;
  l_differences PLS_INTEGER := 0;
BEGIN
  SELECT TO_NUMBER(value)
    INTO l_scn
    FROM "Vertrieb Süd"."ORAPART_Aufträge"
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 4) */ 1 AS side,
                   TO_CHAR(TRUNC(t."gebucht am", 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t."Auftrag Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."gebucht am", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Menge", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Preis", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.WHOLE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ROUNDED, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TINY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REAL_RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MASS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.VOLUME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_0, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_3, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_6, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_9, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SIGNED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEEN_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TERM, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LEAD_TIME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kürzel", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CODE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Name", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REGION, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LANGUAGE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CITY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.IBAN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TOKEN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEAL, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SOURCE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMOTE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER_N IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER_N) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER_N, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER_N) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SCAN IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SCAN) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SCAN, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SCAN) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.OLD_NOTE IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.OLD_NOTE) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.OLD_NOTE, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.OLD_NOTE) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SECRET IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SECRET) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SECRET, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SECRET) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.DOC IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.DOC) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.DOC, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.DOC) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kunde", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Lager", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CURRENCY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Tag", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.BRANCH, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CLERK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIFT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Interna", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ORA_ARCHIVE_STATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM "Vertrieb Süd"."Aufträge" AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 4) */ -1 AS side,
                   TO_CHAR(TRUNC(t."gebucht am", 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t."Auftrag Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."gebucht am", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Menge", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Preis", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.WHOLE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ROUNDED, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TINY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REAL_RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MASS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.VOLUME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_0, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_3, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_6, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_9, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SIGNED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEEN_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TERM, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LEAD_TIME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kürzel", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CODE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Name", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REGION, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LANGUAGE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CITY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.IBAN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TOKEN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEAL, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SOURCE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMOTE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER_N IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER_N) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER_N, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER_N) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SCAN IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SCAN) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SCAN, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SCAN) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.OLD_NOTE IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.OLD_NOTE) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.OLD_NOTE, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.OLD_NOTE) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SECRET IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SECRET) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SECRET, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SECRET) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.DOC IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.DOC) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.DOC, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.DOC) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kunde", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Lager", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CURRENCY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Tag", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.BRANCH, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CLERK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIFT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Interna", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ORA_ARCHIVE_STATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM "Vertrieb Süd"."Aufträge_INT2" t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: month from ' || difference.slot
        || ', rows more in Aufträge: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of "Vertrieb Süd"."Aufträge" and "Vertrieb Süd"."Aufträge_INT2" differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: "Vertrieb Süd"."Aufträge" and "Vertrieb Süd"."Aufträge_INT2", every row, 48 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM "Vertrieb Süd"."Aufträge" AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM "Vertrieb Süd"."Aufträge_INT2";
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: "Vertrieb Süd"."Aufträge" has ' || l_source || ' rows, "Vertrieb Süd"."Aufträge_INT2" ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'step-20';
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of "Vertrieb Süd"."Aufträge" is in "Vertrieb Süd"."Aufträge_INT2"');
END;
/
