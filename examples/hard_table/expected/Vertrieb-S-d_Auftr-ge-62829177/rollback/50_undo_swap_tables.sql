WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  undo: Cutover: "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" becomes "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Does     gives "Vertrieb S\00FCd"."Auftr\00E4ge" its old table back with all names, foreign keys
--          and triggers
-- Until    step 70
-- Loses    nothing: rows written after the opening are carried back by their key and compared
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   50_swap_tables.sql
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:rollback/50_undo_swap_tables.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 50 undo: "Vertrieb S\00FCd"."Auftr\00E4ge" becomes the old table again
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '50 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- 1  If the new table was opened it is frozen first, and the rows changed since are carried back to the old one.
VARIABLE orapart_answer VARCHAR2(300)
COLUMN orapart_accept_data_loss NEW_VALUE orapart_accept_data_loss NOPRINT
SELECT NULL AS orapart_accept_data_loss FROM dual WHERE 1 = 0;
SET DEFINE ON
BEGIN
  :orapart_answer := q'~&orapart_accept_data_loss~';
END;
/
SET DEFINE OFF
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
  l_quiet       BOOLEAN;
  l_scn         NUMBER;
  l_differences PLS_INTEGER := 0;
  l_next        NUMBER;
  l_stored      NUMBER;
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
  PROCEDURE run (p_statement IN VARCHAR2) IS
    still_busy EXCEPTION;
    PRAGMA EXCEPTION_INIT(still_busy, -54);
  BEGIN
    DBMS_OUTPUT.PUT_LINE(p_statement);
    FOR attempt IN 1 .. 20 LOOP
      BEGIN
        EXECUTE IMMEDIATE p_statement;
        EXIT;
      EXCEPTION
        WHEN still_busy THEN
          IF attempt = 20 THEN
            RAISE;
          END IF;
      END;
    END LOOP;
  END run;
BEGIN
  IF noted('plan') IS NULL THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger "Vertrieb Süd"."ORAPART_Aufträge" does not exist');
    RETURN;
  ELSIF noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 9871e5fd. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF noted('step-50') IS NULL OR table_id('Aufträge_OLD') IS NULL THEN
    DBMS_OUTPUT.PUT_LINE('the new table has not been opened, or the old one has its name again: no row can be lost');
    RETURN;
  ELSIF table_id('Aufträge') IS NULL AND NVL(table_id('Aufträge_INT2'), '-') = noted('interim-id') THEN
    DBMS_OUTPUT.PUT_LINE('an earlier undo stopped between the two renames: the rows have been carried back');
    RETURN;
  END IF;
  IF noted('drop-begun') IS NOT NULL OR table_id('Aufträge_OLD') <> noted('source-id') OR NVL(table_id('Aufträge'), '-') <> noted('interim-id') THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: "Vertrieb Süd"."Aufträge_OLD" and "Vertrieb Süd"."Aufträge"'
      || ' are not the tables of this plan any more, or the drop has begun. Nothing was changed.');
  END IF;
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN is_read_only('Aufträge');
    BEGIN
      EXECUTE IMMEDIATE 'ALTER TABLE "Vertrieb Süd"."Aufträge" READ ONLY';
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: "Vertrieb Süd"."Aufträge" could not be set READ ONLY in 20 tries. It is unchanged and in use.');
        END IF;
        l_scn := NULL;
        l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(tables => '"Vertrieb Süd"."Aufträge"', timeout => 5, scn => l_scn);
    END;
  END LOOP;
  -- Whatever goes wrong while rows are carried back: the cutover stands, and the application gets its table back.
  BEGIN
    IF is_read_only('Aufträge_OLD') THEN
      run('ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" READ WRITE');
    END IF;
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" MODIFY ("Auftrag Nr" GENERATED BY DEFAULT AS IDENTITY)');
    -- State, not history: every key that was noted is deleted from the old table and taken again from the new one.
    EXECUTE IMMEDIATE 'DELETE FROM "Vertrieb Süd"."Aufträge_OLD" WHERE ("Auftrag Nr", "gebucht am") IN (SELECT "Auftrag Nr", "gebucht am" FROM "Vertrieb Süd"."ORAPART_Aufträge_LOG")';
    DBMS_OUTPUT.PUT_LINE('rows taken out of the old table: ' || SQL%ROWCOUNT);
    EXECUTE IMMEDIATE q'~INSERT INTO "Vertrieb Süd"."Aufträge_OLD" (
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
SELECT
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
  FROM "Vertrieb Süd"."Aufträge" t
 WHERE (t."Auftrag Nr", t."gebucht am") IN (SELECT "Auftrag Nr", "gebucht am" FROM "Vertrieb Süd"."ORAPART_Aufträge_LOG")~';
    DBMS_OUTPUT.PUT_LINE('rows carried back to the old table: ' || SQL%ROWCOUNT);
    COMMIT;
    -- The identity goes on beyond everything that either table has given out or stores.
    SELECT MAX(s.last_number)
      INTO l_next
      FROM all_sequences s
      JOIN all_tab_identity_cols i ON i.owner = s.sequence_owner AND i.sequence_name = s.sequence_name
     WHERE i.owner = 'Vertrieb Süd'
       AND i.table_name IN ('Aufträge', 'Aufträge_OLD');
    EXECUTE IMMEDIATE 'SELECT MAX("Auftrag Nr") FROM "Vertrieb Süd"."Aufträge_OLD"' INTO l_stored;
    l_next := GREATEST(NVL(l_next, 2000101),
      NVL(l_stored + 1, 2000101));
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" MODIFY ("Auftrag Nr" GENERATED ALWAYS AS IDENTITY (START WITH ' || TO_CHAR(l_next, 'TM9')
      || ' INCREMENT BY 1 MINVALUE 1 MAXVALUE 9999999999999999999999999999 CACHE 100 NOCYCLE ORDER))');
    IF NOT is_read_only('Aufträge_OLD') THEN
      run('ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" READ ONLY');
    END IF;
    EXECUTE IMMEDIATE q'~SELECT COUNT(*)
  FROM (
SELECT slot
  FROM (
        SELECT 1 AS side, TO_CHAR(TRUNC(t."gebucht am", 'MM'), 'YYYY-MM-DD') AS slot,
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
          FROM "Vertrieb Süd"."Aufträge" t
        UNION ALL
        SELECT -1 AS side, TO_CHAR(TRUNC(t."gebucht am", 'MM'), 'YYYY-MM-DD') AS slot,
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
          FROM "Vertrieb Süd"."Aufträge_OLD" t
       )
 GROUP BY slot
HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
       )~' INTO l_differences;
    IF l_differences > 0 THEN
      IF NVL(:orapart_answer, '-') <> 'Vertrieb Süd.Aufträge' THEN
        RAISE_APPLICATION_ERROR(-20603, 'OP603 rows-would-be-lost: ' || l_differences || ' part(s) of "Vertrieb Süd"."Aufträge" and "Vertrieb Süd"."Aufträge_OLD"'
          || ' differ: rows were written since the cutover that the old table does not have. The cutover stands and the table is open.'
          || ' To give these rows up: DEFINE orapart_accept_data_loss = "Vertrieb Süd.Aufträge", then run this file again.');
      END IF;
      DBMS_OUTPUT.PUT_LINE('accepted by the caller: rows of ' || l_differences || ' part(s) stay in the new table only');
    ELSE
      DBMS_OUTPUT.PUT_LINE('equal: every row of the new table is in the old one');
    END IF;
  EXCEPTION
    WHEN OTHERS THEN
      ROLLBACK;
      IF is_read_only('Aufträge') THEN
        run('ALTER TABLE "Vertrieb Süd"."Aufträge" READ WRITE');
      END IF;
      IF NOT is_read_only('Aufträge_OLD') THEN
        run('ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" READ ONLY');
      END IF;
      RAISE;
  END;
END;
/

-- 2  Names, foreign keys, triggers and states, whatever is there of them: last made, first taken back.
DECLARE
  l_opened BOOLEAN;
  l_id     VARCHAR2(40);
  l_new    VARCHAR2(128);
  l_old    VARCHAR2(128);
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
  PROCEDURE run (p_statement IN VARCHAR2) IS
    still_busy EXCEPTION;
    PRAGMA EXCEPTION_INIT(still_busy, -54);
  BEGIN
    DBMS_OUTPUT.PUT_LINE(p_statement);
    FOR attempt IN 1 .. 20 LOOP
      BEGIN
        EXECUTE IMMEDIATE p_statement;
        EXIT;
      EXCEPTION
        WHEN still_busy THEN
          IF attempt = 20 THEN
            RAISE;
          END IF;
      END;
    END LOOP;
  END run;
  FUNCTION name_of (p_id IN VARCHAR2) RETURN VARCHAR2 IS
    l_name VARCHAR2(128);
  BEGIN
    SELECT MAX(object_name) INTO l_name FROM all_objects
     WHERE owner = 'Vertrieb Süd' AND object_type = 'TABLE' AND object_id = TO_NUMBER(p_id);
    RETURN l_name;
  END name_of;
  FUNCTION has_constraint (p_owner IN VARCHAR2, p_table IN VARCHAR2, p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_count PLS_INTEGER;
  BEGIN
    SELECT COUNT(*) INTO l_count FROM all_constraints
     WHERE owner = p_owner AND table_name = p_table AND constraint_name = p_name;
    RETURN l_count > 0;
  END has_constraint;
  FUNCTION constraint_state (p_owner IN VARCHAR2, p_name IN VARCHAR2) RETURN VARCHAR2 IS
    l_state VARCHAR2(40);
  BEGIN
    SELECT MAX(status || ' ' || validated) INTO l_state FROM all_constraints
     WHERE owner = p_owner AND constraint_name = p_name;
    RETURN l_state;
  END constraint_state;
  FUNCTION references_table (p_owner IN VARCHAR2, p_name IN VARCHAR2) RETURN VARCHAR2 IS
    l_table VARCHAR2(128);
  BEGIN
    SELECT MAX(k.table_name) INTO l_table
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.owner = p_owner AND c.constraint_name = p_name AND k.owner = 'Vertrieb Süd';
    RETURN l_table;
  END references_table;
  FUNCTION has_index (p_owner IN VARCHAR2, p_name IN VARCHAR2, p_table IN VARCHAR2) RETURN BOOLEAN IS
    l_count PLS_INTEGER;
  BEGIN
    SELECT COUNT(*) INTO l_count FROM all_indexes
     WHERE owner = p_owner AND index_name = p_name AND table_owner = 'Vertrieb Süd' AND table_name = p_table;
    RETURN l_count > 0;
  END has_index;
  FUNCTION has_trigger (p_owner IN VARCHAR2, p_name IN VARCHAR2, p_table IN VARCHAR2) RETURN BOOLEAN IS
    l_count PLS_INTEGER;
  BEGIN
    SELECT COUNT(*) INTO l_count FROM all_triggers
     WHERE owner = p_owner AND trigger_name = p_name AND table_owner = 'Vertrieb Süd' AND table_name = p_table;
    RETURN l_count > 0;
  END has_trigger;
BEGIN
  IF noted('plan') IS NULL THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger "Vertrieb Süd"."ORAPART_Aufträge" does not exist');
    RETURN;
  ELSIF noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 9871e5fd. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF noted('step-50') IS NULL AND noted('step-50-begun') IS NULL THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the cutover has not begun');
    RETURN;
  END IF;
  l_opened := noted('step-50') IS NOT NULL;
  l_id := noted('interim-id');
  l_new := name_of(l_id);
  l_id := noted('source-id');
  l_old := name_of(l_id);
  IF l_new IS NULL OR l_old IS NULL THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: the old or the new table of "Vertrieb Süd"."Aufträge" does not exist any more. Nothing was changed.');
  END IF;
  IF l_old = 'Aufträge_OLD' AND l_new = 'Aufträge' THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME TO "Aufträge_INT2"');
  END IF;
  IF l_old = 'Aufträge_OLD' THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_OLD" RENAME TO "Aufträge"');
  END IF;
  IF references_table('Vertrieb Süd', 'Position gehört zu Auftrag') = 'Aufträge_INT2' THEN
    run('ALTER TABLE "Vertrieb Süd"."Positionen" RENAME CONSTRAINT "Position gehört zu Auftrag" TO "Position gehört zu Auftrag_CHILD_INT"');
  END IF;
  IF NOT has_constraint('Vertrieb Süd', 'Positionen', 'Position gehört zu Auftrag')
  THEN
    run(q'~ALTER TABLE "Vertrieb Süd"."Positionen" ADD CONSTRAINT "Position gehört zu Auftrag"
  FOREIGN KEY ("Auftrag Nr", "Auftrag Tag") REFERENCES "Vertrieb Süd"."Aufträge" ("Auftrag Nr", "gebucht am") ON DELETE CASCADE
  ENABLE NOVALIDATE~');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Positionen', 'Position gehört zu Auftrag_CHILD_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Positionen" DROP CONSTRAINT "Position gehört zu Auftrag_CHILD_INT"');
  END IF;
  IF references_table('Faktura', 'RECHNUNG_AUFTRAG_FK') = 'Aufträge_INT2' THEN
    run('ALTER TABLE "Faktura"."Rechnungen & mehr" RENAME CONSTRAINT RECHNUNG_AUFTRAG_FK TO RECHNUNG_AUFTRAG_FK_CHILD_INT');
  END IF;
  IF NOT has_constraint('Faktura', 'Rechnungen & mehr', 'RECHNUNG_AUFTRAG_FK')
  THEN
    run(q'~ALTER TABLE "Faktura"."Rechnungen & mehr" ADD CONSTRAINT RECHNUNG_AUFTRAG_FK
  FOREIGN KEY (AUFTRAG, TAG) REFERENCES "Vertrieb Süd"."Aufträge" ("Auftrag Nr", "gebucht am") ON DELETE SET NULL
  RELY ENABLE NOVALIDATE~');
  END IF;
  IF has_constraint('Faktura', 'Rechnungen & mehr', 'RECHNUNG_AUFTRAG_FK_CHILD_INT') THEN
    run('ALTER TABLE "Faktura"."Rechnungen & mehr" DROP CONSTRAINT RECHNUNG_AUFTRAG_FK_CHILD_INT');
  END IF;
  IF references_table('Vertrieb Süd', 'MAHNUNGEN_Aufträge_F1') = 'Aufträge_INT2' THEN
    run('ALTER TABLE "Vertrieb Süd".MAHNUNGEN RENAME CONSTRAINT "MAHNUNGEN_Aufträge_F1" TO "MAHNUNGEN_Aufträge_F1_CHILD_INT"');
  END IF;
  IF NOT has_constraint('Vertrieb Süd', 'MAHNUNGEN', 'MAHNUNGEN_Aufträge_F1')
     AND NOT has_constraint('Vertrieb Süd', 'MAHNUNGEN', 'SYS_C0055588')
  THEN
    run(q'~ALTER TABLE "Vertrieb Süd".MAHNUNGEN ADD CONSTRAINT "MAHNUNGEN_Aufträge_F1"
  FOREIGN KEY (TOKEN) REFERENCES "Vertrieb Süd"."Aufträge" (TOKEN)
  DISABLE NOVALIDATE~');
  END IF;
  IF has_constraint('Vertrieb Süd', 'MAHNUNGEN', 'MAHNUNGEN_Aufträge_F1_CHILD_INT') THEN
    run('ALTER TABLE "Vertrieb Süd".MAHNUNGEN DROP CONSTRAINT "MAHNUNGEN_Aufträge_F1_CHILD_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'Aufträge PK', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd"."Aufträge PK" RENAME TO "Aufträge PK_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'Aufträge PK_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd"."Aufträge PK_OLD" RENAME TO "Aufträge PK"');
  END IF;
  IF has_index('Vertrieb Süd', 'TOKEN_UK', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".TOKEN_UK RENAME TO TOKEN_UK_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'TOKEN_UK_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".TOKEN_UK_OLD RENAME TO TOKEN_UK');
  END IF;
  IF has_index('Vertrieb Süd', 'Aufträge_C1', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd"."Aufträge_C1" RENAME TO "Aufträge_C1_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'STATUS_BMX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".STATUS_BMX RENAME TO STATUS_BMX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'STATUS_BMX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".STATUS_BMX_OLD RENAME TO STATUS_BMX');
  END IF;
  IF has_index('Vertrieb Süd', 'Kürzel BMX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd"."Kürzel BMX" RENAME TO "Kürzel BMX_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'Kürzel BMX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd"."Kürzel BMX_OLD" RENAME TO "Kürzel BMX"');
  END IF;
  IF has_index('Vertrieb Süd', 'NAME_FX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".NAME_FX RENAME TO NAME_FX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'NAME_FX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".NAME_FX_OLD RENAME TO NAME_FX');
  END IF;
  IF has_index('Vertrieb Süd', 'Offene FX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd"."Offene FX" RENAME TO "Offene FX_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'Offene FX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd"."Offene FX_OLD" RENAME TO "Offene FX"');
  END IF;
  IF has_index('Vertrieb Süd', 'ONE_OPEN_UX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".ONE_OPEN_UX RENAME TO ONE_OPEN_UX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'ONE_OPEN_UX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".ONE_OPEN_UX_OLD RENAME TO ONE_OPEN_UX');
  END IF;
  IF has_index('Vertrieb Süd', 'Neueste zuerst', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd"."Neueste zuerst" RENAME TO "Neueste zuerst_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'Neueste zuerst_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd"."Neueste zuerst_OLD" RENAME TO "Neueste zuerst"');
  END IF;
  IF has_index('Vertrieb Süd', 'VORGAENGER_RX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".VORGAENGER_RX RENAME TO VORGAENGER_RX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'VORGAENGER_RX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".VORGAENGER_RX_OLD RENAME TO VORGAENGER_RX');
  END IF;
  IF has_index('Vertrieb Süd', 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1 RENAME TO AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_OLD RENAME TO AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1');
  END IF;
  IF has_index('Vertrieb Süd', 'PREIS_IX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".PREIS_IX RENAME TO PREIS_IX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'PREIS_IX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".PREIS_IX_OLD RENAME TO PREIS_IX');
  END IF;
  IF has_index('Vertrieb Süd', 'MOMENT_IX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".MOMENT_IX RENAME TO MOMENT_IX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'MOMENT_IX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".MOMENT_IX_OLD RENAME TO MOMENT_IX');
  END IF;
  IF has_index('Vertrieb Süd', 'LAGER_IX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd".LAGER_IX RENAME TO LAGER_IX_INT');
  END IF;
  IF has_index('Vertrieb Süd', 'LAGER_IX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd".LAGER_IX_OLD RENAME TO LAGER_IX');
  END IF;
  IF has_index('Vertrieb Süd', 'Kunde IX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Vertrieb Süd"."Kunde IX" RENAME TO "Kunde IX_INT"');
  END IF;
  IF has_index('Vertrieb Süd', 'Kunde IX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Vertrieb Süd"."Kunde IX_OLD" RENAME TO "Kunde IX"');
  END IF;
  IF has_index('Indizes', 'Kunde IX', 'Aufträge_INT2') THEN
    run('ALTER INDEX "Indizes"."Kunde IX" RENAME TO "Kunde IX_INT"');
  END IF;
  IF has_index('Indizes', 'Kunde IX_OLD', 'Aufträge') THEN
    run('ALTER INDEX "Indizes"."Kunde IX_OLD" RENAME TO "Kunde IX"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Aufträge PK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge PK" TO "Aufträge PK_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Aufträge PK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Aufträge PK_OLD" TO "Aufträge PK"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'TOKEN_UK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT TOKEN_UK TO TOKEN_UK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'TOKEN_UK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT TOKEN_UK_OLD TO TOKEN_UK');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Aufträge_C1') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge_C1" TO "Aufträge_C1_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Seal UK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Seal UK" TO "Seal UK_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Seal UK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Seal UK_OLD" TO "Seal UK"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Name fehlt') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Name fehlt" TO "Name fehlt_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Name fehlt_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Name fehlt_OLD" TO "Name fehlt"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'BRANCH_NN') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT BRANCH_NN TO BRANCH_NN_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'BRANCH_NN_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT BRANCH_NN_OLD TO BRANCH_NN');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'CLERK_NN') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT CLERK_NN TO CLERK_NN_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'CLERK_NN_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT CLERK_NN_OLD TO CLERK_NN');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'SHIFT_NN') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT SHIFT_NN TO SHIFT_NN_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'SHIFT_NN_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT SHIFT_NN_OLD TO SHIFT_NN');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'STATUS_CK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT STATUS_CK TO STATUS_CK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'STATUS_CK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT STATUS_CK_OLD TO STATUS_CK');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u" TO "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_OLD" TO "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'REGION_CK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT REGION_CK TO REGION_CK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'REGION_CK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT REGION_CK_OLD TO REGION_CK');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'TINY_CK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT TINY_CK TO TINY_CK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'TINY_CK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT TINY_CK_OLD TO TINY_CK');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'MASS_CK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT MASS_CK TO MASS_CK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'MASS_CK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT MASS_CK_OLD TO MASS_CK');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Doc is JSON') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Doc is JSON" TO "Doc is JSON_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Doc is JSON_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Doc is JSON_OLD" TO "Doc is JSON"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Aufträge_C2') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge_C2" TO "Aufträge_C2_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Kunde FK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Kunde FK" TO "Kunde FK_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Kunde FK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Kunde FK_OLD" TO "Kunde FK"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'LAGER_FK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT LAGER_FK TO LAGER_FK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'LAGER_FK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT LAGER_FK_OLD TO LAGER_FK');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Aufträge_C3') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Aufträge_C3" TO "Aufträge_C3_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Vorgänger FK') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" RENAME CONSTRAINT "Vorgänger FK" TO "Vorgänger FK_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge', 'Vorgänger FK_OLD') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" RENAME CONSTRAINT "Vorgänger FK_OLD" TO "Vorgänger FK"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel" RENAME TO "Stempel_INT"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel_OLD" RENAME TO "Stempel"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel" ENABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel_INT" DISABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel 2', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel 2" RENAME TO "Stempel 2_INT"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel 2_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel 2_OLD" RENAME TO "Stempel 2"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel 2', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel 2" ENABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Stempel 2_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Stempel 2_INT" DISABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_BS', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS RENAME TO AUFTRAG_BS_INT');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_BS_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS_OLD RENAME TO AUFTRAG_BS');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_BS', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS ENABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_BS_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_BS_INT DISABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AR', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AR RENAME TO AUFTRAG_AR_INT');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AR_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AR_OLD RENAME TO AUFTRAG_AR');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AR_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AR_INT DISABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AS', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS RENAME TO AUFTRAG_AS_INT');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AS_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS_OLD RENAME TO AUFTRAG_AS');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AS', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS ENABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'AUFTRAG_AS_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd".AUFTRAG_AS_INT DISABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Zählwerk', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Zählwerk" RENAME TO "Zählwerk_INT"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Zählwerk_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Zählwerk_OLD" RENAME TO "Zählwerk"');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Zählwerk', 'Aufträge') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Zählwerk" ENABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'Zählwerk_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Vertrieb Süd"."Zählwerk_INT" DISABLE');
  END IF;
  IF has_trigger('Revision', 'Stempel', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Revision"."Stempel" RENAME TO "Stempel_INT"');
  END IF;
  IF has_trigger('Revision', 'Stempel_OLD', 'Aufträge') THEN
    run('ALTER TRIGGER "Revision"."Stempel_OLD" RENAME TO "Stempel"');
  END IF;
  IF has_trigger('Revision', 'Stempel', 'Aufträge') THEN
    run('ALTER TRIGGER "Revision"."Stempel" ENABLE');
  END IF;
  IF has_trigger('Revision', 'Stempel_INT', 'Aufträge_INT2') THEN
    run('ALTER TRIGGER "Revision"."Stempel_INT" DISABLE');
  END IF;
  IF has_trigger('Vertrieb Süd', 'ORAPART_Aufträge_TRG', 'Aufträge_INT2') THEN
    run('DROP TRIGGER "Vertrieb Süd"."ORAPART_Aufträge_TRG"');
  END IF;
  IF table_id('ORAPART_Aufträge_LOG') IS NOT NULL THEN
    run('DROP TABLE "Vertrieb Süd"."ORAPART_Aufträge_LOG"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Kunde FK_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY CONSTRAINT "Kunde FK_INT" DISABLE');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'LAGER_FK_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY CONSTRAINT LAGER_FK_INT DISABLE');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Vorgänger FK_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY CONSTRAINT "Vorgänger FK_INT" DISABLE');
  END IF;
  IF constraint_state('Vertrieb Süd', 'Kunde FK') LIKE 'DISABLED%' THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT "Kunde FK" ENABLE NOVALIDATE');
  END IF;
  IF constraint_state('Vertrieb Süd', 'LAGER_FK') LIKE 'DISABLED%' THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT LAGER_FK ENABLE NOVALIDATE');
  END IF;
  IF constraint_state('Vertrieb Süd', 'Vorgänger FK') LIKE 'DISABLED%' THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT "Vorgänger FK" ENABLE NOVALIDATE');
  END IF;
  IF is_read_only('Aufträge_INT2') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" READ WRITE');
  END IF;
  -- The next copy or delta brings the numbers along (ORA-32795).
  run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" MODIFY ("Auftrag Nr" GENERATED BY DEFAULT AS IDENTITY)');
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'BRANCH_NN_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" DROP CONSTRAINT BRANCH_NN_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'CLERK_NN_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" DROP CONSTRAINT CLERK_NN_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" DROP CONSTRAINT "Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_INT"');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'REGION_CK_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" DROP CONSTRAINT REGION_CK_INT');
  END IF;
  IF has_constraint('Vertrieb Süd', 'Aufträge_INT2', 'TINY_CK_INT') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge_INT2" DROP CONSTRAINT TINY_CK_INT');
  END IF;
  -- delta_sync is none: not opened, the table waits READ ONLY for the next cutover. Opened, the application needs it now.
  IF l_opened AND is_read_only('Aufträge') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" READ WRITE');
  END IF;
  run('DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item IN (''step-50'', ''step-60'', ''step-65'', ''cutover-at'', ''step-50-begun'')');
  IF l_opened THEN
    -- The old table may have moved on since the load: the copy is not to be used again.
    run('INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at) VALUES (''interim-stale'', ''yes'', SYSTIMESTAMP)');
  END IF;
  COMMIT;
  IF NVL(table_id('Aufträge'), '-') <> noted('source-id') OR NVL(table_id('Aufträge_INT2'), '-') <> noted('interim-id') THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: "Vertrieb Süd"."Aufträge" is not the old table. Run this file again.');
  END IF;
  IF constraint_state('Vertrieb Süd', 'Kunde FK') LIKE '%NOT VALIDATED' THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" MODIFY CONSTRAINT "Kunde FK" VALIDATE');
  END IF;
  IF constraint_state('Vertrieb Süd', 'Position gehört zu Auftrag') LIKE '%NOT VALIDATED' THEN
    run('ALTER TABLE "Vertrieb Süd"."Positionen" MODIFY CONSTRAINT "Position gehört zu Auftrag" VALIDATE');
  END IF;
  DBMS_OUTPUT.PUT_LINE('50 undo: OK, "Vertrieb Süd"."Aufträge" is the old table again');
END;
/
